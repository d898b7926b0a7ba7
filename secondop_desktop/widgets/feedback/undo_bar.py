"""The bar that offers to undo the last change; it floats till it is dismissed or the page goes."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button, IconButton
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.controls.panel import Panel
from secondop_desktop.widgets.theme import Space


class UndoBar(Panel):
    """Says what was done, and offers to undo it.

    ``undone`` is sent when Undo is pressed, ``dismissed`` when the bar is closed; both hide it.
    """

    undone = Signal()
    dismissed = Signal()
    resized = Signal()
    """It says something else, and needs another room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("info_tint", "info", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.text = Label()
        self.undo = Button(_("Undo"), "undo")
        self.close_button = IconButton(_("Close this message"), "close")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.LARGE, Space.SMALL, Space.SMALL, Space.SMALL)
        row.setSpacing(Space.MEDIUM)
        row.addWidget(self.text, 1)
        row.addWidget(self.undo)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.undo.clicked.connect(lambda: self._leave(self.undone))
        self.close_button.clicked.connect(lambda: self._leave(self.dismissed))
        self.hide()

    def show_text(self, text: str) -> None:
        """Say what was done, aloud as well; the focus stays where it is."""
        self.text.setText(text)
        self.setAccessibleName(text)
        self.show()
        self.resized.emit()
        announce(self, text)

    def wanted_width(self) -> int:
        """Return the width in which the text stands on one line."""
        metrics = self.text.fontMetrics()
        around = 2 * Space.LARGE + 3 * Space.MEDIUM
        buttons = self.undo.sizeHint().width() + self.close_button.sizeHint().width()
        return metrics.horizontalAdvance(self.text.text()) + buttons + around

    def forget(self) -> None:
        """Go away and keep nothing of what was said."""
        self.hide()
        self.text.setText("")
        self.setAccessibleName("")

    def _leave(self, signal: SignalInstance) -> None:
        self.hide()
        signal.emit()
