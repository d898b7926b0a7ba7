"""One thing to do as a line: ticked off in place, opened by its words."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.panel import Panel
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.lists.button_rows import SteppingRow
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone
from secondop_desktop.window.due import Due

_BESIDE_LINES: Final = 26
"""From this width on, in heights of a line, a button stands beside the words."""
_TARGET: Final = 28
"""The least side of a box, in device-independent pixels."""


def row_of(due: Due, icon: str, whose: str = "") -> Row:
    """Return what a line says: for whom, what to do, by when, who does it, what it comes from."""
    told = (_for(whose), _day(due), due.written, due.who, due.why.replace("\n", " "))
    detail = " · ".join(part for part in told if part)
    begun = Status(_("Draft"), Tone.PLAIN) if due.draft else None
    return Row(due.text or _("Task"), detail, status=begun, icon="" if due.task else icon)


def _for(whose: str) -> str:
    """Say for whom it is, where several people's things are listed."""
    return _("for {name}").format(name=whose) if whose else ""


def _day(due: Due) -> str:
    if due.done:
        return _("Done {date}").format(date=due.done_on.words()) if due.done_on else _("Done")
    if due.by is None:
        return ""
    if due.kind == "appointment":
        return due.by.words(weekday=True)
    return _("by {date}").format(date=due.by.words())


class Line(QWidget):
    """A box to tick, or a button to be reminded, and the words that lead to the entry."""

    opened = Signal()
    ticked = Signal(bool)
    reminded = Signal()
    stepped = Signal(int)
    chosen = Signal()
    """Ctrl was held while it was pressed: it is to be chosen together with others."""
    menu_wanted = Signal(QPoint)

    def __init__(self, due: Due, row: Row, whose: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.due, self._whose = due, whose
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(Space.SMALL, 0, Space.SMALL, 0)
        self._box.setSpacing(Space.HAIR)
        self.words = SteppingRow(row, self)
        self.words.clicked.connect(self.opened)
        self.words.stepped.connect(self.stepped)
        self.tick = self._tick(row) if due.task else None
        theme.current().changed.connect(self._level)
        self._box.addWidget(self.words, 1)
        self.remind = None if due.task else self._remind()
        self.last = True
        self._is_chosen = False
        self.words.installEventFilter(self)

    def set_chosen(self, chosen: bool) -> None:
        """Show whether it is chosen together with others."""
        self._is_chosen = chosen
        self.words.setAccessibleDescription(_("Chosen") if chosen else "")
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose by Ctrl and a press, which does not open the entry."""
        press = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress
        held = Qt.KeyboardModifier.ControlModifier
        if press and self.due.task and event.modifiers() & held:  # type: ignore[attr-defined]
            self.chosen.emit()
            return True
        return super().eventFilter(watched, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a task."""
        if self.due.task:
            self.menu_wanted.emit(event.pos())

    def _tick(self, row: Row) -> QCheckBox:
        tick = QCheckBox(self)
        tick.setChecked(self.due.done)
        task = ", ".join(part for part in (row.title, _for(self._whose)) if part)
        tick.setAccessibleName(_("Done: {task}").format(task=task))
        tick.setToolTip(_("Not done yet") if self.due.done else _("Tick when it is done"))
        tick.setMinimumSize(_TARGET, _TARGET)
        tick.clicked.connect(self.ticked)
        self._beside = QVBoxLayout()
        self._box.insertLayout(0, self._beside)
        self._beside.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        return tick

    def _level(self) -> None:
        """Put the box level with the first line of the words."""
        if self.tick is None:
            return
        lack = theme.current().line_height() - max(_TARGET, self.tick.sizeHint().height())
        self._beside.setContentsMargins(0, max(0, Space.MEDIUM + lack // 2), 0, 0)

    def _remind(self) -> Button:
        button = Button(_("Remind me…"), "add", Rank.QUIET)
        name = _("Remind me: {what}").format(what=self.due.text)
        button.setAccessibleName(name)
        button.setToolTip(_("Make this a task of your own, with your own date"))
        button.clicked.connect(self.reminded)
        self._box.addWidget(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button under the words where they would have too little room beside it."""
        super().resizeEvent(event)
        self._level()
        if self.remind is not None:
            beside = self.width() >= theme.current().line_height() * _BESIDE_LINES
            ways = QBoxLayout.Direction
            self._box.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge to the next line, and the tint of what is chosen."""
        if self._is_chosen:
            QPainter(self).fillRect(self.rect(), theme.current().colour("primary_tint"))
        if not self.last:
            look, painter = theme.current(), QPainter(self)
            painter.setPen(QPen(look.colour("divider"), look.line))
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())


class Lines(Panel):
    """Lines below one another on one card."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.lines: list[Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, Space.HAIR, 2, Space.HAIR)
        self._column.setSpacing(0)

    def add(self, line: Line) -> None:
        """Put a line under the others."""
        if self.lines:
            self.lines[-1].last = False
        self.lines.append(line)
        self._column.addWidget(line)
        line.stepped.connect(lambda by: self._step(line, by))

    def _step(self, line: Line, by: int) -> None:
        at = self.lines.index(line) + by
        if 0 <= at < len(self.lines):
            self.lines[at].words.setFocus(Qt.FocusReason.TabFocusReason)
