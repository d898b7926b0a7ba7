"""The headings of a table: they wrap, and an arrow shows by which one it is sorted."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.lists.table.rows import Column
from secondop_desktop.widgets.theme import Space, Text, Weight, icons

_WRAP: Final = Qt.TextFlag.TextWordWrap


class Heads(QHeaderView):
    """Draws the headings from tokens."""

    def __init__(self, columns: tuple[Column, ...], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self.setSectionsClickable(True)
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def natural(self, column: int) -> int:
        """Return the width of a heading on one line, in device-independent pixels."""
        words = QFontMetrics(_font()).horizontalAdvance(self._columns[column].title)
        return words + _arrow_room() + 2 * Space.MEDIUM

    def least(self, column: int) -> int:
        """Return the width of a heading's longest word."""
        metrics = QFontMetrics(_font())
        longest = max(metrics.horizontalAdvance(x) for x in self._columns[column].title.split())
        return longest + _arrow_room() + 2 * Space.MEDIUM

    def sizeHint(self) -> QSize:
        """Return the height of the tallest heading."""
        return QSize(0, self.height_needed())

    def height_needed(self) -> int:
        """Return the height of the tallest heading at the present widths."""
        metrics = QFontMetrics(_font())
        tallest = metrics.height()
        for at, column in enumerate(self._columns):
            room = QRect(0, 0, self._words(QRect(0, 0, self.sectionSize(at), 0)).width(), 10_000)
            tallest = max(tallest, metrics.boundingRect(room, _WRAP, column.title).height())
        return tallest + 2 * Space.MEDIUM

    def _words(self, area: QRect) -> QRect:
        inner = area.adjusted(Space.MEDIUM, 0, -Space.MEDIUM, 0)
        inner.setRight(max(inner.left() + 1, inner.right() - _arrow_room()))
        return inner

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        """Draw one heading."""
        look, column = theme.current(), self._columns[section]
        painter.save()
        painter.fillRect(area, look.colour("surface"))
        painter.setPen(QPen(look.colour("edge"), look.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setFont(_font())
        painter.setPen(look.colour("muted"))
        words = self._words(area)
        if column.right:
            words.translate(_arrow_room(), 0)
        painter.drawText(words, int(column.side) | int(_WRAP), column.title)
        if section == self.sortIndicatorSection():
            self._arrow(painter, area, right=column.right)
        painter.restore()

    def _arrow(self, painter: QPainter, area: QRect, *, right: bool) -> None:
        side = _arrow_room() - Space.HAIR
        left = area.left() + Space.MEDIUM if right else area.right() - Space.MEDIUM - side
        up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        spot = QRectF(left, area.center().y() - side / 2, side, side)
        icons.paint(painter, spot, "arrow-up" if up else "arrow-down", "text")


def _font() -> QFont:
    return theme.current().font(Text.SMALL, Weight.BOLD)


def _arrow_room() -> int:
    return icons.side()
