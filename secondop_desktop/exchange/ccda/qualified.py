"""What an entry says about itself that its value alone would hide: whose it is, and how sure."""

from collections.abc import Iterator
from typing import Any

from secondop_desktop.exchange.ccda.elements import SECTION, Element, attribute, every, first, told
from secondop_desktop.exchange.ccda.standing import is_broken_off, is_doubted
from secondop_desktop.exchange.ccda.values import criterion, measured_as
from secondop_desktop.exchange.ccda.words import Words, said
from secondop_desktop.exchange.fhir import modifiers
from secondop_desktop.exchange.fhir.amounts import printed_unit
from secondop_desktop.exchange.fhir.beside import labelled
from secondop_desktop.lang import _

_ONESELF = frozenset({"SELF", "ONESELF"})
"""The patient, in http://terminology.hl7.org/CodeSystem/v3-RoleCode."""
_RELATIVE = "FamilyMemberHistory"


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


def put_doubt(body: dict[str, Any], node: Element, concern: Element | None) -> None:
    """Say in a resource why it is no plain fact: its writer doubts it (uncertaintyCode, UNC).

    Also where the act that watches over it was broken off, which leaves open whether it is so.
    """
    if is_doubted(node):
        modifiers.put_doubt(body, _("Its writer is not certain of this."))
    if concern is not None and is_broken_off(concern):
        modifiers.put_doubt(body, _("Watching over this was broken off, it is not said why."))


def put_qualifiers(body: dict[str, Any], node: Element, words: Words) -> None:
    """Tell in the notes what narrows an entry: the side of its code, other units, conditions."""
    if body["resourceType"] == _RELATIVE:
        return
    lines = [
        *_qualifiers(node, words),
        *(labelled(_("Also given as"), one) for one in _other_units(node)),
        *(labelled(_("Only where"), one) for one in _conditions(body, node, words)),
    ]
    if told := [{"text": one} for one in lines if one]:
        body["note"] = [*body.get("note", ()), *told]


def _qualifiers(node: Element, words: Words) -> Iterator[str]:
    for one in every(node, "h:value/h:qualifier"):
        ends = (words.concept(first(one, f"h:{end}")).get("text", "") for end in ("name", "value"))
        yield ": ".join(filter(None, ends))


def _other_units(node: Element) -> Iterator[str]:
    """Yield what the writer gives a measured value as in other units (PQ.translation)."""
    shown = [measured_as(one) for one in every(node, "h:value")]
    for one in every(node, "h:value/h:translation"):
        if one in shown:
            continue
        unit = printed_unit(attribute(one, "unit")) or said(first(one, "h:originalText"))
        if given := attribute(one, "value"):
            yield " ".join(filter(None, (given, unit)))


def _conditions(body: dict[str, Any], node: Element, words: Words) -> Iterator[str]:
    """Yield what must be so for an entry to hold; of a medicine it stands with the dose."""
    if body["resourceType"].startswith("Medication"):
        return
    for one in every(node, "h:precondition/h:criterion"):
        yield criterion(one, words)
