"""The words of Rich Text (RTF 1.9), with raised and lowered figures kept apart."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from secondop_desktop.sandbox.answers import DAMAGED, TroubleError
from secondop_desktop.sandbox.documents.raised import lowered, raised

_MOST: Final = 20_000_000
_PLACED: Final = re.compile(r"\\(super|sub|up\d+|dn\d+)(?:\\[a-z]+-?\d*)*[ ]?([0-9+\-]+)")
_PICTURES: Final = re.compile(rb"\{\\\*?\\?(?:pict|blipuid|objdata|themedata|datastore)\b[^{}]*\}")
_CELL: Final = re.compile(r"\\cell(?![a-z])")
_APART: Final = re.compile(r"\{\\(?:header|footer)[lrf]?(?![a-z])")
"""What stands at the head and the foot of pages: often whose letter it is, and from whom."""

_NOTE: Final = re.compile(r"\{\\footnote(?![a-z])")

_PAGE: Final = re.compile(rb"\\ansicpg(\d+)")


def texts(data: bytes) -> Iterator[str]:
    """Yield the text; raises TroubleError for what is no Rich Text."""
    from striprtf import striprtf

    to_text: Callable[..., str] = striprtf.rtf_to_text
    if not data.lstrip().startswith(b"{\\rtf"):
        raise TroubleError(DAMAGED)
    found = _PAGE.search(data[:4096])
    page = f"cp{found[1].decode()}" if found else "cp1252"
    source = _PICTURES.sub(b"", data[:_MOST]).decode("latin-1")
    source = _NOTE.sub("{ ", _APART.sub(r"{\\par ", source))
    placed = _CELL.sub(lambda _found: " \\u183?", _PLACED.sub(_escaped, source))
    try:
        yield from _lines(to_text(placed, encoding=_known(page), errors="replace"))
    except (ValueError, LookupError, IndexError, KeyError) as problem:
        raise TroubleError(DAMAGED) from problem


def _lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield line.rstrip(" ·")


def _escaped(found: re.Match[str]) -> str:
    """Write raised figures as characters of their own, as RTF writes those beyond its page."""
    place = raised if found[1].startswith(("super", "up")) else lowered
    return "".join(f"\\u{ord(char)}?" for char in place(found[2]))


def _known(page: str) -> str:
    try:
        "".encode(page)
    except LookupError:
        return "cp1252"
    return page
