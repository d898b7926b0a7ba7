"""One month of days as buttons; each says its whole date to screen readers."""

from calendar import monthrange
from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import WEEKDAYS, _
from secondop_desktop.widgets.controls.button import IconButton
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.theme import Space, Text, Weight

_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CELLS = 42


class DayButton(QToolButton):
    """One day; arrow keys go to other days, Page Up and Page Down to other months."""

    moved = Signal(int, int)
    """Days and months to go."""

    def __init__(self) -> None:
        super().__init__()
        self.day = date.min
        self.setCheckable(True)
        keep = self.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.setSizePolicy(keep)

    def show_day(self, day: date, *, chosen: bool) -> None:
        """Show this day; only the chosen one is reached by Tab."""
        self.day = day
        self.setText(str(day.day))
        words = PartialDate.of(day).words(weekday=True)
        today = day == local_today()
        self.setAccessibleName(_("{date}, today").format(date=words) if today else words)
        self.setChecked(chosen)
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if chosen else policy.ClickFocus)

    def sizeHint(self) -> QSize:
        """Make all days equally wide."""
        hint, metrics = super().sizeHint(), self.fontMetrics()
        spare = metrics.horizontalAdvance("30") - metrics.horizontalAdvance(self.text())
        side = max(hint.width() + spare, hint.height())
        return QSize(side, hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, choose, or leave the key to the window."""
        key = Qt.Key(event.key())
        if key in _DAYS:
            self.moved.emit(_DAYS[key], 0)
        elif key in _MONTHS:
            years = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.moved.emit(0, _MONTHS[key] * (12 if years else 1))
        elif key in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class Month(QWidget):
    """A grid of weeks from Monday, with buttons for the month before and after."""

    picked = Signal(object)
    """The `datetime.date` chosen."""

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = day
        self.title = Label(role=Text.BODY, weight=Weight.BOLD)
        self.before = IconButton(_("Previous month"), "chevron-left")
        self.after = IconButton(_("Next month"), "chevron-right")
        self.days = [DayButton() for _cell in range(_CELLS)]
        self._lay_out()
        self.before.clicked.connect(lambda: self._move(0, -1))
        self.after.clicked.connect(lambda: self._move(0, 1))
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        head, grid = QHBoxLayout(), QGridLayout()
        column.addLayout(head)
        column.addLayout(grid)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head.addWidget(self.before)
        head.addWidget(self.title, 1)
        head.addWidget(self.after)
        self._fill_grid(grid)

    def _fill_grid(self, grid: QGridLayout) -> None:
        grid.setSpacing(2)
        for at, name in enumerate(WEEKDAYS):
            short = Label(_(name)[:3], Text.SMALL, token="muted")
            short.setWordWrap(False)
            short.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(short, 0, at)
        for at, button in enumerate(self.days):
            grid.addWidget(button, 1 + at // 7, at % 7)
            button.clicked.connect(lambda _on, button=button: self.picked.emit(button.day))
            button.moved.connect(self._step)

    def take_focus(self) -> None:
        """Put the focus on the chosen day."""
        next(button for button in self.days if button.isChecked()).setFocus()

    def _step(self, days: int, months: int) -> None:
        self._move(days, months)
        self.take_focus()

    def _move(self, days: int, months: int) -> None:
        try:
            self.day = _later(self.day + timedelta(days), months)
        except (OverflowError, ValueError):
            return
        self._show()

    def _show(self) -> None:
        self.title.setText(PartialDate(self.day.year, self.day.month).words())
        first = self.day.replace(day=1)
        blank = first.weekday()
        last = blank + monthrange(first.year, first.month)[1]
        for at, button in enumerate(self.days):
            button.setVisible(blank <= at < last)
            button.setChecked(False)
            if blank <= at < last:
                day = first.replace(day=at - blank + 1)
                button.show_day(day, chosen=day == self.day)


def _later(day: date, months: int) -> date:
    """Return the same day some months on, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
