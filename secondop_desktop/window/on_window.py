"""What comes to the window itself: the side buttons of the mouse, and what is dropped on it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from secondop_desktop.window.dropping import DropAnywhere

_STEPS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class OnWindow(QObject):
    """Goes back or forward by the mouse, and hands on what is dropped while ``takes``."""

    def __init__(self, window: QWidget, drops: DropAnywhere, step: Callable[[int], object]) -> None:
        super().__init__(window)
        self._window, self._drops, self._step = window, drops, step
        self.takes = False
        window.installEventFilter(self)
        self._follow_handle()

    def _follow_handle(self) -> None:
        """Listen to what the system calls the window; it gets another when it is shown anew."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the window's own events before any part of it."""
        if watched is self._window:
            if event.type() == QEvent.Type.Show:
                self._follow_handle()
            return False
        if self.takes and self._drops.handles(event):
            return True
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            by = _STEPS.get(event.button())
            if by is not None:
                self._step(by)
                return True
        return False
