"""Doses as they are written (FHIR Dosage and Timing, R4 and STU3)."""

from typing import Any

from secondop_desktop.exchange.fhir.amounts import digits, phrase, value
from secondop_desktop.exchange.fhir.codes import all_words, line, several, words

_UNITS = {
    "s": "second",
    "min": "minute",
    "h": "hour",
    "d": "day",
    "wk": "week",
    "mo": "month",
    "a": "year",
}


def dose(doses: Any) -> str:
    """Return the text of the instructions, or where there is none the amount itself."""
    return "; ".join(dict.fromkeys(filter(None, map(_dose, _all(doses)))))


def how_taken(doses: Any) -> str:
    """Return what stands beside the dose: for the patient, how often, by which way."""
    return "; ".join(dict.fromkeys(filter(None, map(_how, _all(doses)))))


def as_needed(doses: Any) -> bool:
    """Tell whether every instruction says to take it when needed."""
    found = _all(doses)
    return bool(found) and all(
        one.get("asNeededBoolean") is True or bool(one.get("asNeededCodeableConcept"))
        for one in found
    )


def times(doses: Any, valid: Any) -> tuple[Any, Any]:
    """Return when the instructions begin and end: their own bounds, else the prescription's."""
    periods = [repeat.get("boundsPeriod") for repeat in map(_repeat, _all(doses))]
    known = [period for period in [*periods, valid] if isinstance(period, dict)]
    start = next((one["start"] for one in known if one.get("start")), None)
    return start, next((one["end"] for one in known if one.get("end")), None)


def _all(doses: Any) -> list[dict[str, Any]]:
    return [one for one in several(doses) if isinstance(one, dict)]


def _repeat(one: dict[str, Any]) -> dict[str, Any]:
    timing = one.get("timing")
    found = timing.get("repeat") if isinstance(timing, dict) else None
    return found if isinstance(found, dict) else {}


def _dose(one: dict[str, Any]) -> str:
    return line(one.get("text")) or _amount(one)


def _amount(one: dict[str, Any]) -> str:
    rates = [rate for rate in several(one.get("doseAndRate")) if isinstance(rate, dict)]
    for given in [*rates, one]:
        amount = phrase(given.get("doseQuantity")) or phrase(given.get("doseSimpleQuantity"))
        amount = amount or " ".join(filter(None, value({"valueRange": given.get("doseRange", {})})))
        if amount:
            return amount
    return ""


def _how(one: dict[str, Any]) -> str:
    text = line(one.get("text"))
    told = [line(one.get("patientInstruction")), all_words(one.get("additionalInstruction"))]
    if not text:
        told += [_often(one), words(one.get("route")), words(one.get("site"))]
    elif _amount(one) and _amount(one) not in text:
        told.append(_amount(one))
    return ", ".join(part for part in dict.fromkeys(told) if part and part != text)


def _often(one: dict[str, Any]) -> str:
    """Say how often in a few words that hold no more than the file gives."""
    timing = one.get("timing")
    if isinstance(timing, dict) and words(timing.get("code")):
        return words(timing.get("code"))
    repeat = _repeat(one)
    unit = _UNITS.get(line(repeat.get("periodUnit")), "")
    if not unit or not repeat.get("period"):
        return ""
    count, period = digits(repeat.get("frequency", 1)), digits(repeat["period"])
    span = unit if period == "1" else f"{period} {unit}s"
    return f"{count} × every {span}" if count != "1" else f"every {span}"
