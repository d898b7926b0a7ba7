"""What a job says on its way, as the window hears it: the last word, a few times a second."""

import threading
from typing import Final

from PySide6.QtCore import QObject, QThread, QTimer, Signal

_PAUSE_MS: Final = 100
"""Between two words: a job has thousands, and each costs the window some turns of the job."""


class Sayings(QObject):
    """Takes words in the thread of a job and hands the newest on in the window's.

    Were each handed on, the window would do nothing else while they came.
    """

    said = Signal(str, int, int)
    _fresh = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._newest: tuple[str, int, int] | None = None
        self._awaited = False
        self._fresh.connect(self._hand_on)

    def take(self, text: str, done: int, total: int) -> None:
        """Keep what is said until the window has time for it; in its own thread that is now."""
        if QThread.currentThread() is self.thread():
            self.said.emit(text, done, total)
            return
        with self._lock:
            self._newest = (text, done, total)
            fresh, self._awaited = not self._awaited, True
        if fresh:
            self._fresh.emit()

    def end(self) -> None:
        """Say no more: what became of the job is told next."""
        self._newest = None

    def _hand_on(self) -> None:
        with self._lock:
            newest, self._newest = self._newest, None
            self._awaited = newest is not None
        if newest is not None:
            self.said.emit(*newest)
            QTimer.singleShot(_PAUSE_MS, self, self._hand_on)
