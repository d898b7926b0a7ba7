"""Whose records a file holds, and which person of the journal that is.

A file put into the wrong person's journal is dangerous, so anything that speaks against it
stops the import, unless the user has said whose it is.
"""

import re
from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.drafts import Draft
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "lady"})


class Fit(IntEnum):
    """How well what a file says of a person agrees with a person of the journal."""

    OTHER = 0
    UNSURE = 1
    SAME = 2


def fit(told: Mapping[str, Any], person: Mapping[str, Any]) -> Fit:
    """Compare two people by NHS number, then by date of birth and name.

    A number that agrees settles it, one that differs too; a date of birth that differs speaks
    against it whatever the name, and a name alone is believed where no date contradicts it.
    """
    number = _agree(_digits(told), _digits(person))
    if number is not None:
        return Fit.SAME if number else Fit.OTHER
    born = _agree(_born(told), _born(person))
    named = _same_name(told, person)
    if born is False:
        return Fit.OTHER
    return Fit.SAME if named else Fit.UNSURE


def choose(
    journal: Journal, given: str | None, people: Sequence[Draft], name: str
) -> tuple[str | None, list[str]]:
    """Return the id of the person an import is for, and what to say about that.

    None means that the file's own person is new to the journal. Raises UserError when it
    cannot be told whose the file is.
    """
    told = _one(people, name)
    persons = journal.entries("person")
    if given:
        person = journal.get("person", given)
        return given, _doubt(told, person, name)
    if not persons and told is None:
        raise UserError(_("This journal has no person yet. Add the person first."))
    if not persons:
        return None, []
    if len(persons) == 1:
        return _only(persons[0], told, name)
    return _among(persons, told, name), []


def _one(people: Sequence[Draft], name: str) -> Mapping[str, Any] | None:
    if not people:
        return None
    first = people[0].values
    for other in people[1:]:
        if fit(first, other.values) is not Fit.SAME:
            raise UserError(
                _(
                    "{file} holds the records of different people ({one}; {other}). "
                    "Import one person's records at a time."
                ).format(file=name, one=called(first), other=called(other.values))
            )
    return first


def _only(person: Any, told: Mapping[str, Any] | None, name: str) -> tuple[str | None, list[str]]:
    if told is not None and fit(told, person._asdict()) is Fit.OTHER:
        raise UserError(
            _(
                "{file} is about {told}, but this journal is about {person}. Say whose records "
                "these are (--person ID on the command line) if they belong together."
            ).format(file=name, told=called(told), person=called(person._asdict()))
        )
    return person.id, _doubt(told, person, name)


def _among(persons: Sequence[Any], told: Mapping[str, Any] | None, name: str) -> str:
    fits = [row for row in persons if told and fit(told, row._asdict()) is Fit.SAME]
    if len(fits) == 1:
        return str(fits[0].id)
    about = _("{file} is about {told}.").format(file=name, told=called(told)) if told else ""
    ask = _("Say for whom to import {file} (--person ID on the command line).").format(file=name)
    raise UserError(f"{about} {ask}".strip())


def _doubt(told: Mapping[str, Any] | None, person: Any, name: str) -> list[str]:
    if told is None or fit(told, person._asdict()) is Fit.SAME:
        return []
    return [
        _(
            "{file} is about {told}; it will be added for {person}. Check that this is right."
        ).format(file=name, told=called(told), person=called(person._asdict()))
    ]


def called(person: Mapping[str, Any]) -> str:
    """Name a person so that two are told apart: "Ann Lee, born 3 May 1950"."""
    name = person.get("name") or person.get("known_as") or _("a person without a name")
    birth = person.get("birth_date")
    return _("{name}, born {date}").format(name=name, date=birth.words()) if birth else str(name)


def _agree(one: str, other: str) -> bool | None:
    """Tell whether two texts agree; None where either is not known."""
    return one == other if one and other else None


def _digits(person: Mapping[str, Any]) -> str:
    digits = re.sub(r"\D", "", person.get("nhs_number") or "")
    return digits if len(digits) == 10 else ""


def _born(person: Mapping[str, Any]) -> str:
    birth = person.get("birth_date")
    return birth.iso if birth and birth.day else ""


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold())) - _TITLES


def _same_name(told: Mapping[str, Any], person: Mapping[str, Any]) -> bool:
    """Tell whether all words of one name stand in the other, at least two of them."""
    one = _words(told.get("name") or "")
    for name in (person.get("name") or "", person.get("known_as") or ""):
        other = _words(name)
        if (
            one
            and other
            and (one == other or (min(len(one), len(other)) > 1 and (one <= other or other <= one)))
        ):
            return True
    return False
