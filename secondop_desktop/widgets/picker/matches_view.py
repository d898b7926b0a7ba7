"""The list of a picker: rows that wrap, and keys that lead back to the search line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.lists import rich_row_painting
from secondop_desktop.widgets.lists.rich_row_painting import Inks, Row
from secondop_desktop.widgets.picker.matching import Choice
from secondop_desktop.widgets.theme import Space

_Index = QModelIndex | QPersistentModelIndex
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _ChoiceRows(QStyledItemDelegate):
    """Paints title and detail below one another, as tall as their words need."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height at the width of the list."""
        width = option.rect.width()
        area = QRect(Space.MEDIUM, 0, max(width - 2 * Space.MEDIUM, 1), 0)
        spots = rich_row_painting.places(_row(index), area, rich_row_painting.title_font())
        return QSize(width, spots.height + 2 * Space.SMALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the ground as any list does, then the words."""
        look, row, area = theme.current(), _row(index), option.rect
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        current = chosen and option.widget.hasFocus()
        if chosen:
            painter.fillRect(area, look.colour("focus" if current else "primary_tint"))
            painter.setPen(QPen(look.colour("on_focus" if current else "primary"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        inside = area.adjusted(Space.MEDIUM, Space.SMALL, -Space.MEDIUM, -Space.SMALL)
        title = look.colour("on_focus" if current else "text")
        rest = look.colour("on_focus" if current else "muted")
        spots = rich_row_painting.places(row, inside, rich_row_painting.title_font())
        rich_row_painting.paint(
            painter, row, spots, rich_row_painting.title_font(), Inks(title, rest)
        )
        painter.restore()


def _row(index: _Index) -> Row:
    choice = index.data(Qt.ItemDataRole.UserRole)
    return Row(choice.title, choice.detail) if isinstance(choice, Choice) else Row("")


class ChoiceView(QListView):
    """The rows; Enter takes one, Up at the top and typing go back to the search line."""

    taken = Signal()
    back = Signal(str)
    """The user leaves the list, with the text typed, if any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_ChoiceRows(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self.taken)

    def sizeHint(self) -> QSize:
        """Ask for room for about six rows."""
        line = theme.current().line_height()
        return QSize(line * 22, line * 14)

    def minimumSizeHint(self) -> QSize:
        """Need room for two rows."""
        line = theme.current().line_height()
        return QSize(line * 10, line * 5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take, go back, or move."""
        if event.key() in _ENTER:
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.back.emit("")
        elif event.text().isprintable() and event.text():
            self.back.emit(event.text())
        else:
            super().keyPressEvent(event)
