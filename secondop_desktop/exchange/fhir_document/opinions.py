"""Opinions as ClinicalImpression, options as CarePlan, benefits and risks as RiskAssessment."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.exchange.fhir import own
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir_document.building import Building, url
from secondop_desktop.exchange.fhir_document.values import (
    concept,
    dated,
    filled,
    joined,
    notes,
    one_line,
    text,
    unknown,
)
from secondop_desktop.lang import _


def opinion(row: Any, doc: Building) -> Body:
    """Return what one clinician thinks, each aspect as a finding with where it is written."""
    said = [one for one in doc.rows.of("statement") if one.opinion == row.id]
    looked = doc.refs(row.results_seen, "Observation")
    return doc.entry("opinion", row, {
        "resourceType": "ClinicalImpression",
        "status": "completed",
        **filled(description=one_line(doc.rows.names(row.id)), subject=doc.subject),
        **(dated("effectiveDateTime", row.date, clock=True)),
        **filled(
            assessor=doc.one(row.provider, "Practitioner"),
            investigation=[{"code": concept(_("Test results they looked at")), "item": looked}]
            if looked
            else [],
            summary=text(row.overall),
            finding=[_finding(one, doc) for one in said],
            supportingInfo=doc.refs([row.record, *row.records_seen]),
            note=notes(row.notes),
        ),
    })  # fmt: skip


def _finding(row: Any, doc: Building) -> Body:
    return {"itemReference": {"reference": url(own.ID + row.id)},
            **filled(basis=joined(_sources(row, doc)))}  # fmt: skip


def _sources(row: Any, doc: Building) -> Sequence[str]:
    page = _("page {page}").format(page=row.page) if row.page else ""
    said = one_line(row.source) or one_line(doc.rows.names(row.record))
    return (said, "" if page in said else page)


def statement(row: Any, doc: Building) -> Body:
    """Return what one opinion says about one aspect."""
    said = text(row.text) or (_("Not discussed") if row.not_discussed else "")
    return doc.entry("statement", row, {
        "resourceType": "Observation",
        "status": "final",
        "code": concept(doc.word("statement", "aspect", row.aspect) or doc.rows.names(row.id)),
        "subject": doc.subject,
        **unknown("effective"),
        **filled(
            valueString=said,
            note=notes(joined(_sources(row, doc))),
            derivedFrom=doc.refs([row.record], "DocumentReference"),
        ),
    })  # fmt: skip


def option(row: Any, doc: Building) -> Body:
    """Return something that could be done; FHIR calls a plan that is only considered a draft."""
    may = [one.id for one in doc.rows.of("outcome") if one.option == row.id]
    return doc.entry("option", row, {
        "resourceType": "CarePlan",
        "status": "draft",
        "intent": "option",
        **filled(
            title=one_line(row.name),
            description=text(row.description),
            subject=doc.subject,
            supportingInfo=doc.refs(may, "RiskAssessment"),
            note=notes(row.notes),
        ),
    })  # fmt: skip


def outcome(row: Any, doc: Building) -> Body:
    """Return one benefit or risk, its chance in the words and numbers that were told."""
    prediction = filled(
        outcome=concept(row.text),
        qualitativeRisk=concept(chance) if (chance := chance_of(row)) else None,
    )
    return doc.entry("outcome", row, {
        "resourceType": "RiskAssessment",
        "status": "final",
        **filled(
            code=concept(doc.word("outcome", "good_or_bad", row.good_or_bad))
            if row.good_or_bad
            else None,
            subject=doc.subject,
            basis=doc.refs([row.record], "DocumentReference"),
            prediction=[prediction] if prediction else [],
            note=notes(row.source),
        ),
    })  # fmt: skip


def chance_of(row: Any) -> str:
    """Say how likely something is, as it was told."""
    counted = row.x is not None and row.n is not None
    numbers = _("{x} in {n} people").format(x=row.x, n=row.n) if counted else ""
    return joined((one_line(row.chance), numbers, one_line(row.period)))


def decision(row: Any, doc: Building) -> Body:
    """Return how far the person is with deciding, and what they decided, as their plan."""
    return doc.entry("decision", row, {
        "resourceType": "CarePlan",
        "status": "active" if row.stage == "made" else "draft",
        "intent": "plan",
        **filled(
            title=_("Decision"),
            description=text(row.text) or doc.word("decision", "stage", row.stage),
            subject=doc.subject,
        ),
        **dated("created", row.date, clock=True),
        **filled(
            basedOn=doc.refs([row.option], "CarePlan"), note=notes(row.why, row.change_mind)
        ),
    })  # fmt: skip
