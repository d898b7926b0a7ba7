"""When nobody is there: no key and no mouse for some minutes, or the computer slept."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

LOOK_MS = 5_000
_SLEPT = 60.0
"""Seconds between two looks after which the computer must have slept, in which time stood still."""
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class Idle(QObject):
    """Sends ``passed`` once nobody has touched a window for ``minutes()``; 0 is never.

    It listens to the windows themselves: to hear every event of every widget would be slow.
    """

    passed = Signal()

    def __init__(
        self,
        minutes: Callable[[], int],
        parent: QObject,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._minutes, self._clock = minutes, clock
        self._touched = self._looked = clock()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._app = QGuiApplication.instance()
        if isinstance(self._app, QGuiApplication):
            self._app.focusWindowChanged.connect(self._listen_to)
            self._listen_to(QGuiApplication.focusWindow())

    def start(self) -> None:
        """Begin to count from now."""
        self._touched = self._looked = self._clock()
        self._listen_to(QGuiApplication.focusWindow())
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def _listen_to(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there."""
        if event.type() in _SIGNS:
            self._touched = self._clock()
        return False

    def look(self) -> None:
        """Tell whether the time has passed; a clock that was put back counts as touched."""
        now = self._clock()
        slept = now - self._looked > _SLEPT
        self._touched = min(self._touched, now)
        self._looked = now
        limit = self._minutes() * 60
        if limit and (slept or now - self._touched >= limit):
            self._touched = now
            self.passed.emit()
