"""How sums of money are said."""

from decimal import Decimal

POUNDS = "GBP"


def money(amount: Decimal | None, currency: str) -> str:
    """Say a sum such as ``£89.50`` or ``250 EUR``; an empty currency means pounds."""
    if amount is None:
        return ""
    digits = f"{abs(amount):,.0f}" if amount == int(amount) else _with_pence(abs(amount))
    sign = "-" if amount < 0 else ""
    if (currency or POUNDS).strip().upper() in {POUNDS, "£"}:
        return f"{sign}£{digits}"
    return f"{sign}{digits} {currency.strip()}"


def _with_pence(amount: Decimal) -> str:
    exponent = amount.normalize().as_tuple().exponent
    places = max(2, -exponent) if isinstance(exponent, int) else 2
    return f"{amount:,.{places}f}"
