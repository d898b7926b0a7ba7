"""FHIR's values as they would stand on paper: every digit, sign and unit as it was sent."""

from decimal import Decimal
from typing import Any

from secondop_desktop.exchange.fhir.codes import UCUM, line, prose, several, words


def digits(number: Any) -> str:
    """Write a JSON number with the digits it was sent with."""
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        return line(number)
    plain = f"{number:f}" if isinstance(number, Decimal) else str(number)
    return plain if len(plain) < 30 else str(number)


def quantity(given: Any) -> tuple[str, str, str]:
    """Return value with comparator, unit as printed, and UCUM code, each perhaps empty."""
    if not isinstance(given, dict):
        return "", "", ""
    number = digits(given.get("value"))
    coded = line(given.get("code")) if given.get("system") == UCUM else ""
    unit = line(given.get("unit")) or line(given.get("code"))
    return (line(given.get("comparator")) + number) if number else "", unit, coded


def phrase(given: Any) -> str:
    """Say a quantity in one piece, such as ``2 tablet``."""
    value, unit, _code = quantity(given)
    return " ".join(part for part in (value, unit if unit != "1" else "") if part)


def value(body: dict[str, Any]) -> tuple[str, str, str]:
    """Return the value of an Observation or component, its unit and UCUM code."""
    for name, given in body.items():
        if name.startswith("value") and name[5:] in _FORMS:
            return _FORMS[name[5:]](given)
    return "", "", ""


def _range(given: Any) -> tuple[str, str, str]:
    low, unit, coded = quantity(given.get("low"))
    high, other, _code = quantity(given.get("high"))
    if low and high:
        return f"{low}-{high}", unit or other, coded
    return (f"≥{low}" if low else f"≤{high}" if high else ""), unit or other, coded


def _ratio(given: Any) -> tuple[str, str, str]:
    top, bottom = phrase(given.get("numerator")), phrase(given.get("denominator"))
    bare = not any(map(str.isalpha, top + bottom))
    return (":" if bare else " / ").join(part for part in (top, bottom) if part), "", ""


def _period(given: Any) -> tuple[str, str, str]:
    parts = (line(given.get("start")), line(given.get("end")))
    return " / ".join(part for part in parts if part), "", ""


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
    "Range": _range,
    "Ratio": _ratio,
    "DateTime": _plain,
    "Time": _plain,
    "Period": _period,
}


def reference_range(given: Any, unit: str) -> str:
    """Return the reference ranges as one text; a unit only where the result has another one."""
    return "; ".join(filter(None, (_one_range(one, unit) for one in several(given))))


def _one_range(given: dict[str, Any], unit: str) -> str:
    between, other, _code = _range(given)
    if not between:
        return line(given.get("text"))
    return f"{between} {other}" if other and other != unit else between
