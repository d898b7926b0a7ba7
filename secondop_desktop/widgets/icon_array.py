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
_LEAST: Final = 3.0  # pixels: below this an outline could not be told from a filled shape


class IconArray(QLabel):
    """Draws ``filled`` of ``total`` people; ``words`` say the same to screen readers.

    Filled against outlined, so that it does not rest on colour. It takes no focus.
    """

    def __init__(
        self, filled: int, total: int, words: str, across: int = 20, parent: QWidget | None = None
    ) -> None:
        """Raise ValueError when there are not that many people, or no words."""
        super().__init__(parent)
        if not 0 <= filled <= total or total < 1 or not words.strip():
            raise ValueError("a crowd needs people, no more filled than there are, and words")
        self.filled, self.total, self.across = filled, total, min(across, total)
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.current().changed.connect(self._resize)

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()

    def places(self) -> list[QRectF]:
        """Return where each person stands, row by row, in the widget's own pixels."""
        wide = self._person(self.width())
        step, tall = wide * (1 + _GAP), wide * _SHAPE + wide * _GAP
        found = []
        for one in range(self.total):
            row, column = divmod(one, self.across)
            left = column * step + (column // _BLOCK) * wide * _BLOCK_GAP
            found.append(QRectF(left, row * tall, wide, wide * _SHAPE))
        return found

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width in device-independent pixels."""
        rows = ceil(self.total / self.across)
        return ceil(rows * self._person(width) * (_SHAPE + _GAP)) + 2

    def sizeHint(self) -> QSize:
        """Return the size with people as large as they get."""
        width = ceil(self._units() * self._largest()) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the size with people as small as can be told apart."""
        width = ceil(self._units() * _LEAST)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the crowd."""
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, edge = look.colour("primary"), look.colour("edge")
        wide = self._person(self.width())
        line = max(0.8, wide / 10)
        shape = person(wide - line, wide * _SHAPE - line)
        for one, place in enumerate(self.places()):
            happens = one < self.filled
            painter.setPen(QPen(ink if happens else edge, line))
            painter.setBrush(ink if happens else Qt.BrushStyle.NoBrush)
            painter.drawPath(shape.translated(place.left() + line / 2, place.top() + line / 2))

    def _units(self) -> float:
        """Return how many widths of a person one row takes."""
        blocks = (self.across - 1) // _BLOCK
        return self.across * (1 + _GAP) + blocks * _BLOCK_GAP

    def _largest(self) -> float:
        return theme.current().line_height() * _WIDEST

    def _person(self, width: int) -> float:
        return max(_LEAST, min(self._largest(), (width - 2) / self._units()))


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
