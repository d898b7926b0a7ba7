"""Blocks onto pages, from top to bottom."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from secondop_desktop.exchange.pdf.blocks.block import Block
from secondop_desktop.exchange.pdf.blocks.spacing import Gap, NewPage

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

OnPage = Callable[[int], None]


class Pages:
    """Fills the pages of one document; ``on_page`` hears the number of each finished page."""

    def __init__(self, canvas: TaggedCanvas, on_page: OnPage | None = None) -> None:
        """Start at the top of the first page."""
        self.canvas = canvas
        self.width = canvas.sheet.width
        self._on_page = on_page
        self._start_page()

    def fill(self, story: Iterable[Block]) -> None:
        """Place all blocks; every block is drawn, however large it is."""
        waiting = deque(story)
        while waiting:
            block = waiting.popleft()
            if isinstance(block, NewPage):
                self._turn()
            elif not (self._fresh and isinstance(block, Gap)):
                self._keep_with_next(block, waiting)
                self._place(block)
        if self._on_page:
            self._on_page(self.canvas.page + 1)

    def _start_page(self) -> None:
        self._y = self.canvas.sheet.page[1] - self.canvas.sheet.top
        self._after = 0.0
        self._fresh = True

    def _turn(self) -> None:
        if self._fresh:
            return
        if self._on_page:
            self._on_page(self.canvas.page + 1)
        self.canvas.next_page()
        self._start_page()

    def _gap(self, block: Block) -> float:
        return 0.0 if self._fresh else max(self._after, block.space(self.canvas.sheet)[0])

    def _room(self, block: Block) -> float:
        return self._y - self.canvas.sheet.bottom - self._gap(block)

    def _keep_with_next(self, block: Block, waiting: deque[Block]) -> None:
        """Turn the page when a heading would stand apart from the start of what it heads."""
        if not block.stays_with_next:
            return
        needed, above = block.height(self.canvas, self.width), block
        for follower in waiting:
            needed += max(above.space(self.canvas.sheet)[1], follower.space(self.canvas.sheet)[0])
            if not follower.stays_with_next:
                needed += follower.least(self.canvas, self.width)
                break
            needed += follower.height(self.canvas, self.width)
            above = follower
        if self._room(block) < needed:
            self._turn()

    def _place(self, block: Block) -> None:
        left: Block | None = block
        while left is not None:
            part, left = left.cut(self.canvas, self.width, self._room(left))
            if part is None and self._fresh:
                part, left = left, None  # nothing smaller is possible
            if part is not None:
                self._draw(part)
            if left is not None:
                self._turn()

    def _draw(self, block: Block) -> None:
        self._y -= self._gap(block)
        block.paint(self.canvas, self.canvas.sheet.side, self._y, self.width)
        height = block.height(self.canvas, self.width)
        self._y -= height
        self._after = block.space(self.canvas.sheet)[1]
        self._fresh = self._fresh and height == 0
