"""How much room there is on page one, and how much of it blocks take, without drawing them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from secondop_desktop.exchange.pdf.blocks.block import Stack
from secondop_desktop.exchange.pdf.blocks.flow import Block
from secondop_desktop.exchange.pdf.sheet import Sheet
from secondop_desktop.exchange.pdf.structure.metadata import Info

_LARGE_PAGES = 2.5
_LOST = 0.93  # of the room: what page ends cost where there are several


class Measured(NamedTuple):
    """A height, and the space wanted before and after; the larger of two neighbours counts."""

    before: float
    height: float
    after: float


NOTHING = Measured(0.0, 0.0, 0.0)


def together(parts: Iterable[Measured]) -> Measured:
    """Return several one below the other; what has no height takes no space either."""
    shown = [part for part in parts if part.height]
    if not shown:
        return NOTHING
    gaps = sum(max(above.after, below.before) for above, below in pairwise(shown))
    return Measured(shown[0].before, sum(p.height for p in shown) + gaps, shown[-1].after)


class Room:
    """The room for page one on a sheet: one page, in large print two and a half."""

    def __init__(self, sheet: Sheet) -> None:
        """Measure on this sheet."""
        from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

        self._canvas = TaggedCanvas(sheet, Info("", "en-GB", ""))
        self._sheet = sheet
        pages = _LARGE_PAGES * _LOST if sheet.large else 1.0
        self.height = sheet.height * pages
        self.around = Measured(0.0, 0.0, sheet.unit / 2)
        """What two columns side by side take besides their content."""

    def measure(self, blocks: Sequence[Block], *, narrow: bool = False) -> Measured:
        """Return the height of blocks, and the space they want before and after."""
        if not blocks:
            return NOTHING
        before, after = blocks[0].space(self._sheet)[0], blocks[-1].space(self._sheet)[1]
        width = (self._sheet.width - 2 * self._sheet.gutter) / 2 if narrow else self._sheet.width
        return Measured(before, Stack(blocks).height(self._canvas, width), after)
