"""About Secondop: its version, how it is updated, and what it is made of."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.labels import paragraph
from secondop_desktop.widgets.dialogs.messages import Answer, Dialog
from secondop_desktop.window.about import told
from secondop_desktop.window.about.licences_dialog import LicencesDialog

UPDATING = "updating"
"""The topic of the help on updating."""


class AboutDialog(Dialog):
    """Facts to read and to copy; ``open_help`` opens a topic of the help."""

    def __init__(self, parent: QWidget | None, open_help: Callable[[str], None]) -> None:
        super().__init__(
            parent,
            _("About Secondop"),
            _(
                "A personal record. Not a medical device; it does not diagnose, interpret or "
                "advise. In an emergency call 999; for urgent advice, NHS 111."
            ),
        )
        self._open_help = open_help
        for name, text in told.facts():
            self.content.addWidget(paragraph(f"{name}: {text}"))
        self.content.addWidget(paragraph(_updates()))
        self._add_buttons()

    def _add_buttons(self) -> None:
        close = self.add_answer(Answer("", _("Close")))
        acts = (
            (_("How to update"), lambda: self._open_help(UPDATING)),
            (_("Parts and licences"), self._show_licences),
            (_("Copy these details"), self._copy),
        )
        for words, act in acts:
            button = Button(words)
            button.clicked.connect(act)
            self.buttons.addWidget(button)
        close.setDefault(True)
        close.setFocus()

    def _show_licences(self) -> None:
        LicencesDialog(self).exec()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(told.details())
        announce(self, _("Copied"))


def _updates() -> str:
    return _("Secondop never uses the internet, so you update it by hand.")
