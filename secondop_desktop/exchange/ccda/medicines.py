"""Medicines (C-CDA Medication Activity) as FHIR's MedicationStatement, and doses as Dosage."""

import re
from collections.abc import Iterator
from typing import Any

from secondop_desktop.exchange.ccda import values
from secondop_desktop.exchange.ccda.beside import put_notes
from secondop_desktop.exchange.ccda.elements import (
    Element,
    attribute,
    every,
    first,
    kind_of,
    statements,
    templates,
)
from secondop_desktop.exchange.ccda.people import author_of, numbers, put_person, written_on
from secondop_desktop.exchange.ccda.standing import is_denied, is_mistake, status
from secondop_desktop.exchange.ccda.times import ended, moment, span
from secondop_desktop.exchange.ccda.words import Words, said

MEDICINE, INDICATION, FREE_TEXT, NEEDED = "4.16", "4.19", "4.147", "4.25"
_ANY_DRUG = frozenset({"410942007", "373873005"})
"""SNOMED CT for a drug of any kind: negated, it says that none is taken."""
STATUS = "33999-4"
"""LOINC for the status of what the observation stands in."""
_SAID = {
    **dict.fromkeys(("55561003", "active"), "active"),
    **dict.fromkeys(("73425007", "no longer active", "inactive", "discontinued"), "stopped"),
    **dict.fromkeys(("421139008", "on hold", "suspended"), "on-hold"),
    **dict.fromkeys(("392521001", "prior history", "completed"), "completed"),
    **dict.fromkeys(("not taking", "not taken", "never taken"), "not-taken"),
}
"""SNOMED CT, or the name that a sender gives it where its code is another."""
_SAYS_HOW = re.compile(
    r"\d|(?:take|inhale|inject|apply|use|place|put|instil|insert|give|chew|dissolve|drink|swallow"
    r"|spray|dilute|mix|wear|rub)s?\b",
    re.IGNORECASE,
)
"""How instructions for a medicine begin, rather than its name."""

_STANDS = {
    "active": "active",
    "completed": "completed",
    "aborted": "stopped",
    "cancelled": "stopped",
    "suspended": "on-hold",
    "held": "on-hold",
    "new": "intended",
}
"""http://hl7.org/fhir/R4/valueset-medication-statement-status.html"""


def medicine(node: Element, words: Words) -> dict[str, Any]:
    """Return a MedicationStatement."""
    code = product_code(node)
    body: dict[str, Any] = {
        "resourceType": "MedicationStatement",
        "identifier": numbers(node),
        "status": _STANDS.get(status(node), "unknown" if status(node) else ""),
        "medicationCodeableConcept": product(node, words),
    }
    if is_denied(node):
        _deny(body, node)
    elif told := _own_status(node):
        body["status"] = told
    if is_mistake(node):
        body["status"] = "entered-in-error"
    if taken := _course(node):
        body["effectivePeriod"] = taken
    if body["status"] == "completed" and not (ended(node) or _own_status(node)):
        body["status"] = "unknown"  # many senders write "completed" of all that is taken
    body["dosage"] = [made for made in [dosage(node, words)] if made]
    body["reasonCode"] = reasons(node, words)
    if asserted := written_on(node):
        body["dateAsserted"] = asserted
    put_person(body, "informationSource", author_of(node), words)
    body["note"] = [{"text": one} for one in words.written(code, words.concept(code))]
    put_notes(body, node, words, {INDICATION, FREE_TEXT, MEDICINE})
    return {name: one for name, one in body.items() if one}


def product_code(node: Element) -> Element | None:
    """Return the code of what is given."""
    product = first(node, "h:consumable/h:manufacturedProduct")
    return first(product, "h:manufacturedMaterial/h:code")


def product(node: Element, words: Words) -> dict[str, Any]:
    """Return what is given as a concept: by its code, else by its name."""
    concept = words.concept(product_code(node))
    if concept.get("text"):
        return concept
    material = first(node, "h:consumable/h:manufacturedProduct/h:manufacturedMaterial")
    name = said(first(material, "h:name"))
    name = name or words.of(first(node, "h:text"), name=True)
    return concept | ({"text": name} if name else {})


def says_none_taken(node: Element) -> bool:
    """Tell whether an entry says that no medicine is taken or given, rather than not this one."""
    code = product_code(node)
    named = attribute(code, "code") or attribute(code, "displayName")
    return is_denied(node) and (not named or attribute(code, "code") in _ANY_DRUG)


def _own_status(node: Element) -> str:
    """Return how it stands by the observation inside it that tells its status (33999-4)."""
    for one in statements(node):
        if attribute(first(one, "h:code"), "code") == STATUS:
            value = first(one, "h:value")
            named = attribute(value, "displayName").lower()
            told = _SAID.get(attribute(value, "code")) or _SAID.get(named, "")
            return "" if told == "active" and ended(node) else told
    return ""


def _deny(body: dict[str, Any], node: Element) -> None:
    """Say that a medicine is not taken, or that none is."""
    if says_none_taken(node):
        system = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips"
        none = {"coding": [{"system": system, "code": "no-known-medications"}]}
        body["medicationCodeableConcept"] = none
    else:
        body["status"] = "not-taken"


def _course(node: Element) -> dict[str, Any]:
    """Return from when until when it is taken."""
    for time in every(node, "h:effectiveTime"):
        if period := span(time):
            return period
        if kind_of(time) in {"TS", ""} and (stamp := attribute(time, "value")):
            return {"start": moment(stamp)}
    return {}


def reasons(node: Element, words: Words) -> list[dict[str, Any]]:
    """Return for what something is given or done (Indication)."""
    found = (one for one in statements(node) if INDICATION in templates(one))
    return list(filter(None, (words.concept(first(one, "h:value")) for one in found)))


def dosage(node: Element, words: Words) -> dict[str, Any]:
    """Return how much is given, how often and by which way, and the words for it."""
    timing = _timing(node, words)
    sig = _free_text(node, words) or ("" if timing else _own_words(node, words))
    made: dict[str, Any] = {"text": sig, "timing": timing}
    made["route"] = words.concept(first(node, "h:routeCode"))
    made["site"] = words.concept(first(node, "h:approachSiteCode"))
    amount = values.quantity(first(node, "h:doseQuantity"), _form(node, words))
    low = values.quantity(first(node, "h:doseQuantity/h:low"), _form(node, words))
    high = values.quantity(first(node, "h:doseQuantity/h:high"), _form(node, words))
    rate = values.quantity(first(node, "h:rateQuantity"))
    dose = {
        "doseQuantity": amount if "value" in amount else {},
        "doseRange": {name: one for name, one in (("low", low), ("high", high)) if one},
        "rateQuantity": rate if "value" in rate else {},
    }
    made["doseAndRate"] = [found for found in [{k: one for k, one in dose.items() if one}] if found]
    made |= _needed(node, words)
    most = first(node, "h:maxDoseQuantity")
    ends = {
        name: values.quantity(first(most, f"h:{name}")) for name in ("numerator", "denominator")
    }
    made["maxDosePerPeriod"] = ends if ends["numerator"] else {}
    return {name: one for name, one in made.items() if one}


def _form(node: Element, words: Words) -> str:
    """Return what a bare number counts, such as tablets or puffs."""
    return str(words.concept(first(node, "h:administrationUnitCode")).get("text", "")).lower()


def _free_text(node: Element, words: Words) -> str:
    """Return the instructions as their writer put them (Medication Free Text Sig)."""
    found = (one for one in statements(node) if FREE_TEXT in templates(one))
    told = (words.of(first(one, "h:text")) for one in found)
    return next(filter(None, told), "")


def _own_words(node: Element, words: Words) -> str:
    """Return how it is taken by the words of the entry itself, which some write nowhere else."""
    own = words.of(first(node, "h:text"), name=True)
    return own if _SAYS_HOW.match(own) else ""


def _needed(node: Element, words: Words) -> dict[str, Any]:
    for one in every(node, "h:precondition/h:criterion"):
        concept = words.concept(first(one, "h:value"))
        text = words.of(first(one, "h:text"))
        if concept or text:
            return {"asNeededCodeableConcept": concept or {"text": text}}
    return {"asNeededBoolean": True} if every(node, "h:precondition") else {}


def _timing(node: Element, words: Words) -> dict[str, Any]:
    repeat: dict[str, Any] = {}
    for time in _times(node):
        repeat |= _period(time) | _event(time)
        code = words.concept(first(time, "h:code"))
        if code:
            return {"repeat": repeat, "code": code}
    return {"repeat": repeat} if repeat else {}


def _times(node: Element) -> Iterator[Element]:
    for time in every(node, "h:effectiveTime"):
        yield time
        yield from every(time, "h:comp")


def _period(time: Element) -> dict[str, Any]:
    """Return how often, of a periodic interval (PIVL): every 6 hours, every 4 to 6 hours."""
    every_so = first(time, "h:period")
    if every_so is None:
        return {}
    ends = [first(every_so, f"h:{name}") for name in ("low", "high")]
    given = every_so if attribute(every_so, "value") else ends[0]
    unit, amount = attribute(given, "unit"), values.number(attribute(given, "value"))
    if not unit or amount == "":
        return {}
    made = {"frequency": 1, "period": amount, "periodUnit": unit}
    if attribute(ends[1], "value") and given is ends[0]:
        made["periodMax"] = values.number(attribute(ends[1], "value"))
    return made


def _event(time: Element) -> dict[str, Any]:
    """Return beside what of the day it is given (EIVL): before meals, at bedtime."""
    code = attribute(first(time, "h:event"), "code")
    return {"when": [code]} if code else {}
