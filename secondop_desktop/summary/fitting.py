"""How many pages blocks take, without making a whole document of them."""

from collections.abc import Sequence

from secondop_desktop.exchange.pdf.blocks.flow import Block
from secondop_desktop.exchange.pdf.pages.page_breaks import Pages
from secondop_desktop.exchange.pdf.sheet import LARGE, STANDARD
from secondop_desktop.exchange.pdf.structure.metadata import Info


def pages(blocks: Sequence[Block], *, large: bool) -> int:
    """Return the number of pages; the blocks are used up by it."""
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

    canvas = TaggedCanvas(LARGE if large else STANDARD, Info("", "en-GB", ""))
    Pages(canvas).fill(blocks)
    return canvas.page + 1
