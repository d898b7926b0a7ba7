"""Walking over the sections of a document: each entry becomes what FHIR calls it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from secondop_desktop.exchange.ccda.allergies import ALLERGY, allergy
from secondop_desktop.exchange.ccda.directives import directive
from secondop_desktop.exchange.ccda.elements import (
    SECTION,
    Element,
    attribute,
    every,
    first,
    name_of,
    statements,
    templates,
    told,
)
from secondop_desktop.exchange.ccda.encounters import encounter
from secondop_desktop.exchange.ccda.files import picture
from secondop_desktop.exchange.ccda.medicines import medicine, says_none_taken
from secondop_desktop.exchange.ccda.notes import NOTE, note
from secondop_desktop.exchange.ccda.observations import observation, says_nothing
from secondop_desktop.exchange.ccda.plans import GOAL, goal, prescription, request
from secondop_desktop.exchange.ccda.problems import PROBLEM, condition
from secondop_desktop.exchange.ccda.procedures import device_use, procedure, says_none_done
from secondop_desktop.exchange.ccda.relatives import FAMILY, relative
from secondop_desktop.exchange.ccda.standing import is_asked_for, is_planned
from secondop_desktop.exchange.ccda.times import moment
from secondop_desktop.exchange.ccda.vaccinations import VACCINATION, vaccination
from secondop_desktop.exchange.ccda.words import Words, said

Body = dict[str, Any]
ALLERGIES, FAMILY_HISTORY, VACCINATIONS, VITAL_SIGNS = "48765-2", "10157-6", "11369-6", "8716-3"
PROCEDURES = "47519-4"
PROBLEMS = frozenset({"11450-4", "46241-6", "11535-2", "42347-5", "11348-0", "10219-4", "10218-6"})
PLANS = frozenset({"18776-5", "61146-7"})
MEDICINES, INSURANCE, DIRECTIVES = "10160-0", "48768-6", "42348-3"
"""LOINC codes of sections, where an entry does not say itself what it is."""

_CONCERNS = frozenset({"4.3", "4.30"})
_DONE = frozenset({"4.12", "4.13", "4.14"})
_MOST_DEEP = 12


@dataclass(frozen=True)
class Section:
    """One section: its element, title and code, and the words of the document it stands in."""

    element: Element
    title: str
    code: str
    words: Words


@dataclass(frozen=True)
class Told:
    """A resource, the entry it was read from, and the group and concern that entry stands in."""

    body: Body
    node: Element
    group: Element | None = None
    concern: Element | None = None


@dataclass(frozen=True)
class _Holders:
    """What an entry stands in: the act that watches over it, the panel, and how deep."""

    concern: Element | None = None
    group: Element | None = None
    depth: int = 0


def sections(top: Element, words: Words) -> Iterator[Section]:
    """Yield every section of a document, those inside others too."""
    for element in top.iter(SECTION):
        code = first(element, "h:code")
        title = said(first(element, "h:title"))
        named = title or words.concept(code).get("text", "")
        yield Section(element, named, attribute(code, "code"), words)


def entries(section: Section) -> Iterator[tuple[int, Element]]:
    """Yield the entries of a section with their numbers, from 1."""
    for number, entry in enumerate(every(section.element, "h:entry"), 1):
        yield from ((number, one) for one in entry if name_of(one))


def read(node: Element, section: Section) -> Iterator[Told]:
    """Yield what an entry tells: several resources for a panel, none where nothing is known.

    Who pays is told by the record of its section alone.
    """
    if section.code != INSURANCE:
        yield from _any(node, section, _Holders())


def _any(node: Element, section: Section, holders: _Holders) -> Iterator[Told]:
    read_kind = _KINDS.get(name_of(node))
    if read_kind is not None and holders.depth <= _MOST_DEEP:
        for one in read_kind(node, section, holders):
            group = one.group if one.group is not None else holders.group
            concern = one.concern if one.concern is not None else holders.concern
            is_all = group is one.group and concern is one.concern
            yield one if is_all else replace(one, group=group, concern=concern)


def _inside(node: Element, section: Section, holders: _Holders) -> Iterator[Told]:
    within = replace(holders, depth=holders.depth + 1)
    for one in statements(node):
        yield from _any(one, section, within)


def _act(node: Element, section: Section, holders: _Holders) -> Iterator[Told]:
    """Read what was done or is planned; any other act only holds what counts."""
    own = templates(node)
    if NOTE in own:
        if made := note(node, section.title, section.words):
            yield Told(made, node)
    elif is_planned(node) and ("4.39" in own or section.code in PLANS):
        yield Told(request(node, section.words), node)
    elif own & _DONE or (section.code == PROCEDURES and not is_planned(node)):
        yield Told(procedure(node, section.words), node)
    else:
        is_concern = own & _CONCERNS or told(node, "h:code", "code") == "CONC"
        within = replace(holders, concern=node if is_concern else None)
        yield from _inside(node, section, within)


def _organizer(node: Element, section: Section, holders: _Holders) -> Iterator[Told]:
    if FAMILY in templates(node) or section.code == FAMILY_HISTORY:
        yield Told(relative(node, section.words), node)
    else:
        yield from _inside(node, section, replace(holders, group=node))


def _observation(node: Element, section: Section, holders: _Holders) -> Iterator[Told]:
    own, words = templates(node), section.words
    if GOAL in own or attribute(node, "moodCode") == "GOL":
        yield Told(goal(node, words), node)
    elif is_planned(node):
        yield Told(request(node, words), node)
    elif ALLERGY in own or (section.code == ALLERGIES and not own):
        yield Told(allergy(node, holders.concern, words), node)
    elif PROBLEM in own or (section.code in PROBLEMS and not own):
        yield Told(condition(node, holders.concern, words), node)
    elif own & _DONE:
        yield Told(procedure(node, words), node)
    elif section.code == DIRECTIVES:
        yield Told(directive(node, words), node)
    elif holders.concern is None and not says_nothing(node, words):
        yield Told(observation(node, holders.group, words, section.title), node)
        yield from _parts(node, section, holders)


def _parts(node: Element, section: Section, holders: _Holders) -> Iterator[Told]:
    """Read the results that an observation holds, where it has no value of its own."""
    if every(node, "h:value"):
        return
    for one in _inside(node, section, replace(holders, group=node)):
        if one.body["resourceType"] == "Observation":
            yield one


def _substance(node: Element, section: Section, _holders: _Holders) -> Iterator[Told]:
    words = section.words
    is_vaccination = VACCINATION in templates(node) or section.code == VACCINATIONS
    if is_vaccination and not is_planned(node):
        yield Told(vaccination(node, words), node)
    elif is_asked_for(node) or (is_planned(node) and (is_vaccination or section.code in PLANS)):
        yield Told(prescription(node, words), node)
    elif not says_none_taken(node) or section.code == MEDICINES:
        yield Told(medicine(node, words), node)


def _procedure(node: Element, section: Section, _holders: _Holders) -> Iterator[Told]:
    made = request if is_planned(node) else procedure
    if not says_none_done(node, section.words):
        yield Told(made(node, section.words), node)


def _encounter(node: Element, section: Section, holders: _Holders) -> Iterator[Told]:
    """Read a visit, and the diagnoses made at it."""
    yield Told(encounter(node, section.words), node)
    for one in _inside(node, section, replace(holders, concern=None)):
        if one.body["resourceType"] == "Condition":
            yield one


def _supply(node: Element, section: Section, _holders: _Holders) -> Iterator[Told]:
    made = request if is_planned(node) and section.code in PLANS else device_use
    yield Told(made(node, section.words), node)


def _media(node: Element, section: Section, _holders: _Holders) -> Iterator[Told]:
    top = node.getroottree().getroot()
    if found := picture(node, section.title, moment(told(top, "h:effectiveTime"))):
        yield Told(found, node)


_KINDS = {
    "act": _act,
    "organizer": _organizer,
    "observation": _observation,
    "substanceAdministration": _substance,
    "procedure": _procedure,
    "encounter": _encounter,
    "supply": _supply,
    "observationMedia": _media,
}
