"""Allergies (C-CDA Allergy Intolerance Observation) as FHIR's AllergyIntolerance."""

from typing import Any

from secondop_desktop.exchange.ccda.beside import put_notes
from secondop_desktop.exchange.ccda.elements import (
    Element,
    attribute,
    every,
    first,
    statements,
    templates,
)
from secondop_desktop.exchange.ccda.people import author_of, numbers, put_person, written_on
from secondop_desktop.exchange.ccda.problems import NOT_MADE, put_own_status, stand_of, told_code
from secondop_desktop.exchange.ccda.standing import is_denied, is_mistake, status
from secondop_desktop.exchange.ccda.times import began, is_over, when
from secondop_desktop.exchange.ccda.words import Words, said
from secondop_desktop.exchange.denials import takes_back
from secondop_desktop.lang import N_, _

ALLERGY, REACTION, SEVERITY, STATUS, CRITICALITY = "4.7", "4.9", "4.8", "4.28", "4.145"
_NONE = {
    "419199007": "716186003",
    "420134006": "716186003",
    "106190000": "716186003",
    "416098002": "409137002",
    "419511003": "409137002",
    "414285001": "429625007",
    "418471000": "429625007",
    "426232007": "428607008",
}
"""SNOMED CT: which kind of allergy is denied, and that none of that kind is known."""
_NONE_SAID = {
    "716186003": N_("No known allergies"),
    "409137002": N_("No known allergies to medicines"),
    "429625007": N_("No known allergies to food"),
    "428607008": N_("No known allergies to things around us"),
}
_CATEGORY = {
    **dict.fromkeys(("416098002", "419511003", "59037007"), "medication"),
    **dict.fromkeys(("414285001", "418471000", "235719002"), "food"),
    **dict.fromkeys(("426232007", "232347008"), "environment"),
}
_INTOLERANCES = frozenset({"59037007", "235719002"})
_SEVERITY = {
    **dict.fromkeys(("255604002", "371923003"), "mild"),
    **dict.fromkeys(("6736007", "371924009"), "moderate"),
    **dict.fromkeys(("24484000", "399166001"), "severe"),
}
"""SNOMED CT; mild to moderate counts as mild, moderate to severe as moderate, fatal as severe."""
_STANDS = {"55561003": "active", "73425007": "inactive", "413322009": "resolved"}
_CRITICALITY = {"CRITH": "high", "CRITL": "low", "CRITU": "unable-to-assess"}


def allergy(node: Element, concern: Element | None, words: Words) -> dict[str, Any]:
    """Return an AllergyIntolerance; ``concern`` is the act that keeps watch over it."""
    value = first(node, "h:value")
    body: dict[str, Any] = {"resourceType": "AllergyIntolerance", "identifier": numbers(node)}
    substance = first(node, "h:participant/h:participantRole/h:playingEntity")
    coded = first(substance, "h:code")
    code = words.concept(coded)
    is_named = code.get("text") and not attribute(coded, "nullFlavor")
    code = body["code"] = code if is_named else code | _named(substance)
    if is_denied(node, concern):
        _deny(body, value)
    elif not body["code"] and value is not None:
        body["code"] = _only_kind(value, words)
    if status(node) in NOT_MADE:
        body.setdefault("verificationStatus", {"coding": [{"code": "unconfirmed"}]})
    for one in _inside(node, STATUS):
        put_own_status(body, one, _STANDS, words)
    if is_mistake(node, concern):
        body["verificationStatus"] = {"coding": [{"code": "entered-in-error"}]}
    _put_kind(body, value)
    if stands := _stands(node, concern):
        body["clinicalStatus"] = {"coding": [{"code": stands}]}
    dates = {
        "onsetDateTime": began(node),
        "recordedDate": written_on(node) or (written_on(concern) if concern is not None else ""),
    }
    body |= {name: day for name, day in dates.items() if day}
    own = author_of(node)
    put_person(body, "recorder", own if own is not None else author_of_concern(concern), words)
    body["reaction"] = [_reaction(one, words) for one in _inside(node, REACTION)]
    _put_own_severity(body, node, concern)
    _put_criticality(body, node)
    lines = [*words.written(coded, code), *_taken_back(words.row(node, coded))]
    body["note"] = [*body.get("note", ()), *({"text": one} for one in lines)]
    told = {REACTION, SEVERITY, STATUS, CRITICALITY, ALLERGY}
    put_notes(body, node, words, told)
    if concern is not None:
        put_notes(body, concern, words, told)
    return {name: one for name, one in body.items() if one}


def _taken_back(row: str) -> list[str]:
    """Return what the printed table says of an allergy, where that says that it is none."""
    return [row] if takes_back(row) else []


def author_of_concern(concern: Element | None) -> Element | None:
    """Return who wrote the act down in which an entry stands."""
    return author_of(concern) if concern is not None else None


def _named(substance: Element | None) -> dict[str, Any]:
    text = said(first(substance, "h:name"))
    return {"text": text} if text else {}


def _only_kind(value: Element, words: Words) -> dict[str, Any]:
    """Name an allergy of which only the kind is told, unless that says nothing."""
    if told_code(value) in _NONE and not words.original(value):
        return {}
    text = words.original(value)
    return {"text": text} if text else words.concept(value)


def _deny(body: dict[str, Any], value: Element | None) -> None:
    """Say that no allergies are known, or that this one was ruled out."""
    if body["code"]:
        body["verificationStatus"] = {"coding": [{"code": "refuted"}]}
        return
    none = _NONE.get(told_code(value), "716186003")
    coding = {"system": "http://snomed.info/sct", "code": none, "display": _(_NONE_SAID[none])}
    body["code"] = {"coding": [coding]}


def _put_kind(body: dict[str, Any], value: Element | None) -> None:
    kind = told_code(value)
    if kind in _CATEGORY:
        body["category"] = [_CATEGORY[kind]]
    if kind in _INTOLERANCES:
        body["type"] = "intolerance"
    elif kind in _NONE and kind not in {"420134006", "419511003", "418471000"}:
        body["type"] = "allergy"


def _stands(node: Element, concern: Element | None) -> str:
    for one in _inside(node, STATUS):
        if found := stand_of(first(one, "h:value"), _STANDS):
            return found
    if is_over(node):
        return "resolved"
    return "active" if concern is not None and status(concern) == "active" else ""


def _inside(node: Element, template: str) -> list[Element]:
    return [one for one in statements(node) if template in templates(one)]


def _reaction(node: Element, words: Words) -> dict[str, Any]:
    value = first(node, "h:value")
    name = words.concept(value) or {"text": words.of(first(node, "h:text"))}
    made: dict[str, Any] = {"manifestation": [name] if any(name.values()) else []}
    if day := when(node):
        made["onset"] = day
    if severity := _severity(node):
        made["severity"] = severity
    return made


def _severity(node: Element) -> str:
    values = (one for each in _inside(node, SEVERITY) for one in every(each, "h:value"))
    return next((_SEVERITY[told_code(one)] for one in values if told_code(one) in _SEVERITY), "")


def _put_own_severity(body: dict[str, Any], node: Element, concern: Element | None) -> None:
    """Tell how strong it is where that stands beside the reactions and not with one of them."""
    told = _severity(node) or (_severity(concern) if concern is not None else "")
    if not told:
        return
    if not body["reaction"]:
        body["reaction"] = [{}]
    if not any("severity" in one for one in body["reaction"]):
        body["reaction"][0]["severity"] = told


def _put_criticality(body: dict[str, Any], node: Element) -> None:
    for one in _inside(node, CRITICALITY):
        if found := _CRITICALITY.get(attribute(first(one, "h:value"), "code")):
            body["criticality"] = found
