"""While a mouse button is down nothing may move: what would have moved the target waits."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from secondop_desktop.widgets.background.garbage_timer import LET_GO_LATER


def pressed() -> bool:
    """Tell whether a mouse button is down: then nothing may move, or the press is lost."""
    return QApplication.mouseButtons() != Qt.MouseButton.NoButton


def once_released(owner: QObject, does: Callable[[], object]) -> None:
    """Do what moves things now, or once the press is over and was answered."""
    if pressed():
        _Waiting(owner, does)
    else:
        does()


class _Waiting(QObject):
    """Waits for the end of a press as long as its owner is there."""

    def __init__(self, owner: QObject, does: Callable[[], object]) -> None:
        super().__init__(owner)
        self._does = does
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Do it in the turn of the loop after the release, which the pressed button hears first."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            app = QApplication.instance()
            if app is not None:
                app.removeEventFilter(self)
            QTimer.singleShot(0, self, self._do)
        return False

    def _do(self) -> None:
        does = self._does
        LET_GO_LATER.append(does)  # which may be all that keeps the owner of this
        del self._does
        self.deleteLater()
        does()
