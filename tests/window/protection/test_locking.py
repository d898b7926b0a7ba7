"""A journal with a passphrase is locked when nobody is there, or when the desktop says so."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

from secondop_desktop.window.protection.idle import Idle
from secondop_desktop.window.protection.locking import Locking, forget_copied
from secondop_desktop.window.protection.process import start_words
from secondop_desktop.window.protection.screen_lock import ScreenLock


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def watched(minutes: Callable[[], int]) -> tuple[Idle, Clock, list[int]]:
    clock, passed = Clock(), list[int]()
    idle = Idle(minutes, QApplication.instance() or QObject(), clock)
    idle.passed.connect(lambda: passed.append(1))
    return idle, clock, passed


def wait(idle: Idle, clock: Clock, seconds: int) -> None:
    """Let time go by as the timer would, in small steps."""
    for _at in range(0, seconds, 5):
        clock.now += 5
        idle.look()


def test_after_minutes_without_a_touch(qapp: QApplication) -> None:
    idle, clock, passed = watched(lambda: 5)
    wait(idle, clock, 295)
    assert passed == []
    idle.eventFilter(idle, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier(0)))
    wait(idle, clock, 295)
    assert passed == []
    wait(idle, clock, 5)
    assert passed == [1]


def test_never_where_it_is_switched_off(qapp: QApplication) -> None:
    idle, clock, passed = watched(lambda: 0)
    wait(idle, clock, 3600)
    clock.now += 100_000
    idle.look()
    assert passed == []


def test_after_the_computer_slept(qapp: QApplication) -> None:
    idle, clock, passed = watched(lambda: 30)
    clock.now += 90
    idle.look()
    assert passed == [1]


def test_a_clock_that_was_put_back_locks_nothing_and_counts_on(qapp: QApplication) -> None:
    idle, clock, passed = watched(lambda: 1)
    clock.now -= 100_000
    idle.look()
    assert passed == []
    wait(idle, clock, 60)
    assert passed == [1]


def test_work_that_goes_on_is_waited_for_when_idle_but_not_by_a_locked_screen(
    qapp: QApplication,
) -> None:
    busy = True
    locking = Locking(lambda: busy, qapp)
    wanted: list[int] = []
    locking.wanted.connect(lambda: wanted.append(1))
    locking._at_once()
    assert wanted == []
    locking.follow(True)
    locking.idle.passed.emit()
    assert wanted == []
    locking._at_once()
    assert wanted == [1]
    busy = False
    locking.idle.passed.emit()
    assert wanted == [1, 1]
    locking.follow(False)
    locking.idle.passed.emit()
    assert wanted == [1, 1]


def test_without_a_bus_nothing_is_heard(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    screen = ScreenLock(qapp)
    assert screen.heard == 0
    heard: list[int] = []
    screen.locked.connect(lambda: heard.append(1))
    screen.on_switched(False)
    screen.on_switched(True)
    screen.on_asked()
    assert heard == [1, 1]


def test_it_begins_anew_without_the_journal_that_was_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "orig_argv", ["python3", "-m", "secondop_desktop", "/home/a.secondop"])
    monkeypatch.setattr(sys, "argv", ["/x/__main__.py", "/home/a.secondop"])
    assert start_words() == [sys.executable, "-m", "secondop_desktop"]
    monkeypatch.setattr(sys, "orig_argv", ["python3", "/usr/bin/secondop"])
    monkeypatch.setattr(sys, "argv", ["/usr/bin/secondop"])
    assert start_words() == [sys.executable, "/usr/bin/secondop"]


@pytest.mark.parametrize("own", [True, False])
def test_what_was_copied_here_is_forgotten(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, own: bool
) -> None:
    clipboard = qapp.clipboard()
    clipboard.setText("Canarywort")
    monkeypatch.setattr(type(clipboard), "ownsClipboard", lambda _self: own)
    forget_copied()
    assert clipboard.text() == ("" if own else "Canarywort")
    clipboard.clear()


def test_it_listens_to_the_window_in_front(qapp: QApplication) -> None:
    idle, clock, passed = watched(lambda: 1)
    window = QWindow()
    idle._listen_to(window)
    wait(idle, clock, 55)
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier(0))
    QApplication.sendEvent(window, press)
    wait(idle, clock, 55)
    assert passed == []
