"""The sections of the document, in the order in which a doctor reads them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from secondop_desktop.exchange.fhir import own
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir_document import narrative
from secondop_desktop.exchange.fhir_document.building import Building, url
from secondop_desktop.exchange.fhir_document.procedures import is_device
from secondop_desktop.exchange.fhir_document.told_to_few import told
from secondop_desktop.lang import N_, _

_LOINC = "http://loinc.org"


@dataclass(frozen=True)
class Section:
    """One section: its LOINC code (empty where IPS has none for it), and the rows it tells."""

    code: str
    title: str
    kind: str
    takes: Callable[[Any, Building], bool] = lambda _row, _doc: True

    def rows(self, doc: Building) -> Sequence[Any]:
        """Return the rows that stand in it."""
        return [row for row in told(doc.rows, self.kind) if self.takes(row, doc)]


def _now(row: Any, doc: Building) -> bool:
    kind, today = doc.rows.kinds["diagnosis"], doc.rows.today
    return bool(kind.holds(row, today) or kind.doubt(row, today))


def _past(row: Any, doc: Building) -> bool:
    return not _now(row, doc)


def _in_body(row: Any, _doc: Building) -> bool:
    return is_device(row)


def _done(row: Any, _doc: Building) -> bool:
    return not is_device(row)


SECTIONS = (
    Section("42349-1", N_("Why a second opinion"), "case"),
    Section("11450-4", N_("Diagnoses"), "diagnosis", _now),
    Section("48765-2", N_("Allergies"), "allergy"),
    Section("10160-0", N_("Medicines"), "medicine"),
    Section("", N_("Opinions"), "opinion"),
    Section("", N_("What each opinion says"), "statement"),
    Section("18776-5", N_("Plan: what could be done"), "option"),
    Section("", N_("Benefits and risks"), "outcome"),
    Section("", N_("Decisions"), "decision"),
    Section("", N_("Questions"), "question"),
    Section("", N_("Answers"), "answer"),
    Section("30954-2", N_("Test results"), "result"),
    Section("47519-4", N_("Treatments"), "treatment", _done),
    Section("46264-8", N_("Implants and devices"), "treatment", _in_body),
    Section("11369-6", N_("Vaccinations"), "vaccination"),
    Section("11348-0", N_("Illnesses of the past"), "diagnosis", _past),
    Section("", N_("Family history"), "relative"),
    Section("", N_("Symptom notes"), "symptom"),
    Section("", N_("Appointments"), "appointment"),
    Section("", N_("Things to do"), "task"),
    Section("", N_("Records"), "record"),
    Section("", N_("Doctors and places"), "provider"),
)
"""http://hl7.org/fhir/uv/ips/STU2/StructureDefinition-Composition-uv-ips.html"""

_NONE = {
    "allergy": ("no-known-allergies", N_("No known allergies.")),
    "medicine": ("no-known-medications", N_("Takes no medicines.")),
}
_DEMANDED = {
    "diagnosis": N_("No diagnosis is written down. Nobody asked whether there is one."),
    "allergy": N_("No allergy is written down. Nobody asked whether there is one."),
    "medicine": N_("No medicine is written down. Nobody asked whether there is one."),
}
"""Kinds of which IPS demands a section: silence must not be taken for none."""

_ABSENT = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips"


def sections(doc: Building) -> Iterator[Body]:
    """Yield the sections that have something to tell, and those that IPS demands."""
    for section in SECTIONS:
        rows, in_part = section.rows(doc), doc.rows.in_part(section.kind)
        if rows or in_part:
            kind = doc.rows.kinds[section.kind]
            said = narrative.entries(kind, rows, doc.rows) if rows else ""
            said += narrative.in_part(kind, in_part, doc.rows) if in_part else ""
            yield heading(section.code, section.title, said, [own.ID + row.id for row in rows])
        elif section.kind in _DEMANDED and section.takes is not _past:
            yield _empty(section, doc)


def heading(code: str, title: str, said: str, entries: Sequence[str] = ()) -> Body:
    """Return one section with what it says for people."""
    coded = {"coding": [{"system": _LOINC, "code": code}]} if code else {}
    body = {
        "title": _(title),
        "code": {**coded, "text": _(title)},
        "text": narrative.narrative(said),
    }
    return body | ({"entry": [{"reference": url(one)} for one in entries]} if entries else {})


def _empty(section: Section, doc: Building) -> Body:
    if section.kind in _NONE and doc.rows.said_none(section.kind):
        said = narrative.said(_(_NONE[section.kind][1]))
        return heading(section.code, section.title, said, [_none_name(section.kind, doc)])
    past = doc.rows.of(section.kind)
    whole = doc.rows.tells_all(section.kind) and not past
    kept = _(_DEMANDED[section.kind]) if whole else _("Nothing is shown here.")
    kept = _("Only illnesses of the past are written down.") if past else kept
    reason = "notasked" if whole else "unavailable"
    system = "http://terminology.hl7.org/CodeSystem/list-empty-reason"
    body = heading(section.code, section.title, narrative.said(kept))
    return body | {"emptyReason": {"coding": [{"system": system, "code": reason}]}}


def _none_name(kind: str, doc: Building) -> str:
    return f"{own.ID}{doc.rows.person.id}-no-{kind}"


def said_none(doc: Building) -> Iterator[Body]:
    """Yield what says in IPS's own codes that there are no allergies, or no medicines."""
    for kind, (code, words) in _NONE.items():
        if doc.rows.said_none(kind) and not doc.rows.of(kind):
            concept = {"coding": [{"system": _ABSENT, "code": code}], "text": _(words)}
            name = _none_name(kind, doc).removeprefix(own.ID)
            yield doc.part(name, _none(kind, concept, doc))


def _none(kind: str, concept: Body, doc: Building) -> Body:
    if kind == "allergy":
        active = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical"
        status = {"coding": [{"system": active, "code": "active"}]}
        return {"resourceType": "AllergyIntolerance", "clinicalStatus": status, "code": concept,
                "patient": doc.subject}  # fmt: skip
    return {"resourceType": "MedicationStatement", "status": "active",
            "medicationCodeableConcept": concept, "subject": doc.subject,
            "effectiveDateTime": doc.rows.today.isoformat()}  # fmt: skip
