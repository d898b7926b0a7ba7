"""A PDF that is locked: its password is asked for, used once, and kept nowhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import Label, heading
from secondop_desktop.widgets.controls.panel import Panel
from secondop_desktop.widgets.fields.line import Line
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.theme import Space

_CHARS = 20


class LockedPdf(Panel):
    """Asks for the password; ``given`` carries it once, and the field is empty again."""

    given = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(name)
        self.password = Line(_CHARS)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.open = Button(_("Open"), "check", Rank.PRIMARY)
        self.trouble = Label()
        self.trouble.hide()
        self._lay_out(name)
        self.open.clicked.connect(self._give)
        self.password.returnPressed.connect(self._give)

    def _lay_out(self, name: str) -> None:
        prompt = Label(_("Password of this file"))
        prompt.setBuddy(self.password)
        self.password.setAccessibleName(prompt.text())
        kept = _(
            "This PDF is locked with a password. It is kept in your journal exactly as it is, "
            "locked. The password is used to show it now and is not kept."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.ROOMY, Space.ROOMY, Space.ROOMY, Space.ROOMY)
        column.setSpacing(Space.MEDIUM)
        for part in (heading(name, 2), Label(kept), prompt):
            column.addWidget(part)
        row = Flow()
        column.addLayout(row)
        row.addWidget(self.password)
        row.addWidget(self.open)
        column.addWidget(self.trouble)
        column.addStretch(1)

    def refuse(self) -> None:
        """Say that the password does not open the file, and wait for another."""
        self.trouble.setText(_("This password does not open the file. Type it again."))
        self.trouble.show()
        self.password.setFocus()
        announce(self, self.trouble.text())

    def _give(self) -> None:
        password = self.password.text()
        self.password.clear()
        if password:
            self.given.emit(password)
