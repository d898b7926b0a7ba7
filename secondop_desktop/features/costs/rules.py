"""How sums of money are said and added up."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

POUNDS = "GBP"


@dataclass(frozen=True)
class Total:
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


def _digits(amount: Decimal) -> str:
    """Whole pounds without pence, everything else with two digits or as many as there are."""
    if amount == amount.to_integral_value():
        return f"{amount:,.0f}"
    exponent = amount.normalize().as_tuple().exponent
    return f"{amount:,.{max(2, -int(exponent))}f}"
