"""Doses as they are written (FHIR Dosage, R4, R5 and STU3).

What the sender wrote for people comes first; parts of the structure are told beside it only
where those words do not hold them already.
"""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from secondop_desktop.exchange.fhir import dates, timing
from secondop_desktop.exchange.fhir.amounts import phrase, value
from secondop_desktop.exchange.fhir.codes import first, line, objects, several, words
from secondop_desktop.lang import _

_Dose = dict[str, Any]
_SAYS_OFTEN = re.compile(
    r"\b(once|twice|daily|day|days|times|hours?|hourly|weeks?|weekly|months?|monthly|morning"
    r"|night|nightly|evening|bedtime|every|each|bd|bid|od|tds|tid|qds|qid|q\d+h|qod|qd|nocte|mane)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(r"\bfor (the )?(\w+ ){0,3}?(days?|weeks?|months?)\b", re.IGNORECASE)
_SAYS_NEEDED = re.compile(
    r"\b(as|when|if)(?: and when)? (needed|required|necessary)\b|\bprn\b", re.IGNORECASE
)
_NEEDED_FOR = re.compile(
    r"(?:(?:only |to be taken |take |use )*(?:(?:as|when|if)(?: and when)? (?:needed|required"
    r"|necessary)|p\.?r\.?n\b\.?)[\s,:;(–-]*)?(?:for\b\s*)?",
    re.IGNORECASE,
)
"""How a reason may begin that says itself that it is one."""
_IS_A_CASE = re.compile(r"(?:if|when|where|before|after|during|to|up to|max)\b", re.IGNORECASE)
_SMALL = frozenset({"a", "an", "and", "at", "each", "for", "in", "of", "on", "over", "the", "to"})


def dose(doses: Any) -> str:
    """Return the text of the instructions, or where there is none the amount itself.

    Several instructions are steps: each is told whole, in their order, so that no amount can
    stand beside the time of another.
    """
    found = _all(doses)
    if len(found) > 1:
        return _steps(found)
    return "; ".join(filter(None, map(_dose, found)))


def how_taken(doses: Any) -> str:
    """Return what stands beside the dose: for the patient, how often, when, for how long."""
    found = _all(doses)
    return ", ".join(_beside(found[0], dated=False)) if len(found) == 1 else ""


def route(doses: Any) -> str:
    """Return by which way it is taken, such as ``Oral``."""
    return _each(doses, lambda one: words(one.get("route")))


def maximum(doses: Any) -> str:
    """Return the most that may be taken: in a time, at once, or ever."""
    return _each(doses, _most)


def as_needed(doses: Any) -> bool:
    """Tell whether every instruction says to take it when needed."""
    found = _all(doses)
    return bool(found) and all(_is_needed(one) for one in found)


def times(doses: Any) -> tuple[Any, Any]:
    """Return when the first step begins and the last one ends; no end while a step has none."""
    periods = [timing.repeat(one.get("timing")).get("boundsPeriod") for one in _all(doses)]
    known = [one if isinstance(one, dict) else {} for one in periods]
    starts = [one["start"] for one in known if one.get("start")]
    ends = [one.get("end") for one in known]
    open_end = not ends or not all(ends)
    return min(starts, key=_sorted_by, default=None), (
        None if open_end else max(ends, key=_sorted_by)
    )


def _sorted_by(text: Any) -> str:
    """Return what to sort a date by; a year or month counts to its end."""
    try:
        return dates.read(str(text)).last_day.isoformat()
    except ValueError:
        return str(text)


def _all(doses: Any) -> list[_Dose]:
    found = objects(doses)
    return sorted(found, key=_sequence) if len(found) > 1 else found


def _sequence(one: _Dose) -> int | Decimal:
    number = one.get("sequence")
    return number if isinstance(number, int | Decimal) else 0


def _each(doses: Any, said: Callable[[_Dose], str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, map(said, _all(doses)))))


_SAYS_THEN = re.compile(r"(?:and )?(?:then|after(?:wards| that)?|followed by)\b", re.IGNORECASE)
"""A step that says itself that it follows another one."""


def _steps(found: list[_Dose]) -> str:
    """Tell steps one after the other, and those of the same number side by side."""
    routes = {words(one.get("route")) for one in found}
    whole: str = ""
    before: int | Decimal = 0
    for one in found:
        way = words(one.get("route")) if len(routes) > 1 else ""
        said = ", ".join(filter(None, (_dose(one), way, *_beside(one, dated=True))))
        if whole and said and said not in whole.split("; "):
            follows = _sequence(one) > before and not _SAYS_THEN.match(said)
            then = _("{before}; then {step}") if follows else "{before}; {step}"
            whole = then.format(before=whole, step=said)
        whole = whole or said
        before = _sequence(one)
    return whole


def _dose(one: _Dose) -> str:
    return line(one.get("text")) or _amounts(one)


def _amounts(one: _Dose) -> str:
    """Return the amount; of several (as ordered, as worked out) each with what it is."""
    given = [rate for rate in several(one.get("doseAndRate")) if isinstance(rate, dict)]
    found = {_amount(each): words(each.get("type")) for each in [*given, one] if _amount(each)}
    if len(found) < 2:
        return "".join(found)
    return ", ".join(f"{said} ({sort})" if sort else said for said, sort in found.items())


def _amount(given: _Dose) -> str:
    quantity = phrase(given.get("doseQuantity")) or phrase(given.get("doseSimpleQuantity"))
    quantity = quantity or _spread(given.get("doseRange"))
    rate = phrase(given.get("rateQuantity")) or phrase(given.get("rateSimpleQuantity"))
    rate = rate or _spread(given.get("rateRange")) or _per(given.get("rateRatio"))
    at = _("at {rate}").format(rate=rate) if rate else ""
    return " ".join(filter(None, (quantity, at)))


def _spread(given: Any) -> str:
    return " ".join(filter(None, value({"valueRange": given})[:2])) if given else ""


def _per(ratio: Any) -> str:
    """Say an amount in a time, such as ``40 mg in 1 day``."""
    if not isinstance(ratio, dict):
        return ""
    top, bottom = phrase(ratio.get("numerator")), timing.length(ratio.get("denominator"))
    return _("{amount} in {time}").format(amount=top, time=bottom) if top and bottom else top


def _most(one: _Dose) -> str:
    period = "; ".join(filter(None, map(_per, several(one.get("maxDosePerPeriod")))))
    once = phrase(one.get("maxDosePerAdministration"))
    ever = phrase(one.get("maxDosePerLifetime"))
    return "; ".join(
        part
        for part in (
            period,
            _("{amount} each time").format(amount=once) if once else "",
            _("{amount} in a lifetime").format(amount=ever) if ever else "",
        )
        if part
    )


def _is_needed(one: _Dose) -> bool:
    asked = one.get("asNeededBoolean") is True or one.get("asNeeded") is True
    return asked or bool(one.get("asNeededCodeableConcept") or one.get("asNeededFor"))


def _needed(one: _Dose, text: str) -> str:
    given = map(words, several(one.get("asNeededCodeableConcept") or one.get("asNeededFor")))
    bare = (_inside(said[found.end() :]) for said in given if (found := _NEEDED_FOR.match(said)))
    reason = ", ".join(dict.fromkeys(filter(None, bare)))
    if reason and reason.casefold() not in text.casefold():
        case = _("as needed, {case}") if _IS_A_CASE.match(reason) else ""
        return (case or _("as needed for {reason}")).format(reason=reason, case=reason)
    if _is_needed(one) and not _SAYS_NEEDED.search(text):
        return _("as needed")
    return ""


def _inside(reason: str) -> str:
    """Return a reason without the bracket that closes what stood before it, as in "(for pain)"."""
    said = reason.lstrip(" )").rstrip()
    is_unpaired = said.endswith(")") and said.count(")") > said.count("(")
    return said[:-1].rstrip() if is_unpaired else said


def _beside(one: _Dose, *, dated: bool) -> list[str]:
    """Return the parts of an instruction that its dose does not say already."""
    text = line(one.get("text"))
    given = one.get("timing")
    often = [] if _SAYS_OFTEN.search(_LASTING.sub("", text)) else timing.often(given)
    moments = [*timing.moments(given), *timing.lasting(given, dated=dated)]
    told = [line(one.get("patientInstruction")), *map(words, several(_more(one)))]
    told += [*often, *_left(moments, text), _needed(one, text)]
    told += _left((words(one.get("site")), words(one.get("method"))), text)
    if text and _amounts(one) not in text:
        told.append(_amounts(one))
    return [part for part in dict.fromkeys(told) if part and part != text]


def _more(one: _Dose) -> Any:
    found = one.get("additionalInstruction") or one.get("additionalInstructions")
    return found if first(found) is not None else None


def _left(parts: Iterable[str], text: str) -> list[str]:
    """Return the parts whose words do not all stand in a text."""
    there = text.casefold()
    return [part for part in parts if not all(_stems(word) in there for word in _weighty(part))]


def _weighty(part: str) -> list[str]:
    return [word for word in re.findall(r"[\w.]+", part.casefold()) if word not in _SMALL]


def _stems(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 else word
