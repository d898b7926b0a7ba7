"""Move up, move down, remove: the same three buttons beside every line of an ordered list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import IconButton
from secondop_desktop.widgets.fields.base import Parts
from secondop_desktop.widgets.theme import Space


class OrderButtons(QWidget):
    """Buttons that say which line they belong to; they follow the lines by number."""

    moved = Signal(int)
    """-1 for up, 1 for down."""
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.up = IconButton(_("Move up"), "arrow-up", self)
        self.down = IconButton(_("Move down"), "arrow-down", self)
        self.remove = IconButton(_("Remove"), "close", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.HAIR)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)

    def place(self, at: int, count: int) -> None:
        """Switch off what the first and the last line cannot do; a single one cannot move."""
        for button in (self.up, self.down):
            button.setVisible(count > 1)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(at < count - 1)

    def parts(self, line: str) -> Parts:
        """Name each button after the line it moves."""
        return [
            (self.up, _("Move up: {line}").format(line=line)),
            (self.down, _("Move down: {line}").format(line=line)),
            (self.remove, _("Remove: {line}").format(line=line)),
        ]
