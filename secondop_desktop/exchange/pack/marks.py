"""Marks of structure inside a page from another file, which mean nothing in ours.

They would stand inside the figure that the page is: decoration inside content is no valid
PDF/UA-1 (ISO 14289-1, 7.1). Layers (``/OC``) keep their marks, as those say what is seen.
"""

import re
from collections.abc import Iterator
from typing import Any

_MARKS = re.compile(
    rb"(?P<kept>\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>|%[^\r\n]*)"
    rb"|(?P<begin>/[^\s/<>\[\]()%]+\s*(?:(?:/[^\s/<>\[\]()%]+|<<(?:[^<>()]|<[0-9A-Fa-f\s]*>"
    rb"|\((?:[^()\\]|\\.)*\))*>>)\s*BDC|BMC)(?=[\s/(<\[%]|$))"
    rb"|(?P<end>(?<![^\s\])>])EMC(?=[\s/(<\[%]|$))",
    re.DOTALL,
)
_OPENING, _CLOSING = frozenset({"BDC", "BMC"}), "EMC"


def without_marks(form: Any) -> None:
    """Take the marks out of what a page draws; one without any stays as it is, byte for byte."""
    import pikepdf

    try:
        data = form.read_bytes()
        if b"EMC" in data:
            form.write(_plain(data) or _parsed(form))
    except (pikepdf.PdfError, RuntimeError, ValueError):
        return  # damaged: it is drawn as far as it goes


def _plain(data: bytes) -> bytes | None:
    """Take them out by a pattern; None where that cannot be done beyond doubt."""
    if b"/OC" in data or re.search(rb"(?<![^\s])ID\s", data):
        return None
    counted = {"begin": 0, "end": 0}

    def taken(found: re.Match[bytes]) -> bytes:
        name = found.lastgroup or ""
        if name == "kept":
            return found[0]
        counted[name] += 1
        return b" "

    plain = _MARKS.sub(taken, data)
    return plain if counted["begin"] == counted["end"] else None


def _parsed(form: Any) -> bytes:
    """Take them out operator by operator."""
    import pikepdf

    return bytes(pikepdf.unparse_content_stream(list(_kept(pikepdf.parse_content_stream(form)))))


def _kept(operations: Any) -> Iterator[Any]:
    layers: list[bool] = []
    for operation in operations:
        name = str(operation.operator)
        if name in _OPENING:
            layers.append(str(operation.operands[0]) == "/OC")
            keeps = layers[-1]
        elif name == _CLOSING:
            keeps = layers.pop() if layers else False
        else:
            keeps = name not in {"MP", "DP"}
        if keeps:
            yield operation
