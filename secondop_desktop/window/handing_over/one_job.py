"""One piece of work at a time, which can be stopped."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from secondop_desktop.widgets.background import jobs

T = TypeVar("T")


class OneJob:
    """Runs one job of a page; ``busy`` until it is done, has failed or was stopped."""

    def __init__(self, owner: QObject, run: jobs.Runner) -> None:
        self._owner, self._run = owner, run
        self._running: jobs.Running | None = None
        self.busy = False

    def start(
        self,
        work: Callable[[jobs.Job], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        stopped: Callable[[], None],
        said: Callable[[str, int, int], None] | None = None,
    ) -> None:
        """Start it; exactly one of the three is called at the end, when it is busy no longer.

        ``said`` is told meanwhile what is happening, and how far it is.
        """
        self.busy = True
        running = jobs.start(
            self._run,
            work,
            self._owner,
            done=lambda found: self._end(lambda: done(found)),
            failed=lambda error: self._end(lambda: failed(error)),
            stopped=lambda: self._end(stopped),
        )
        self._running = running if self.busy else None  # some are done at once
        if said is not None and self.busy:
            running.said.connect(said)

    def stop(self) -> None:
        """Ask it to stop, if it is at work."""
        if self._running is not None:
            self._running.job.cancel()

    def _end(self, say: Callable[[], None]) -> None:
        self.busy, self._running = False, None
        say()
