"""Sums of money, exact and never converted."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.features.costs.kind import KIND
from secondop_desktop.features.costs.rules import Sums, Total, due_words, money, sums, totals
from tests.features.rows import day, row

SUMS = st.decimals(-(10**9), 10**9, places=2)


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [
        ("250", "GBP", "£250"),
        ("250.00", "", "£250"),
        ("89.5", "£", "£89.50"),
        ("1234.567", "gbp", "£1,234.567"),
        ("-5", "GBP", "-£5"),
        ("-0.5", "EUR", "-0.50 EUR"),
        ("1000000", "EUR", "1,000,000 EUR"),
        ("0", "", "£0"),
    ],
)
def test_sums_are_said_as_in_the_uk(amount: str, currency: str, said: str) -> None:
    assert money(Decimal(amount), currency) == said


def test_unknown_sum_is_not_said() -> None:
    assert money(None, "GBP") == ""


@given(SUMS)
def test_no_digit_is_lost(amount: Decimal) -> None:
    assert Decimal(money(amount, "").replace("£", "").replace(",", "")) == amount


def test_totals_keep_currencies_and_states_apart() -> None:
    rows = [
        row(KIND, amount=Decimal("0.10"), currency="GBP", state="paid"),
        row(KIND, amount=Decimal("0.20"), state="paid"),
        row(KIND, amount=Decimal("5"), state="quote"),
        row(KIND, amount=Decimal("7"), currency="eur", state="paid"),
        row(KIND, state="paid"),
    ]
    assert totals(rows) == (
        Total("GBP", "paid", Decimal("0.30")),
        Total("GBP", "quote", Decimal("5")),
        Total("EUR", "paid", Decimal("7")),
    )


def test_a_table_has_a_line_for_each_state_and_a_column_for_each_currency() -> None:
    rows = [
        row(KIND, amount=Decimal(7), currency="EUR", state="paid"),
        row(KIND, amount=Decimal(5), state="quote"),
        row(KIND, amount=Decimal(1), state=""),
    ]
    assert sums(rows, ["quote", "due", "paid"]) == Sums(
        ("GBP", "EUR"),
        (
            ("quote", ((Decimal(5), "GBP"), (None, "EUR"))),
            ("paid", ((None, "GBP"), (Decimal(7), "EUR"))),
            ("", ((Decimal(1), "GBP"), (None, "EUR"))),
        ),
    )
    assert sums([], ["quote"]) == Sums((), ())


@pytest.mark.parametrize(
    ("state", "due", "said"),
    [
        ("due", "2026-07-14", "to be paid by 14 July 2026"),
        ("", "2026-07-14", "to be paid by 14 July 2026"),
        ("due", "2026-07-03", "to be paid today"),
        ("due", "2026-07-02", "should have been paid by 2 July 2026"),
        ("due", "2026-07", "to be paid by July 2026"),
        ("due", "2026-06", "should have been paid by June 2026"),
        ("paid", "2026-07-02", ""),
        ("quote", "2026-07-02", ""),
    ],
)
def test_what_is_due_is_said_in_words(state: str, due: str, said: str) -> None:
    assert due_words(row(KIND, state=state, due=day(due)), date(2026, 7, 3)) == said


def test_nothing_is_due_without_a_day() -> None:
    assert due_words(row(KIND, state="due"), date(2026, 7, 3)) == ""
