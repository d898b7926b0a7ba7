"""What is planned, asked for or hoped for (C-CDA Planned …, Goal) as FHIR's requests and goals."""

from typing import Any

from secondop_desktop.exchange.ccda import values
from secondop_desktop.exchange.ccda.beside import put_notes
from secondop_desktop.exchange.ccda.elements import Element, attribute
from secondop_desktop.exchange.ccda.medicines import INDICATION, dosage, product, reasons
from secondop_desktop.exchange.ccda.people import author_of, numbers, put_person, written_on
from secondop_desktop.exchange.ccda.procedures import named
from secondop_desktop.exchange.ccda.standing import is_denied, is_mistake, status
from secondop_desktop.exchange.ccda.times import began, ended, put_time, when
from secondop_desktop.exchange.ccda.words import Words

GOAL = "4.121"
_INTENTS = {"RQO": "order", "PRP": "proposal", "INT": "plan", "ARQ": "plan", "PRMS": "plan"}
_STANDS = {
    "completed": "completed",
    "aborted": "revoked",
    "cancelled": "revoked",
    "suspended": "on-hold",
    "held": "on-hold",
}


def request(node: Element, words: Words) -> dict[str, Any]:
    """Return what is planned or asked for as a ServiceRequest."""
    body = _common(node, words) | {
        "resourceType": "ServiceRequest",
        "status": "entered-in-error" if is_mistake(node) else _STANDS.get(status(node), "active"),
        "code": named(node, words),
    }
    if is_denied(node):
        body["doNotPerform"] = True
    put_time(body, "occurrence", node)
    wanted: dict[str, Any] = {}
    values.put_value(wanted, node, words)
    put_notes(body, node, words, {INDICATION})
    return {name: one for name, one in body.items() if one}


def prescription(node: Element, words: Words) -> dict[str, Any]:
    """Return a medicine that is planned as a MedicationRequest that is only thought of."""
    body = _common(node, words) | {
        "resourceType": "MedicationRequest",
        "status": "entered-in-error" if is_mistake(node) else "draft",
        "medicationCodeableConcept": product(node, words),
    }
    dose = dosage(node, words)
    if starts := when(node):
        dose.setdefault("timing", {}).setdefault("repeat", {})["boundsPeriod"] = {"start": starts}
    body["dosageInstruction"] = [dose] if dose else []
    put_notes(body, node, words, {INDICATION})
    return {name: one for name, one in body.items() if one}


def _common(node: Element, words: Words) -> dict[str, Any]:
    body: dict[str, Any] = {
        "resourceType": "",
        "identifier": numbers(node),
        "intent": _INTENTS.get(attribute(node, "moodCode"), "plan"),
        "authoredOn": written_on(node),
        "reasonCode": reasons(node, words),
    }
    return put_person(body, "requester", author_of(node), words)


def goal(node: Element, words: Words) -> dict[str, Any]:
    """Return what is hoped for as a Goal."""
    wanted: dict[str, Any] = {}
    values.put_value(wanted, node, words)
    concept = named(node, words)
    body: dict[str, Any] = {
        "resourceType": "Goal",
        "identifier": numbers(node),
        "lifecycleStatus": "entered-in-error" if is_mistake(node) else "active",
        "description": concept,
        "startDate": began(node),
    }
    target = {f"detail{name.removeprefix('value')}": one for name, one in wanted.items()}
    due = {"dueDate": ended(node)} if ended(node) else {}
    body["target"] = [target | due] if target or due else []
    put_person(body, "expressedBy", author_of(node), words)
    put_notes(body, node, words, {INDICATION})
    return {name: one for name, one in body.items() if one}
