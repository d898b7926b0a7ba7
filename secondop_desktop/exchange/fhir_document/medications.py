"""Medicines as MedicationStatement: what somebody takes, as they tell it."""

from typing import Any

from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir_document.building import Building
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
from secondop_desktop.lang import _

_STATUS = {
    "taking": "active",
    "as needed": "active",
    "planned": "intended",
    "on hold": "on-hold",
    "stopped": "stopped",
    "not taken": "not-taken",
    "not issued": "not-taken",
    "avoid": "not-taken",
    "not known": "unknown",
}
"""http://hl7.org/fhir/R4/valueset-medication-statement-status.html"""


def medicine(row: Any, doc: Building) -> Body:
    """Return one medicine; without a word on it, nobody said whether it is taken."""
    avoided = _("It must not be taken") if row.status == "avoid" else ""
    return doc.entry("medicine", row, {
        "resourceType": "MedicationStatement",
        "status": _STATUS.get(row.status, "unknown" if not row.stop else "stopped"),
        **filled(
            statusReason=concepts(avoided, row.why_stopped),
            medicationCodeableConcept=concept(row.name, row.code),
            subject=doc.subject,
        ),
        **_taken(row),
        **filled(
            derivedFrom=doc.refs(row.records),
            reasonCode=concepts(row.reason),
            note=notes(row.notes),
            dosage=_dosage(row),
        ),
    })  # fmt: skip


def _taken(row: Any) -> Body:
    if row.stop:
        return {"effectivePeriod": period(row.start, row.stop)}
    return dated("effectiveDateTime", row.start, clock=True) or unknown("effective")


def _dosage(row: Any) -> list[Body]:
    dose, how = one_line(row.dose), one_line(row.how_taken)
    most = _("at most {amount}").format(amount=one_line(row.maximum)) if row.maximum else ""
    found = filled(
        text=dose or how,
        additionalInstruction=concepts(most),
        patientInstruction=how if dose else "",
        asNeededBoolean=True if row.status == "as needed" else None,
        route=concept(row.route) if one_line(row.route) else None,
    )
    return [found] if found else []
