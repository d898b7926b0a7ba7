"""FHIR's values as they would stand on paper: every digit, sign and unit as it was sent."""

import re
from decimal import Decimal
from typing import Any

from secondop_desktop.exchange.fhir import dates
from secondop_desktop.exchange.fhir.codes import UCUM, line, prose, words
from secondop_desktop.journal.values.numbers import without_tail

_PRINTED = {"Cel": "°C", "[degF]": "°F", "mm[Hg]": "mmHg", "1": "", "{score}": "", "[pH]": "pH"}
_BRACKETS = re.compile(r"\[(IU|iU|arb'U|lb_av|in_i|drp)\]")
_TEN = re.compile(r"10(?:\*|\^)(-?\d+)")
_NUMBERS = (int, Decimal)
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def digits(number: Any) -> str:
    """Write a JSON number with the digits it was sent with."""
    if isinstance(number, bool) or not isinstance(number, _NUMBERS):
        return line(number)
    plain = f"{number:f}" if isinstance(number, Decimal) else str(number)
    return plain if len(plain) < 30 else str(number)


def quantity(given: Any) -> tuple[str, str, str]:
    """Return value with comparator, unit as printed, and UCUM code, each perhaps empty."""
    if not isinstance(given, dict):
        return "", "", ""
    number = digits(given.get("value"))
    coded = line(given.get("code")) if given.get("system") == UCUM else ""
    unit = line(given.get("unit")) or printed_unit(line(given.get("code")))
    return (line(given.get("comparator")) + number) if number else "", unit, coded


def printed_unit(code: str) -> str:
    """Return how a unit that came only as its code is printed: ``°F`` for ``[degF]``."""
    if code in _PRINTED:
        return _PRINTED[code]
    return _TEN.sub(lambda found: f"10{found[1].translate(_RAISED)}", _BRACKETS.sub(r"\1", code))


def phrase(given: Any) -> str:
    """Say a quantity in one piece, such as ``2 tablet``."""
    value, unit, _code = quantity(given)
    value = without_tail(value)
    return " ".join(part for part in (value, unit if unit != "1" else "") if part)


def value(body: dict[str, Any]) -> tuple[str, str, str]:
    """Return the value of an Observation or component, its unit and UCUM code."""
    for name, given in body.items():
        if name.startswith("value") and name[5:] in _FORMS:
            return _FORMS[name[5:]](given)
    return "", "", ""


def spread(given: Any) -> tuple[str, str, str]:
    """Return a range between its two ends, or with the sign of its only one; unit and code."""
    if not isinstance(given, dict):
        return "", "", ""
    low, unit, coded = quantity(given.get("low"))
    high, other, _code = quantity(given.get("high"))
    low, high = without_tail(low), without_tail(high)
    if low and high:
        return f"{low}-{high}", unit or other, coded
    return (f"≥{low}" if low else f"≤{high}" if high else ""), unit or other, coded


def _ratio(given: Any) -> tuple[str, str, str]:
    if not isinstance(given, dict):
        return "", "", ""
    top, bottom = phrase(given.get("numerator")), phrase(given.get("denominator"))
    bare = not any(map(str.isalpha, top + bottom))
    return (":" if bare else " / ").join(part for part in (top, bottom) if part), "", ""


def _moment(given: Any) -> tuple[str, str, str]:
    return dates.said(given), "", ""


def _period(given: Any) -> tuple[str, str, str]:
    return dates.span(given, clock=True), "", ""


def _plain(given: Any) -> tuple[str, str, str]:
    if isinstance(given, bool):
        return "yes" if given else "no", "", ""
    return digits(given), "", ""


def _text(given: Any) -> tuple[str, str, str]:
    return prose(given), "", ""


def _concept(given: Any) -> tuple[str, str, str]:
    return words(given), "", ""


_FORMS = {
    "Quantity": quantity,
    "CodeableConcept": _concept,
    "Coding": _concept,
    "String": _text,
    "Boolean": _plain,
    "Integer": _plain,
    "Decimal": _plain,
    "Range": spread,
    "Ratio": _ratio,
    "DateTime": _moment,
    "Time": _plain,
    "Period": _period,
}
