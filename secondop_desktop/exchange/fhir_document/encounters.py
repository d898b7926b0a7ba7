"""Appointments as Encounter, questions and answers as messages, things to do as Task."""

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
    text,
)
from secondop_desktop.lang import _

_STATUS = {
    "planned": "planned",
    "done": "finished",
    "cancelled": "cancelled",
    "missed": "cancelled",
}
_CLASS = {"in person": "AMB", "phone": "VR", "video": "VR", "home visit": "HH"}
_ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode"


def appointment(row: Any, doc: Building) -> Body:
    """Return one meeting: Encounter holds a day without a time, which Appointment does not."""
    coded = _CLASS.get(row.how)
    seen = doc.refs([row.provider], "Practitioner")
    place = one_line(row.place)
    return doc.entry("appointment", row, {
        "resourceType": "Encounter",
        "status": _STATUS.get(row.status, "unknown"),
        "class": {"system": _ACT, "code": coded} if coded else {"display": _("Appointment")},
        "subject": doc.subject,
        **filled(
            participant=[{"individual": one} for one in seen],
            period=dated("start", row.when, clock=True),
            reasonCode=concepts(row.purpose),
            location=[{"location": {"display": place}}] if place else [],
            serviceProvider=doc.one(row.provider, "Organization"),
        ),
    })  # fmt: skip


def question(row: Any, doc: Building) -> Body:
    """Return a question that the person wants to ask."""
    status = {"answered": "completed", "dropped": "revoked"}.get(row.status, "active")
    return doc.entry("question", row, {
        "resourceType": "CommunicationRequest",
        "status": status,
        "subject": doc.subject,
        **filled(
            payload=[{"contentString": said}] if (said := text(row.text)) else [],
            requester=doc.subject,
            note=notes(row.why),
        ),
    })  # fmt: skip


def answer(row: Any, doc: Building) -> Body:
    """Return what one clinician said to a question."""
    said = text(row.text) or doc.word("answer", "no_answer", row.no_answer)
    return doc.entry("answer", row, {
        "resourceType": "Communication",
        **filled(basedOn=doc.refs([row.question], "CommunicationRequest")),
        "status": "completed" if text(row.text) else "not-done",
        "subject": doc.subject,
        **_sent(row),
        **filled(
            sender=doc.one(row.provider, "Practitioner", "Organization"),
            payload=[{"contentString": said}] if said else [],
        ),
    })  # fmt: skip


def _sent(row: Any) -> Body:
    return dated("sent", row.date, clock=True)


def task(row: Any, doc: Building) -> Body:
    """Return something to do, by whom and by when."""
    due = {"period": dated("end", row.due)} if row.due else None
    return doc.entry("task", row, {
        "resourceType": "Task",
        "status": "completed" if row.done else "requested",
        "intent": "plan",
        **filled(
            description=text(row.text),
            for_=doc.subject,
            note=notes(row.who, row.notes),
            restriction=due,
        ),
    })  # fmt: skip


def case(row: Any, doc: Building) -> Body:
    """Return the question for which another opinion is sought, as a request for one."""
    return doc.entry("case", row, {
        "resourceType": "ServiceRequest",
        "status": "completed" if row.closed else "active",
        "intent": "plan",
        "code": concept(_("Second opinion")),
        "subject": doc.subject,
        **dated("authoredOn", row.opened, clock=True),
        **filled(
            reasonCode=concepts(row.question, row.plan),
            reasonReference=doc.refs([row.diagnosis], "Condition"),
            note=notes(row.reasons_words),
        ),
    })  # fmt: skip
