"""How sums of money are said and added up."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from secondop_desktop.lang import _

POUNDS = "GBP"


class Total(NamedTuple):
    """The sum of the costs in one currency that are equally far (``state``)."""

    currency: str
    state: str
    amount: Decimal


def currency_of(row: Any) -> str:
    """Return the currency of a cost as a code; empty or £ means pounds."""
    code: str = row.currency.strip().upper()
    return POUNDS if code in {"", "£"} else code


def money(amount: Decimal | None, currency: str) -> str:
    """Say a sum such as ``£89.50`` or ``250 EUR``; an empty currency means pounds."""
    if amount is None:
        return ""
    digits, sign = _digits(abs(amount)), "-" if amount < 0 else ""
    code = currency.strip()
    if code.upper() in {"", "£", POUNDS}:
        return f"{sign}£{digits}"
    return f"{sign}{digits} {code}"


def totals(rows: Iterable[Any]) -> tuple[Total, ...]:
    """Add up costs by currency and state; currencies are never converted into each other."""
    sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for row in rows:
        if row.amount is not None:
            sums[currency_of(row), row.state] += row.amount
    return tuple(Total(*key, amount) for key, amount in sums.items())


class Sums(NamedTuple):
    """Sums as a small table: for each state one sum, or None, and its currency in each column."""

    currencies: tuple[str, ...]
    lines: tuple[tuple[str, tuple[tuple[Decimal | None, str], ...]], ...]


def sums(rows: Iterable[Any], states: Sequence[str]) -> Sums:
    """Add costs up for a table; states come in the order given, pounds before other currencies."""
    found = {(one.state, one.currency): one.amount for one in totals(rows)}
    currencies = sorted({code for _state, code in found}, key=lambda code: (code != POUNDS, code))
    known = {state for state, _code in found}
    ordered = [*(state for state in states if state in known), *sorted(known - set(states))]
    lines = (
        (state, tuple((found.get((state, code)), code) for code in currencies)) for state in ordered
    )
    return Sums(tuple(currencies), tuple(lines))


def without_amount(rows: Iterable[Any]) -> int:
    """Count the costs whose sum is not known yet."""
    return sum(row.amount is None for row in rows)


def open_bill(row: Any) -> bool:
    """Tell whether a cost still has to be paid: a quote binds nobody, and the rest is settled."""
    return row.state in {"due", ""}


def overdue(row: Any, today: date) -> bool:
    """Tell whether the day to pay by is over, beyond doubt about a partial date."""
    return bool(row.due and open_bill(row) and row.due.last_day < today)


def due_words(row: Any, today: date) -> str:
    """Say by when it is to be paid; empty once it is settled, or when no day is known."""
    if row.due is None or not open_bill(row):
        return ""
    if overdue(row, today):
        return _("should have been paid by {date}").format(date=row.due.words())
    if row.due.day and row.due.first_day == today:
        return _("to be paid today")
    return _("to be paid by {date}").format(date=row.due.words())


def _digits(amount: Decimal) -> str:
    """Whole pounds without pence, everything else with two digits or as many as there are."""
    if amount == amount.to_integral_value():
        return f"{amount:,.0f}"
    exponent = amount.normalize().as_tuple().exponent
    return f"{amount:,.{max(2, -int(exponent))}f}"
