"""The words of slides (ECMA-376, PresentationML): slide by slide, each with its notes."""

from collections.abc import Iterator
from typing import Any, Final

from secondop_desktop.sandbox.answers import DAMAGED, TroubleError
from secondop_desktop.sandbox.documents.raised import lowered, raised
from secondop_desktop.sandbox.documents.zip_parts import ZipParts
from secondop_desktop.sandbox.whole_numbers import whole_number

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def texts(data: bytes) -> Iterator[str]:
    """Yield the lines of each slide; raises TroubleError for what holds none."""
    parts = ZipParts(data)
    slides = parts.names(r"ppt/slides/slide\d+\.xml")
    if not slides:
        raise TroubleError(DAMAGED)
    for name in slides:
        yield from _lines(parts.tree(name))
        yield ""
    for name in parts.names(r"ppt/notesSlides/notesSlide\d+\.xml"):
        yield from _lines(parts.tree(name))
        yield ""


def _lines(tree: Any) -> Iterator[str]:
    rows = list(tree.iter(f"{_A}tr"))
    in_rows = {one for row in rows for one in row.iter(f"{_A}p")}
    for node in tree.iter(f"{_A}p", f"{_A}tr"):
        if node.tag == f"{_A}tr":
            cells = (" ".join(map(_paragraph, cell.iter(f"{_A}p"))).strip() for cell in node)
            yield " · ".join(filter(None, cells))
        elif node not in in_rows:
            yield _paragraph(node)


def _paragraph(node: Any) -> str:
    return "".join(_run(one) for one in node if one.tag in {f"{_A}r", f"{_A}fld", f"{_A}br"})


def _run(node: Any) -> str:
    if node.tag == f"{_A}br":
        return "\n"
    text = node.findtext(f"{_A}t") or ""
    look = node.find(f"{_A}rPr")
    offset = whole_number(look.get("baseline", "")) if look is not None else 0
    if not offset:
        return text
    return raised(text) if offset > 0 else lowered(text)
