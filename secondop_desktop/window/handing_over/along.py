"""What goes along with a folder or a zip: discs, and for a zip its password."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.labels import Label, small
from secondop_desktop.widgets.dialogs.file_dialogs import ask_folder
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.theme import Space

_SHORT = 10


class Along(QWidget):
    """Asks for discs and the password; the password is kept nowhere."""

    def __init__(self) -> None:
        super().__init__()
        self._discs: list[Path] = []
        self.disc = Button(_("Add a disc of pictures…"), "folder")
        self.disc.clicked.connect(self._ask_disc)
        self.no_disc = Button(_("Without a disc"))
        self.no_disc.clicked.connect(lambda: self.set_discs(()))
        self.discs_said = small("")
        self.first, self.again = _secret(_("Password for the zip")), _secret(_("The same again"))
        self._labels = [Label(edit.accessibleName()) for edit in (self.first, self.again)]
        for label, edit in zip(self._labels, (self.first, self.again), strict=True):
            label.setBuddy(edit)
        self.hint = small(
            _(
                "Tell them the password by phone, not in the same e-mail. "
                "7-Zip, WinZip, WinRAR, Keka and The Unarchiver open such a zip."
            )
        )
        self._lay_out()
        self.set_discs(())

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.HAIR)
        buttons = Flow()
        rows.addLayout(buttons)
        buttons.addWidget(self.disc)
        buttons.addWidget(self.no_disc)
        rows.addWidget(self.discs_said)
        for label, edit in zip(self._labels, (self.first, self.again), strict=True):
            rows.addWidget(label)
            rows.addWidget(edit)
        rows.addWidget(self.hint)

    def fit(self, *, disc: bool, password: bool) -> None:
        """Ask only what is needed."""
        self.setVisible(disc or password)
        self.disc.setVisible(disc)
        self.set_discs(self._discs if disc else ())
        for part in (*self._labels, self.first, self.again, self.hint):
            part.setVisible(password)

    def discs(self) -> tuple[Path, ...]:
        """Return the folders of the discs."""
        return tuple(self._discs)

    def set_discs(self, discs: Sequence[Path]) -> None:
        """Take these discs, and say which they are."""
        self._discs = list(discs)
        text = ngettext("Disc: {names}", "Discs: {names}", len(self._discs))
        self.discs_said.setText(text.format(names=", ".join(map(str, self._discs))))
        self.discs_said.setVisible(bool(self._discs))
        self.no_disc.setVisible(bool(self._discs))

    def _ask_disc(self) -> None:
        found = ask_folder(self, _("Which disc, or which copy of one?"))
        if found is not None and found not in self._discs:
            self.set_discs([*self._discs, found])

    def password(self) -> str:
        """Return the password."""
        return self.first.text()

    def problem(self) -> str:
        """Say what is wrong with the password; empty where nothing is."""
        if not self.first.text():
            return _("A zip needs a password. Type it twice.")
        if self.first.text() != self.again.text():
            return _("The two passwords are not the same. Type them again.")
        if len(self.first.text()) < _SHORT:
            return _("The password is short. Use at least 10 letters, such as three words.")
        return ""

    def forget(self) -> None:
        """Keep no password that was used."""
        self.first.clear()
        self.again.clear()


def _secret(name: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    edit.setAccessibleName(name)
    return edit
