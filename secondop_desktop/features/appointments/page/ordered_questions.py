"""Questions in the user's own order: each opens, moves up and down, and can be taken off."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.key_press import on_key
from secondop_desktop.widgets.controls.panel import Panel
from secondop_desktop.widgets.controls.plain_tip import plain_tip
from secondop_desktop.widgets.fields.order_buttons import OrderButtons
from secondop_desktop.widgets.lists.button_rows import RowButton
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.theme import Space

_KEYS = (("Alt+Up", -1), ("Alt+Down", 1))


class _Line(QWidget):
    """One question and its three buttons."""

    def __init__(self, key: str, words: str, row: Row) -> None:
        super().__init__()
        self.key = key
        self.button = RowButton(row)
        self.order = OrderButtons()
        for part, name in self.order.parts(words):
            part.setAccessibleName(name)
            part.setToolTip(plain_tip(name))
        line = QHBoxLayout(self)
        line.setContentsMargins(2, 0, Space.SMALL, 0)
        line.setSpacing(Space.SMALL)
        line.addWidget(self.button, 1)
        line.addWidget(self.order)

    def stops(self) -> tuple[QWidget, ...]:
        """Return what can have the focus, in order."""
        return self.button, self.order.up, self.order.down, self.order.remove


class Ordered(Panel):
    """``moved`` carries a key and -1 or 1; Alt with an arrow key moves what has the focus."""

    opened = Signal(str)
    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.HAIR, 0, Space.HAIR)
        self._column.setSpacing(0)
        for keys, by in _KEYS:
            on_key(keys, self, partial(self._move_focused, by))

    def show_rows(self, rows: Sequence[tuple[str, str, Row]]) -> None:
        """Show these: key, the words of the question, and the row; the focus stays on its own."""
        at, key, stop = self._focused()
        for line in self.lines:
            drop(line, self._column)
        self.lines = [_Line(*row) for row in rows]
        for place, line in enumerate(self.lines):
            self._connect_signals(line)
            line.order.place(place, len(self.lines))
            line.button.last = place + 1 == len(self.lines)
            self._column.addWidget(line)
            line.show()
        self.setVisible(bool(rows))
        if at >= 0 and self.lines:
            self._focus(at, key, stop)

    def _connect_signals(self, line: _Line) -> None:
        line.button.clicked.connect(lambda: self.opened.emit(line.key))
        line.order.moved.connect(lambda by: self.moved.emit(line.key, by))
        line.order.removed.connect(lambda: self.removed.emit(line.key))

    def _focused(self) -> tuple[int, str, int]:
        """Return where the focus is: the place of the line, its key, and which of its stops."""
        has = QApplication.focusWidget()
        for at, line in enumerate(self.lines):
            if has in line.stops():
                return at, line.key, line.stops().index(has)
        return -1, "", 0

    def _focus(self, at: int, key: str, stop: int) -> None:
        """Bring the focus to the same button of the same question, or of the one in its place."""
        same = (line for line in self.lines if line.key == key)
        line = next(same, self.lines[min(at, len(self.lines) - 1)])
        wanted = line.stops()[stop]
        usable = wanted.isEnabled() and not wanted.isHidden()
        (wanted if usable else line.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _move_focused(self, by: int) -> None:
        at, key, _stop = self._focused()
        if at >= 0 and 0 <= at + by < len(self.lines):
            self.moved.emit(key, by)
            said = _("Now in place {number} of {count}")
            announce(self, said.format(number=at + by + 1, count=len(self.lines)))
