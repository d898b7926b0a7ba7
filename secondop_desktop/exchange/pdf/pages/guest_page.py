"""A page that comes from another file: its room on our paper, its figure, and the strip below it.

The page itself is put there when the file is joined (``exchange/pack/joining``); until then the
paper only names it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondop_desktop.exchange.pdf.blocks.block import Block, Cut
from secondop_desktop.exchange.pdf.blocks.figures import fitted
from secondop_desktop.exchange.pdf.blocks.spacing import rule
from secondop_desktop.exchange.pdf.sheet import MM, PAGE, Sheet, Style
from secondop_desktop.exchange.pdf.structure.lettering import say
from secondop_desktop.exchange.pdf.structure.syntax import number
from secondop_desktop.exchange.pdf.structure.tags import Elem
from secondop_desktop.exchange.pdf.text.readable import harmless

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

_SIDE = 8 * MM
_FOOT = 4.5 * MM  # printers leave about as much white at the edge
_APART = 12.0
_WIDER = 1.15  # than tall: on paper that lies on its side

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class GuestLook:
    """How a page is seen: width and height upright, in points, and the way there from its own.

    ``matrix`` brings what the file draws into a rectangle of that size at 0, 0 (ISO 32000-1,
    8.3.3). ``name`` is that of the object to be drawn.
    """

    name: str
    width: float
    height: float
    matrix: Matrix


class GuestPage(Block):
    """One page from elsewhere on a page of our own: upright, whole, and never made larger."""

    def __init__(self, look: GuestLook, alt: str, foot: Sequence[str], *, place: str = "") -> None:
        """Take what it says to those who cannot see it, and what the strip below it says.

        The first part of the strip is cut short where there is no room for all of it.
        """
        if not harmless(alt).strip():
            raise ValueError("a figure needs a text alternative")
        self.look, self.alt, self.foot, self.place = look, harmless(alt), foot, place

    @property
    def paper(self) -> tuple[float, float]:
        """Return the paper it lies on: A4, upright or on its side."""
        across = self.look.width > self.look.height * _WIDER
        return (PAGE[1], PAGE[0]) if across else PAGE

    def height(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the height of a whole page."""
        return canvas.sheet.height

    def cut(self, canvas: TaggedCanvas, width: float, room: float) -> Cut:
        """Ask for a page of its own."""
        return (self, None) if room >= canvas.sheet.height - 0.01 else (None, self)

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Name the page where it will be drawn, and let the strip take the place of the header."""
        canvas.setPageSize(self.paper)
        canvas.own_chrome[canvas.page] = self._strip
        if self.place:
            canvas.place(self.place, self.paper[1])
        left, low, wide, high = self._where(canvas.sheet)
        scale = wide / self.look.width
        box = " ".join(map(number, (left, low, left + wide, low + high)))
        matrix = _after(self.look.matrix, scale, left, low)
        elem = Elem("Figure", alt=self.alt, attributes=f"/O/Layout/BBox[{box}]")
        with canvas.marked(elem):
            said = " ".join(f"{part:.5f}" for part in matrix)
            canvas.write(f"q {said} cm /{self.look.name} Do Q")

    def _where(self, sheet: Sheet) -> tuple[float, float, float, float]:
        """Return the corner and the size that it takes, at the top of the room and centred."""
        wide, high = self.paper
        foot = _strip_height(sheet)
        size = fitted((self.look.width, self.look.height), wide, high - foot)
        return (wide - size[0]) / 2, high - size[1], size[0], size[1]

    def _strip(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Say whose page it is, what it is of, and its number."""
        style, right = canvas.sheet.chrome, self.paper[0] - _SIDE
        low = _FOOT + style.leading * 0.25
        with canvas.artifact("Pagination"):
            rule(canvas, _SIDE, _FOOT + style.leading, right)
            bold = Style(style.size, style.leading, bold=True)
            words = canvas.numbering.words(page, pages)
            left = right - say(canvas, words, bold, right, low, "right") - _APART
            for said in reversed(self.foot[1:]):
                left -= say(canvas, said, style, left, low, "right") + _APART
            say(canvas, self.foot[0], style, _SIDE, low, room=left - _SIDE)


def _strip_height(sheet: Sheet) -> float:
    return _FOOT + sheet.chrome.leading * 1.2


def _after(matrix: Matrix, scale: float, x: float, y: float) -> Matrix:
    """Return a way that is made smaller or larger, and moved."""
    a, b, c, d, e, f = (part * scale for part in matrix)
    return a, b, c, d, e + x, f + y
