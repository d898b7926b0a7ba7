"""A chance as a crowd on paper: one small person for each, filled in for those it happens to."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from secondop_desktop.exchange.pdf.blocks.figures import Illustration
from secondop_desktop.exchange.pdf.sheet import EDGE, PRIMARY, Sheet, rgb

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

_SHAPE = 1.9  # how much taller a person is than wide
_GAP = 0.28  # of a person's width, around each
_BLOCK = 10  # a small space follows so many in a row, so that they are easily counted
_BLOCK_GAP = 0.6
_LARGEST = 0.36  # of the letters' size: several stand in one cell
_MOST_PEOPLE = 1_000  # a larger crowd is drawn as squares, small ones and smaller ones
_DOT = 0.11


class People(Illustration):
    """``filled`` of ``total`` people in rows of ``across``; outlined where it does not happen.

    Filled against outlined, so that a grey print tells them apart too. More than 1,000 are
    squares, those it happens to twice as wide as the others.
    """

    def __init__(self, filled: int, total: int, across: int, alt: str) -> None:
        """Raise ValueError when there are not that many people, or no words."""
        super().__init__(alt)
        if not 0 <= filled <= total or total < 1:
            raise ValueError("a crowd needs people, no more filled than there are")
        self.filled, self.total, self.across = filled, total, min(across, total)
        self.squares = total > _MOST_PEOPLE

    def space(self, sheet: Sheet) -> tuple[float, float]:
        """Return a small space on both sides, for it stands in a table."""
        return sheet.gap("s") / 2, sheet.gap("s") / 2

    def size(self, canvas: TaggedCanvas, width: float) -> tuple[float, float]:
        """Return the size with people as large as they get in this width."""
        wide = self._person(canvas.sheet, width)
        rows = ceil(self.total / self.across)
        return self._units() * wide, rows * wide * (1.0 if self.squares else _SHAPE + _GAP)

    def illustrate(
        self, canvas: TaggedCanvas, x: float, y: float, width: float, height: float
    ) -> None:
        """Draw the crowd row by row, those filled in first."""
        wide = width / self._units()
        if self.squares:
            self._draw_squares(canvas, x, y + height, wide)
        else:
            self._draw_people(canvas, x, y + height, wide)

    def _draw_people(self, canvas: TaggedCanvas, x: float, top: float, wide: float) -> None:
        tall = wide * _SHAPE
        canvas.setLineWidth(wide / 12)
        for one in range(self.total):
            row, column = divmod(one, self.across)
            left = x + column * wide * (1 + _GAP) + (column // _BLOCK) * wide * _BLOCK_GAP
            foot = top - row * wide * (_SHAPE + _GAP) - tall
            happens = one < self.filled
            colour = rgb(PRIMARY if happens else EDGE)
            canvas.setStrokeColorRGB(*colour)
            canvas.setFillColorRGB(*colour)
            path = _person(canvas, left, foot, wide, tall)
            canvas.drawPath(path, stroke=1, fill=int(happens))

    def _draw_squares(self, canvas: TaggedCanvas, x: float, top: float, wide: float) -> None:
        filled, rest = canvas.beginPath(), canvas.beginPath()
        for one in range(self.total):
            row, column = divmod(one, self.across)
            path, inset = (filled, 0.12) if one < self.filled else (rest, 0.29)
            side = wide * (1 - 2 * inset)
            left, foot = x + (column + inset) * wide, top - (row + 1 - inset) * wide
            path.rect(left, foot, side, side)
        for path, colour in ((filled, PRIMARY), (rest, EDGE)):
            canvas.setFillColorRGB(*rgb(colour))
            canvas.drawPath(path, stroke=0, fill=1)

    def _units(self) -> float:
        """Return how many widths of a person one row takes."""
        if self.squares:
            return float(self.across)
        return self.across * (1 + _GAP) + (self.across - 1) // _BLOCK * _BLOCK_GAP

    def _person(self, sheet: Sheet, width: float) -> float:
        largest = sheet.styles["cell"].size * (_DOT if self.squares else _LARGEST)
        return min(width / self._units(), largest)


def _person(canvas: TaggedCanvas, x: float, y: float, wide: float, tall: float) -> Any:
    """Return the outline of a person: a head over shoulders, and a narrower rest below them."""
    path = canvas.beginPath()
    head = wide * 0.28
    path.circle(x + wide / 2, y + tall - head, head)
    top, arms = y + tall - head * 2 - tall * 0.04, y + tall * 0.38
    left, right, round_ = x + wide * 0.2, x + wide * 0.8, wide * 0.32
    path.moveTo(left, y)
    path.lineTo(left, arms)
    path.lineTo(x, arms)
    path.lineTo(x, top - round_)
    path.curveTo(x, top, x, top, x + round_, top)
    path.lineTo(x + wide - round_, top)
    path.curveTo(x + wide, top, x + wide, top, x + wide, top - round_)
    path.lineTo(x + wide, arms)
    path.lineTo(right, arms)
    path.lineTo(right, y)
    path.close()
    return path
