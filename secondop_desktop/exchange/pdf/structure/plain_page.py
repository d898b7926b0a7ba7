"""A page with little on it, written without ReportLab's many small objects.

A pack of five hundred pages from elsewhere has as many pages of ours that only say where each is
drawn; written so, they cost a quarter of the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secondop_desktop.exchange.pdf.structure.object_streams import stream
from secondop_desktop.exchange.pdf.structure.syntax import number

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.object_streams import CompactDocument

_FONTS = "BasicFonts"


def write_plainly(page: Any, document: CompactDocument) -> None:
    """Give a finished page without links its bytes, instead of ReportLab's way of making them."""
    content = document.reserve()
    document.put(content, stream("", page.stream.encode("latin-1")))
    parent = document.number_of(document.Pages)
    fonts = document.number_of(document.idToObject[_FONTS])
    box = f"0 0 {number(page.pagewidth)} {number(page.pageheight)}"
    said = (
        f"<</Type/Page/Parent {parent} 0 R/MediaBox[{box}]/Contents {content} 0 R"
        f"/Resources<</Font {fonts} 0 R>>/StructParents {page.StructParents}/Tabs/S>>"
    ).encode()
    page.format = lambda _document: said
