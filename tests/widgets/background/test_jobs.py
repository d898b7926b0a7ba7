"""Long work away from the window: answers come home, and nobody waits for what is not wanted."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from secondop_desktop.widgets.background import jobs
from secondop_desktop.widgets.background.garbage_timer import LET_GO_LATER, collect_due
from secondop_desktop.widgets.background.jobs import Job, Lanes, at_once


@pytest.fixture
def lanes() -> Iterator[Lanes]:
    """Two lanes, empty again afterwards."""
    made = Lanes()
    yield made
    made.wait()


def failing(error: object) -> None:
    """Nothing here is meant to fail."""
    raise AssertionError(error)


def test_the_answer_arrives_in_the_thread_of_the_window(qtbot: QtBot, lanes: Lanes) -> None:
    owner, gate = QObject(), threading.Event()
    found: list[Any] = []

    def work(_job: Job) -> int:
        gate.wait()
        return threading.get_ident()

    def end(there: int) -> None:
        found.append((there, threading.get_ident()))

    running = jobs.start(lanes, work, owner, done=end, failed=failing)
    with qtbot.waitSignal(running.done):
        gate.set()
    there, here = found[0]
    assert here == threading.get_ident() != there


def test_a_failure_is_handed_on(qtbot: QtBot, lanes: Lanes) -> None:
    owner, gate = QObject(), threading.Event()
    found: list[Any] = []

    def work(_job: Job) -> None:
        gate.wait()
        raise ValueError("full")

    running = jobs.start(lanes, work, owner, done=found.append, failed=found.append)
    with qtbot.waitSignal(running.failed):
        gate.set()
    assert [str(one) for one in found] == ["full"]


def test_who_asks_to_stop_hears_only_that_it_stopped(qtbot: QtBot, lanes: Lanes) -> None:
    owner, gate = QObject(), threading.Event()
    found: list[Any] = []

    def work(job: Job) -> None:
        gate.wait()
        job.say("still at it")

    running = jobs.start(
        lanes,
        work,
        owner,
        done=found.append,
        failed=found.append,
        stopped=lambda: found.append("stopped"),
    )
    running.job.cancel()
    with qtbot.waitSignal(running.stopped):
        gate.set()
    assert found == ["stopped"]


def test_work_for_a_page_that_is_gone_stops_and_harms_nothing(lanes: Lanes) -> None:
    owner, gate = QObject(), threading.Event()
    seen: list[str] = []

    def work(job: Job) -> str:
        gate.wait()
        try:
            job.check()
        except jobs.Cancelled:
            seen.append("asked to stop")
            raise
        return "done"

    jobs.start(lanes, work, owner, done=failing, failed=failing)
    delete(owner)
    gate.set()
    lanes.wait()
    assert seen == ["asked to stop"]


@pytest.mark.parametrize("journal", [True, False])
def test_jobs_in_one_lane_wait_for_one_another(lanes: Lanes, journal: bool) -> None:
    seen: list[int] = []
    threads: set[QThread] = set()

    def work(number: int) -> Callable[[], None]:
        def run() -> None:
            threads.add(QThread.currentThread())
            seen.append(number)

        return run

    for number in range(20):
        lanes(work(number), journal=journal)
    lanes.wait()
    assert seen == list(range(20))
    assert len(threads) == 1


class Held:
    """Notes in which thread it goes."""

    def __init__(self, went: list[int]) -> None:
        self.went = went

    def __del__(self) -> None:
        self.went.append(threading.get_ident())


def test_what_work_holds_goes_in_the_thread_of_the_window(lanes: Lanes) -> None:
    """A page may be among it, and a page that goes beside the window ends the program."""
    owner, gate = QObject(), threading.Event()
    went: list[int] = []

    def work_with(held: Held) -> Callable[[Job], bool]:
        return lambda _job: gate.wait() and bool(held)

    jobs.start(lanes, work_with(Held(went)), owner, done=failing, failed=failing)
    delete(owner)
    gate.set()
    while not LET_GO_LATER:
        assert not went
    assert not went
    lanes.wait()
    assert went == [threading.get_ident()]


def test_an_owner_that_only_its_job_knows_is_deleted_once() -> None:
    """It went within the deletion of its child, which it then deleted again: a crash."""
    gone: list[bool] = []

    def begin() -> None:
        owner = QObject()
        owner.destroyed.connect(lambda: gone.append(True))

        def done(_found: object) -> None:
            owner.setObjectName("answered")

        jobs.start(at_once, lambda _job: owner.isWidgetType(), owner, done=done, failed=failing)

    begin()
    assert gone == []
    collect_due()
    assert gone == [True]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_at_once_runs_here_and_now() -> None:
    found: list[int] = []
    jobs.start(at_once, lambda _job: 7, QObject(), done=found.append, failed=failing)
    assert found == [7]


def test_an_owner_that_leaves_hears_nothing_more(qtbot: QtBot, lanes: Lanes) -> None:
    owner, gate = QObject(), threading.Event()
    pause = QTimer(owner, singleShot=True, interval=0)
    found: list[object] = []
    pause.timeout.connect(lambda: found.append("timer"))
    pause.start()
    running = jobs.start(
        lanes, lambda _job: gate.wait(), owner, done=found.append, failed=found.append
    )
    jobs.stop(owner)
    with qtbot.waitSignal(running.done):
        gate.set()
    assert found == []
    assert not pause.isActive()
