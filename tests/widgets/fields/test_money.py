"""Sums are exact, and the currency is pounds until something else is typed."""

from decimal import Decimal

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.fields import CurrencyField, MoneyField
from secondop_desktop.widgets.theme import Theme


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("250", "250"),
        ("£89.50", "89.50"),
        ("1,250.00", "1250.00"),
        ("0.1", "0.1"),
        ("12,50", None),
        ("0,500", None),
        ("about 200", None),
        ("-5", None),
    ],
)
def test_amounts(look: Theme, qtbot: QtBot, text: str, value: str | None) -> None:
    field = MoneyField()
    qtbot.addWidget(field)
    field.set_label("Amount")
    field.line.insert(text)
    assert field.value() == (Decimal(value) if value else None)
    assert field.typed() == ("" if value else text)
    wrong = "“Amount” must be an amount, like 250 or 89.50"
    assert field.problem() == (None if value else wrong)


def test_a_draft_of_an_amount_is_put_back(look: Theme, qtbot: QtBot) -> None:
    field = MoneyField()
    qtbot.addWidget(field)
    field.put(None, "about 200")
    assert (field.value(), field.typed()) == (None, "about 200")


def test_pounds_unless_said_otherwise(look: Theme, qtbot: QtBot) -> None:
    field = MoneyField()
    qtbot.addWidget(field)
    assert field.currency.value() == "GBP"
    field.currency.set_value("EUR")
    assert field.currency.value() == "EUR"
    field.currency.set_value("")
    assert field.currency.value() == "GBP"
    assert field.inner() == [field.currency]


def test_a_currency_has_three_letters(look: Theme, qtbot: QtBot) -> None:
    field = CurrencyField()
    qtbot.addWidget(field)
    field.line.clear()
    assert field.value() is None
    assert field.problem() is None
    QTest.keyClicks(field.line, "eur")
    assert field.value() == "EUR"
    QTest.keyClicks(field.line, "os")
    assert (field.value(), field.typed()) == (None, "euros")
    assert field.problem() == "“Currency” must be three letters, like GBP"
    field.put(None, "euros")
    assert field.line.text() == "euros"
