"""The parts of the program and the text of every licence, to read and to search."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.labels import set_role
from secondop_desktop.widgets.dialogs.messages import Answer, Dialog
from secondop_desktop.widgets.theme import Text
from secondop_desktop.window.about import told

_LINES = 22
_MOST = 0.33
"""Of the height of the screen; the heading and the button need their own."""


class LicencesDialog(Dialog):
    """A long text that can be read with the keyboard, marked and copied."""

    chars = 90

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(
            parent,
            _("Parts and licences"),
            _("What Secondop is made of: each part, its version and licence, then all licences."),
        )
        self.reading = QPlainTextEdit(told.parts_and_licences())
        self.reading.setReadOnly(True)
        self.reading.setTabChangesFocus(True)
        self.reading.setAccessibleName(_("Parts and licences"))
        set_role(self.reading, Text.BODY)
        self.content.addWidget(self.reading)
        room = self.screen().availableGeometry().height()
        lines = self.reading.fontMetrics().lineSpacing() * _LINES
        self.reading.setMinimumHeight(min(lines, int(room * _MOST)))
        self.add_answer(Answer("", _("Close"))).setDefault(True)
        self.reading.setFocus()
