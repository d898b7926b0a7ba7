"""A list is written, ticked and put in order with the keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.fields import ChecklistField
from tests.widgets.fields.conftest import Show, focused

LINES = (("Passport", True), ("Glasses", False), ("Letters", False))


def _press(key: Qt.Key, alt: bool = False) -> None:
    keys = Qt.KeyboardModifier
    QTest.keyClick(focused(), key, keys.AltModifier if alt else keys.NoModifier)


def _filled(show: Show) -> ChecklistField:
    field = ChecklistField()
    field.set_label("What to bring")
    show(field)
    field.set_value(LINES)
    return field


def test_lines_are_added_by_enter(show: Show, qtbot: QtBot) -> None:
    field = ChecklistField()
    show(field)
    field.focus_widget().setFocus()
    _press(Qt.Key.Key_Return)
    assert field.value() is None
    with qtbot.waitSignal(field.edited):
        QTest.keyClicks(focused(), "Passport")
    _press(Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "Glasses")
    assert field.value() == (("Passport", False), ("Glasses", False))


def test_a_tick_is_part_of_the_value(show: Show, qtbot: QtBot) -> None:
    field = _filled(show)
    box = field.rows[1].box
    assert box.accessibleName() == "Done: Glasses"
    box.setFocus()
    with qtbot.waitSignal(field.edited):
        _press(Qt.Key.Key_Space)
    assert field.value() == (("Passport", True), ("Glasses", True), ("Letters", False))


def test_lines_move_with_alt_and_keep_the_focus(show: Show, qtbot: QtBot) -> None:
    field = _filled(show)
    field.rows[2].line.setFocus()
    with qtbot.waitSignal(field.edited):
        _press(Qt.Key.Key_Up, alt=True)
    assert field.value() == (LINES[0], LINES[2], LINES[1])
    assert field.rows[1].line.hasFocus()
    _press(Qt.Key.Key_Up, alt=True)
    with qtbot.assertNotEmitted(field.edited):
        _press(Qt.Key.Key_Up, alt=True)
    assert field.value() == (LINES[2], LINES[0], LINES[1])


def test_buttons_move_and_stay_usable(show: Show, qtbot: QtBot) -> None:
    field = _filled(show)
    first = field.rows[0].buttons
    assert not first.up.isEnabled()
    assert first.down.accessibleName() == "Move down: Passport"
    first.down.setFocus()
    for _time in range(2):
        with qtbot.waitSignal(field.edited):
            _press(Qt.Key.Key_Space)
    assert field.value() == (LINES[1], LINES[2], LINES[0])
    assert field.rows[2].line.hasFocus()


def test_removing_goes_to_the_neighbour(show: Show, qtbot: QtBot) -> None:
    field = _filled(show)
    field.rows[1].buttons.remove.setFocus()
    with qtbot.waitSignal(field.edited):
        _press(Qt.Key.Key_Space)
    assert field.value() == (LINES[0], LINES[2])
    assert field.rows[1].line.hasFocus()


def test_backspace_takes_an_empty_line_away_quietly(show: Show, qtbot: QtBot) -> None:
    field = _filled(show)
    field.rows[2].line.setFocus()
    _press(Qt.Key.Key_Return)
    assert len(field.rows) == 4
    with qtbot.assertNotEmitted(field.edited):
        _press(Qt.Key.Key_Backspace)
    assert len(field.rows) == 3
    assert field.value() == LINES


def test_a_refresh_keeps_the_line_being_typed(show: Show) -> None:
    field = _filled(show)
    line = field.rows[1].line
    line.setFocus()
    line.end(False)
    QTest.keyClicks(line, " and case ")
    field.set_value(field.value())
    assert field.rows[1].line is line
    assert line.text() == "Glasses and case "
    field.set_value((("Passport", False), *(field.value() or ())[1:]))
    assert line.text() == "Glasses and case "
    assert line.isUndoAvailable()


def test_tab_goes_through_in_the_order_seen(show: Show, qtbot: QtBot) -> None:
    field = _filled(show)
    field.rows[2].line.setFocus()
    _press(Qt.Key.Key_Up, alt=True)
    _press(Qt.Key.Key_Return)
    expected = [widget for widget, _name in field.parts() if widget.isEnabled()]
    qtbot.waitUntil(lambda: all(widget.isVisible() for widget in expected))
    expected[0].setFocus()
    walked = [expected[0]]
    for _step in expected[1:]:
        _press(Qt.Key.Key_Tab)
        walked.append(focused())
    assert [one.accessibleName() for one in walked] == [one.accessibleName() for one in expected]
