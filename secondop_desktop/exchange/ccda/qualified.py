"""What an entry says about itself that its value alone would hide: whose it is, and how sure."""

from typing import Any

from secondop_desktop.exchange.ccda.elements import SECTION, Element, every, first, told
from secondop_desktop.exchange.ccda.standing import is_doubted
from secondop_desktop.exchange.ccda.words import Words, said
from secondop_desktop.exchange.fhir.amounts import value as value_words
from secondop_desktop.lang import _

_ONESELF = frozenset({"SELF", "ONESELF"})
"""The patient, in http://terminology.hl7.org/CodeSystem/v3-RoleCode."""
_RELATIVE = "FamilyMemberHistory"
_JUDGED = frozenset({"Condition", "AllergyIntolerance"})
_MEDICINE = "MedicationStatement"


def about_another(body: dict[str, Any], node: Element, words: Words) -> str:
    """Say that an entry is about somebody else than the patient, empty where it is not.

    A subject holds for all that stands inside it, unless that names its own.
    """
    who = None if body["resourceType"] == _RELATIVE else _subject(node)
    if who is None or told(who, "h:code", "code") in _ONESELF:
        return ""
    person = said(first(who, "h:subject/h:name")) or words.concept(first(who, "h:code")).get("text")
    line = _("“{what}” is about another person ({who}), so it was not brought in.")
    return line.format(what=_what(body), who=person or _("not named"))


def _subject(node: Element | None) -> Element | None:
    while node is not None:
        if (found := first(node, "h:subject/h:relatedSubject")) is not None:
            return found
        node = None if node.tag == SECTION else node.getparent()
    return None


def _what(body: dict[str, Any]) -> str:
    names = ("code", "medicationCodeableConcept", "vaccineCode", "description")
    found = (body[name].get("text", "") for name in names if isinstance(body.get(name), dict))
    return str(next(filter(None, found), body["resourceType"]))


def put_doubt(body: dict[str, Any], node: Element) -> None:
    """Say in a resource that its writer is not certain of it (uncertaintyCode, UNC)."""
    if not is_doubted(node):
        return
    if body["resourceType"] in _JUDGED:
        word = {"coding": [{"code": "unconfirmed"}]}
        body.setdefault("verificationStatus", word)
    elif body["resourceType"] == "Observation":
        _doubt_value(body)
    elif body["resourceType"] == _MEDICINE and body.get("status") in {None, "active"}:
        body["status"] = "unknown"
    line = {"text": _("Its writer is not certain of this.")}
    body["note"] = [*body.get("note", ()), line]


def put_qualifiers(body: dict[str, Any], node: Element, words: Words) -> None:
    """Tell in the notes what narrows the code of a value, such as its side (CD.qualifier)."""
    if body["resourceType"] == _RELATIVE:
        return
    for one in every(node, "h:value/h:qualifier"):
        ends = (words.concept(first(one, f"h:{end}")).get("text", "") for end in ("name", "value"))
        if text := ": ".join(filter(None, ends)):
            body["note"] = [*body.get("note", ()), {"text": text}]


def _doubt_value(body: dict[str, Any]) -> None:
    given = {name: body.pop(name) for name in [*body] if name.startswith("value")}
    text = " ".join(filter(None, value_words(given)[:2]))
    if text:
        body["valueString"] = _("Not certain: {value}").format(value=text)
