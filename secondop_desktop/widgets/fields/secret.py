"""A passphrase: hidden while it is typed, shown when the person wants to see it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.fields.base import Parts
from secondop_desktop.widgets.fields.line import OneLineField
from secondop_desktop.widgets.fields.wrapping import WrapCheck

_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretField(OneLineField):
    """One line that may be pasted into and shown; the value is the text letter for letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.line.setInputMethodHints(_HINTS)
        self.show_box = WrapCheck(_("Show what I type"), self)
        self.show_box.toggled.connect(self._reveal)
        self.body.addWidget(self.show_box)
        self._reveal(False)

    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.line.setEchoMode(mode.Normal if shown else mode.Password)

    def value(self) -> str | None:
        """Return what was typed, with every space, or None when there is nothing."""
        return self.line.text() or None

    def parts(self) -> Parts:
        """The line carries the label's name, the box its own words."""
        return [(self.line, ""), (self.show_box, self.show_box.text())]

    def clear(self) -> None:
        """Forget what was typed; nothing of it can be undone back."""
        self.line.setText("")

    def _fill(self, value: str | None) -> None:
        self._fill_text(value or "")
