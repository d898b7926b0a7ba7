"""The program ends by itself without losing what is typed, and copies while it is open."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from secondop_desktop.journal import backup
from secondop_desktop.widgets.background.jobs import at_once
from secondop_desktop.widgets.dialogs.progress import ProgressDialog
from secondop_desktop.window.copy_timer import CopyTimer
from secondop_desktop.window.session import Session

# In a process of its own: who leaves Qt's loop once leaves every later one of that process at once.
_ENDED = """
import os, signal, sys
from PySide6.QtCore import QTimer
from secondop_desktop.widgets.dialogs.progress import ProgressDialog
from secondop_desktop.window.application import application
from secondop_desktop.window.ending import Ending

app = application()
dialog = ProgressDialog(None, "Bringing them in")
if sys.argv[1] == "at work":
    dialog.start(at_once=True)
ending = Ending(lambda: print("ended"), app)
QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGTERM))
app.exec()
print("gone", dialog.isVisible())
"""


@pytest.mark.parametrize(("doing", "shown"), [("nothing", "False"), ("at work", "True")])
def test_a_signal_ends_the_program_in_order(doing: str, shown: str) -> None:
    """A window that says how far work is refuses to close, and keeps no program from ending."""
    told = subprocess.run(
        [sys.executable, "-c", _ENDED, doing],
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    assert told.stdout.split() == ["ended", "gone", shown]


def test_no_window_waits_for_work_that_was_asked_to_stop(session: Session) -> None:
    session.go("import")
    assert session.page is not None
    dialog = ProgressDialog(session.page, "Bringing them in")
    dialog.start(at_once=True)
    session.stop_work()
    assert not dialog.isVisible()


def test_a_copy_is_made_while_the_journal_is_open(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    timer = CopyTimer(session.journal, at_once, session)
    timer.look()
    (first,) = backup.copies(session.journal.path)
    timer.look()
    assert [one.path for one in backup.copies(session.journal.path)] == [first.path]
    person = session.journal.entries("person")[0].id
    with session.journal.change("Later") as change:
        change.add("symptom", person=person, what="Cough")
    timer.look()
    assert len(backup.copies(session.journal.path)) == 1  # half an hour has not gone by

    monkeypatch.setattr(backup, "_PAUSE", timedelta())
    timer.look()
    assert len(backup.copies(session.journal.path)) == 2
    timer.stop()


def test_a_copy_that_cannot_be_made_does_not_disturb(session: Session, tmp_path: Path) -> None:
    timer = CopyTimer(session.journal, at_once, session)
    backup.folder_of(session.journal.path).touch()
    timer.look()
    assert not timer._making
    backup.folder_of(session.journal.path).unlink()
