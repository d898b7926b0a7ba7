"""Choices are chosen by keyboard, and "Not answered" is an answer of its own."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.fields import (
    ChoiceField,
    ChoicesField,
    FlagField,
    ScaleField,
    TickField,
)
from tests.widgets.fields.conftest import Show

FEW = [("a", "Suspected"), ("b", "Confirmed")]
MANY = [(number, f"Reason {number}") for number in range(8)]


def test_arrow_keys_go_through_radio_buttons(show: Show, qtbot: QtBot) -> None:
    field = ChoiceField(FEW)
    field.set_label("How sure are they?")
    show(field)
    assert field.focus_widget().accessibleName() == "Not answered"
    field.focus_widget().setFocus()
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(field.focus_widget(), Qt.Key.Key_Down)
    assert field.value() == "a"


def test_radio_buttons_can_all_be_off(show: Show) -> None:
    field = ChoiceField(FEW, empty="")
    show(field)
    assert field.value() is None
    field.set_value("b")
    field.set_value(None)
    assert field.value() is None


def test_a_list_is_chosen_by_keyboard_and_not_by_the_wheel(show: Show, qtbot: QtBot) -> None:
    field = ChoiceField(MANY)
    show(field)
    combo = field.combo
    assert combo is not None
    assert combo.currentText() == "Not answered"
    combo.setFocus()
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert field.value() == 0
    spot = QPointF(5, 5)
    turn = QWheelEvent(
        spot,
        QPointF(combo.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, turn)
    assert field.value() == 0


def test_a_stored_value_that_is_offered_no_more_is_kept(show: Show) -> None:
    for choices in (FEW, MANY):
        field = ChoiceField(choices)
        show(field)
        field.set_value("from a newer version")
        assert field.value() == "from a newer version"


def test_ticks_add_up_in_the_order_of_the_choices(show: Show, qtbot: QtBot) -> None:
    field = ChoicesField(FEW)
    show(field)
    for key in ("b", "a"):
        field.boxes[key].setFocus()
        with qtbot.waitSignal(field.edited):
            QTest.keyClick(field.boxes[key], Qt.Key.Key_Space)
    assert field.value() == ("a", "b")
    field.set_value(("b", "unknown"))
    assert field.value() == ("b", "unknown")


def test_no_is_not_the_same_as_not_asked(show: Show, qtbot: QtBot) -> None:
    field = FlagField()
    show(field)
    assert [name for _widget, name in field.parts()] == ["Not asked", "Yes", "No"]
    assert field.value() is None
    field.focus_widget().setFocus()
    for expected in (True, False):
        with qtbot.waitSignal(field.edited):
            QTest.keyClick(field.focus_widget(), Qt.Key.Key_Right)
        assert field.value() is expected


def test_one_tick_is_yes_or_no(show: Show, qtbot: QtBot) -> None:
    field = TickField("Keep this out of PDFs")
    show(field)
    assert field.value() is False
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(field.box, Qt.Key.Key_Space)
    assert field.value() is True
    field.set_value(None)
    assert field.value() is False


def test_a_scale_says_its_ends_and_nought_is_an_answer(show: Show, qtbot: QtBot) -> None:
    field = ScaleField(5, "not at all", "very much")
    show(field)
    names = [name for _widget, name in field.parts()]
    assert names == ["0, not at all", "1", "2", "3", "4", "5, very much", "Not answered"]
    assert field.value() is None
    nought = field.parts()[0][0]
    nought.setFocus()
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(nought, Qt.Key.Key_Space)
    assert field.value() == 0
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(nought, Qt.Key.Key_Right)
    assert field.value() == 1


def test_the_number_above_a_scale_button_can_be_pressed_too(show: Show, qtbot: QtBot) -> None:
    field = ScaleField(10)
    show(field)
    seven = field.parts()[7][0]
    with qtbot.waitSignal(field.edited):
        QTest.mouseClick(
            seven,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(seven.width() // 2, 5),
        )
    assert field.value() == 7


def test_a_scale_keeps_a_number_beyond_its_end(show: Show) -> None:
    field = ScaleField(5)
    show(field)
    field.set_value(9)
    assert field.value() == 9
