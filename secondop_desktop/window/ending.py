"""Saves what is being typed when the computer ends the program: at log-out, and on SIGTERM."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


class Ending(QObject):
    """Calls ``end`` once when the session of the desktop ends, or a signal asks the program to.

    Python hears a signal only between two of its own steps, and Qt waits outside them: the number
    of the signal is therefore written into a pipe that the event loop watches. It is no socket.
    """

    def __init__(self, end: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(lambda _manager: self._end())
        self._reading, self._writing = os.pipe()
        os.set_blocking(self._writing, False)
        os.set_blocking(self._reading, False)
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._asked)
        with suppress(ValueError):  # outside the main thread, as in some tests
            self._listen()

    def _listen(self) -> None:
        for name in _SIGNALS:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), lambda _number, _frame: None)
        signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)

    def _asked(self) -> None:
        with suppress(OSError):
            os.read(self._reading, 64)
        self._end()
        app = QGuiApplication.instance()
        if app is not None:
            app.exit()  # ``quit`` asks each window first, and one that says how far work is stays
