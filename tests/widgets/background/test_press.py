"""Nothing is laid out anew while a mouse button is down; afterwards it is, and in order."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.background.press import once_released, pressed
from secondop_desktop.widgets.background.watch import Watch

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def _button(qtbot: QtBot) -> QPushButton:
    button = QPushButton("Done")
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    return button


def test_what_moves_things_waits_for_the_end_of_a_press(qtbot: QtBot) -> None:
    button, done = _button(qtbot), list[str]()
    handle = button.windowHandle()
    assert handle is not None
    button.clicked.connect(lambda: done.append("clicked"))
    QTest.mousePress(handle, LEFT, NONE, QPoint(9, 9))
    assert pressed()
    once_released(button, lambda: done.append("moved"))
    assert done == []
    QTest.mouseRelease(handle, LEFT, NONE, QPoint(9, 9))
    qtbot.waitUntil(lambda: "moved" in done)
    assert done == ["clicked", "moved"]


def test_it_is_done_at_once_when_nothing_is_pressed(qtbot: QtBot) -> None:
    done: list[str] = []
    once_released(_button(qtbot), lambda: done.append("moved"))
    assert done == ["moved"]


def test_pages_hear_of_changes_after_the_press_and_in_their_order(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    button, heard = _button(qtbot), list[str]()
    handle = button.windowHandle()
    assert handle is not None
    with Journal.create(tmp_path / "Own.secondop", KINDS) as journal:
        watch = Watch(journal, button)

        def note(changes: ChangeSet) -> None:
            heard.append(changes.label)

        watch.changed.connect(note)
        QTest.mousePress(handle, LEFT, NONE, QPoint(9, 9))
        with journal.change("First") as change:
            change.add("person", name="Ida Fernsby")
        assert heard == []
        QTest.mouseRelease(handle, LEFT, NONE, QPoint(9, 9))
        with journal.change("Second") as change:
            change.add("person", name="Otto Fernsby")
        assert heard == ["First", "Second"]
        watch.stop()
