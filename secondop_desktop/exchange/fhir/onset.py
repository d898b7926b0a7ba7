"""When an illness began or ended where the file gives no plain date: an age, a span or words."""

from functools import cache
from typing import Any

from secondop_desktop.exchange.fhir import dates
from secondop_desktop.exchange.fhir.amounts import quantity, spread
from secondop_desktop.exchange.fhir.codes import line
from secondop_desktop.lang import _

_YEARS = frozenset({"", "a", "year", "years", "y", "yr", "yrs"})


def in_words(body: dict[str, Any], name: str, *, spans: bool = True) -> str:
    """Say onset[x] or abatement[x] in words: ``at age 52``, ``in her teens``, from when to when.

    Empty where a date says it all. Without ``spans`` a period is said only where its start is
    not known: its two ends have fields of their own.
    """
    if _forms(name).isdisjoint(body):
        return ""
    found = body.get(f"{name}Period")
    period = found if isinstance(found, dict) else {}
    ended = body.get(f"{name}Boolean")
    parts = (
        line(body.get(f"{name}String")),
        _age(*quantity(body.get(f"{name}Age"))[:2]),
        _ages(body.get(f"{name}Range")),
        dates.span(period) if period.get("end") and (spans or not period.get("start")) else "",
        _("it is over, no date given") if ended is True else "",
    )
    return ", ".join(part for part in parts if part)


@cache
def _forms(name: str) -> frozenset[str]:
    return frozenset(f"{name}{form}" for form in ("String", "Age", "Range", "Period", "Boolean"))


def aged(number: str, unit: str) -> str:
    """Return an age in years as a bare number, any other with its unit."""
    return number if unit.casefold() in _YEARS else f"{number} {unit}"


def _age(number: str, unit: str) -> str:
    return _("at age {age}").format(age=aged(number, unit)) if number else ""


def _ages(given: Any) -> str:
    if not isinstance(given, dict):
        return ""
    low, high = (quantity(given.get(side))[0] for side in ("low", "high"))
    between, unit, _code = spread(given)
    if low and high:
        between = _("{least} to {most}").format(least=low, most=high)
    return _age(between, unit)
