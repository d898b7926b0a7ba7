"""A chance as a crowd: one small person for each, filled in for those it happens to."""

from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from secondop_desktop.widgets import theme

_SHAPE: Final = 1.9  # how much taller a person is than wide
_GAP: Final = 0.28  # of a person's width, around each
_BLOCK: Final = 10  # a small space follows so many in a row, so that they are easily counted
_BLOCK_GAP: Final = 0.6
_WIDEST: Final = 0.5  # of a line of text
_WIDEST_SMALL: Final = 0.3
_LEAST: Final = 4.0  # pixels: an outline of less could not be told from a filled shape
_MOST_PEOPLE: Final = 1_000
_DOT: Final = 0.15  # of a line of text: the widest place of a square
_LEAST_DOT: Final = 1.6


class IconArray(QLabel):
    """Draws ``filled`` of ``total`` people; ``words`` say the same to screen readers.

    Filled against outlined, so that it does not rest on colour. Where people would be too small
    to tell apart, there are squares, twice as wide for those it happens to. It takes no focus.
    """

    def __init__(
        self,
        filled: int,
        total: int,
        words: str,
        across: int = 20,
        parent: QWidget | None = None,
        *,
        small: bool = False,
    ) -> None:
        """Draw ``small`` people where many pictures stand in one table.

        Raise ValueError when there are not that many people, or no words.
        """
        super().__init__(parent)
        if not 0 <= filled <= total or total < 1 or not words.strip():
            raise ValueError("a crowd needs people, no more filled than there are, and words")
        self.filled, self.total, self.across = filled, total, min(across, total)
        self._widest = _WIDEST_SMALL if small else _WIDEST
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.current().changed.connect(self._resize)

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()

    def squares(self, width: int) -> bool:
        """Tell whether squares stand for people at a width in device-independent pixels."""
        return self.total > _MOST_PEOPLE or (width - 2) / self._units() < _LEAST

    def places(self) -> list[QRectF]:
        """Return where each person stands, row by row, in the widget's own pixels."""
        squares, wide = self.squares(self.width()), self._person(self.width())
        gap, block = (0.0, 0.0) if squares else (_GAP, _BLOCK_GAP)
        step, tall = wide * (1 + gap), wide * (1.0 if squares else _SHAPE)
        found = []
        for one in range(self.total):
            row, column = divmod(one, self.across)
            left = column * step + (column // _BLOCK) * wide * block
            found.append(QRectF(left, row * (tall + wide * gap), wide, tall))
        return found

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width in device-independent pixels."""
        rows = ceil(self.total / self.across)
        tall = 1.0 if self.squares(width) else _SHAPE + _GAP
        return ceil(rows * self._person(width) * tall) + 2

    def sizeHint(self) -> QSize:
        """Return the size with people as large as they get."""
        dots = self.total > _MOST_PEOPLE
        width = ceil((self.across if dots else self._units()) * self._largest(dots=dots)) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the size with squares as small as can be told apart."""
        width = ceil(self.across * _LEAST_DOT) + 2
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the crowd."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        squares = self.squares(self.width())
        (self._paint_squares if squares else self._paint_people)(painter)

    def _paint_people(self, painter: QPainter) -> None:
        ink, edge = theme.current().colour("primary"), theme.current().colour("edge")
        wide = self._person(self.width())
        line = max(0.8, wide / 10)
        shape = person(wide - line, wide * _SHAPE - line)
        for one, place in enumerate(self.places()):
            happens = one < self.filled
            painter.setPen(QPen(ink if happens else edge, line))
            painter.setBrush(ink if happens else Qt.BrushStyle.NoBrush)
            painter.drawPath(shape.translated(place.left() + line / 2, place.top() + line / 2))

    def _paint_squares(self, painter: QPainter) -> None:
        places, wide = self.places(), self._person(self.width())
        painter.setPen(Qt.PenStyle.NoPen)
        for token, some, inset in (
            ("primary", places[: self.filled], wide * 0.12),
            ("edge", places[self.filled :], wide * 0.29),
        ):
            painter.setBrush(theme.current().colour(token))
            painter.drawRects([spot.adjusted(inset, inset, -inset, -inset) for spot in some])

    def _units(self) -> float:
        """Return how many widths of a person one row takes, with the spaces."""
        return self.across * (1 + _GAP) + (self.across - 1) // _BLOCK * _BLOCK_GAP

    def _largest(self, *, dots: bool) -> float:
        return theme.current().line_height() * (_DOT if dots else self._widest)

    def _person(self, width: int) -> float:
        """Return how wide a person or a square is at a width."""
        if self.squares(width):
            return max(_LEAST_DOT, min(self._largest(dots=True), (width - 2) / self.across))
        return min(self._largest(dots=False), (width - 2) / self._units())


def person(wide: float, tall: float) -> QPainterPath:
    """Return the outline of a person: a head over shoulders, and a narrower rest below them."""
    head, shoulders, legs = QPainterPath(), QPainterPath(), QPainterPath()
    across = wide * 0.56
    head.addEllipse(QRectF((wide - across) / 2, 0, across, across))
    top = across + tall * 0.04
    arms = tall * 0.62 - top
    shoulders.addRoundedRect(QRectF(0, top, wide, arms), wide * 0.32, wide * 0.32)
    legs.addRoundedRect(
        QRectF(wide * 0.2, top + arms / 2, wide * 0.6, tall - top - arms / 2),
        wide * 0.16,
        wide * 0.16,
    )
    body = shoulders.united(legs)
    body.addPath(head)
    return body
