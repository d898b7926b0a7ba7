"""When an illness began or ended where the file gives no plain date: an age, a span or words."""

from typing import Any

from secondop_desktop.exchange.fhir import dates
from secondop_desktop.exchange.fhir.amounts import quantity, spread
from secondop_desktop.exchange.fhir.codes import line
from secondop_desktop.lang import _

_YEARS = frozenset({"", "a", "year", "years", "y", "yr", "yrs"})


def in_words(body: dict[str, Any], name: str) -> str:
    """Say onset[x] or abatement[x] in words: ``at age 52``, ``in her teens``, from when to when.

    Empty where a date says it all.
    """
    period = body.get(f"{name}Period")
    ended = body.get(f"{name}Boolean")
    parts = (
        line(body.get(f"{name}String")),
        _age(*quantity(body.get(f"{name}Age"))[:2]),
        _ages(body.get(f"{name}Range")),
        dates.span(period) if isinstance(period, dict) and period.get("end") else "",
        _("it is over, no date given") if ended is True else "",
    )
    return ", ".join(part for part in parts if part)


def _age(number: str, unit: str) -> str:
    if not number:
        return ""
    if unit.casefold() in _YEARS:
        return _("at age {age}").format(age=number)
    return _("at age {age}").format(age=f"{number} {unit}")


def _ages(given: Any) -> str:
    if not isinstance(given, dict):
        return ""
    low, high = (quantity(given.get(side))[0] for side in ("low", "high"))
    between, unit, _code = spread(given)
    if low and high:
        between = _("{least} to {most}").format(least=low, most=high)
    return _age(between, unit)
