"""A row that wraps, so that large text never pushes a button out of the window."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import Shiboken

from secondop_desktop.widgets.theme import Space

_BETWEEN_LINES = Space.SMALL


class Flow(QLayout):
    """Places widgets side by side, middles in line, and starts a new line where the width ends.

    It holds its items itself: ``takeAt`` gives one up as its widget leaves, and the rest go with
    the row, since Qt deletes those of its own layouts only. Like every layout it is put in place
    empty, or its items would be held by a parent in Python as well and outlive what Qt deletes.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = Space.MEDIUM) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.destroyed.connect(partial(_delete, self._items))
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Append an item; Qt calls this for ``addWidget``."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end as Qt expects."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, or None past the end as Qt expects."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that the row wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width in device-independent pixels."""
        around = self.contentsMargins()
        inner = QRect(0, 0, width - around.left() - around.right(), 0)
        return self._lay(inner, place=False) + around.top() + around.bottom()

    def setGeometry(self, area: QRect) -> None:
        """Place the items into an area."""
        super().setGeometry(area)
        self._lay(area.marginsRemoved(self.contentsMargins()), place=True)

    def sizeHint(self) -> QSize:
        """Return the size with everything on one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        gaps = self.spacing() * max(0, len(sizes) - 1)
        width = sum(size.width() for size in sizes) + gaps
        height = max((size.height() for size in sizes), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """Return the size of the largest item, which one line can always hold."""
        result = QSize()
        for item in self._shown():
            result = result.expandedTo(item.minimumSize())
        return result.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = -1
        for item in self._shown():
            need = item.sizeHint().width()
            if need > left:
                lines.append([])
                left = width
            lines[-1].append(item)
            left -= need + self.spacing()
        return lines

    def _lay(self, area: QRect, *, place: bool) -> int:
        y = area.y()
        for line in self._lines(area.width()):
            height = max(_size(item, area.width()).height() for item in line)
            if place:
                self._place(line, QRect(area.x(), y, area.width(), height))
            y += height + _BETWEEN_LINES
        return max(0, y - _BETWEEN_LINES - area.y())

    def _place(self, line: list[QLayoutItem], area: QRect) -> None:
        x = area.x()
        for item in line:
            size = _size(item, area.width()).boundedTo(area.size())
            top = area.y() + (area.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(x, top), size))
            x += size.width() + self.spacing()


def _delete(items: list[QLayoutItem]) -> None:
    """Delete what a row held; its widgets are still there, or the item knows that they are not."""
    while items:
        item = items.pop()
        if Shiboken.isValid(item):
            Shiboken.delete(item)


def _size(item: QLayoutItem, width: int) -> QSize:
    """Return the item's own size, or where it is too wide and can wrap, its size wrapped."""
    own = item.sizeHint()
    if own.width() > width and item.hasHeightForWidth():
        return QSize(width, item.heightForWidth(width))
    return own
