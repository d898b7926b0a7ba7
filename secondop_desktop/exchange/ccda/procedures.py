"""What was done (C-CDA Procedure Activity) and devices as FHIR's Procedure and its like."""

from typing import Any

from secondop_desktop.exchange.ccda import values
from secondop_desktop.exchange.ccda.beside import put_notes
from secondop_desktop.exchange.ccda.elements import Element, attribute, every, first
from secondop_desktop.exchange.ccda.medicines import INDICATION, reasons
from secondop_desktop.exchange.ccda.people import (
    contained,
    numbers,
    organization,
    performers,
    practitioner,
)
from secondop_desktop.exchange.ccda.standing import is_denied, is_mistake, status
from secondop_desktop.exchange.ccda.times import put_time, span, when
from secondop_desktop.exchange.ccda.words import Words, said

_STANDS = {
    "completed": "completed",
    "active": "in-progress",
    "aborted": "stopped",
    "cancelled": "not-done",
    "held": "on-hold",
    "suspended": "on-hold",
    "new": "preparation",
}
_ANY_PROCEDURE = frozenset({"71388002"})
"""SNOMED CT for a procedure of any kind: which one stands in the words alone."""


def procedure(node: Element, words: Words) -> dict[str, Any]:
    """Return a Procedure, whether C-CDA calls it an act, an observation or a procedure."""
    body: dict[str, Any] = {
        "resourceType": "Procedure",
        "identifier": numbers(node),
        "status": _STANDS.get(status(node), "unknown"),
        "code": named(node, words),
    }
    if is_denied(node):
        body["status"] = "not-done"
    if is_mistake(node):
        body["status"] = "entered-in-error"
    put_time(body, "performed", node)
    sites = (words.concept(one) for one in every(node, "h:targetSiteCode"))
    body["bodySite"] = [one for one in sites if one]
    who = (practitioner(one, words) for one in performers(node))
    body["performer"] = [{"actor": contained(body, one)} for one in who if one]
    body["reasonCode"] = reasons(node, words)
    _put_place(body, node, words)
    devices = (_device(one, words) for one in every(node, "h:participant/h:participantRole"))
    body["focalDevice"] = [{"manipulated": contained(body, one)} for one in devices if one]
    outcome: dict[str, Any] = {}
    values.put_value(outcome, node, words)
    concept = outcome.get("valueCodeableConcept") or _text(outcome.get("valueString", ""))
    body["outcome"] = concept
    body["note"] = [{"text": one} for one in words.written(first(node, "h:code"), body["code"])]
    put_notes(body, node, words, {INDICATION})
    return {name: one for name, one in body.items() if one}


def says_none_done(node: Element, words: Words) -> bool:
    """Tell whether an entry says that nothing was done at all, rather than not this."""
    code = first(node, "h:code")
    any_one = attribute(code, "code") in _ANY_PROCEDURE or not words.concept(code)
    return is_denied(node) and any_one and not words.of(first(node, "h:text"), name=True)


def named(node: Element, words: Words) -> dict[str, Any]:
    """Return what an entry is about: its code, else the words it refers to."""
    code = first(node, "h:code")
    concept, own = words.concept(code), words.of(first(node, "h:text"), name=True)
    says_which = attribute(code, "code") not in _ANY_PROCEDURE or words.original(code)
    text = (says_which and concept.get("text")) or own or concept.get("text")
    return {**concept, "text": text} if text else concept


def _text(text: str) -> dict[str, Any]:
    return {"text": text} if text else {}


def _put_place(body: dict[str, Any], node: Element, words: Words) -> None:
    for one in every(node, "h:participant"):
        place = first(one, "h:participantRole/h:playingEntity/h:name")
        if attribute(one, "typeCode") == "LOC" and place is not None and said(place):
            body["location"] = contained(body, {"resourceType": "Location", "name": said(place)})
            return
    for role in performers(node):
        if place_body := organization(first(role, "h:representedOrganization")):
            body["location"] = contained(body, place_body)
            return


def _device(role: Element, words: Words) -> dict[str, Any]:
    """Return a device that was put in, as far as it is named (Product Instance)."""
    playing = first(role, "h:playingDevice")
    kind = words.concept(first(playing, "h:code"))
    model = said(first(playing, "h:manufacturerModelName"))
    if not kind and not model:
        return {}
    ids = numbers(role)
    maker = said(first(role, "h:scopingEntity/h:desc"))
    body = {
        "resourceType": "Device",
        "type": kind or _text(model),
        "modelNumber": model,
        "manufacturer": maker,
        "distinctIdentifier": ids[0]["value"] if ids and "assigner" not in ids[0] else "",
    }
    return {name: one for name, one in body.items() if one}


def device_use(node: Element, words: Words) -> dict[str, Any]:
    """Return what is used or carried (Non-Medicinal Supply Activity) as a DeviceUseStatement."""
    code = words.concept(
        first(node, "h:product/h:manufacturedProduct/h:manufacturedMaterial/h:code")
    )
    roles = every(node, "h:participant/h:participantRole")
    devices = [one for one in (_device(role, words) for role in roles) if one]
    device = devices[0] if devices else {"resourceType": "Device", "type": code}
    if not device["type"]:
        device["type"] = named(node, words)
    stands = {"active": "active", "completed": "completed", "aborted": "stopped"}
    body: dict[str, Any] = {
        "resourceType": "DeviceUseStatement",
        "identifier": numbers(node),
        "status": "entered-in-error" if is_mistake(node) else stands.get(status(node), ""),
    }
    body["device"] = contained(body, device)
    period = span(first(node, "h:effectiveTime"))
    if "end" in period:
        body["timingPeriod"] = period
    elif day := when(node):
        body["timingDateTime"] = day
    put_notes(body, node, words, {INDICATION})
    return {name: one for name, one in body.items() if one}
