"""Choices are chosen by keyboard, and "Not answered" is an answer of its own."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.fields import (
    ChoiceField,
    ChoicesField,
    FlagField,
    ScaleField,
    TickField,
)
from secondop_desktop.widgets.fields.base import FieldEdit
from secondop_desktop.widgets.layout.tab_order import follow_layout
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


def _beside(field: QWidget, qtbot: QtBot) -> tuple[QLineEdit, QLineEdit, QWidget]:
    """Show a field between two lines, with the focus on the first."""
    whole = QWidget()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    first, last = QLineEdit(), QLineEdit()
    for part in (first, field, last):
        column.addWidget(part)
    whole.show()
    whole.activateWindow()
    qtbot.waitUntil(whole.isActiveWindow)
    first.setFocus()
    return first, last, whole


def _has_focus() -> str:
    has = QApplication.focusWidget()
    return has.text() if isinstance(has, QAbstractButton) else "–"


def _press(key: Qt.Key, *, back: bool = False) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    has = QApplication.focusWidget()
    assert has is not None
    QTest.keyClick(has, key, held)


FIELDS = [
    (lambda: ChoiceField([*FEW, ("c", "Ruled out")], across=True), "b", "Confirmed", "Ruled out"),
    (lambda: ChoiceField(FEW, empty=""), "a", "Suspected", "Confirmed"),
    (FlagField, True, "Yes", "No"),
    (lambda: ScaleField(5, "None", "Much"), 3, "3", "4"),
]


@pytest.mark.parametrize(("make", "value", "chosen", "following"), FIELDS)
def test_tab_lands_on_the_chosen_button_and_leaves_the_field_with_the_next(
    make: Callable[[], FieldEdit], value: object, chosen: str, following: str, qtbot: QtBot
) -> None:
    field = make()
    first, last, _whole = _beside(field, qtbot)
    field.put(value)
    _press(Qt.Key.Key_Tab)
    assert _has_focus() == chosen
    _press(Qt.Key.Key_Tab)
    assert last.hasFocus()
    _press(Qt.Key.Key_Backtab, back=True)
    assert _has_focus() == chosen
    with qtbot.waitSignal(field.edited):
        _press(Qt.Key.Key_Right)
    assert _has_focus() == following
    assert field.value() not in (None, value)
    _press(Qt.Key.Key_Backtab, back=True)
    assert first.hasFocus()


def test_an_answer_that_stands_elsewhere_takes_the_place_of_the_one_before(
    qtbot: QtBot,
) -> None:
    field = ScaleField(5)
    first, last, whole = _beside(field, qtbot)
    field.put(0)
    follow_layout(whole)
    _press(Qt.Key.Key_Tab)
    assert _has_focus() == "0"
    with qtbot.waitSignal(field.edited):
        _press(Qt.Key.Key_Left)
    assert _has_focus() == "Not answered"
    _press(Qt.Key.Key_Tab)
    assert last.hasFocus()
    _press(Qt.Key.Key_Backtab, back=True)
    assert _has_focus() == "Not answered"
    _press(Qt.Key.Key_Backtab, back=True)
    assert first.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Left])
def test_before_the_first_answer_comes_the_last(key: Qt.Key, qtbot: QtBot) -> None:
    field = ChoiceField(FEW)
    _first, _last, _whole = _beside(field, qtbot)
    _press(Qt.Key.Key_Tab)
    assert _has_focus() == "Not answered"
    _press(key)
    assert field.value() == "b"


def test_with_no_answer_tab_stops_once_and_chooses_nothing(qtbot: QtBot) -> None:
    field = ChoiceField(FEW, empty="")
    _first, last, _whole = _beside(field, qtbot)
    _press(Qt.Key.Key_Tab)
    assert (_has_focus(), field.value()) == ("Suspected", None)
    _press(Qt.Key.Key_Tab)
    assert last.hasFocus()
    field.put("b")
    field.put(None)
    _press(Qt.Key.Key_Backtab, back=True)
    assert _has_focus() == "Suspected"


def test_an_answer_put_in_while_another_has_the_focus_is_where_tab_comes_back(
    qtbot: QtBot,
) -> None:
    field = ChoiceField([*FEW, ("c", "Ruled out")])
    _first, last, _whole = _beside(field, qtbot)
    field.put("a")
    _press(Qt.Key.Key_Tab)
    field.put("c")
    last.setFocus()
    _press(Qt.Key.Key_Backtab, back=True)
    assert _has_focus() == "Ruled out"


@pytest.mark.parametrize(
    "field",
    [lambda: ScaleField(10, "none", "worst"), lambda: ChoiceField(FEW)],
    ids=["scale", "list"],
)
def test_a_press_beside_the_words_does_nothing(show: Show, field: Callable[[], FieldEdit]) -> None:
    made = field()
    other = show(made)
    other.setFocus()
    for button in made.findChildren(QAbstractButton):
        spot = button.mapTo(made, QPoint(button.width() + 40, button.height() // 2))
        if isinstance(made.childAt(spot), QAbstractButton):
            continue  # the next number of a scale
        QTest.mouseClick(
            made.window().windowHandle(),
            Qt.MouseButton.LeftButton,
            pos=made.mapTo(made.window(), spot),
        )
        assert other.hasFocus()
    assert made.value() is None
