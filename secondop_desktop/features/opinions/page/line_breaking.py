"""Plain text broken into lines, only as many as are wanted; pages of text cost no more than these.

A cell may hold a hundred thousand letters. What is folded away is neither shaped nor measured.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

_NARROWEST = 2
"""No letter is narrower, in device-independent pixels; so many letters surely fill a line."""


@dataclass(frozen=True)
class _Line:
    layout: QTextLayout
    number: int
    top: float
    height: float


@dataclass(frozen=True)
class Typeset:
    """Lines ready to be drawn, their height, and whether there is more than these."""

    lines: tuple[_Line, ...]
    height: int
    more: bool

    def end(self) -> tuple[int, int]:
        """Return where the last line ends from the left, and where it begins from the top."""
        if not self.lines:
            return 0, 0
        last = self.lines[-1]
        return round(last.layout.lineAt(last.number).naturalTextRect().right()), round(last.top)

    def draw(self, painter: QPainter, left: float, top: float, first: float, last: float) -> None:
        """Draw at this corner the lines between two heights of the painter."""
        for line in self.lines:
            above = top + line.top
            if above + line.height >= first and above <= last:
                line.layout.lineAt(line.number).draw(painter, QPointF(left, top))


def typeset(text: str, font: QFont, width: int, most: int = 0, spare: int = 0) -> Typeset:
    """Break a text into lines at a width; at most ``most`` of them, or all when it is 0.

    Up to ``spare`` lines more are given where the text then ends: folding them gains nothing.
    Right-to-left paragraphs begin on the right.
    """
    width, top = max(width, 1), 0.0
    found: list[_Line] = []
    wanted = most + spare if most else 0
    for paragraph in _paragraphs(text):
        if wanted and len(found) > wanted:
            break
        laid = _laid(paragraph, font, width, wanted + 1 - len(found) if wanted else 0)
        for number in range(laid.lineCount()):
            line = laid.lineAt(number)
            line.setPosition(QPointF(0, top))
            found.append(_Line(laid, number, top, line.height()))
            top += line.height()
    more = bool(wanted) and len(found) > wanted
    kept = found[:most] if more else found
    height = kept[-1].top + kept[-1].height if kept else 0.0
    return Typeset(tuple(kept), round(height + 0.5), more)


def _paragraphs(text: str) -> Iterator[str]:
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def _laid(paragraph: str, font: QFont, width: int, most: int) -> QTextLayout:
    enough = most * max(width // _NARROWEST, 1)
    return _broken(paragraph[:enough] if most else paragraph, font, width, most)


def _broken(text: str, font: QFont, width: int, most: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.beginLayout()
    count = 0
    while (not most or count < most) and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        count += 1
    layout.endLayout()
    return layout
