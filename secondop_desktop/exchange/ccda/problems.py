"""Problems (C-CDA Problem Observation) as FHIR's Condition."""

from typing import Any

from secondop_desktop.exchange.ccda.beside import put_notes
from secondop_desktop.exchange.ccda.elements import (
    Element,
    attribute,
    first,
    statements,
    templates,
)
from secondop_desktop.exchange.ccda.people import author_of, numbers, put_person, written_on
from secondop_desktop.exchange.ccda.standing import is_denied, is_mistake, status
from secondop_desktop.exchange.ccda.times import began, ended, is_over
from secondop_desktop.exchange.ccda.words import Words
from secondop_desktop.exchange.denials import certainty_of
from secondop_desktop.exchange.fhir.beside import labelled
from secondop_desktop.lang import _

PROBLEM, STATUS, SEVERITY = "4.4", "4.6", "4.8"
ANY_PROBLEM = frozenset({"55607006", "404684003", "64572001"})
"""SNOMED CT for a problem, a finding or a disease of any kind: which one is not said."""
_STANDS = {
    "55561003": "active",
    "73425007": "inactive",
    "413322009": "resolved",
    "246455001": "recurrence",
    "263855007": "relapse",
    "277022003": "remission",
}
"""SNOMED CT; http://hl7.org/fhir/R4/valueset-condition-clinical.html"""
NOT_MADE = frozenset({"aborted", "cancelled"})
"""An observation that was broken off says nothing for certain."""


def condition(node: Element, concern: Element | None, words: Words) -> dict[str, Any]:
    """Return a Condition; ``concern`` is the act that keeps watch over the problem."""
    value = first(node, "h:value")
    code = words.concept(value)
    if not code.get("text"):
        code |= _described(node, words)
    body: dict[str, Any] = {"resourceType": "Condition", "identifier": numbers(node), "code": code}
    if is_denied(node, concern):
        _deny(body, value)
    elif status(node) in NOT_MADE:
        body["verificationStatus"] = _coded("unconfirmed")
    put_own_status(body, _of(node, STATUS), _STANDS, words)
    if is_mistake(node, concern):
        body["verificationStatus"] = _coded("entered-in-error")
    if stands := _stands(node, concern):
        body["clinicalStatus"] = _coded(stands)
    dates = {
        "onsetDateTime": began(node),
        "abatementDateTime": ended(node),
        "recordedDate": written_on(node) or (written_on(concern) if concern is not None else ""),
    }
    body |= {name: day for name, day in dates.items() if day}
    put_person(body, "recorder", _writer(node, concern), words)
    if site := words.concept(first(node, "h:targetSiteCode")):
        body["bodySite"] = [site]
    if severity := _of(node, SEVERITY):
        body["severity"] = words.concept(first(severity, "h:value"))
    written = [{"text": one} for one in words.written(value, code)]
    body["note"] = [*body.get("note", ()), *written]
    put_notes(body, node, words, {STATUS, SEVERITY, PROBLEM})
    if concern is not None:
        put_notes(body, concern, words, {STATUS, SEVERITY, PROBLEM})
    return body


def _writer(node: Element, concern: Element | None) -> Element | None:
    own = author_of(node)
    return own if own is not None or concern is None else author_of(concern)


def _described(node: Element, words: Words) -> dict[str, Any]:
    """Name a problem whose code has no name by the words it refers to."""
    text = words.of(first(node, "h:value/h:originalText")) or words.of(first(node, "h:text"))
    return {"text": text} if text else {}


def _of(node: Element, template: str) -> Element | None:
    return next((one for one in statements(node) if template in templates(one)), None)


def _deny(body: dict[str, Any], value: Element | None) -> None:
    """Say that a problem is not there, or that none is known."""
    if told_code(value) in ANY_PROBLEM or not body["code"]:
        system = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips"
        body["code"] = {"coding": [{"system": system, "code": "no-known-problems"}]}
    else:
        body["verificationStatus"] = _coded("refuted")


def told_code(value: Element | None) -> str:
    """Return the bare code of a value."""
    return attribute(value, "code")


def stand_of(value: Element | None, known: dict[str, str]) -> str:
    """Return how something stands by its code, else by the name that its sender gives it."""
    named = attribute(value, "displayName").lower()
    return known.get(told_code(value), named if named in known.values() else "")


def put_own_status(
    body: dict[str, Any], told: Element | None, known: dict[str, str], words: Words
) -> None:
    """Tell the status that an entry gives itself where that is none of those we know.

    Such words may say that it is not so, or not certain; any others are told in the notes.
    """
    value = first(told, "h:value")
    word = words.concept(value).get("text", "")
    if not word or stand_of(value, known):
        return
    if sure := certainty_of(word):
        body["verificationStatus"] = _coded(sure)
    body.setdefault("note", []).append({"text": labelled(_("Status"), word)})


def _coded(word: str) -> dict[str, Any]:
    return {"coding": [{"code": word}]}


def _stands(node: Element, concern: Element | None) -> str:
    """Return how a problem stands: in its own words, by its end, or by who watches over it."""
    known = _of(node, STATUS)
    if known is not None and (said := stand_of(first(known, "h:value"), _STANDS)):
        return said
    if is_over(node):
        return "resolved"
    return "active" if concern is not None and status(concern) == "active" else ""
