"""Ten digits are shown 3-3-4; a failed check is remarked upon and blocks nothing."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.fields import NhsNumberField
from tests.widgets.fields.conftest import Show


@pytest.mark.parametrize("text", ["9434765919", "943 476 5919", "943-476-5919"])
def test_digits_are_kept_without_spaces_and_shown_with_them(
    show: Show, qtbot: QtBot, text: str
) -> None:
    field = NhsNumberField()
    other = show(field)
    field.line.setFocus()
    QTest.keyClicks(field.line, text)
    assert field.value() == "9434765919"
    assert field.note() == ""
    with qtbot.assertNotEmitted(field.edited):
        other.setFocus()
    assert field.line.text() == "943 476 5919"


def test_a_failed_check_is_a_calm_remark(show: Show) -> None:
    field = NhsNumberField()
    show(field)
    QTest.keyClicks(field.line, "9434765918")
    assert field.value() == "9434765918"
    assert field.problem() is None
    assert "do not pass the check" in field.note()
    assert "do not pass the check" in field.line.accessibleDescription()
    field.set_value("9434765919")
    assert field.note() == ""


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("943476591", "“NHS number” must have 10 numbers, like 943 476 5919"),
        ("94347659190", "“NHS number” must have 10 numbers, like 943 476 5919"),
        ("943476591x", "“NHS number” must have 10 numbers, like 943 476 5919"),
        ("000 000 0000", "“NHS number” must not be all zeros"),
    ],
)
def test_what_cannot_be_a_number_is_kept_as_typed(show: Show, text: str, problem: str) -> None:
    field = NhsNumberField()
    field.set_label("NHS number")
    show(field)
    QTest.keyClicks(field.line, text)
    assert field.value() is None
    assert field.typed() == text
    assert field.problem() == problem
    field.put(None, field.typed())
    assert field.line.text() == text
