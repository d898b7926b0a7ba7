"""Family history (C-CDA Family History Organizer) as FHIR's FamilyMemberHistory."""

from typing import Any

from secondop_desktop.exchange.ccda import values
from secondop_desktop.exchange.ccda.beside import put_notes
from secondop_desktop.exchange.ccda.elements import (
    EXTENDED,
    SPACE,
    Element,
    attribute,
    every,
    first,
    statements,
    templates,
    told,
)
from secondop_desktop.exchange.ccda.people import numbers, written_on
from secondop_desktop.exchange.ccda.problems import ANY_PROBLEM
from secondop_desktop.exchange.ccda.standing import is_denied, is_doubted, is_mistake
from secondop_desktop.exchange.ccda.times import moment, when
from secondop_desktop.exchange.ccda.words import Words, said
from secondop_desktop.journal.unsure import by_words
from secondop_desktop.lang import N_, _

_RELATIVES = {
    "FTH": N_("Father"),
    "NFTH": N_("Father"),
    "MTH": N_("Mother"),
    "NMTH": N_("Mother"),
    "BRO": N_("Brother"),
    "NBRO": N_("Brother"),
    "SIS": N_("Sister"),
    "NSIS": N_("Sister"),
    "SON": N_("Son"),
    "DAU": N_("Daughter"),
    "GRMTH": N_("Grandmother"),
    "GRFTH": N_("Grandfather"),
    "AUNT": N_("Aunt"),
    "UNCLE": N_("Uncle"),
}
"""http://terminology.hl7.org/CodeSystem/v3-RoleCode"""
FAMILY, ILLNESS, AGE, DEATH = "4.45", "4.46", "4.31", "4.47"


def relative(node: Element, words: Words) -> dict[str, Any]:
    """Return a FamilyMemberHistory: a relative with each illness."""
    who = first(node, "h:subject/h:relatedSubject")
    person = first(who, "h:subject")
    body: dict[str, Any] = {
        "resourceType": "FamilyMemberHistory",
        "identifier": numbers(node),
        "status": "entered-in-error" if is_mistake(node) else "completed",
        "relationship": _relation(first(who, "h:code"), words),
        "name": said(first(person, "h:name")),
        "bornDate": moment(told(person, "h:birthTime")) if person is not None else "",
        "date": written_on(node),
    }
    _put_death(body, node, person)
    illnesses = [one for one in statements(node) if every(one, "h:value")]
    body["condition"] = [_illness(one, words) for one in illnesses]
    return {name: one for name, one in body.items() if one or one is False}


def _relation(code: Element | None, words: Words) -> dict[str, Any]:
    """Name a relative; some senders call father and mother alike, so the code comes first."""
    concept = words.concept(code)
    known = _RELATIVES.get(attribute(code, "code"))
    return {**concept, "text": _(known)} if known else concept


def _put_death(body: dict[str, Any], node: Element, person: Element | None) -> None:
    dead = person.find(f"{{{EXTENDED}}}deceasedInd") if person is not None else None
    day = person.find(f"{{{EXTENDED}}}deceasedTime") if person is not None else None
    if attribute(day, "value"):
        body["deceasedDate"] = moment(attribute(day, "value"))
    elif attribute(dead, "value") in {"true", "false"}:
        body["deceasedBoolean"] = attribute(dead, "value") == "true"
    elif any(DEATH in templates(one) for one in node.iter(f"{{{SPACE}}}observation")):
        body["deceasedBoolean"] = True


def _illness(node: Element, words: Words) -> dict[str, Any]:
    made: dict[str, Any] = {"code": words.concept(first(node, "h:value"))}
    if not made["code"]:
        made["code"] = {"text": words.of(first(node, "h:text"))}
    if is_denied(node):
        name = made["code"].get("text", "")
        any_kind = attribute(first(node, "h:value"), "code") in ANY_PROBLEM
        denied = _("No known health problems") if any_kind else _("No {illness}")
        made["code"] = {"text": denied.format(illness=name)}
    elif is_doubted(node):
        doubted = by_words(made["code"].get("text", ""))
        made["code"] = {"text": doubted}
    for one in statements(node):
        if AGE in templates(one) and (age := values.quantity(first(one, "h:value"))):
            made["onsetAge"] = {**age, "unit": _years(age)}
    if day := when(node):
        made["onsetPeriod"] = {"start": day}
    if any(DEATH in templates(one) for one in statements(node)):
        made["contributedToDeath"] = True
    put_notes(made, node, words, {AGE, DEATH})
    return {name: one for name, one in made.items() if one}


def _years(age: dict[str, Any]) -> str:
    return {"a": "years", "mo": "months", "wk": "weeks", "d": "days"}.get(
        str(age.get("code", "")), str(age.get("unit", ""))
    )
