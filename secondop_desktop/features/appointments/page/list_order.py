"""Under a list that has an order: buttons, and keys, which move its current row."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.lists.rich_list import RowList
from secondop_desktop.widgets.theme import Space


class ListOrder(QWidget):
    """Sends ``moved`` with -1 for up and 1 for down; Alt with an arrow does so in the list."""

    moved = Signal(int)

    def __init__(self, rows: RowList) -> None:
        super().__init__()
        self._list = rows
        self.up = Button(_("Move up"), "arrow-up")
        self.down = Button(_("Move down"), "arrow-down")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(Space.SMALL, 0, Space.SMALL, 0)
        row.setSpacing(Space.SMALL)
        for button, keys, by in ((self.up, "Alt+Up", -1), (self.down, "Alt+Down", 1)):
            row.addWidget(button)
            self._connect_signals(button, keys, by)
        row.addStretch(1)
        rows.selectionModel().currentChanged.connect(self.follow)

    def _connect_signals(self, button: Button, keys: str, by: int) -> None:
        button.clicked.connect(lambda: self.moved.emit(by))
        shortcut = QShortcut(QKeySequence(keys), self._list)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(lambda: self.moved.emit(by))

    def put_beside(self, part: QWidget) -> None:
        """Put what is said of the list on the same line."""
        self._row.addWidget(part)

    def follow(self) -> None:
        """Switch off what the first and the last row cannot do; a single one cannot move."""
        keys = self._list.keys()
        key = self._list.current_key()
        at = keys.index(key) if key in keys else -1
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < len(keys) - 1)
        self.setVisible(len(keys) > 1)

    def keep_focus(self, by: int) -> None:
        """Go on with the other button where the one that moved a row is switched off now."""
        moved, other = (self.up, self.down) if by < 0 else (self.down, self.up)
        if not moved.isEnabled() and not self._list.hasFocus():
            other.setFocus()
