"""The words of a Word document (ECMA-376, WordprocessingML): a line for each paragraph or row."""

from collections.abc import Iterator
from typing import Any, Final

from secondop_desktop.sandbox.answers import DAMAGED, TroubleError
from secondop_desktop.sandbox.documents.raised import lowered, raised
from secondop_desktop.sandbox.documents.zip_parts import ZipParts

_PARTS: Final = (
    r"word/header\d*\.xml",
    r"word/document\d*\.xml",
    r"word/(footnotes|endnotes|comments)\.xml",
    r"word/footer\d*\.xml",
)
"""In the order in which a reader sees them."""

_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_SILENT: Final = frozenset({"Fallback", "del", "moveFrom", "instrText", "rPr", "pPr"})
"""What is there twice, was struck out, or is no text."""
_PLACED: Final = {"superscript": raised, "subscript": lowered}


def texts(data: bytes) -> Iterator[str]:
    """Yield the lines of each part; raises TroubleError for what is no such document."""
    parts = ZipParts(data)
    names = [name for pattern in _PARTS for name in parts.names(pattern)]
    if not any("document" in name for name in names):
        raise TroubleError(DAMAGED)
    for name in names:
        yield from _blocks(parts.tree(name))
        yield ""


def _blocks(node: Any) -> Iterator[str]:
    for child in node:
        name = _name(child)
        if name == "p":
            yield from "".join(_runs(child)).split("\n")
            yield from _boxes(child)
        elif name == "tr":
            cells = (_cell(cell) for cell in child if _name(cell) in {"tc", "sdt"})
            yield " · ".join(filter(None, cells))
        elif name not in _SILENT:
            yield from _blocks(child)


def _cell(cell: Any) -> str:
    return " ".join(" ".join(_blocks(cell)).split())


def _boxes(paragraph: Any) -> Iterator[str]:
    """Yield the words of boxes that float beside a paragraph."""
    for box in paragraph.iter("{*}txbxContent"):
        if not any(_name(above) in _SILENT for above in box.iterancestors()):
            yield from _blocks(box)


def _runs(node: Any) -> Iterator[str]:
    for child in node:
        name = _name(child)
        if name == "r":
            yield _run(child)
        elif name not in _SILENT and name not in {"p", "txbxContent"}:
            yield from _runs(child)


def _run(run: Any) -> str:
    said = "".join(_letters(run))
    placed = next((_value(one) for one in run.iter("{*}vertAlign")), "")
    return _PLACED[placed](said) if placed in _PLACED else said


def _letters(run: Any) -> Iterator[str]:
    for child in run:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "sym":
            yield "•"
        elif name == "AlternateContent":
            yield ""


def _value(node: Any) -> str:
    return next((str(value) for key, value in node.attrib.items() if key.endswith("}val")), "")


def _name(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]
