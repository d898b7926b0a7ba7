"""Journals that the system hands to the running program, as macOS does after a double click.

There no second program is started and no file is named on the command line: Qt sends the
application an event for each file, the first one often before the window stands.
"""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class OpenedBySystem(QObject):
    """``asked`` carries the path of a journal to open.

    What comes before ``listen`` is kept, the last one only: one journal is open at a time.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._waiting, self._heard = "", False

    def takes(self, event: QEvent) -> bool:
        """Tell whether an event is for here; an address on the network is taken and left alone."""
        if not isinstance(event, QFileOpenEvent):
            return False
        if event.url().isLocalFile():
            self._take(event.url().toLocalFile())
        return True

    def taken(self) -> str:
        """Return the journal that came before anybody listened, or nothing, and forget it."""
        found, self._waiting = self._waiting, ""
        return found

    def listen(self) -> None:
        """Send from now on what comes, and what came since the window was begun."""
        self._heard = True
        if path := self.taken():
            self.asked.emit(path)

    def _take(self, path: str) -> None:
        if self._heard:
            self.asked.emit(path)
        else:
            self._waiting = path
