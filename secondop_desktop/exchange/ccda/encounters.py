"""Visits and stays (C-CDA Encounter Activity, and that of the header) as FHIR's Encounter."""

from typing import Any

from secondop_desktop.exchange.ccda.beside import put_notes
from secondop_desktop.exchange.ccda.elements import (
    EXTENDED,
    Element,
    attribute,
    every,
    first,
)
from secondop_desktop.exchange.ccda.medicines import INDICATION, reasons
from secondop_desktop.exchange.ccda.people import (
    contained,
    numbers,
    performers,
    practitioner,
)
from secondop_desktop.exchange.ccda.standing import is_denied, is_mistake, is_planned, status
from secondop_desktop.exchange.ccda.times import span, when
from secondop_desktop.exchange.ccda.words import Words, said

DIAGNOSIS = "4.80"
_STANDS = {"active": "in-progress", "aborted": "cancelled", "cancelled": "cancelled"}
_CLASSES = frozenset({"AMB", "EMER", "FLD", "HH", "IMP", "ACUTE", "NONAC", "OBSENC", "SS", "VR"})


def encounter(node: Element, words: Words) -> dict[str, Any]:
    """Return an Encounter that took place, or is planned."""
    body: dict[str, Any] = {"resourceType": "Encounter", "identifier": numbers(node)}
    body["status"] = "planned" if is_planned(node) else _STANDS.get(status(node), "finished")
    if is_denied(node):
        body["status"] = "cancelled"
    if is_mistake(node):
        body["status"] = "entered-in-error"
    _put_kind(body, first(node, "h:code"), words)
    _put_times(body, node)
    who = (practitioner(one, words) for one in performers(node))
    body["participant"] = [{"individual": contained(body, one)} for one in who if one]
    for one in every(node, "h:participant"):
        if attribute(one, "typeCode") == "LOC":
            _put_place(body, first(one, "h:participantRole"), words)
    body["reasonCode"] = reasons(node, words)
    left = words.concept(node.find(f"{{{EXTENDED}}}dischargeDispositionCode"))
    body["hospitalization"] = {"dischargeDisposition": left} if left else {}
    put_notes(body, node, words, {INDICATION, DIAGNOSIS, "4.4"})
    return {name: one for name, one in body.items() if one}


def stay(header: Element, words: Words) -> dict[str, Any]:
    """Return the visit or stay that a whole document is about (encompassingEncounter)."""
    body: dict[str, Any] = {"resourceType": "Encounter", "identifier": numbers(header)}
    body["status"] = "finished" if span(first(header, "h:effectiveTime")).get("end") else "unknown"
    _put_kind(body, first(header, "h:code"), words)
    _put_times(body, header)
    roles = every(header, "h:responsibleParty/h:assignedEntity")
    roles += every(header, "h:encounterParticipant/h:assignedEntity")
    who = (practitioner(one, words) for one in roles)
    body["participant"] = [{"individual": contained(body, one)} for one in who if one]
    place = first(header, "h:location/h:healthCareFacility")
    _put_place(body, place, words)
    left = words.concept(first(header, "h:dischargeDispositionCode"))
    body["hospitalization"] = {"dischargeDisposition": left} if left else {}
    return {name: one for name, one in body.items() if one}


def _put_times(body: dict[str, Any], node: Element) -> None:
    period = span(first(node, "h:effectiveTime"))
    if not period and (day := when(node)):
        period = {"start": day}
    body["period"] = period


def _put_kind(body: dict[str, Any], code: Element | None, words: Words) -> None:
    """Put what kind of visit it was; one that the codes tell in FHIR's way too as its class."""
    kind = words.concept(code)
    if kind:
        body["type"] = [kind]
    given = next((one for one in kind.get("coding", ()) if one.get("code") in _CLASSES), None)
    if given is not None:
        body["class"] = {"code": given["code"], "display": given.get("display", "")}


def _put_place(body: dict[str, Any], role: Element | None, words: Words) -> None:
    paths = ("h:playingEntity/h:name", "h:location/h:name", "h:serviceProviderOrganization/h:name")
    names = (said(found) for path in paths if (found := first(role, path)) is not None)
    name = next(filter(None, names), "") or words.concept(first(role, "h:code")).get("text", "")
    if name:
        place = contained(body, {"resourceType": "Location", "name": name})
        body.setdefault("location", []).append({"location": place})
