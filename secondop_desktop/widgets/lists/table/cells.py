"""How a cell is drawn: words that wrap, a line below the row, and a clear current row."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.long_words import parted
from secondop_desktop.widgets.theme import Space

_State = QStyle.StateFlag
_WRAP = Qt.TextFlag.TextWordWrap
_ABOVE = 10
_NEVER = 1 << 30
"""Wider than any column."""


class Cells(QStyledItemDelegate):
    """Draws cells; ``wraps`` is False for long tables, whose rows have one line each."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.wraps = True
        self._one_line: dict[str, int] = {}
        theme.current().changed.connect(self._forget)

    def _forget(self) -> None:
        """Measure anew; a slot of its own, as Qt would hold the method of a dict for ever."""
        self._one_line.clear()

    def one_line(self, text: str) -> int:
        """Return the width of a column in which a cell surely has one line; each is asked once.

        A table is laid out several times before it is seen, and to wrap each of hundreds of rows
        anew took most of that time.
        """
        if text not in self._one_line:
            self._one_line[text] = natural([text]) if text.isprintable() else _NEVER
        return self._one_line[text]

    def height(self, text: str, width: int) -> int:
        """Return the height of a cell in a column of this width, in device-independent pixels."""
        metrics = QFontMetrics(theme.current().font())
        if not self.wraps or self.one_line(text) <= width:
            return metrics.height() + 2 * _ABOVE
        room = QRect(0, 0, max(1, width - 2 * Space.MEDIUM), 10_000)
        words = parted(text, theme.current().font(), room.width())
        wrapped = metrics.boundingRect(room, _WRAP, words).height()
        return max(wrapped, metrics.height()) + 2 * _ABOVE

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a cell on one line."""
        return QSize(natural(index.data()), self.height("", 1))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        painter.save()
        self._ground(painter, option, index)
        words = option.rect.adjusted(Space.MEDIUM, 0, -Space.MEDIUM, 0)
        painter.setPen(theme.current().colour("text"))
        painter.setFont(theme.current().font())
        side = int(index.data(Qt.ItemDataRole.TextAlignmentRole))
        text = index.data()
        if self.wraps:
            text = parted(text, painter.font(), words.width())
        else:
            elide = Qt.TextElideMode.ElideRight
            text = painter.fontMetrics().elidedText(text, elide, words.width())
        painter.drawText(words, side | int(_WRAP), text)
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look, area = theme.current(), option.rect
        chosen = bool(option.state & _State.State_Selected)
        painter.fillRect(area, look.colour("primary_tint" if chosen else "surface"))
        if index.row() < index.model().rowCount() - 1:
            painter.setPen(QPen(look.colour("divider"), look.line))
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        if chosen and index.column() == 0:
            bar = QRect(area.left(), area.top(), Space.HAIR, area.height())
            painter.fillRect(bar, look.colour("primary"))
        view = option.widget
        if chosen and isinstance(view, QAbstractItemView) and view.hasFocus():
            _edges(painter, area, look.colour("text"))


def natural(texts: Iterable[str]) -> int:
    """Return the width of the widest cell on one line, in device-independent pixels."""
    metrics = QFontMetrics(theme.current().font())
    widest = max(map(metrics.horizontalAdvance, set(texts)), default=0)
    return widest + 2 * Space.MEDIUM + 2


def least(texts: Iterable[str]) -> int:
    """Return the width of the longest word of some cells: each is measured once."""
    return natural(word for text in texts for word in text.split())


def _edges(painter: QPainter, area: QRect, colour: QColor) -> None:
    painter.fillRect(QRect(area.left(), area.top(), area.width(), 3), colour)
    painter.fillRect(QRect(area.left(), area.bottom() - 2, area.width(), 3), colour)
