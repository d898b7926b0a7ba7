"""A job may say as much as it likes: the window hears the newest, and has time for the rest."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.background import jobs
from secondop_desktop.widgets.background.jobs import Job, Lanes, at_once

_MANY = 5_000


def _failing(error: object) -> None:
    raise AssertionError(error)


def _talking(lanes: Lanes, work: Callable[[Job], None], owner: QObject) -> jobs.Running:
    return jobs.start(lanes, work, owner, done=lambda _none: None, failed=_failing)


def test_the_window_hears_the_newest_and_none_of_those_before_it(qtbot: QtBot) -> None:
    lanes, owner, told, go_on = Lanes(), QObject(), threading.Event(), threading.Event()
    heard: list[int] = []

    def work(job: Job) -> None:
        for number in range(_MANY):
            job.say("Reading", number, _MANY)
        told.set()
        go_on.wait()

    running = _talking(lanes, work, owner)
    running.said.connect(lambda _text, done, _total: heard.append(done))
    told.wait()
    with qtbot.waitSignal(running.said):
        pass
    with qtbot.waitSignal(running.done):
        go_on.set()
    lanes.wait()
    assert heard == [_MANY - 1]


def test_timers_go_on_while_a_job_never_stops_talking(qtbot: QtBot) -> None:
    lanes, owner, over = Lanes(), QObject(), threading.Event()
    ticks: list[bool] = []

    def work(job: Job) -> None:
        while not over.is_set():
            job.say("Reading")

    running = _talking(lanes, work, owner)
    timer = QTimer(owner, interval=0)
    timer.timeout.connect(lambda: ticks.append(True) if len(ticks) < 3 else over.set())
    with qtbot.waitSignal(running.done):
        timer.start()
    lanes.wait()
    assert len(ticks) == 3


def test_what_is_said_later_is_heard_as_well(qtbot: QtBot) -> None:
    lanes, owner, heard, over = Lanes(), QObject(), threading.Event(), threading.Event()
    texts: list[str] = []

    def work(job: Job) -> None:
        job.say("Reading")
        heard.wait()
        job.say("Comparing")
        over.wait()

    def hear(text: str, _done: int, _total: int) -> None:
        texts.append(text)
        heard.set()

    running = _talking(lanes, work, owner)
    running.said.connect(hear)
    qtbot.waitUntil(lambda: "Comparing" in texts)
    with qtbot.waitSignal(running.done):
        over.set()
    lanes.wait()
    assert texts == ["Reading", "Comparing"]


def test_work_in_the_windows_own_thread_is_heard_word_for_word() -> None:
    owner, heard = QObject(), list[str]()
    waiting: list[Callable[[], None]] = []

    def later(work: Callable[[], None], *, journal: bool) -> None:
        waiting.append(work)

    def work(job: Job) -> None:
        for text in ("one", "two", "three"):
            job.say(text)

    running = jobs.start(later, work, owner, done=lambda _none: None, failed=_failing)
    running.said.connect(lambda text, _done, _total: heard.append(text))
    at_once(waiting.pop(), journal=True)
    assert heard == ["one", "two", "three"]
