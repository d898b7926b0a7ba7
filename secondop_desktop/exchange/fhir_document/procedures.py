"""Treatments as Procedure, implants as DeviceUseStatement, vaccinations as Immunization."""

from collections.abc import Iterator
from typing import Any

from secondop_desktop.exchange.fhir import own
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir_document.building import Building, url
from secondop_desktop.exchange.fhir_document.values import (
    concept,
    concepts,
    dated,
    filled,
    notes,
    one_line,
    period,
    unknown,
)

_STATUS = {
    "planned": "preparation",
    "going on": "in-progress",
    "paused": "on-hold",
    "done": "completed",
    "stopped early": "stopped",
    "not done": "not-done",
}
_USED = {
    "planned": "intended",
    "going on": "active",
    "paused": "on-hold",
    "done": "active",
    "stopped early": "stopped",
}
"""http://hl7.org/fhir/R4/valueset-event-status.html, -device-statement-status.html"""


def is_device(row: Any) -> bool:
    """Tell whether a treatment is something that stays in the body, told as a device."""
    return bool(row.type == "implant" and row.status in {*_USED, ""})


def treatment(row: Any, doc: Building) -> Body:
    """Return what was done, or is to be done."""
    return _device_use(row, doc) if is_device(row) else _procedure(row, doc)


def _procedure(row: Any, doc: Building) -> Body:
    place = doc.ref(row.place)
    return doc.entry("treatment", row, {
        "resourceType": "Procedure",
        "status": _STATUS.get(row.status, "unknown"),
        **filled(
            statusReason=concept(row.why_stopped) if one_line(row.why_stopped) else None,
            category=concept(doc.word("treatment", "type", row.type)) if row.type else None,
            code=concept(row.name, row.code),
            subject=doc.subject,
        ),
        **_performed(row),
        **filled(
            performer=[{"actor": one} for one in
                       doc.refs([row.given_by], "Practitioner", "Organization")],
            location={"display": place["display"]} if place else None,
            reasonCode=concepts(row.reason),
            bodySite=concepts(row.body_site),
            outcome=concept(row.response) if one_line(row.response) else None,
            report=doc.refs(row.records, "DocumentReference"),
            complication=concepts(row.side_effects),
            note=notes(row.notes),
        ),
    })  # fmt: skip


def _performed(row: Any) -> Body:
    if row.until:
        return {"performedPeriod": period(row.date, row.until)}
    words = filled(performedString=one_line(row.date_words))
    return dated("performedDateTime", row.date, clock=True) or words or unknown("performed")


def _device_name(row: Any) -> str:
    return f"{row.id}-device"


def _device_use(row: Any, doc: Building) -> Body:
    span = {"timingPeriod": period(row.date, row.until)} if row.until else {}
    when = span or dated("timingDateTime", row.date, clock=True) or unknown("timing")
    return doc.entry("treatment", row, {
        "resourceType": "DeviceUseStatement",
        "status": _USED.get(row.status, "active"),
        "subject": doc.subject,
        **when,
        "device": {"reference": url(own.ID + _device_name(row))},
        **filled(
            reasonCode=concepts(row.reason),
            bodySite=concept(row.body_site) if one_line(row.body_site) else None,
            note=notes(row.notes),
        ),
    })  # fmt: skip


def devices(row: Any, doc: Building) -> Iterator[Body]:
    """Yield the device of a treatment that left one in the body."""
    if is_device(row):
        yield doc.part(_device_name(row), {
            "resourceType": "Device",
            **filled(note=notes(row.implants)),
            "type": concept(row.name, row.code),
            "patient": doc.subject,
        })  # fmt: skip


def vaccination(row: Any, doc: Building) -> Body:
    """Return one dose that was given or refused."""
    place = doc.ref(row.place)
    dose = one_line(row.dose_number)
    applied = filled(targetDisease=concepts(row.against), doseNumberString=dose) if dose else {}
    words = filled(occurrenceString=one_line(row.date_words))
    return doc.entry("vaccination", row, {
        "resourceType": "Immunization",
        "status": "completed" if row.status in {"given", ""} else "not-done",
        **filled(
            statusReason=_why_not(row, doc),
            vaccineCode=concept(row.name or row.against, row.code),
            patient=doc.subject,
        ),
        **(dated("occurrenceDateTime", row.date, clock=True) or words or unknown("occurrence")),
        **filled(
            location={"display": place["display"]} if place else None,
            lotNumber=one_line(row.lot),
            site=concept(row.site) if one_line(row.site) else None,
            route=concept(row.route) if one_line(row.route) else None,
            performer=[{"actor": one} for one in
                       doc.refs([row.given_by], "Practitioner", "Organization")],
            note=notes(row.notes),
            protocolApplied=[applied] if applied else [],
        ),
    })  # fmt: skip


def _why_not(row: Any, doc: Building) -> Body | None:
    planned = doc.word("vaccination", "status", row.status) if row.status == "planned" else ""
    return concept(planned or row.why_not) if planned or one_line(row.why_not) else None
