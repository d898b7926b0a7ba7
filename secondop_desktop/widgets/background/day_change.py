"""Tells when the day has gone on, so that nothing on the screen still speaks of yesterday."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal

from secondop_desktop.journal.values import clock
from secondop_desktop.widgets.background.press import once_released

LOOK_MS = 60_000
"""How often the clock is looked at. A timer set for midnight would be late by as long as the
computer slept, and wrong once the clock is put right; looking often is neither."""


class Day(QObject):
    """Looks at the clock every minute and whenever a window comes to the front.

    ``turned`` follows a change of the date, in whichever direction; ``passed`` any look after
    which another minute is shown on the clock, for what is over at a time of day. While it
    ``waits`` nothing is told, as whoever hears it reads the journal: the next look tells it.
    """

    turned = Signal()
    passed = Signal()

    def __init__(
        self, parent: QObject | None = None, waits: Callable[[], bool] = lambda: False
    ) -> None:
        super().__init__(parent)
        self._waits = waits
        self._minute = self._now()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)

    def follow(self, window: QObject) -> None:
        """Look from now on, also when this window becomes the active one."""
        window.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Look no longer."""
        self._timer.stop()

    def look(self) -> None:
        """Tell what has passed since the last look, or once a press that began is over."""
        once_released(self, self._tell)

    def _tell(self) -> None:
        if self._waits():
            return
        before, self._minute = self._minute, self._now()
        if before.date() != self._minute.date():
            self.turned.emit()
        if before != self._minute:
            self.passed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look when the window is activated; the event goes on its way."""
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return super().eventFilter(watched, event)

    @staticmethod
    def _now() -> datetime:
        return clock.local_now().replace(second=0, microsecond=0)
