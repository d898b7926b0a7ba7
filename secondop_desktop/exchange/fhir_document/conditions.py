"""Diagnoses as Condition, allergies as AllergyIntolerance, the family as FamilyMemberHistory."""

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
    structural,
    text,
)

_STATUS = {
    "active": "active",
    "recurring": "recurrence",
    "remission": "remission",
    "inactive": "inactive",
    "on hold": "inactive",
    "resolved": "resolved",
}
_SURE = {
    "suspected": "unconfirmed",
    "unconfirmed": "unconfirmed",
    "differential": "differential",
    "provisional": "provisional",
    "confirmed": "confirmed",
    "ruled out": "refuted",
}
"""http://hl7.org/fhir/R4/valueset-condition-clinical.html, and -ver-status"""

_OVER = frozenset({"inactive", "resolved", "remission"})


def condition(row: Any, doc: Building) -> Body:
    """Return one diagnosis as it was told."""
    status = _STATUS.get(row.status) or ("resolved" if row.ended or row.ended_words else "")
    sure = _SURE.get(row.certainty)
    over = status in _OVER
    return doc.entry("diagnosis", row, {
        "resourceType": "Condition",
        **filled(
            clinicalStatus=structural("condition-clinical", status) if status else None,
            verificationStatus=structural("condition-ver-status", sure) if sure else None,
            code=concept(row.name, row.code),
            bodySite=concepts(row.body_site),
            subject=doc.subject,
        ),
        **_when("onset", row.date, row.began_words),
        **(_when("abatement", row.ended, row.ended_words) if over else {}),
        **dated("recordedDate", row.recorded, clock=True),
        **filled(
            asserter=doc.one(row.given_by, "Practitioner"),
            stage=[{"summary": one} for one in concepts(row.stage)],
            evidence=[{"detail": seen} for seen in [doc.refs(row.records)] if seen],
            note=notes(row.notes),
        ),
    })  # fmt: skip


def _when(name: str, when: Any, words: str) -> Body:
    """Return a date, else the words that stand for one."""
    said = filled(**{f"{name}String": one_line(words)})
    return dated(f"{name}DateTime", when, clock=True) or said


_ALLERGY_SURE = {
    "unconfirmed": "unconfirmed",
    "presumed": "unconfirmed",
    "confirmed": "confirmed",
}
"""http://hl7.org/fhir/R4/valueset-allergyintolerance-verification.html: R5 alone has presumed."""

_CRITICALITY = {"high": "high", "low": "low", "not known": "unable-to-assess"}


def allergy(row: Any, doc: Building) -> Body:
    """Return one allergy; without a word on it, it is one that the person still has."""
    sure = _ALLERGY_SURE.get(row.certainty)
    status = "inactive" if row.status == "past" else "active"
    sort = {"allergy": "allergy", "intolerance": "intolerance"}.get(row.kind_of)
    return doc.entry("allergy", row, {
        "resourceType": "AllergyIntolerance",
        **filled(
            clinicalStatus=structural("allergyintolerance-clinical", status),
            verificationStatus=structural("allergyintolerance-verification", sure)
            if sure
            else None,
            type=sort,
            criticality=_CRITICALITY.get(row.criticality),
            code=concept(row.substance, row.code),
            patient=doc.subject,
        ),
        **dated("onsetDateTime", row.since, clock=True),
        **dated("recordedDate", row.recorded, clock=True),
        **filled(recorder=doc.one(row.recorder, "Practitioner")),
        **dated("lastOccurrence", row.last, clock=True),
        **filled(note=notes(row.notes), reaction=_reactions(row)),
    })  # fmt: skip


def _reactions(row: Any) -> list[Body]:
    signs = concepts(row.reaction)
    severity = row.severity if row.severity in {"mild", "moderate", "severe"} else None
    way = concept(row.route) if one_line(row.route) else None
    return [filled(manifestation=signs, severity=severity, exposureRoute=way)] if signs else []


def relative(row: Any, doc: Building) -> Body:
    """Return one relative with what they had; ages are told as they were told."""
    illness = text(row.condition)
    had = filled(
        code=concept(row.condition, row.code) if illness else None,
        contributedToDeath=row.died_of_it,
        onsetString=one_line(row.age),
    )
    return doc.entry("relative", row, {
        "resourceType": "FamilyMemberHistory",
        "status": "completed",
        "patient": doc.subject,
        **dated("date", row.recorded, clock=True),
        "relationship": concept(doc.rows.names(row.id) if not text(row.who) else row.who),
        **_deceased(row),
        **filled(note=notes(row.notes), condition=[had] if illness else []),
    })  # fmt: skip


def _deceased(row: Any) -> Body:
    if one_line(row.age_died):
        return {"deceasedString": one_line(row.age_died)}
    known = {"living": False, "died": True}.get(row.living)
    return {} if known is None else {"deceasedBoolean": known}
