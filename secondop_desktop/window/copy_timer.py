"""Makes a safe copy while a journal is open, half an hour after something in it changed."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets.background import jobs
from secondop_desktop.widgets.background.jobs import Runner
from secondop_desktop.widgets.dialogs.messages import tell

LOOK_MS = 5 * 60_000
"""How often it is asked whether a copy is due; ``backup.due`` knows when that is."""


class CopyTimer(QObject):
    """Looks from time to time; a copy that cannot be made is told when the journal is closed."""

    copied = Signal()

    def __init__(self, journal: Journal, run: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._journal, self._run = journal, run
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._making = False

    def stop(self) -> None:
        """Make no more copies."""
        self._timer.stop()

    def look(self) -> None:
        """Begin a copy beside the window, if one is due."""
        if self._journal.read_only or self._making:
            return
        if backup.due(self._journal.path, datetime.now().astimezone()):
            self._making = True
            jobs.start(
                self._run, lambda _job: self._copy(), self, done=self._made, failed=self._fail
            )

    def _copy(self) -> None:
        _make_copy(self._journal)

    def _made(self, _nothing: object) -> None:
        self._making = False
        self.copied.emit()

    def _fail(self, error: Exception) -> None:
        self._making = False
        if not isinstance(error, UserError):
            raise error


def copy_at_close(parent: QWidget, journal: Journal) -> None:
    """Make a safe copy of a journal that is about to be closed, if one is due; say why not."""
    try:
        journal.check_in_place()
        if backup.due(journal.path, datetime.now().astimezone()):
            _make_copy(journal)
    except UserError as error:
        tell(parent, _("No safe copy was made"), str(error))


def _make_copy(journal: Journal) -> None:
    journal.check_in_place()
    journal.backup()
    backup.thin(journal.path)
