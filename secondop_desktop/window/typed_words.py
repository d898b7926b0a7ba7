"""Lets the search index learn what was typed, once nobody goes on typing."""

from PySide6.QtCore import QObject, QTimer

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.history import MERGE_SECONDS
from secondop_desktop.widgets.background.watch import Watch


class TypedWords(QObject):
    """Waits as long as typing in one field is one step; each change begins the wait anew.

    A search finds the words meanwhile, but what was typed over still stands in the file.
    """

    def __init__(self, journal: Journal, watch: Watch, parent: QObject) -> None:
        super().__init__(parent)
        self._journal = journal
        self._pause = QTimer(self, singleShot=True, interval=MERGE_SECONDS * 1000)
        self._pause.timeout.connect(self.learn)
        watch.changed.connect(self._pause.start)

    @property
    def waits(self) -> bool:
        """Whether somebody may go on typing."""
        return self._pause.isActive()

    def learn(self) -> None:
        """Let the index learn them now."""
        if not self._journal.is_closed:
            self._journal.learn_typed()

    def stop(self) -> None:
        """Learn no more; closing the journal does it."""
        self._pause.stop()
