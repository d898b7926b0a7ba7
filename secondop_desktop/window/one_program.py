"""One program for one person: a second start hands its journal to the first and ends.

Not by a local socket, as is usual: no part of the program opens a socket of any kind, and that is
easier to trust than a list of exceptions. The first program holds a lock in a folder that only
this person may enter, and watches it for a request: a file with the path of the journal to open,
or with nothing in it, which is taken away as soon as it is read.
"""

import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QTimer, Signal

from secondop_desktop.journal.storage.private_folders import made_private
from secondop_desktop.paths import runtime_folder

WAIT_SECONDS = 5.0
"""As long as this the first program may take to answer; then the second starts by itself."""
_LOCK, _REQUEST = "running.lock", "request"
_STEP_SECONDS = 0.02


class OneProgram(QObject):
    """The claim to be the one program. ``asked`` carries the path of a journal, or nothing.

    ``first`` is True as long as no other program is the first; without a private folder on this
    computer there is no way to know, and every start is a program of its own.
    """

    asked = Signal(str)

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._folder = folder or runtime_folder()
        self._private = made_private(self._folder)
        self._lock = QLockFile(str(self._folder / _LOCK))
        self._lock.setStaleLockTime(0)  # a program that runs for weeks still holds it
        self.first = not self._private or self._lock.tryLock(0)
        self._watcher: QFileSystemWatcher | None = None

    def listen(self) -> None:
        """Take requests of later starts from now on."""
        if not self._private or not self.first:
            return
        self._watcher = QFileSystemWatcher([str(self._folder)], self)
        self._watcher.directoryChanged.connect(self._look)
        QTimer.singleShot(0, self, self._look)

    def hand_over(self, journal: Path | None) -> bool:
        """Ask the first program to come forward with a journal; False when it does not answer."""
        from secondop_desktop.journal.storage.private_files import write_private

        request = self._folder / _REQUEST
        wanted = "" if journal is None else str(journal.resolve())
        try:
            write_private(request, wanted.encode())
        except OSError:
            return False
        return _gone(request)

    def let_go(self) -> None:
        """Be the first program no longer; the program has ended."""
        self._lock.unlock()

    def _look(self) -> None:
        request = self._folder / _REQUEST
        try:
            wanted = request.read_text("utf-8")
            request.unlink()
        except (OSError, ValueError):
            return
        self.asked.emit(wanted)


def _gone(request: Path) -> bool:
    """Wait till the request was taken; one that nobody takes does not stay."""
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end:
        if not request.exists():
            return True
        time.sleep(_STEP_SECONDS)
    request.unlink(missing_ok=True)
    return False
