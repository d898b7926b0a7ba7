"""A job of a page says how far it is, and can be stopped."""

from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.background import jobs
from secondop_desktop.widgets.dialogs import progress
from secondop_desktop.widgets.dialogs.progress import ProgressDialog
from secondop_desktop.window.handing_over.shown_job import ShownJob


@pytest.fixture
def page(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    monkeypatch.setattr(progress, "DELAY_MS", 0)
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def _dialog(page: QWidget) -> Any:
    return next((one for one in page.findChildren(ProgressDialog) if one.isVisible()), None)


def test_long_work_is_shown_and_stops_when_asked(page: QWidget, qtbot: QtBot) -> None:
    lanes, ends = jobs.Lanes(), list[Any]()
    saving = ShownJob(page, lanes, "Saving")

    def work(job: jobs.Job) -> None:
        while True:
            job.check()

    saving.show_while(
        work, done=ends.append, failed=ends.append, stopped=lambda: ends.append("stopped")
    )
    saving.show_while(work, done=ends.append, failed=ends.append, stopped=ends.clear)  # it is busy
    qtbot.waitUntil(lambda: _dialog(page) is not None)
    shown = _dialog(page)
    assert shown.windowTitle().startswith("Saving")
    shown.cancel.click()
    qtbot.waitUntil(lambda: ends == ["stopped"])
    assert _dialog(page) is None
    assert not saving.busy
    lanes.wait()


def test_what_fails_or_is_done_at_once_leaves_no_dialog(page: QWidget) -> None:
    saving, ends = ShownJob(page, jobs.at_once, "Saving"), list[Any]()

    def fail(_job: jobs.Job) -> None:
        raise OSError("no room")

    for work in (lambda _job: "done", fail):
        saving.show_while(work, done=ends.append, failed=ends.append, stopped=ends.clear)
    assert [str(end) for end in ends] == ["done", "no room"]
    assert _dialog(page) is None
