"""Work on the file of a journal that is closed meanwhile: away from the window, which says so."""

import threading
from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QWidget

from secondop_desktop.widgets.background import jobs
from secondop_desktop.widgets.background.jobs import Job, Runner
from secondop_desktop.widgets.dialogs.progress import ProgressDialog

T = TypeVar("T")
_QUICK: Final = 0.3
"""Seconds that are waited for before anything is shown: most of this work takes no longer."""


def wait_for(
    window: QWidget, run: Runner, title: str, work: Callable[[Job], T], *, stops: bool = False
) -> T | None:
    """Do it in a lane and return what it made; raises what it raised.

    The window goes on painting, and lets nothing be done but read how far it is. ``stops`` offers
    to stop it; then None is returned where that was wanted.
    """
    waiting = _Waiting(window, title, stops=stops)
    found: list[T] = []

    def done(made: T) -> None:
        found.append(made)
        waiting.end()

    telling, dialog, end = waiting.telling(work), waiting.dialog, waiting.end
    running = jobs.start(run, telling, dialog, done=done, failed=end, stopped=end)
    running.said.connect(waiting.dialog.say)
    waiting.dialog.cancelled.connect(running.job.cancel)
    waiting.until_the_end()
    if waiting.error is not None:
        raise waiting.error
    return found[0] if found else None


class _Patient(ProgressDialog):
    """Says what is going on where that is not to be stopped half way."""

    def __init__(self, window: QWidget, title: str) -> None:
        super().__init__(window, title)
        self.cancel.hide()

    def reject(self) -> None:
        """Stay: it takes a moment, and ends by itself."""


class _Waiting:
    """Waits for an answer: quietly at first, then with a dialog over the window."""

    def __init__(self, window: QWidget, title: str, *, stops: bool) -> None:
        self.dialog = (ProgressDialog if stops else _Patient)(window, title)
        self.error: Exception | None = None
        self._worked = threading.Event()
        self._answered = False
        self._loop = QEventLoop()

    def telling(self, work: Callable[[Job], T]) -> Callable[[Job], T]:
        """Return the work so that its end is known before its answer comes."""

        def done(job: Job) -> T:
            try:
                return work(job)
            finally:
                self._worked.set()

        return done

    def end(self, error: Exception | None = None) -> None:
        """Take the answer."""
        self.error, self._answered = error, True
        self.dialog.finish()
        self._loop.quit()

    def until_the_end(self) -> None:
        """Come back when the answer is there."""
        quick = self._worked.wait(_QUICK)
        if not self._answered and quick:
            self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        elif not self._answered:
            self.dialog.exec()
        self.dialog.deleteLater()
