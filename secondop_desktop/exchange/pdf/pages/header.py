"""The header of every page: whose paper it is, and who it is for; never cut short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from secondop_desktop.exchange.pdf.blocks.spacing import rule
from secondop_desktop.exchange.pdf.sheet import MM, Sheet
from secondop_desktop.exchange.pdf.structure.lettering import letter
from secondop_desktop.exchange.pdf.text.readable import Missing
from secondop_desktop.exchange.pdf.text.runs import Words, bold
from secondop_desktop.exchange.pdf.text.typeset import Line, broken, styled_lines

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

_APART = 18.0  # points, between who it is and who it is for, on one line
_BELOW = 1.2 * MM
_MOST = 12
"""Lines for each of the two: more would leave no page."""


class Named(Protocol):
    """What a header says."""

    @property
    def person(self) -> str:
        """The person's name."""
        ...

    @property
    def born(self) -> str:
        """What else tells them from others."""
        ...

    @property
    def reader(self) -> str:
        """Who it is for; may be empty."""
        ...


class Header:
    """The lines of a header on one sheet: who it is for ends the last line, or stands below."""

    def __init__(self, about: Named, sheet: Sheet) -> None:
        """Break what it says to the width of the sheet."""
        self.sheet = sheet
        who: Words = [bold(about.person), f" · {about.born}" if about.born else ""]
        self.left = self._lines(who)
        self.right = self._lines(about.reader) if about.reader else []
        self.beside = self._fit_beside()

    def _lines(self, words: Words) -> list[Line]:
        typed = styled_lines(words, self.sheet.chrome, Missing(), base=0)
        return broken(typed, self.sheet.width)[:_MOST]

    def _fit_beside(self) -> bool:
        if len(self.right) > 1:
            return False
        taken = sum(line.width for line in (*self.left[-1:], *self.right))
        return taken + _APART <= self.sheet.width

    @property
    def height(self) -> float:
        """The height of all lines and the space below them, in points."""
        lines = len(self.left) + (0 if self.beside else len(self.right))
        return lines * self.sheet.chrome.leading + _BELOW

    def draw(self, canvas: TaggedCanvas, foot: float) -> None:
        """Draw the line below the header at this height, and the words above it."""
        sheet, style = self.sheet, self.sheet.chrome
        rule(canvas, sheet.side, foot, sheet.side + sheet.width)
        baseline = style.baseline(foot + self.height)
        if self.beside:
            letter(canvas, canvas.root, self.left, sheet.side, baseline, style.leading, 0)
            last = baseline - (len(self.left) - 1) * style.leading
            at = (sheet.side, last, style.leading, sheet.width)
            letter(canvas, canvas.root, self.right, *at, align="right")
            return
        lines = [*self.left, *self.right]
        letter(canvas, canvas.root, lines, sheet.side, baseline, style.leading, 0)
