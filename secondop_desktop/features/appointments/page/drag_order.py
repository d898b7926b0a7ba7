"""Putting a list in order with the mouse: a row is held and let go between two others."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.lists.rich_list import RowList

_THICK = 4
_STEP = 12
"""How far the list scrolls, in pixels, with each move of the mouse beyond its edge."""


class DragOrder(QObject):
    """Watches the rows of a list; ``dropped`` carries a key and the place it was let go at.

    The place counts from 0 among the other rows. Keys and buttons do the same (``ListOrder``).
    """

    dropped = Signal(str, int)

    def __init__(self, rows: RowList) -> None:
        super().__init__(rows)
        self._list, self._held, self._pressed = rows, "", QPoint()
        self._dragging = False
        self._line = QFrame(rows.viewport())
        self._line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._line.hide()
        rows.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse from the list while a row is held, else let everything pass."""
        if not isinstance(event, QMouseEvent):
            return False
        kind, at = event.type(), event.position().toPoint()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._take(at)
        elif kind == QEvent.Type.MouseMove and self._held:
            return self._move(at)
        elif kind == QEvent.Type.MouseButtonRelease and self._held:
            return self._let_go(at)
        return False

    def _take(self, at: QPoint) -> None:
        index = self._list.indexAt(at)
        self._held = str(self._list.items()[index.row()].key) if index.isValid() else ""
        self._pressed = at

    def _move(self, at: QPoint) -> bool:
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._dragging:
            self._dragging = True
            self._list.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self._scroll(at)
            self._show_line(at)
        return self._dragging

    def _scroll(self, at: QPoint) -> None:
        bar, height = self._list.verticalScrollBar(), self._list.viewport().height()
        by = -_STEP if at.y() < 0 else _STEP if at.y() > height else 0
        bar.setValue(bar.value() + by)

    def _gap(self, at: QPoint) -> int:
        """Return the gap under the pointer: 0 before the first row, 1 after it and so on."""
        model = self._list.model()
        for row in range(model.rowCount()):
            if at.y() < self._list.visualRect(model.index(row, 0)).center().y():
                return row
        return model.rowCount()

    def _show_line(self, at: QPoint) -> None:
        gap, model = self._gap(at), self._list.model()
        last = gap >= model.rowCount()
        place = self._list.visualRect(model.index(gap - 1 if last else gap, 0))
        top = place.bottom() - _THICK if last else max(place.top() - _THICK // 2, 0)
        self._line.setStyleSheet(f"background: {theme.current().colour('primary').name()}")
        self._line.setGeometry(0, top, self._list.viewport().width(), _THICK)
        self._line.show()

    def _let_go(self, at: QPoint) -> bool:
        held, dragging = self._held, self._dragging
        self._held, self._dragging = "", False
        if not dragging:
            return False
        self._line.hide()
        self._list.viewport().unsetCursor()
        keys = list(map(str, self._list.keys()))
        if held in keys:
            gap = self._gap(at)
            self.dropped.emit(held, gap - (keys.index(held) < gap))
        return True
