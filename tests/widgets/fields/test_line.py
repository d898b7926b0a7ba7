"""A line keeps its cursor and its undo, and hands on what it has no use for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.fields import LineField
from tests.widgets.fields.conftest import Show


def test_typing_is_told_and_spaces_around_are_dropped(show: Show, qtbot: QtBot) -> None:
    field = LineField()
    show(field)
    with qtbot.waitSignal(field.edited):
        QTest.keyClicks(field.line, "  Dr Patel ")
    assert field.value() == "Dr Patel"


def test_the_same_value_leaves_cursor_undo_and_spaces_alone(show: Show) -> None:
    field = LineField()
    show(field)
    QTest.keyClicks(field.line, "Dr Patel ")
    field.line.setCursorPosition(3)
    field.set_value("Dr Patel")
    assert field.line.text() == "Dr Patel "
    assert field.line.cursorPosition() == 3
    assert field.line.isUndoAvailable()
    field.set_value("Dr Bowen")
    assert not field.line.isUndoAvailable()


def test_what_was_written_before_is_offered_by_any_part(show: Show, qtbot: QtBot) -> None:
    field = LineField(["Dr Amara Patel", "Mr John Bowen"])
    show(field)
    field.line.setFocus()
    QTest.keyClicks(field.line, "pat")
    completer = field.line.completer()
    assert completer.currentCompletion() == "Dr Amara Patel"
    with qtbot.waitSignal(field.edited):
        completer.activated.emit("Dr Amara Patel")
    assert field.value() == "Dr Amara Patel"
    field.set_suggestions(())
    assert field.line.completer() is None


def test_undo_goes_to_the_text_first_and_then_to_the_journal(show: Show) -> None:
    field = LineField()
    show(field)
    undone: list[bool] = []
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), field.window())
    shortcut.activated.connect(lambda: undone.append(True))
    field.line.setFocus()
    QTest.keyClicks(field.line, "abc")
    QTest.keyClick(field.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.value() is None
    assert undone == []
    QTest.keyClick(field.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
