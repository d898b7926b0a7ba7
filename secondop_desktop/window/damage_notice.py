"""Leads to the check of the journal when something in it could not be read."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets.dialogs.messages import confirm


class DamageNotice(QObject):
    """Asks once for each opening whether to look the journal through, after it was seen."""

    check_wanted = Signal()

    def __init__(self, window: QWidget, journal: Journal, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._journal = window, journal
        self._told = False

    def look(self) -> None:
        """Tell of it with the next turn, when the page that met it stands."""
        if self._journal.met_harm and not self._told:
            self._told = True
            QTimer.singleShot(0, self, self._ask)

    def _ask(self) -> None:
        text = _(
            "A value in this journal is not as it was saved, as can happen when a disk "
            "fails. It is shown as it was found, and everything else can be used. “Check this "
            "journal” shows which entries it is about; a safe copy may still have them."
        )
        if confirm(
            self._window,
            _("Something in this journal cannot be read"),
            text,
            _("Check this journal"),
            _("Go on"),
        ):
            self.check_wanted.emit()
