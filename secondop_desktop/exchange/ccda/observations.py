"""Results, vital signs, social history and other findings as FHIR's Observation."""

from typing import Any

from secondop_desktop.exchange.ccda import values
from secondop_desktop.exchange.ccda.beside import put_notes
from secondop_desktop.exchange.ccda.elements import (
    Element,
    attribute,
    every,
    first,
    statements,
    templates,
)
from secondop_desktop.exchange.ccda.people import (
    author_of,
    contained,
    numbers,
    performers,
    practitioner,
)
from secondop_desktop.exchange.ccda.standing import is_denied, is_mistake, status
from secondop_desktop.exchange.ccda.times import put_time
from secondop_desktop.exchange.ccda.words import Words, said
from secondop_desktop.lang import N_, _

_STANDS = {
    "completed": "final",
    "active": "preliminary",
    "new": "registered",
    "aborted": "cancelled",
    "cancelled": "cancelled",
    "held": "registered",
    "suspended": "registered",
}
_LONG = 150
"""Characters from which a value is a text to be read, and no value."""
_NAMES = {"4.78": N_("Smoking"), "4.85": N_("Use of tobacco"), "15.3.8": N_("Pregnancy")}
"""Templates of C-CDA R1.1 whose code says only that something is asserted."""


def observation(node: Element, group: Element | None, words: Words, title: str) -> dict[str, Any]:
    """Return an Observation; ``group`` is the panel it stands in, ``title`` that of its section."""
    code = _code(node, words, title)
    body: dict[str, Any] = {
        "resourceType": "Observation",
        "identifier": numbers(node),
        "status": "entered-in-error" if is_mistake(node) else _STANDS.get(status(node), "unknown"),
        "code": code,
    }
    for holder in (node, group):
        if holder is not None and not any(one.startswith("effective") for one in body):
            put_time(body, "effective", holder)
    put_value = values.put_denied if is_denied(node) else values.put_value
    put_value(body, node, words)
    body["interpretation"] = _flags(node, words)
    body["referenceRange"] = values.ranges(node, words)
    body["bodySite"] = words.concept(first(node, "h:targetSiteCode"))
    body["method"] = words.concept(first(node, "h:methodCode"))
    _put_specimen(body, node, group, words)
    _put_performers(body, node, group, words)
    lines = [] if not is_denied(node) else [_("Its writer says that this is not so.")]
    lines += words.written(first(node, "h:code"), code)
    body["note"] = [{"text": one} for one in lines]
    put_notes(body, node, words, ())
    whole = {name: one for name, one in body.items() if one not in ({}, [], "")}
    return _written_report(whole) if len(whole.get("valueString", "")) > _LONG else whole


def says_nothing(node: Element, words: Words) -> bool:
    """Tell whether an entry only fills a place: it names nothing, and its value is unknown."""
    values_given = every(node, "h:value")
    unknown = all(attribute(one, "nullFlavor") and not words.of(one) for one in values_given)
    named = words.concept(first(node, "h:code")) or _known_name(node) or said(first(node, "h:text"))
    return unknown and not named and next(statements(node), None) is None


def _written_report(observation: dict[str, Any]) -> dict[str, Any]:
    """Return what a doctor wrote at length, such as of an X-ray, as a report and not as a value."""
    names = ("identifier", "status", "code", "effectiveDateTime", "effectivePeriod", "performer")
    kept = {
        name: observation[name] for name in (*names, "contained", "note") if name in observation
    }
    conclusion = observation["valueString"]
    return {**kept, "resourceType": "DiagnosticReport", "conclusion": conclusion}


def _code(node: Element, words: Words, title: str) -> dict[str, Any]:
    """Name what was looked at; a code that only asserts a value is named by what holds it."""
    code = first(node, "h:code")
    if attribute(code, "code") != "ASSERTION":
        concept = words.concept(code)
        return {**concept, "text": concept.get("text") or _known_name(node) or title}
    others = [one for one in every(code, "h:translation") if attribute(one, "displayName")]
    if others:
        return words.concept(others[0])
    return {"text": _known_name(node) or title}


def _known_name(node: Element) -> str:
    """Return what C-CDA means by an observation that does not say it."""
    found = next((name for one, name in _NAMES.items() if one in templates(node)), "")
    return _(found) if found else ""


def _flags(node: Element, words: Words) -> list[dict[str, Any]]:
    found = (words.concept(one) for one in every(node, "h:interpretationCode"))
    return [one for one in found if one]


def _put_specimen(body: dict[str, Any], node: Element, group: Element | None, words: Words) -> None:
    for holder in (node, group):
        path = "h:specimen/h:specimenRole/h:specimenPlayingEntity"
        played = first(holder, path)
        kind = words.concept(first(played, "h:code")) or _text(said(first(played, "h:name")))
        if kind:
            body["specimen"] = contained(body, {"resourceType": "Specimen", "type": kind})
            return


def _text(text: str) -> dict[str, Any]:
    return {"text": text} if text else {}


def _put_performers(
    body: dict[str, Any], node: Element, group: Element | None, words: Words
) -> None:
    """Name who did the test; else who wrote it down."""
    roles = [*performers(node)] or ([*performers(group)] if group is not None else [])
    roles = roles or [one for one in (author_of(node),) if one is not None]
    found = (practitioner(one, words) for one in roles)
    body["performer"] = [contained(body, one) for one in found if one]


def report(group: Element, members: list[str], words: Words) -> dict[str, Any]:
    """Return the DiagnosticReport that a panel is; ``members`` are the addresses of its results."""
    body: dict[str, Any] = {
        "resourceType": "DiagnosticReport",
        "identifier": numbers(group),
        "status": _STANDS.get(status(group), "unknown"),
        "code": words.concept(first(group, "h:code")),
        "result": [{"reference": one} for one in members],
    }
    put_time(body, "effective", group)
    lines = [
        words.of(first(one, "h:text")) for one in statements(group) if "4.64" in templates(one)
    ]
    body["note"] = [{"text": one} for one in lines if one]
    return {name: one for name, one in body.items() if one}
