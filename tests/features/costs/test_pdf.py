"""Costs on paper."""

from decimal import Decimal

from secondop_desktop.features.costs.pdf import CHAPTERS
from tests.features.paper import Sheet
from tests.features.rows import day

COSTS = CHAPTERS["cost"]


def test_each_sum_and_the_sums_of_each_state_and_currency() -> None:
    sheet = Sheet()
    sheet.add(
        "cost", what="Appointment", amount=Decimal(250), state="paid", payer="me", date=day("2024")
    )
    sheet.add("cost", what="Scan", amount=Decimal("89.50"), state="paid")
    sheet.add("cost", what="Hotel", amount=Decimal(80), currency="EUR", state="quote")
    printed = sheet.printed(COSTS)
    assert "2024 Appointment £250 Paid You" in printed
    assert printed.endswith("Paid £339.50 Quoted 80 EUR")


def test_money_is_printed_only_when_it_is_chosen() -> None:
    assert not COSTS.usual
    assert COSTS.make(Sheet()) == []
