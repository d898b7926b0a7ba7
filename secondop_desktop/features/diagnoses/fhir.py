"""How a diagnosis speaks FHIR: Condition."""

from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.denials import says_not
from secondop_desktop.exchange.fhir import dates
from secondop_desktop.exchange.fhir.beside import labelled, spoken
from secondop_desktop.exchange.fhir.codes import (
    all_words,
    listed,
    notes,
    objects,
    printed_code,
    several,
    unlisted,
    words,
)
from secondop_desktop.exchange.fhir.context import (
    Context,
    LeftOutError,
    Reader,
    ReadValues,
    UnreadableError,
)
from secondop_desktop.exchange.fhir.nothing_known import NO_PROBLEMS, NOT_KNOWN
from secondop_desktop.exchange.fhir.onset import in_words
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir.standing import check
from secondop_desktop.exchange.fhir.uk_parts import added
from secondop_desktop.lang import _

CERTAINTY = {
    "unconfirmed": "unconfirmed",
    "differential": "differential",
    "provisional": "provisional",
    "confirmed": "confirmed",
    "refuted": "ruled out",
}
STATUS = {
    "active": "active",
    "recurrence": "recurring",
    "relapse": "recurring",
    "remission": "remission",
    "inactive": "inactive",
    "on-hold": "on hold",
    "resolved": "resolved",
}
"""http://hl7.org/fhir/R4/valueset-condition-clinical.html"""

_ASSERTED = "http://hl7.org/fhir/StructureDefinition/condition-assertedDate"
"""Where R4 tells when somebody first said so, as US systems do."""


def read_condition(condition: Body, context: Context) -> Iterator[ReadValues]:
    """Read one diagnosis; its date is when it began, else when it was written down."""
    _check(condition)
    values: dict[str, Any] = {
        "name": words(condition.get("code")),
        "given_by": context.provider(condition.get("asserter"), condition.get("recorder")),
        "certainty": listed(condition.get("verificationStatus"), CERTAINTY),
        "status": listed(condition.get("clinicalStatus"), STATUS),
        "stage": _stage(condition),
        "body_site": all_words(condition.get("bodySite")),
        "code": printed_code(condition.get("code")),
        "began_words": in_words(condition, "onset"),
        "ended_words": in_words(condition, "abatement"),
        "notes": _notes(condition, context),
        "narrative": spoken(condition)[1],
    }
    dates.put_date(values, "recorded", _recorded(condition))
    dates.put_date(values, "date", _began(condition))
    dates.put_date(values, "ended", _ended(condition))
    yield ReadValues(values)


def _check(condition: Body) -> None:
    check(condition)
    coded = condition.get("code")
    if NO_PROBLEMS.is_said_by(coded):
        raise LeftOutError(_("It says that there are no known health problems."))
    if NOT_KNOWN.is_said_by(coded):
        raise LeftOutError(_("It says that nothing is known about health problems."))
    if not (name := words(coded)):
        raise UnreadableError(_("It does not say which illness it is about."))
    if says_not(name):
        raise UnreadableError(_("It says what the person does not have, so it is not a diagnosis."))


def _began(condition: Body) -> Any:
    return dates.start(condition, "onset") or _recorded(condition)


def _recorded(condition: Body) -> Any:
    given = [condition.get(name) for name in ("recordedDate", "assertedDate", "dateRecorded")]
    added = (one for one in objects(condition.get("extension")) if one.get("url") == _ASSERTED)
    return next(filter(None, (*given, *(one.get("valueDateTime") for one in added))), None)


def _ended(condition: Body) -> Any:
    return (
        dates.start(condition, "abatement")
        if not condition.get("abatementPeriod")
        else (dates.end(condition, "abatement"))
    )


def _stage(condition: Body) -> str:
    stages = objects(condition.get("stage"))
    found = [words(one.get("summary")) for one in stages] + [words(condition.get("severity"))]
    return ", ".join(filter(None, found))


def _notes(condition: Body, context: Context) -> str:
    """Tell what has no field: remarks, the file's own word for how it stands, evidence, who."""
    return notes(
        condition.get("note"),
        spoken(condition)[0],
        *_beside(condition, context),
        added(condition) if context.resource.is_extended else "",
    )


def _beside(condition: Body, context: Context) -> Iterator[str]:
    if said := unlisted(condition.get("clinicalStatus"), STATUS):
        yield labelled(_("Status"), said)
    if said := unlisted(condition.get("verificationStatus"), CERTAINTY):
        yield labelled(_("How sure"), said)
    if evidence := objects(condition.get("evidence")):
        signs = all_words([sign for one in evidence for sign in several(one.get("code"))])
        found = [context.name(detail) for one in evidence for detail in several(one.get("detail"))]
        yield labelled(_("Signs"), signs)
        yield labelled(_("Found by"), ", ".join(filter(None, found)))
    if recorder := context.name(condition.get("recorder")):
        told_by = context.name(condition.get("asserter"))
        yield labelled(_("Written down by"), recorder if recorder != told_by else "")


FHIR: Mapping[str, Reader] = {"Condition": read_condition}
