"""The whole document: a Bundle whose Composition leads to every other resource."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from secondop_desktop.exchange.fhir import kept, own
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir_document import (
    conditions,
    encounters,
    medications,
    opinions,
    procedures,
    results,
)
from secondop_desktop.exchange.fhir_document.about_person import about_person
from secondop_desktop.exchange.fhir_document.building import Building, url
from secondop_desktop.exchange.fhir_document.completing import complete
from secondop_desktop.exchange.fhir_document.documents import record
from secondop_desktop.exchange.fhir_document.entries_to_tell import EntriesToTell
from secondop_desktop.exchange.fhir_document.patient import patient
from secondop_desktop.exchange.fhir_document.providers import is_person, provider
from secondop_desktop.exchange.fhir_document.sections import said_none, sections
from secondop_desktop.exchange.fhir_document.told_to_few import told
from secondop_desktop.exchange.fhir_document.values import one_line
from secondop_desktop.exchange.progress import Step, silent, stage
from secondop_desktop.journal.progress import counted
from secondop_desktop.lang import _, code

Builder = Callable[[Any, Building], Body]
BUILDERS: Mapping[str, Builder] = {
    "provider": provider,
    "case": encounters.case,
    "diagnosis": conditions.condition,
    "allergy": conditions.allergy,
    "medicine": medications.medicine,
    "opinion": opinions.opinion,
    "statement": opinions.statement,
    "option": opinions.option,
    "outcome": opinions.outcome,
    "decision": opinions.decision,
    "question": encounters.question,
    "answer": encounters.answer,
    "result": results.result,
    "treatment": procedures.treatment,
    "vaccination": procedures.vaccination,
    "relative": conditions.relative,
    "symptom": results.symptom,
    "appointment": encounters.appointment,
    "task": encounters.task,
    "record": record,
}
"""Who writes the entries of a kind; those of any other stay with the person."""

_TYPES: Mapping[str, str] = {
    **{"case": "ServiceRequest", "diagnosis": "Condition", "allergy": "AllergyIntolerance"},
    **{"medicine": "MedicationStatement", "opinion": "ClinicalImpression"},
    **{"statement": "Observation", "option": "CarePlan", "outcome": "RiskAssessment"},
    **{"decision": "CarePlan", "question": "CommunicationRequest", "answer": "Communication"},
    **{"result": "Observation", "vaccination": "Immunization", "relative": "FamilyMemberHistory"},
    **{"symptom": "Observation", "appointment": "Encounter", "task": "Task"},
    "record": "DocumentReference",
}


def document(rows: EntriesToTell, made_at: datetime, step: Step = silent) -> bytes:
    """Return the document as JSON (UTF-8); the same rows and moment give the same bytes.

    ``step`` hears how far it is, and may raise to stop.
    """
    whole = bundle(rows, made_at, step)
    lines = ",\n".join(map(kept.raw, whole["entry"]))
    mark = hashlib.sha256(lines.encode()).hexdigest()
    head = {**whole, "identifier": {"system": own.SYSTEM, "value": mark}, "entry": []}
    return f"{kept.raw(head).removesuffix(']}')}\n{lines}\n]}}\n".encode()


def bundle(rows: EntriesToTell, made_at: datetime, step: Step = silent) -> Body:
    """Return the document as a Bundle of the type ``document``."""
    doc = Building(rows, _types(rows))
    own_sections, parts = _about(doc)
    resources = [
        patient(rows.person, doc),
        *_built(doc, step),
        *(one for row in rows.of("treatment") for one in procedures.devices(row, doc)),
        *said_none(doc),
        *parts,
    ]
    said = [*sections(doc)]
    composed = _composition(doc, [*said[:1], *own_sections, *said[1:]], made_at)
    whole = _bundle([composed, *resources], made_at)
    complete(whole, rows, doc.types, step)
    return whole


def _built(doc: Building, step: Step) -> Iterator[Body]:
    """Yield the resource of each entry."""
    those = [(build, row) for kind, build in BUILDERS.items() for row in told(doc.rows, kind)]
    for build, row in counted(those, stage(step, _("Writing the entries"))):
        yield build(row, doc)


def _types(rows: EntriesToTell) -> Mapping[str, str]:
    """Return the type of the resource that each entry becomes."""
    found = {row.id: _type(kind, row) for kind in BUILDERS for row in told(rows, kind)}
    return {rows.person.id: "Patient", **found}


def _type(kind: str, row: Any) -> str:
    if kind == "provider":
        return "Practitioner" if is_person(row) else "Organization"
    if kind == "treatment":
        return "DeviceUseStatement" if procedures.is_device(row) else "Procedure"
    return _TYPES[kind]


def _about(doc: Building) -> tuple[list[Body], list[Body]]:
    found = [*about_person(doc)]
    return [section for section, _parts in found], [one for _s, parts in found for one in parts]


def _composition(doc: Building, found: list[Body], made_at: datetime) -> Body:
    name = one_line(doc.rows.names(doc.rows.person.id))
    return doc.part(f"{doc.rows.person.id}-composition", {
        "resourceType": "Composition",
        "language": "cy" if code() == "cy" else "en-GB",
        "status": "final",
        "type": {"coding": [{"system": "http://loinc.org", "code": "60591-5"}]},
        "subject": doc.subject,
        "date": _moment(made_at),
        "author": [doc.subject],
        "title": _("Summary for a second opinion: {name}").format(name=name),
        "section": found,
    })  # fmt: skip


def _bundle(resources: list[Body], made_at: datetime) -> Body:
    return {
        "resourceType": "Bundle",
        "language": "cy" if code() == "cy" else "en-GB",
        "identifier": {"system": own.SYSTEM, "value": "-"},
        "type": "document",
        "timestamp": _moment(made_at),
        "entry": [*_entries(resources)],
    }


def _entries(resources: list[Body]) -> Iterator[Body]:
    for one in resources:
        yield {"fullUrl": url(one["id"]), "resource": one}


def _moment(made_at: datetime) -> str:
    here = made_at if made_at.tzinfo else made_at.astimezone()
    return here.isoformat(timespec="seconds")
