"""A month to pick a near date from; the typed boxes stay the first way."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDialog, QVBoxLayout, QWidget

from secondop_desktop.lang import _, code


class CalendarPopup(QDialog):
    """A calendar that closes with Esc, Enter or a click on a day."""

    picked = Signal(object)
    """The `datetime.date` chosen."""

    def __init__(self, start: date | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("calendarPopup")
        self.setAccessibleName(_("Calendar"))
        self.calendar = _calendar(start, self)
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.calendar)
        self.setFocusProxy(self.calendar)

    def _take(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()


def _calendar(start: date | None, parent: QWidget) -> QCalendarWidget:
    calendar = QCalendarWidget(parent)
    locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    calendar.setLocale(locale if code() == "en" else QLocale(code()))
    calendar.setAccessibleName(_("Calendar"))
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        # Qt paints weekends red, which here would look like an error.
        calendar.setWeekdayTextFormat(weekend, QTextCharFormat())
    if start:
        calendar.setSelectedDate(QDate(start.year, start.month, start.day))
    return calendar
