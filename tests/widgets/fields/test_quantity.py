"""Results and ranges are kept exactly as printed, and a range says how it was read."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from secondop_desktop.journal.values.printed_parts import Printed
from secondop_desktop.journal.values.quantities import Quantity, Range
from secondop_desktop.widgets.fields import QuantityField, RangeField
from secondop_desktop.widgets.theme import Theme
from tests.widgets.fields.conftest import Show


@pytest.mark.parametrize("text", ["13.4", "<0.5", "≥ 90", "positive", "1,200"])
def test_a_result_is_kept_as_printed(look: Theme, qtbot: QtBot, text: str) -> None:
    field = QuantityField()
    qtbot.addWidget(field)
    field.line.insert(text)
    assert field.value() == Quantity(text)
    assert field.typed() == ""
    assert field.problem() is None


def test_the_unit_is_a_field_of_its_own(show: Show, qtbot: QtBot) -> None:
    field = QuantityField(["g/L", "mmol/L"])
    show(field)
    unit = field.unit
    assert unit is not None
    with qtbot.assertNotEmitted(field.edited), qtbot.waitSignal(unit.edited):
        QTest.keyClicks(unit.line, "g/L")
    assert unit.value() == "g/L"
    assert unit.line.accessibleName() == "Unit"
    assert field.inner() == [unit]
    alone = QuantityField()
    show(alone)
    assert alone.unit is None
    assert alone.inner() == []


def test_a_number_with_more_beside_it_is_offered_apart(show: Show, qtbot: QtBot) -> None:
    field = QuantityField()
    field.parted = lambda text: Printed("7.4", flag="H") if text == "7.4 H" else None
    show(field)
    QTest.keyClicks(field.line, "7.4 H")
    field.line.editingFinished.emit()
    yes, no = field.which.buttons
    assert [yes.text(), no.text()] == ["Yes: 7.4 · H", "No, leave it as it is"]
    with qtbot.waitSignals([field.apart, field.edited]):
        yes.click()
    assert (field.value(), field.which.buttons) == (Quantity("7.4"), [])


def test_what_is_to_stay_whole_is_not_asked_about_again(show: Show) -> None:
    field = QuantityField()
    field.parted = lambda _text: Printed("7.4", flag="H")
    show(field)
    QTest.keyClicks(field.line, "7.4 H")
    field.line.editingFinished.emit()
    field.which.buttons[1].click()
    field.line.editingFinished.emit()
    assert (field.value(), field.which.buttons) == (Quantity("7.4 H"), [])


def test_a_range_that_repeats_the_unit_is_read(show: Show) -> None:
    field = RangeField()
    field.unit = lambda: "mmol/L"
    show(field)
    QTest.keyClicks(field.line, "3.5-5.1 mmol/l")
    assert field.note() == "Read as 3.5 to 5.1"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("4 - 11", "Read as 4 to 11"),
        ("(4.0 – 11.0)", "Read as 4.0 to 11.0"),
        ("<5", "Read as less than 5"),
        ("up to 5", "Read as 5 or less"),
        (">60", "Read as more than 60"),
        (">= 60", "Read as 60 or more"),
        ("negative", "Kept as words"),
        ("", ""),
    ],
)
def test_a_range_says_how_it_was_read(look: Theme, qtbot: QtBot, text: str, note: str) -> None:
    field = RangeField()
    qtbot.addWidget(field)
    field.line.insert(text)
    assert field.note() == note
    assert field.value() == (Range(text) if text else None)
    assert field.problem() is None


def test_a_number_that_may_be_one_of_two_is_asked_about(show: Show, qtbot: QtBot) -> None:
    field = QuantityField()
    show(field)
    QTest.keyClicks(field.line, "3,604")
    field.line.editingFinished.emit()
    assert field.which.question.text() == "Which number is 3,604?"
    assert [button.text() for button in field.which.buttons] == ["3604", "3.604"]
    with qtbot.waitSignal(field.edited):
        field.which.buttons[1].click()
    assert field.value() == Quantity("3,604", "3.604")
    assert (field.note(), field.which.isHidden()) == ("Read as 3.604", True)
    QTest.keyClicks(field.line, "5")
    assert (field.value(), field.note()) == (Quantity("3,6045"), "")


@pytest.mark.parametrize("text", ["3.604", "0,604", "3,6", "3,604.5", "trace"])
def test_what_can_be_read_is_not_asked(show: Show, text: str) -> None:
    field = QuantityField()
    show(field)
    field.set_value(Quantity(text))
    assert field.which.buttons == []


def test_what_a_table_settled_stays_so(show: Show) -> None:
    field, between = QuantityField(), RangeField()
    show(field)
    show(between)
    field.set_value(Quantity("3,604", "3.604"))
    between.set_value(Range("3,604-5,200", "3.604-5.200"))
    assert field.value() == Quantity("3,604", "3.604")
    assert field.which.buttons == []
    assert between.value() == Range("3,604-5,200", "3.604-5.200")
    assert between.note() == "Read as 3.604 to 5.200"
