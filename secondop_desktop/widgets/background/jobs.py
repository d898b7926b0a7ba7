"""Long work away from the window: one lane that uses the journal, one that does not."""

import threading
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from secondop_desktop.lang import in_own_words
from secondop_desktop.widgets.background.garbage_timer import LET_GO_LATER, no_collecting
from secondop_desktop.widgets.background.sayings import Sayings

T = TypeVar("T")


class Cancelled(Exception):
    """Raised inside a job by ``Job.check`` after the person asked to stop."""


class Job:
    """What a job sees of the window: a way to tell how far it is, and whether to stop."""

    def __init__(self, tell: Callable[[str, int, int], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    def say(self, text: str, done: int = 0, total: int = 0) -> None:
        """Tell what is happening; raises Cancelled when the person asked to stop."""
        self.check()
        self._tell(text, done, total)

    def check(self) -> None:
        """Raise Cancelled when the person asked to stop."""
        if self._stop.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()


class Runner(Protocol):
    """Runs a piece of work somewhere; tests run it at once."""

    def __call__(self, work: Callable[[], None], *, journal: bool) -> None: ...


class Lanes:
    """Two threads: jobs that use the journal wait for one another, others run beside them."""

    def __init__(self) -> None:
        self._pools = {True: QThreadPool(), False: QThreadPool()}
        for pool in self._pools.values():
            pool.setMaxThreadCount(1)

    def __call__(self, work: Callable[[], None], *, journal: bool) -> None:
        """Queue the work in its lane."""
        self._pools[journal].start(_Work(work))

    def wait(self) -> None:
        """Wait until both lanes are empty; called in the window's thread, when it closes."""
        for pool in self._pools.values():
            pool.waitForDone()
        LET_GO_LATER.clear()

    def empty_in(self, milliseconds: int) -> bool:
        """Wait for so long at most, each lane, and tell whether both are empty."""
        return all([pool.waitForDone(milliseconds) for pool in self._pools.values()])  # noqa: C419


def at_once(work: Callable[[], None], *, journal: bool) -> None:
    """Run the work here and now, for tests and for printing without a window."""
    with in_own_words():
        work()


class _Work(QRunnable):
    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        try:
            self._work()
        finally:
            # Often the last to know of it: Qt's objects, gone with it, must not go in this thread.
            # No name may hold it here meanwhile, so it goes from hand to hand.
            LET_GO_LATER.append(self.__dict__.pop("_work"))


class Running(QObject):
    """One job as the window sees it. Exactly one of done, failed and stopped is sent.

    It has no parent: its thread may still be at work when the page that wanted it is gone.
    """

    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, work: Callable[[Job], Any]) -> None:
        super().__init__()
        self._work, self._sayings = work, Sayings()
        self.said = self._sayings.said
        self.job = Job(self._sayings.take)

    def run(self) -> None:
        """Do the work in whatever thread this is called."""
        try:
            found = self._worked()
        except Cancelled:
            self.stopped.emit()
        except Exception as error:  # noqa: BLE001 - the window says it
            self.failed.emit(error)
        else:
            self.done.emit(found)

    def _worked(self) -> Any:
        try:
            with no_collecting():
                return self._work(self.job)
        finally:
            self._sayings.end()


def start(
    run: Runner,
    work: Callable[[Job], T],
    owner: QObject,
    *,
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
    stopped: Callable[[], None] = lambda: None,
    journal: bool = True,
) -> Running:
    """Start a job; the answers arrive in the window's thread while the owner lives.

    Once the owner is gone nobody wants the answer: the job is asked to stop.
    """
    running = Running(work)
    receiver = _Receiver(owner, running, done, failed, stopped)
    running.done.connect(receiver.on_done)
    running.failed.connect(receiver.on_failed)
    running.stopped.connect(receiver.on_stopped)
    owner.destroyed.connect(running.job.cancel)
    run(running.run, journal=journal)
    return running


def stop(owner: QObject) -> None:
    """Ask the jobs of this owner that have not answered yet to stop, because it is leaving.

    It hears no answer any more, and none of its timers starts another job.
    """
    for receiver in owner.findChildren(_Receiver):
        receiver.stop()
    for timer in owner.findChildren(QTimer):
        timer.stop()


class _Receiver(QObject):
    """Lives in the window's thread, so that answers are queued to it; gone once one has come."""

    def __init__(
        self,
        owner: QObject,
        running: Running,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        stopped: Callable[[], None],
    ) -> None:
        super().__init__(owner)
        self._job, self._running = running.job, running
        self._done, self._failed, self._stopped = done, failed, stopped
        self._deaf = False

    def stop(self) -> None:
        """Hand nothing on any more: an answer may be on its way already."""
        self._job.cancel()
        self._deaf = True

    def on_done(self, found: object) -> None:
        """Hand on what the job made."""
        done = self._done
        self._leave()
        if not self._deaf:
            done(found)

    def on_failed(self, error: Exception) -> None:
        """Hand on why it failed."""
        failed = self._failed
        self._leave()
        if not self._deaf:
            failed(error)

    def on_stopped(self) -> None:
        """Hand on that it stopped."""
        stopped = self._stopped
        self._leave()
        if not self._deaf:
            stopped()

    def _leave(self) -> None:
        """Go, and not as the last to hold the owner, which would then delete this once more."""
        LET_GO_LATER.append((self._running, self._done, self._failed, self._stopped))
        del self._running, self._done, self._failed, self._stopped
        self.deleteLater()
