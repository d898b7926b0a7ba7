"""How a cost shows itself."""

from decimal import Decimal

from secondop_desktop.features.costs.kind import KIND
from tests.features.rows import DR_SHAH, names, row


def test_title_is_what_it_is_for() -> None:
    assert KIND.title(row(KIND, what="First visit"), names) == "First visit"
    assert KIND.title(row(KIND), names) == "Cost"


def test_line_says_how_much_and_how_far() -> None:
    one = row(KIND, amount=Decimal("250"), state="quote", provider=DR_SHAH)
    assert KIND.line(one, names) == "£250 · Quoted · Dr Shah"
