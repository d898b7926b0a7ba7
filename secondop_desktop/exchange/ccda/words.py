"""What a document says in words: concepts with their names, and the texts that entries refer to."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from secondop_desktop.exchange.ccda.elements import SECTION, Element, attribute, every, first
from secondop_desktop.exchange.ccda.systems import address
from secondop_desktop.exchange.markup.plain_tags import as_text
from secondop_desktop.journal.files.markup import narrative_words

Concept = dict[str, Any]
_ROWS = frozenset({"table", "tbody", "tr", "list"})
"""Parts of a narrative that hold more than one name."""
_ROW = frozenset({"tr", "item"})
"""Parts of a narrative that tell of one thing."""


class Words:
    """The narrative of one document, to be asked by the ids that its entries refer to."""

    def __init__(self, top: Element) -> None:
        self._top = top

    @cached_property
    def _parts(self) -> dict[str, Element]:
        """Return the parts of the narrative by their ids."""
        found = (one for one in self._top.iter("{urn:hl7-org:v3}*") if one.get("ID"))
        return {one.get("ID"): one for one in found}

    def of(self, element: Element | None, *, name: bool = False) -> str:
        """Return what an element says: its own words, else those it refers to.

        ``name`` takes no row of a table for a name.
        """
        if element is None:
            return ""
        part = self.part(element)
        by_reference = part is not element
        if part is None or (name and by_reference and str(part.tag).rpartition("}")[2] in _ROWS):
            return ""
        return said(part)

    def part(self, element: Element | None) -> Element | None:
        """Return where the words of an element stand: itself, or the part it refers to."""
        if element is None or said(element):
            return element
        reference = first(element, "h:reference")
        return self._parts.get(attribute(reference, "value").removeprefix("#"))

    def row(self, node: Element, code: Element | None) -> str:
        """Return the row of the printed table that an entry or its code refers to."""
        for element in (first(node, "h:text"), first(code, "h:originalText")):
            part = self.part(element)
            while part is not None and part is not element and part.tag != SECTION:
                if str(part.tag).rpartition("}")[2] in _ROW:
                    return said(part)
                part = part.getparent()
        return ""

    def concept(self, code: Element | None) -> Concept:
        """Return a coded value as FHIR's CodeableConcept, empty where it says nothing.

        Its text is the name that its system gives it, else its writer's own, else one in
        another system, else the words that stand in place of a code.
        """
        if code is None:
            return {}
        ones = [code, *every(code, "h:translation")]
        names = [attribute(code, "displayName"), self.original(code)]
        names += [attribute(one, "displayName") for one in ones] + [self.of(code, name=True)]
        text = next(filter(None, names), "")
        codings = [coding for one in ones if (coding := _coding(one))]
        made: Concept = {"text": " ".join(text.split())} if text else {}
        return made | ({"coding": codings} if codings else {})

    def original(self, code: Element | None) -> str:
        """Return what the writer of a code called it."""
        return self.of(first(code, "h:originalText"), name=True)

    def written(self, code: Element | None, concept: Concept) -> Iterator[str]:
        """Yield what the writer called a concept where that is another name than it bears."""
        own = self.original(code)
        if own and own.casefold() != concept.get("text", "").casefold():
            yield own


def said(element: Element | None) -> str:
    """Return the words inside an element, cells and lines apart."""
    if element is None:
        return ""
    if not len(element):
        return " ".join((element.text or "").split())
    return " ".join(narrative_words(as_text(element)).split())


def _coding(code: Element) -> dict[str, str]:
    """Return one code with its system and name; a code that is missing (nullFlavor) is none."""
    given = attribute(code, "code")
    if not given or given == attribute(code, "nullFlavor"):
        return {}
    parts = {
        "system": address(attribute(code, "codeSystem")),
        "code": given,
        "display": attribute(code, "displayName"),
    }
    return {name: one for name, one in parts.items() if one}
