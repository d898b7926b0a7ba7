"""A file that the system hands over reaches the window, whenever it comes."""

import subprocess
import sys

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from pytestqt.qtbot import QtBot

from secondop_desktop.window.opened_by_system import OpenedBySystem
from tests.architecture.house import ROOT

_PROGRAM = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent
from secondop_desktop.window.application import application
app = application()
QCoreApplication.sendEvent(app, QFileOpenEvent("/home/ann/Mum.secondop"))
app.from_system.asked.connect(print)
app.from_system.listen()
QCoreApplication.sendEvent(app, QFileOpenEvent("/home/ann/Dad.secondop"))
"""


def test_the_application_hears_of_files_before_and_after_the_window_stands() -> None:
    said = subprocess.run(
        [sys.executable, "-c", _PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert said.stdout.splitlines() == ["/home/ann/Mum.secondop", "/home/ann/Dad.secondop"]


def test_what_came_first_is_opened_at_the_start_and_not_twice() -> None:
    system = OpenedBySystem()
    heard: list[str] = []
    system.asked.connect(heard.append)
    for name in ("a", "b"):
        assert system.takes(QFileOpenEvent(QUrl.fromLocalFile(f"/home/ann/{name}.secondop")))
    assert system.taken() == "/home/ann/b.secondop"
    system.listen()
    assert heard == []


def test_an_address_on_the_network_is_left_alone(qtbot: QtBot) -> None:
    system = OpenedBySystem()
    system.listen()
    with qtbot.assertNotEmitted(system.asked):
        assert system.takes(QFileOpenEvent(QUrl("https://example.org/a.secondop")))


def test_other_events_go_on() -> None:
    assert not OpenedBySystem().takes(QEvent(QEvent.Type.ApplicationActivate))
