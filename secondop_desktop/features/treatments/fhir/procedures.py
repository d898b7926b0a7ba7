"""A Procedure becomes a treatment, unless something was only looked at."""

from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.denials import says_not
from secondop_desktop.exchange.fhir import dates
from secondop_desktop.exchange.fhir.beside import labelled, rest, spoken
from secondop_desktop.exchange.fhir.codes import (
    all_words,
    line,
    listed,
    notes,
    objects,
    printed_code,
    several,
    words,
)
from secondop_desktop.exchange.fhir.context import (
    Context,
    LeftOutError,
    OnlyToldError,
    ReadValues,
    UnreadableError,
)
from secondop_desktop.exchange.fhir.nothing_known import NO_PROCEDURES, NOT_KNOWN
from secondop_desktop.exchange.fhir.onset import in_words
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir.standing import check
from secondop_desktop.exchange.fhir.uk_parts import added
from secondop_desktop.exchange.fhir.when import put_when
from secondop_desktop.features.treatments.fhir.implants import device_words, is_left_in
from secondop_desktop.features.treatments.fhir.sorts import sort_of
from secondop_desktop.lang import _

STATUS: Mapping[str, str] = {
    "preparation": "planned",
    "in-progress": "going on",
    "not-done": "not done",
    "aborted": "stopped early",
    "suspended": "paused",
    "on-hold": "paused",
    "stopped": "stopped early",
    "completed": "done",
    "unknown": "not known",
}
"""http://hl7.org/fhir/R4/valueset-event-status.html, and STU3."""

_WHEN = ("performed", "occurrence")  # as R4 and R5 call it
_TOLD = frozenset(
    {"code", "statusReason", "notDone", "notDoneReason", "performer", "location", "reasonCode"}
    | {"reasonReference", "reason", "bodySite", "outcome", "complication", "note"}
    | {"focalDevice", "performedDateTime", "performedPeriod", "performedString", "performedAge"}
    | {"performedRange", "occurrenceDateTime", "occurrencePeriod", "occurrenceString"}
    | {"occurrenceAge", "occurrenceRange"}
)


def read_procedure(procedure: Body, context: Context) -> Iterator[ReadValues]:
    """Read what was done; what only tells of an examination stays a record."""
    check(procedure)
    _refuse_nothing(procedure)
    name, sort = words(procedure.get("code")), sort_of(procedure)
    if not name:
        raise UnreadableError(_("It does not say what was done."))
    if not sort:
        raise OnlyToldError
    narrative, repeated = spoken(procedure)
    left_in, used = _devices(procedure, context)
    values: dict[str, Any] = {
        "name": name,
        "type": sort,
        "body_site": all_words(procedure.get("bodySite")),
        "date_words": _when_words(procedure),
        "reason": _reason(procedure, context),
        "given_by": context.provider(*_performers(procedure)),
        "place": context.provider(procedure.get("location")),
        "status": _status(procedure),
        "why_stopped": _why(procedure),
        "response": notes(all_words(procedure.get("outcome"))),
        "side_effects": all_words(procedure.get("complication"), "\n"),
        "implants": "\n".join(left_in),
        "code": printed_code(procedure.get("code")),
        "notes": notes(
            procedure.get("note"),
            narrative,
            *_helpers(procedure, context),
            *(labelled(_("Device"), one) for one in used),
            added(procedure),
        ),
        "narrative": notes(repeated, rest(procedure, _TOLD, context)),
    }
    _put_dates(values, procedure, context)
    yield ReadValues(values)


def _refuse_nothing(procedure: Body) -> None:
    if NO_PROCEDURES.is_said_by(procedure.get("code")):
        raise LeftOutError(_("It says that no treatments or operations are known."))
    if NOT_KNOWN.is_said_by(procedure.get("code")):
        raise LeftOutError(_("It says that nothing is known about treatments."))
    if says_not(words(procedure.get("code"))):
        raise UnreadableError(_("It says what was not done, so it is not a treatment."))


def _put_dates(values: dict[str, Any], procedure: Body, context: Context) -> None:
    """Set from when until when; one day is not told twice."""
    put_when(values, procedure, context)
    for name in _WHEN:
        dates.put_date(values, "until", dates.end(procedure, name))
    if values.get("until") == values.get("date"):
        values.pop("until", None)


def _when_words(procedure: Body) -> str:
    """Return when it was where that is told in words or as an age."""
    told = (in_words(procedure, name, spans=False) for name in _WHEN)
    return next(filter(None, told), "")


def _status(procedure: Body) -> str:
    if procedure.get("notDone") is True:  # STU3
        return "not done"
    return listed(procedure.get("status"), STATUS)


def _why(procedure: Body) -> str:
    """Return why it was not done or stopped; of one that was done the reason is its own."""
    return all_words(procedure.get("statusReason") or procedure.get("notDoneReason"))


def _reason(procedure: Body, context: Context) -> str:
    found = [words(one) for one in several(procedure.get("reasonCode"))]
    found += [context.name(one) for one in several(procedure.get("reasonReference"))]
    for one in several(procedure.get("reason")):  # R5
        if isinstance(one, dict):
            found += [words(one.get("concept")), context.name(one.get("reference"))]
    return ", ".join(dict.fromkeys(filter(None, found)))


def _performers(procedure: Body) -> list[Any]:
    found = objects(procedure.get("performer"))
    return [one.get("actor") for one in found] + [one.get("onBehalfOf") for one in found]


def _helpers(procedure: Body, context: Context) -> Iterator[str]:
    """Name everybody who took part beyond the first, each with what they did."""
    found = objects(procedure.get("performer"))
    for one in found[1:]:
        name, role = context.name(one.get("actor")), words(one.get("function") or one.get("role"))
        yield labelled(role or _("Took part"), name)


def _devices(procedure: Body, context: Context) -> tuple[list[str], list[str]]:
    """Tell what was left in the body, and what was taken out or only worked with."""
    left_in: list[str] = []
    used: list[str] = []
    for one in objects(procedure.get("focalDevice")):
        action = words(one.get("action"))
        device = device_words(one.get("manipulated"), context)
        told = line(", ".join(filter(None, (device, action))))
        if told:
            stays = is_left_in(device, action, words(procedure.get("code")))
            (left_in if stays else used).append(told)
    return left_in, used
