"""Work on a closed journal goes on beside the window, which says so and can stop it."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.errors import UserError
from secondop_desktop.widgets.background.jobs import Job, Lanes, at_once
from secondop_desktop.widgets.dialogs.progress import ProgressDialog
from secondop_desktop.widgets.theme import Theme
from secondop_desktop.window import closed_work
from secondop_desktop.window.closed_work import wait_for
from tests import patience


@pytest.fixture
def window(qtbot: QtBot, look: Theme) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def lanes() -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.wait()


def test_the_window_goes_on_and_says_how_far_it_is(window: QWidget, lanes: Lanes) -> None:
    painted = threading.Event()
    QTimer.singleShot(0, window, painted.set)  # never, were the window's thread at work

    def work(job: Job) -> str:
        job.say("Reading…", 1, 3)
        return "made" if painted.wait(patience.SECONDS) else "frozen"

    assert wait_for(window, lanes, "Mending", work) == "made"
    assert QApplication.activeModalWidget() is None


def test_what_is_quick_shows_nothing(
    window: QWidget, lanes: Lanes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(closed_work, "_QUICK", 60.0)
    monkeypatch.setattr(ProgressDialog, "exec", lambda _self: pytest.fail("a dialog was shown"))
    assert wait_for(window, lanes, "Mending", lambda _job: "made") == "made"
    assert wait_for(window, at_once, "Mending", lambda _job: "made") == "made"


def test_why_it_failed_is_raised(window: QWidget, lanes: Lanes) -> None:
    def work(_job: Job) -> None:
        raise UserError("The disk is full.")

    with pytest.raises(UserError, match="The disk is full"):
        wait_for(window, lanes, "Mending", work)


@pytest.mark.parametrize("stops", [True, False])
def test_escape_stops_only_what_can_be_stopped(
    window: QWidget, lanes: Lanes, monkeypatch: pytest.MonkeyPatch, stops: bool
) -> None:
    monkeypatch.setattr(closed_work, "_QUICK", 0.0)
    asked = threading.Event()

    def work(job: Job) -> str:
        assert asked.wait(patience.SECONDS)
        job.check()
        return "made"

    def escape() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ProgressDialog):
            pressing.stop()
            dialog.reject()
            asked.set()

    pressing = QTimer(window)
    pressing.timeout.connect(escape)
    pressing.start(0)
    found = wait_for(window, lanes, "Mending", work, stops=stops)
    assert found == (None if stops else "made")
