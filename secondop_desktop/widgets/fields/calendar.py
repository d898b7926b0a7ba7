"""A month to pick a near date from; the typed boxes stay the first way."""

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.panel import Panel
from secondop_desktop.widgets.fields.month import Month
from secondop_desktop.widgets.theme import Space


class CalendarPopup(QDialog):
    """A month that closes with Esc, or with the day chosen by Enter or a click."""

    picked = Signal(object)
    """The `datetime.date` chosen."""

    def __init__(self, start: date | None, below: QWidget) -> None:
        super().__init__(below, Qt.WindowType.Popup)
        self._below = below
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Calendar"))
        self.setAccessibleName(_("Calendar"))
        self.month = Month(start or local_today())
        self.month.picked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        ground = Panel(edge="edge", radius=0)
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(Space.MEDIUM, Space.MEDIUM, Space.MEDIUM, Space.MEDIUM)
        inner.addWidget(self.month)
        column.addWidget(ground)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand under the button, or where the screen has room."""
        super().showEvent(event)
        room = self._below.screen().availableGeometry()
        place = self._below.mapToGlobal(QPoint(0, self._below.height()))
        left = max(min(place.x(), room.right() - self.width()), room.left())
        top = max(min(place.y(), room.bottom() - self.height()), room.top())
        self.move(left, top)
        self.month.take_focus()

    def _take(self, day: date) -> None:
        self.picked.emit(day)
        self.close()
