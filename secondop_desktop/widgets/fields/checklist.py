"""Lines to tick off, written and put in order by keyboard or mouse."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.fields.base import FieldEdit, Parts
from secondop_desktop.widgets.fields.line import Line
from secondop_desktop.widgets.fields.order_buttons import OrderButtons
from secondop_desktop.widgets.fields.tab_start import TabStart
from secondop_desktop.widgets.theme import Space

Lines = tuple[tuple[str, bool], ...]
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CheckRow(QWidget):
    """One line: its tick, its words, its buttons."""

    entered = Signal()
    emptied = Signal()
    moved = Signal(int)

    def __init__(self, text: str = "", done: bool = False) -> None:
        super().__init__()
        self.box, self.line = QCheckBox(self), Line(parent=self)
        self.buttons = OrderButtons(self)
        self.box.setChecked(done)
        self.line.setText(text)
        self.line.setCursorPosition(0)
        self.line.installEventFilter(self)
        self.buttons.moved.connect(self.moved)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        row.addWidget(self.box)
        row.addWidget(self.line, 1)
        row.addWidget(self.buttons)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter starts the next line, Backspace in an empty one takes it away, Alt moves it."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.line.text():
            self.emptied.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in _MOVES:
            self.moved.emit(_MOVES[Qt.Key(event.key())])
        else:
            return False
        return True


class ChecklistField(FieldEdit):
    """A tuple of (text, done) pairs in order, without empty lines; None when there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[CheckRow] = []
        self._tab_start = TabStart(self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.HAIR)
        self.add = Button(_("Add a line"), "add")
        self.add.clicked.connect(lambda: self._start(len(self.rows)))
        self.body.addLayout(self._lines)
        self.body.addWidget(self.add)

    def value(self) -> Lines | None:
        """Return the lines that say something."""
        pairs = ((row.line.text().strip(), row.box.isChecked()) for row in self.rows)
        return tuple(pair for pair in pairs if pair[0]) or None

    def focus_widget(self) -> QWidget:
        """Return the first line, or the button that makes one."""
        return self.rows[0].line if self.rows else self.add

    def parts(self) -> Parts:
        """Ticks and buttons say the words of their line."""
        parts: Parts = []
        for at, row in enumerate(self.rows, 1):
            text = row.line.text().strip() or _("line {number}").format(number=at)
            parts += [(row.box, _("Done: {line}").format(line=text))]
            parts += [(row.line, _("Line {number}").format(number=at)), *row.buttons.parts(text)]
        return [*parts, (self.add, self.add.text())]

    def _fill(self, value: Lines | None) -> None:
        wanted = value or ()
        while len(self.rows) > len(wanted):
            self._take(self.rows[-1])
        for at, (text, done) in enumerate(wanted):
            if at == len(self.rows):
                self._insert(at, CheckRow(text, done))
            elif self.rows[at].line.text().strip() != text:
                self.rows[at].line.setText(text)
            self.rows[at].box.setChecked(done)
        self._number()

    def _start(self, at: int) -> None:
        self._insert(at, CheckRow())
        self._number()
        self.rows[at].line.setFocus(Qt.FocusReason.TabFocusReason)

    def _insert(self, at: int, row: CheckRow) -> None:
        self.rows.insert(at, row)
        self._lines.insertWidget(at, row)
        row.line.textChanged.connect(self._changed)
        row.line.editingFinished.connect(self._tell_access)
        row.box.toggled.connect(self._changed)
        row.entered.connect(lambda: self._start(self.rows.index(row) + 1))
        row.emptied.connect(lambda: self._remove(row))
        row.buttons.removed.connect(lambda: self._remove(row))
        row.moved.connect(lambda by: self._move(row, by))

    def _take(self, row: CheckRow) -> None:
        self.rows.remove(row)
        drop(row, self._lines)

    def _remove(self, row: CheckRow) -> None:
        at = self.rows.index(row)
        before = self.value()
        near = self.rows[at + 1 : at + 2] or self.rows[max(at - 1, 0) : at]
        (near[0].line if near else self.add).setFocus(Qt.FocusReason.TabFocusReason)
        self._take(row)
        self._number()
        if self.value() != before:
            self._changed()

    def _move(self, row: CheckRow, by: int) -> None:
        at = self.rows.index(row)
        if not 0 <= at + by < len(self.rows):
            return
        focused = self.focusWidget()
        self.rows.insert(at + by, self.rows.pop(at))
        self._lines.removeWidget(row)
        self._lines.insertWidget(at + by, row)
        self._number()
        self._keep_focus(row, focused)
        self._changed()

    def _keep_focus(self, row: CheckRow, focused: QWidget | None) -> None:
        keep = focused if focused is not None and focused.isEnabled() else row.line
        keep.setFocus(Qt.FocusReason.TabFocusReason)

    def _number(self) -> None:
        for at, row in enumerate(self.rows):
            row.buttons.place(at, len(self.rows))
        self._tab_start.lead(self.parts())
        self._tell_access()
