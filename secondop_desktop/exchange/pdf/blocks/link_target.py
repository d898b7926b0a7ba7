"""A place that links lead to, without anything drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondop_desktop.exchange.pdf.blocks.block import Block

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas


class Landing(Block):
    """Takes these places over from wherever they were: all links to them now lead here."""

    stays_with_next = True

    def __init__(self, *places: str) -> None:
        """Take the names of the places."""
        self.places = places

    def height(self, canvas: TaggedCanvas, width: float) -> float:
        """Return nothing."""
        return 0.0

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Remember where it is."""
        for name in self.places:
            canvas.place(name, top, instead=True)
