"""Any value of FHIR in plain words, told by its shape: https://hl7.org/fhir/R4/datatypes.html."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from secondop_desktop.exchange.fhir import amounts, names
from secondop_desktop.exchange.fhir.codes import codings, line, prose, several, words
from secondop_desktop.exchange.fhir.dates import said, span
from secondop_desktop.exchange.fhir.dosage import dose, how_taken, maximum, route
from secondop_desktop.exchange.fhir.references import display, target
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir.timing import TIME_UNITS, length
from secondop_desktop.lang import _

Name = Callable[[Any], str]
"""Says what a reference leads to, empty where it leads out of the file."""

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d.*)?)?)?")
_ADDRESS = re.compile(r"(urn|https?|ftp|mailto|data):\S*", re.I)
_UNIQUE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9.]{20,}", re.I)
_BESIDE = frozenset({"id", "extension", "modifierExtension"})
_NUMBERED = frozenset({"use", "type", "system", "period", "assigner", "rank"})
_MEASURED = frozenset({"unit", "units", "system", "code", "comparator", "currency"})
_NAMED = frozenset({"use", "text", "prefix", "suffix", "period"})
_PLACE = frozenset({"line", "city", "postalCode", "district", "country", "state"})
_ATTACHED = frozenset(
    {"url", "title", "creation", "size", "hash", "language", "data", "height", "width", "frames"}
    | {"duration", "pages"}
)
_SAMPLED = frozenset(
    {"period", "interval", "intervalUnit", "dimensions", "data", "factor", "lowerLimit"}
    | {"upperLimit", "codeMap", "offsets"}
)
_FIGURES = 2_000
"""Letters of a curve in figures that are shown; all of them are in the file that is kept."""

_DOSED = frozenset(
    {"timing", "asNeededBoolean", "asNeededCodeableConcept", "doseAndRate", "doseQuantity"}
    | {"patientInstruction", "additionalInstruction", "maxDosePerPeriod", "doseRange"}
)


def plain(value: Any) -> str:
    """Say a text, number, date or answer; addresses of computers and bare ids say nothing."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int | float | Decimal):
        return amounts.digits(value)
    text = prose(value)
    if _DATE.fullmatch(text) and len(text) != 4:
        return said(text)
    return "" if _ADDRESS.fullmatch(text) or _UNIQUE.fullmatch(text) else text


def _concept(value: Body, _name: Name) -> str:
    """Say a concept; what the code is called as well, where that differs from the words."""
    told = words(value)
    shown = [line(one.get("display")) for one in codings(value)]
    also = next((one for one in shown if one and one.casefold() != told.casefold()), "")
    return f"{told} ({also})" if also else told


def _reference(value: Body, name: Name) -> str:
    where = target(value)
    found = name(value) or display(value)
    if not found and isinstance(value.get("identifier"), dict):
        found = _number(value["identifier"], name)
    if found or not where or where.startswith(("#", "urn:")):
        return found
    return _("not in this file ({reference})").format(reference=where)


def _period(value: Body, _name: Name) -> str:
    return span(value, clock=True)


def _amount(value: Body, _name: Name) -> str:
    of_time = line(value.get("unit")) in TIME_UNITS and not value.get("comparator")
    said = length(value) if of_time else amounts.phrase(value)
    return f"{said} {line(value.get('currency'))}".strip()


def _other_amount(value: Body, _name: Name) -> str:
    form = "valueRatio" if "numerator" in value else "valueRange"
    number, unit, _code = amounts.value({form: value})
    return f"{number} {unit}".strip()


def _note(value: Body, name: Name) -> str:
    author = value.get("authorReference")
    by = line(value.get("authorString")) or (_reference(author, name) if author else "")
    told = ", ".join(filter(None, (by, said(value["time"]) if value.get("time") else "")))
    return f"{prose(value.get('text'))} ({told})" if told else prose(value.get("text"))


def _number(value: Body, _name: Name) -> str:
    sort, number = words(value.get("type")), plain(value.get("value"))
    return f"{number} ({sort})" if number and sort else number


def _person(value: Body, _name: Name) -> str:
    return names.human_name(value)


def _place(value: Body, _name: Name) -> str:
    return names.address(value).replace("\n", ", ")


def _file(value: Body, _name: Name) -> str:
    place = line(value.get("url"))
    return ", ".join(filter(None, (line(value.get("title")), place)))


def _often(value: Body, _name: Name) -> str:
    days = ", ".join(said(one) for one in several(value.get("event")))
    return ", ".join(filter(None, (days, how_taken([{"timing": value}]))))


def _dose(value: Body, _name: Name) -> str:
    parts = [ask([value]) for ask in (dose, how_taken, route, maximum)]
    return ", ".join(dict.fromkeys(filter(None, parts)))


def _samples(value: Body, _name: Name) -> str:
    """Say a curve in figures as it is sent: each counts from the origin."""
    every, figures = plain(value.get("period")), prose(value.get("data"))
    text = _("from {origin}, one value every {period} ms: {figures}")
    shown = figures if len(figures) <= _FIGURES else f"{figures[:_FIGURES]}…"
    return text.format(origin=amounts.phrase(value["origin"]), period=every, figures=shown)


_Words = Callable[[Body, Name], str]
_SHAPES: tuple[tuple[frozenset[str], frozenset[str], _Words], ...] = (
    (frozenset({"reference"}), frozenset({"display", "type", "identifier"}), _reference),
    (frozenset({"coding", "text"}), frozenset(), _concept),
    (frozenset({"start", "end"}), frozenset(), _period),
    (frozenset({"value"}), _NUMBERED, _number),
    (frozenset({"value"}), _MEASURED, _amount),
    (frozenset({"text"}), frozenset({"time", "authorReference", "authorString"}), _note),
    (frozenset({"code", "display"}), frozenset({"system", "version", "userSelected"}), _concept),
    (frozenset({"low", "high"}), frozenset(), _other_amount),
    (frozenset({"numerator", "denominator"}), frozenset(), _other_amount),
    (frozenset({"family", "given"}), _NAMED, _person),
    (_PLACE, frozenset({"use", "type", "text", "period"}), _place),
    (frozenset({"contentType"}), _ATTACHED, _file),
    (frozenset({"repeat"}), frozenset({"event", "code"}), _often),
    (_DOSED, _DOSED | {"text", "site", "route", "method", "sequence"}, _dose),
    (frozenset({"origin"}), _SAMPLED, _samples),
    (frozenset({"display", "identifier"}), frozenset({"type"}), _reference),
)
"""For each type the parts of which it has one, those it may have beside them, and how to say it."""
_WHOLE_SHAPES = tuple((needs, needs | may, worded) for needs, may, worded in _SHAPES)


def phrase(value: Any, name: Name) -> str | None:
    """Say one value in a few words; None for one that is made of parts to be told each."""
    if not isinstance(value, dict):
        return plain(value)
    own = {part for part in value if part not in _BESIDE and not part.startswith("_")}
    if isinstance(value.get("value"), dict):
        return None
    for needs, whole, worded in _WHOLE_SHAPES:
        if own <= whole and not own.isdisjoint(needs):
            return worded(value, name)
    return None
