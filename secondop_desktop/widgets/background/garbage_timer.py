"""Python's garbage, taken away only where it does no harm: between two events of the window."""

import gc
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer

_PAUSE_MS: Final = 1000
_LONGEST_MS: Final = 16_000
"""Between two looks while nobody does anything: a computer at rest is not to be woken often."""

_STIR: Final = 300
"""Objects made between two looks from which on something goes on."""

_MOST: Final = (5_000, 10, 10)
"""Objects made since the last look at the youngest; looks at one generation before the next."""


_TOO_MANY: Final = 150_000
"""Objects made since the last look that a job made: to look through them would stop the window."""


LET_GO_LATER: Final[deque[object]] = deque()
"""What may hold the last of a widget where it must not go: in another thread, or while a child of
that widget is being deleted, which would be deleted once more. It goes with the garbage."""


class _Jobs:
    """Counts the jobs that are at work beside the window."""

    def __init__(self) -> None:
        self._lock, self.count = threading.Lock(), 0

    def add(self, more: int) -> None:
        with self._lock:
            self.count += more


_AT_WORK: Final = _Jobs()


@contextmanager
def no_collecting() -> Iterator[None]:
    """Let all garbage lie while a job makes things: to look through millions stops the window."""
    _AT_WORK.add(1)
    try:
        yield
    finally:
        _AT_WORK.add(-1)


class Collector(QObject):
    """Looks for garbage from time to time, in the window's thread while nothing else goes on.

    Left alone, Python looks whenever a new object is made, in whatever thread. A widget found
    then is deleted while Qt goes through all its widgets, or beside the window's thread, and
    the program ends.
    """

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        gc.disable()
        self._made = 0
        self._timer = QTimer(self, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        stirred = bool(LET_GO_LATER) or abs(gc.get_count()[0] - self._made) > _STIR
        collect_due()
        self._made = gc.get_count()[0]
        longer = min(2 * self._timer.interval(), _LONGEST_MS)
        self._timer.setInterval(_PAUSE_MS if stirred else longer)


def collect_due() -> None:
    """Collect the oldest generation that has waited long enough, and all younger ones.

    Nothing is collected while a job is at work. What a long one made, such as the plan of an
    import, is not looked through ever: it goes when nothing refers to it.
    """
    LET_GO_LATER.clear()
    if _AT_WORK.count:
        return
    if gc.get_count()[0] > _TOO_MANY:
        gc.freeze()
    due = [at for at, count in enumerate(gc.get_count()) if count > _MOST[at]]
    if due:
        gc.collect(due[-1])
