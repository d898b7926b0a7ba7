"""How the family speaks FHIR: FamilyMemberHistory, an entry for each illness it tells."""

from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.denials import says_not
from secondop_desktop.exchange.fhir import dates
from secondop_desktop.exchange.fhir.amounts import quantity, spread
from secondop_desktop.exchange.fhir.beside import labelled, rest, spoken
from secondop_desktop.exchange.fhir.codes import line, notes, objects, printed_code, words
from secondop_desktop.exchange.fhir.context import (
    Context,
    Reader,
    ReadValues,
    UnreadableError,
)
from secondop_desktop.exchange.fhir.onset import aged
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir.standing import check
from secondop_desktop.exchange.fhir.uk_parts import added
from secondop_desktop.lang import _

_TOLD = frozenset(
    {"relationship", "condition", "date", "note", "deceasedBoolean", "deceasedAge", "deceasedRange"}
    | {"deceasedDate", "deceasedString", "name"}
)
_OF_CONDITION = frozenset({"code", "contributedToDeath", "note"})
_DECEASED = ("Age", "Range", "Date", "String")


def read_relative(history: Body, context: Context) -> Iterator[ReadValues]:
    """Read one relative: each illness is an entry, and one without any is told as well."""
    check(history)
    who = words(history.get("relationship")) or line(history.get("name"))
    if not who:
        raise UnreadableError(_("It does not say which relative it is about."))
    shared = _shared(history, who, context)
    found = objects(history.get("condition"))
    for number, condition in enumerate(found or [{}]):
        values = dict(shared) | _condition(condition, context)
        values["notes"] = notes(values["notes"], shared["notes"])
        if number:
            values["narrative"] = ""
        yield ReadValues(values, str(number) if number else "")


def _shared(history: Body, who: str, context: Context) -> dict[str, Any]:
    """Read what holds for the relative, whatever the illness."""
    narrative, repeated = spoken(history)
    values: dict[str, Any] = {
        "who": who[:1].upper() + who[1:],
        "living": _living(history),
        "age_died": _died(history),
        "notes": notes(
            history.get("note"),
            narrative,
            labelled(_("Name"), line(history.get("name"))),
            added(history),
        ),
        "narrative": notes(repeated, rest(history, _TOLD, context)),
    }
    dates.put_date(values, "recorded", history.get("date"))
    return values


def _living(history: Body) -> str:
    dead = history.get("deceasedBoolean")
    if dead is False:
        return "living"
    return "died" if dead is True or any(history.get(f"deceased{d}") for d in _DECEASED) else ""


def _died(history: Body) -> str:
    """Return at what age a relative died, or when."""
    age = _age(history, "deceased")
    return age or dates.said(history.get("deceasedDate")) or line(history.get("deceasedString"))


def _condition(condition: Body, context: Context) -> dict[str, Any]:
    """Read one illness; how it turned out and what else is told go to the notes."""
    died, illness = condition.get("contributedToDeath"), words(condition.get("code"))
    denied = illness if says_not(illness) else ""
    onset = {f"onset{form}" for form in ("Age", "Range", "String", "Period")}
    beside = rest(condition, _OF_CONDITION | onset, context)
    values: dict[str, Any] = {
        "condition": "" if denied else illness,
        "age": _age(condition, "onset") or line(condition.get("onsetString")),
        "died_of_it": died if isinstance(died, bool) else None,
        "code": printed_code(condition.get("code")),
        "notes": notes(denied, condition.get("note"), beside),
    }
    period = condition.get("onsetPeriod")
    dates.put_date(values, "date", period.get("start") if isinstance(period, dict) else None)
    return values


def _age(body: Body, name: str) -> str:
    """Return an age in years as a bare number, any other with its unit; a range as told."""
    number, unit, _code = quantity(body.get(f"{name}Age"))
    if number:
        return aged(number, unit)
    given = body.get(f"{name}Range")
    between, unit, _code = spread(given) if isinstance(given, dict) else ("", "", "")
    return aged(between, unit) if between else ""


FHIR: Mapping[str, Reader] = {"FamilyMemberHistory": read_relative}
