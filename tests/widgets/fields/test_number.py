"""A number is kept within its bounds, and anything else is kept as typed."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.fields import NumberField
from secondop_desktop.widgets.theme import Theme


@pytest.mark.parametrize(
    ("typed", "value", "problem"),
    [
        ("12", 12, None),
        ("1,200", None, "“Pages” must be between 1 and 999"),
        ("0", None, "“Pages” must be between 1 and 999"),
        ("about 12", None, "“Pages” must be a whole number, like 12"),
        ("12,5", None, "“Pages” must be a whole number, like 12"),
        ("0,500", None, "“Pages” must be a whole number, like 12"),
        ("1.5", None, "“Pages” must be a whole number, like 12"),
        ("9" * 40, None, "“Pages” must be a whole number, like 12"),
    ],
)
def test_typing(
    look: Theme, qtbot: QtBot, typed: str, value: int | None, problem: str | None
) -> None:
    field = NumberField(1, 999)
    qtbot.addWidget(field)
    field.set_label("Pages")
    QTest.keyClicks(field.line, typed)
    assert (field.value(), field.problem()) == (value, problem)
    draft = field.typed()
    assert draft == ("" if value else typed)
    again = NumberField(1, 999)
    qtbot.addWidget(again)
    again.put(value, draft)
    assert again.line.text() == typed


def test_one_sided_bounds_say_so(look: Theme, qtbot: QtBot) -> None:
    for field, typed, said in (
        (NumberField(1), "0", "“Age” must be 1 or more"),
        (NumberField(None, 9), "10", "“Age” must be 9 or less"),
    ):
        qtbot.addWidget(field)
        field.set_label("Age")
        field.put(None, typed)
        assert field.problem() == said
