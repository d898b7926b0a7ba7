"""What stands on a page: blocks that know their height, can be cut in two, and draw themselves."""

from __future__ import annotations

import copy
import itertools
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Self

from secondop_desktop.exchange.pdf.sheet import Sheet
from secondop_desktop.exchange.pdf.structure.tags import Elem

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

Cut = tuple["Block | None", "Block | None"]

TALL = 0.3
"""Of a page: what is taller may be cut, the rest goes over whole."""


class Block(ABC):
    """One piece of a document. All measures are points; ``top`` counts from the page's foot.

    A block is drawn once; its parts after a cut stay one element of the structure.
    """

    stays_with_next: ClassVar[bool] = False

    def space(self, _sheet: Sheet) -> tuple[float, float]:
        """Return the space wanted before and after; the larger of two neighbours counts."""
        return 0.0, 0.0

    @abstractmethod
    def height(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the height of the whole block at this width."""

    def least(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the height of the smallest part that may stand at the foot of a page."""
        return self.height(canvas, width)

    def cut(self, canvas: TaggedCanvas, width: float, room: float) -> Cut:
        """Return what fits into the room and what is left; either may be None."""
        if self.height(canvas, width) <= room:
            return self, None
        return None, self

    @abstractmethod
    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the block with its upper left corner at x, top."""


class Stack(Block):
    """Blocks one below the other, as in a cell, a box or a column."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Take the blocks in reading order."""
        self.blocks = list(blocks)

    def gaps(self, sheet: Sheet) -> list[float]:
        """Return the space before each block; none before the first."""
        if len(self.blocks) < 2:
            return [0.0] * len(self.blocks)
        spaces = [block.space(sheet) for block in self.blocks]
        between = [max(above[1], below[0]) for above, below in itertools.pairwise(spaces)]
        return [0.0, *between]

    def height(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the sum of the blocks and the spaces between them."""
        return sum(self.gaps(canvas.sheet)) + sum(
            block.height(canvas, width) for block in self.blocks
        )

    def least(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the start: all that must stay together, and the least of what follows."""
        total = 0.0
        for gap, block in zip(self.gaps(canvas.sheet), self.blocks, strict=True):
            if not block.stays_with_next:
                return total + gap + block.least(canvas, width)
            total += gap + block.height(canvas, width)
        return total

    def cut(self, canvas: TaggedCanvas, width: float, room: float) -> Cut:
        """Fill the room; a block that must stay with the next goes over with it."""
        used = 0.0
        for n, gap in enumerate(self.gaps(canvas.sheet)):
            block = self.blocks[n]
            head, tail = block.cut(canvas, width, room - used - gap)
            if tail is not None:
                return self._cut_at(n, head, tail)
            used += gap + block.height(canvas, width)
        return self, None

    def _cut_at(self, index: int, head: Block | None, tail: Block) -> Cut:
        kept = [*self.blocks[:index], *([head] if head else [])]
        left = [tail, *self.blocks[index + 1 :]]
        while kept and kept[-1].stays_with_next:
            left.insert(0, kept.pop())
        return (self._like(kept) if kept else None), self._like(left)

    def _like(self, blocks: list[Block]) -> Self:
        part = copy.copy(self)
        part.blocks = blocks
        return part

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw all blocks from top to bottom."""
        for gap, block in zip(self.gaps(canvas.sheet), self.blocks, strict=True):
            block.paint(canvas, x, top - gap, width)
            top -= gap + block.height(canvas, width)


class Within(Stack):
    """Blocks that are one element of the structure, on however many pages."""

    def __init__(self, elem: Elem, blocks: Sequence[Block]) -> None:
        """Take the element and what is in it."""
        super().__init__(blocks)
        self.elem = elem

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw all blocks below the element."""
        with canvas.inside(self.elem):
            super().paint(canvas, x, top, width)
