"""A C-CDA document as FHIR resources, each with the entry it was read from."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from secondop_desktop.exchange.ccda import header
from secondop_desktop.exchange.ccda.elements import (
    SECTION,
    Element,
    Places,
    every,
    first,
    parts_known,
)
from secondop_desktop.exchange.ccda.encounters import stay
from secondop_desktop.exchange.ccda.files import held_file
from secondop_desktop.exchange.ccda.observations import report
from secondop_desktop.exchange.ccda.qualified import about_another, put_doubt, put_qualifiers
from secondop_desktop.exchange.ccda.sections import (
    VITAL_SIGNS,
    Section,
    Told,
    entries,
    read,
    sections,
)
from secondop_desktop.exchange.ccda.words import Words
from secondop_desktop.exchange.fhir.resources import Body, Opened, Resource
from secondop_desktop.exchange.markup.plain_tags import as_text
from secondop_desktop.exchange.read_entries import Skipped
from secondop_desktop.journal.files.markup import narrative_words
from secondop_desktop.journal.progress import Tell, counted, nobody
from secondop_desktop.lang import _

_OF_PATIENT = frozenset({"AllergyIntolerance", "Immunization", "FamilyMemberHistory"})
_NOBODYS = frozenset({"Patient", "Practitioner", "Organization"})
_SAID = json.JSONEncoder(sort_keys=True, default=str)


def resources(top: Element, file: str, tell: Tell = nobody) -> Opened | None:
    """Return all that a document tells; ``file`` is how it is called.

    ``tell`` hears how many entries of how many sections are read.

    None for one that has neither sections nor a letter inside it.
    """
    with parts_known():
        inside = first(top, "h:component/h:nonXMLBody/h:text")
        if inside is None and next(top.iter(SECTION), None) is None:
            return None
        return _Document(top, file, tell).read()


@dataclass
class _Document:
    top: Element
    file: str
    tell: Tell = nobody
    found: Opened = field(default_factory=Opened)

    def __post_init__(self) -> None:
        self._words, self._places = Words(self.top), Places()
        self._whose = ""
        self._listed: list[Body] = []

    def read(self) -> Opened:
        person = header.patient(self.top, self._words)
        document = header.document(self.top, self._words)
        target = first(self.top, "h:recordTarget")
        if target is not None:
            self._whose = self._add(person, target, self.file, person)
        self._whole_body(document)
        visit = first(self.top, "h:componentOf/h:encompassingEncounter")
        if visit is not None:
            self._add(stay(visit, self._words), visit, self.file)
        for section in sections(self.top, self._words):
            self._section(section, document)
        if self._listed:
            document["section"] = self._listed
        self._add(document, self.top, self.file)
        return self.found

    def _add(self, body: Body, node: Element, where: str, known_by: Body | None = None) -> str:
        """Take a resource in; return the address by which others may refer to it."""
        if self._whose and body["resourceType"] not in _NOBODYS:
            name = "patient" if body["resourceType"] in _OF_PATIENT else "subject"
            body[name] = {"reference": self._whose}
        address = f"urn:uuid:{uuid5(NAMESPACE_OID, _SAID.encode(_name_of(known_by or body)))}"
        kind = body["resourceType"]
        place = self._places.of(node)
        self.found.resources.append(
            Resource(kind, body, self.file, f"{where} ({kind})", address, pointer=place)
        )
        return address

    def _whole_body(self, document: Body) -> None:
        """Take in a letter that lies inside the document as one file."""
        text = first(self.top, "h:component/h:nonXMLBody/h:text")
        title = document.get("title", "")
        if made := held_file(text, title, document.get("date", ""), self.top):
            self._add(made, self.top, self.file)
        elif text is not None and (said := self._words.of(text)):
            document["text"] = {"status": "additional", "div": f"<div>{said}</div>"}

    def _section(self, section: Section, document: Body) -> None:
        addresses: list[str] = []
        for number, node in counted(list(entries(section)), self.tell):
            where = _("{file}, {section}, entry {number}").format(
                file=self.file, section=section.title, number=number
            )
            told = list(read(node, section))
            addresses += self._told(told, section, where)
            if not told:
                self.found.skipped.append(self._unread(where, section))
        self._listed.append(_listed(section, addresses))
        if made := _narrative(section, document):
            where = f"{self.file}, {section.title}"
            self._add(made, section.element, where)

    def _told(self, told: list[Told], section: Section, where: str) -> Iterator[str]:
        """Take in what an entry tells, and the panel that holds its results together."""
        groups: dict[Element, list[str]] = defaultdict(list)
        for one in told:
            if why := about_another(one.body, one.node, self._words):
                self.found.skipped.append(Skipped(where, why))
                continue
            put_doubt(one.body, one.node, one.concern)
            put_qualifiers(one.body, one.node, self._words)
            address = self._add(one.body, one.node, where)
            if one.group is not None and one.body["resourceType"] == "Observation":
                groups[one.group].append(address)
            yield address
        for group, members in groups.items():
            if section.code != VITAL_SIGNS and first(group, "h:code") is not None:
                self._add(report(group, members, self._words), group, where)

    def _unread(self, where: str, section: Section) -> Skipped:
        if not narrative_of(section):
            return Skipped(where, _("There is nothing in it to bring in."))
        said = _("Its words are kept in the record “{title}”.")
        return Skipped(where, said.format(title=section.title), kept=True)


def _name_of(body: Body) -> Any:
    """Return what a resource is known by: the ids of a patient, all that any other says."""
    if body["resourceType"] == "Patient":
        return body.get("identifier") or [body.get("name"), body.get("birthDate")]
    return body


def _listed(section: Section, addresses: list[str]) -> Body:
    made: Body = {"title": section.title, "entry": [{"reference": one} for one in addresses]}
    if concept := section.words.concept(first(section.element, "h:code")):
        made["code"] = concept
    return {name: one for name, one in made.items() if one}


def narrative_of(section: Section) -> str:
    """Return the words of a section for people, without those of the sections inside it."""
    text = first(section.element, "h:text")
    return narrative_words(as_text(text)) if text is not None else ""


def _narrative(section: Section, document: Body) -> Body:
    """Return the words of a section as a document of their own, nothing where it has none."""
    if not narrative_of(section):
        return {}
    named = _("{section} ({document})").format(
        section=section.title, document=document.get("title", "")
    )
    title = named if document.get("title") else section.title
    names = ("date", "author", "custodian", "contained")
    body: Body = {name: document[name] for name in names if name in document}
    text = as_text(every(section.element, "h:text")[0])
    return body | {
        "resourceType": "Composition",
        "status": "final",
        "type": {**section.words.concept(first(section.element, "h:code")), "text": title},
        "title": title,
        "text": {"status": "additional", "div": text},
    }
