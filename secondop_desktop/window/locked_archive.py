"""Asks for the password of an archive that is locked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import Label, paragraph


class LockedArchivePanel(Card):
    """The password is asked for, handed on by ``given``, and kept nowhere here."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.told = paragraph("")
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(_("Password of the archive"))
        self.password.returnPressed.connect(self._give)
        label = Label(_("Password of the archive"))
        label.setBuddy(self.password)
        self.open_button = Button(_("Open the archive"), "key", Rank.PRIMARY)
        self.open_button.clicked.connect(self._give)
        for part in (self.told, label, self.password):
            self.add(part)
        self.add_action(self.open_button)
        self.hide()

    def ask(self, why: str) -> None:
        """Say why, and take a password."""
        self.told.setText(why)
        self.show()

    def focus_start(self) -> None:
        """Begin with the password."""
        self.password.setFocus()

    def _give(self) -> None:
        password = self.password.text()
        self.password.clear()
        if password:
            self.given.emit(password)
