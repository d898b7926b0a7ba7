"""What stands inside an entry and has no place of its own in it: told as lines of its notes."""

from collections.abc import Collection, Iterator
from typing import Any

from secondop_desktop.exchange.ccda import values
from secondop_desktop.exchange.ccda.elements import (
    Element,
    every,
    first,
    name_of,
    statements,
    templates,
)
from secondop_desktop.exchange.ccda.times import when
from secondop_desktop.exchange.ccda.words import Words, said
from secondop_desktop.exchange.fhir.beside import labelled
from secondop_desktop.exchange.fhir.dates import said as day_said
from secondop_desktop.lang import N_, _

COMMENT, INSTRUCTION = "4.64", "4.20"
_PLAIN = frozenset({COMMENT, INSTRUCTION, "4.147"})
_DEEPEST = 6


def put_notes(body: dict[str, Any], node: Element, words: Words, known: Collection[str]) -> None:
    """Put all that an entry holds beside its own facts into the notes of its resource.

    ``known`` are the templates that the resource tells elsewhere.
    """
    lines = [*_own_text(body, node, words), *_inside(node, words, frozenset(known), 0)]
    if told := [{"text": one} for one in dict.fromkeys(lines)]:
        body["note"] = [*body.get("note", ()), *told]


def _own_text(body: dict[str, Any], node: Element, words: Words) -> Iterator[str]:
    """Yield the words of the entry itself, where they say more than its name.

    What it refers to in the narrative stands in the record of the section, but how a medicine is
    taken belongs to the medicine.
    """
    concepts = (body.get(name) for name in ("code", "vaccineCode", "medicationCodeableConcept"))
    told = [*concepts, *body.get("dosage", ())]
    named = {str(one.get("text", "")).casefold() for one in told if isinstance(one, dict)}
    text = first(node, "h:text")
    is_medicine = name_of(node) == "substanceAdministration"
    own = words.of(text, name=True) if is_medicine else said(text)
    if own and own.casefold() not in named:
        yield own


def _inside(node: Element, words: Words, known: frozenset[str], depth: int) -> Iterator[str]:
    for one in statements(node):
        if templates(one) & known or depth > _DEEPEST:
            continue
        if line := sentence(one, words):
            yield line
        yield from _inside(one, words, known, depth + 1)


def sentence(node: Element, words: Words) -> str:
    """Say an entry in one line: its name, its value, and its date where it has one."""
    text = words.of(first(node, "h:text"))
    name = words.concept(first(node, "h:code")).get("text", "") or _product(node, words)
    given = (values.of(one, words) for one in every(node, "h:value"))
    told = ", ".join(filter(None, map(values.plain, given)))
    if templates(node) & _PLAIN or not told:
        told = text if text and text != name else told
        name = "" if templates(node) & _PLAIN and text else name
    day = "" if templates(node) & _PLAIN else day_said(when(node))
    given_out = first(node, "h:quantity")
    counted = first(node, "h:doseQuantity") if given_out is None else given_out
    amount = values.plain({"valueQuantity": values.quantity(counted)})
    whole = ", ".join(filter(None, (told, amount, day)))
    own = name if name.casefold() not in {"assertion", told.casefold()} else ""
    own = own or _(_SORTS.get(name_of(node), ""))
    return labelled(own, whole) if whole and own else whole or own


_SORTS = {"supply": N_("Supply"), "substanceAdministration": N_("Medicine")}


def _product(node: Element, words: Words) -> str:
    """Name what is given or handed out."""
    path = ".//h:manufacturedMaterial/h:code"
    return str(words.concept(first(node, path)).get("text", ""))
