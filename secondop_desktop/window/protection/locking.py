"""Locking: what is typed is saved, and the program begins anew with nothing of the journal."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from secondop_desktop import settings
from secondop_desktop.widgets.forms.autosave import Autosave
from secondop_desktop.window.protection.idle import Idle
from secondop_desktop.window.protection.screen_lock import ScreenLock


class Locking(QObject):
    """Sends ``wanted`` while a journal with a passphrase is open and it is time to lock it.

    Work that goes on, such as bringing in a large file, is not interrupted because nobody types;
    a locked screen does not wait for it.
    """

    wanted = Signal()

    def __init__(self, busy: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._busy, self._on = busy, False
        self.idle = Idle(lambda: settings.load().lock_after, self)
        self.idle.passed.connect(self._when_idle)
        self._screen: ScreenLock | None = None

    def follow(self, on: bool) -> None:
        """Look after a journal from now on, or no longer."""
        self._on = on
        if on:
            self.idle.start()
            self._screen = self._screen or self._hear()
        else:
            self.idle.stop()

    def _hear(self) -> ScreenLock:
        screen = ScreenLock(self)
        screen.locked.connect(self._at_once)
        return screen

    def _when_idle(self) -> None:
        if not self._busy():
            self._at_once()

    def _at_once(self) -> None:
        if self._on:
            self.wanted.emit()


def save_all_typed() -> bool:
    """Save what is being typed in every window; False when something could not be saved."""
    saving = [
        one for window in QApplication.topLevelWidgets() for one in window.findChildren(Autosave)
    ]
    return all([one.flush() for one in saving])  # noqa: C419 - each of them is tried


def forget_copied() -> None:
    """Take from the clipboard what this program put there."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(clipboard.Mode.Selection)
