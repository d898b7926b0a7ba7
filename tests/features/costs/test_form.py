"""The form of a cost."""

from decimal import Decimal

from tests.features.desk import Desk


def test_it_is_in_pounds_until_said_otherwise(desk: Desk) -> None:
    form = desk.open("cost")
    desk.type(form.edits["what"], "First visit")
    desk.type(form.edits["amount"], "1,250.50")
    row = desk.get(form)
    assert (row.amount, row.currency) == (Decimal("1250.50"), "GBP")


def test_another_currency_stays(desk: Desk) -> None:
    entry = desk.add("cost", what="Scan", amount=Decimal(90), currency="EUR")
    form = desk.open("cost", entry)
    desk.type(form.edits["amount"], "1")
    assert desk.get(form).currency == "EUR"
