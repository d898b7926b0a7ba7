"""The day goes on while the window stays open."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.journal.values import clock
from secondop_desktop.widgets.background import press
from secondop_desktop.widgets.background.day_change import LOOK_MS, Day


class Watchman:
    """A day whose clock a test turns, and what it told."""

    def __init__(
        self,
        monkeypatch: pytest.MonkeyPatch,
        at: datetime,
        waits: Callable[[], bool] = lambda: False,
    ) -> None:
        self.at = at
        self.told: list[str] = []
        monkeypatch.setattr(clock, "local_now", lambda: self.at)
        self.day = Day(waits=waits)
        self.day.turned.connect(lambda: self.told.append("turned"))
        self.day.passed.connect(lambda: self.told.append("passed"))

    def look(self, at: datetime) -> list[str]:
        """Return what is told when the clock shows this at the next look."""
        self.at, self.told[:] = at, []
        self.day.look()
        return list(self.told)


@pytest.fixture
def watch(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Watchman:
    return Watchman(monkeypatch, datetime.fromisoformat("2028-02-28T23:59:10"))


def test_midnight_turns_the_day_once(watch: Watchman) -> None:
    assert watch.look(datetime.fromisoformat("2028-02-28T23:59:50")) == []
    assert watch.look(datetime.fromisoformat("2028-02-29T00:00:01")) == ["turned", "passed"]
    assert watch.look(datetime.fromisoformat("2028-02-29T00:01:00")) == ["passed"]


def test_days_asleep_and_a_clock_put_back_turn_it_too(watch: Watchman) -> None:
    assert watch.look(datetime.fromisoformat("2028-03-09T08:00:00")) == ["turned", "passed"]
    assert watch.look(datetime.fromisoformat("2028-03-07T22:00:00")) == ["turned", "passed"]


def test_it_looks_when_the_window_comes_to_the_front(watch: Watchman) -> None:
    window = QObject()
    watch.day.follow(window)
    watch.at = datetime.fromisoformat("2028-02-29T08:00:00")
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    assert watch.told == ["turned", "passed"]
    watch.day.stop()


def test_it_looks_by_itself_at_least_every_minute(watch: Watchman, qtbot: QtBot) -> None:
    watch.day.follow(QObject())
    timer = watch.day._timer
    assert timer.isActive()
    assert timer.interval() == LOOK_MS <= 60_000
    watch.at = datetime.fromisoformat("2028-02-29T08:00:00")
    timer.timeout.emit()
    assert watch.told == ["turned", "passed"]
    watch.day.stop()
    assert not timer.isActive()


def test_while_nobody_can_read_it_waits(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = True
    at = datetime.fromisoformat("2028-02-28T23:59:10")
    watch = Watchman(monkeypatch, at, lambda: written)
    assert watch.look(datetime.fromisoformat("2028-02-29T00:00:01")) == []
    written = False
    assert watch.look(datetime.fromisoformat("2028-02-29T00:00:20")) == ["turned", "passed"]


def test_what_has_passed_is_told_once_a_press_is_over(
    watch: Watchman, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(press, "pressed", lambda: True)
    assert watch.look(datetime.fromisoformat("2028-02-29T08:00:00")) == []
    monkeypatch.undo()
    monkeypatch.setattr(clock, "local_now", lambda: watch.at)
    no_button, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    kind, plain = QEvent.Type.MouseButtonRelease, Qt.KeyboardModifier.NoModifier
    release = QMouseEvent(kind, QPointF(), QPointF(), left, no_button, plain)
    QApplication.sendEvent(watch.day, release)
    qtbot.waitUntil(lambda: watch.told == ["turned", "passed"])
