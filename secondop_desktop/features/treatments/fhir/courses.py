"""Medicine that was given becomes one course for each medicine, however often it was given."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from secondop_desktop.exchange.fhir import dates
from secondop_desktop.exchange.fhir.amounts import phrase
from secondop_desktop.exchange.fhir.beside import rest, spoken
from secondop_desktop.exchange.fhir.codes import (
    all_words,
    code,
    line,
    listed,
    notes,
    printed_code,
    several,
    words,
)
from secondop_desktop.exchange.fhir.context import (
    AddedError,
    Context,
    ReadValues,
    UnreadableError,
)
from secondop_desktop.exchange.fhir.references import target
from secondop_desktop.exchange.fhir.resources import Body, Resource
from secondop_desktop.exchange.fhir.standing import check
from secondop_desktop.exchange.fhir.uk_parts import added
from secondop_desktop.exchange.fhir.when import put_when
from secondop_desktop.exchange.fhir.withdrawn import withdrawn
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, ngettext

STATUS: Mapping[str, str] = {
    "in-progress": "going on",
    "not-done": "not done",
    "on-hold": "paused",
    "completed": "done",
    "stopped": "stopped early",
    "unknown": "not known",
}
"""http://hl7.org/fhir/R4/valueset-medication-admin-status.html"""

_TOLD = frozenset(
    {"medicationCodeableConcept", "medicationReference", "medication", "statusReason", "note"}
    | {"reasonCode", "reason", "dosage", "performer", "effectiveDateTime", "effectivePeriod"}
    | {"occurenceDateTime", "occurencePeriod", "occurrenceDateTime", "occurrencePeriod"}
)


def read_administration(given: Body, context: Context) -> Iterator[ReadValues]:
    """Read the first of a course with what all of it says; the others only add to it."""
    check(given)
    name, concept = _medicine(given, context)
    if not name:
        raise UnreadableError(_("It does not say which medicine was given."))
    course = [one for one in context.alike(lambda one: _key(one, context)) if _stands(one)]
    if course[0] != context.resource:
        raise AddedError(course[0], name)
    narrative, repeated = spoken(given)
    values: dict[str, Any] = {
        "name": name,
        "type": "course",
        "cycles": _times(course),
        "dose": "; ".join(dict.fromkeys(filter(None, map(_dose, course)))),
        "reason": all_words(given.get("reasonCode")),
        "given_by": context.provider(*_performers(given)),
        "status": _status(course),
        "why_stopped": all_words(given.get("statusReason")),
        "code": printed_code(concept),
        "notes": notes(given.get("note"), narrative, _missed(course, context), added(given)),
        "narrative": notes(repeated, _own_day(given, context), rest(given, _TOLD, context)),
    }
    _put_dates(values, course, context)
    yield ReadValues(values)


def _key(one: Resource, context: Context) -> tuple[str, str]:
    """Return whose it is and what was given: what makes one course."""
    whose = target(one.body.get("subject") or one.body.get("patient"))
    return whose, _medicine(one.body, context.at(one))[0].casefold()


def _stands(one: Resource) -> bool:
    return not withdrawn(one.body)


def _medicine(given: Body, context: Context) -> tuple[str, Any]:
    told = given.get("medicationCodeableConcept") or given.get("medication") or {}
    concept = told.get("concept", told) if isinstance(told, dict) else {}
    if words(concept):
        return words(concept), concept
    reference = given.get("medicationReference") or told.get("reference")
    found = context.find(reference)
    coded = found.body.get("code") if found else None
    return words(coded) or context.name(reference), coded


def _was_given(one: Resource) -> bool:
    return code(one.body.get("status")) != "not-done"


def _missed(course: Sequence[Resource], context: Context) -> str:
    """Say the days on which it was not given, and why, of a course that was given otherwise."""
    if not any(map(_was_given, course)):
        return ""
    missed = (one for one in course if code(one.body.get("status")) == "not-done")
    return "\n".join(_not_given(one, context) for one in missed)


def _not_given(one: Resource, context: Context) -> str:
    day, why = _day(one, context), all_words(one.body.get("statusReason"))
    said = _("Not given on {date}").format(date=day.words()) if day else _("Not given once")
    return _("{what}: {why}").format(what=said, why=why) if why else said


def _times(course: Sequence[Resource]) -> str:
    number = sum(map(_was_given, course))
    if number < 2:
        return ""
    return ngettext("given {number} time", "given {number} times", number).format(number=number)


def _dose(one: Resource) -> str:
    dosage = one.body.get("dosage")
    if not isinstance(dosage, dict):
        return ""
    amount, route = phrase(dosage.get("dose")), words(dosage.get("route"))
    return line(dosage.get("text")) or ", ".join(filter(None, (amount, route)))


def _status(course: Sequence[Resource]) -> str:
    """Say how the course stands: as all of it, else by what was done last."""
    told = [listed(one.body.get("status"), STATUS) for one in course]
    if "going on" in told:
        return "going on"
    return told[0] if len(set(told)) == 1 else "done" if "done" in told else told[-1]


def _performers(given: Body) -> list[Any]:
    found = several(given.get("performer"))
    return [one.get("actor", one) if isinstance(one, dict) else one for one in found]


def _day(one: Resource, context: Context) -> PartialDate | None:
    values: dict[str, Any] = {}
    put_when(values, one.body, context.at(one))
    return values.get("date")


def _put_dates(values: dict[str, Any], course: Sequence[Resource], context: Context) -> None:
    """Set the first and the last day on which it was given."""
    course = [one for one in course if _was_given(one)] or course
    days = [day for one in course if (day := _day(one, context)) is not None]
    if not days:
        put_when(values, course[0].body, context)
        return
    values["date"] = min(days)
    last: dict[str, Any] = {}
    dates.put_date(last, "until", dates.end(course[-1].body, "effective"))
    end = max([*days, *([last["until"]] if "until" in last else [])])
    if end != values["date"]:
        values["until"] = end


def _own_day(given: Body, context: Context) -> str:
    """Say the day of one that was given; of another the status says what became of it."""
    day = _day(context.resource, context)
    if day is None or not _was_given(context.resource):
        return ""
    return _("Given on {date}").format(date=day.words())
