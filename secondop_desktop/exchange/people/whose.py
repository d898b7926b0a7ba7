"""Whose records a file holds, and which person of the journal that is.

A file put into the wrong person's journal is dangerous, so anything that speaks against it
stops the import, unless the user has said whose it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.people.none_answers import AGAINST
from secondop_desktop.exchange.people.person_fit import Fit, PersonFacts, agreement, fit, says_who
from secondop_desktop.exchange.people.same_name import Likeness, spelt_alike
from secondop_desktop.exchange.people.somebody_else import SomebodyElseError, called, told_apart
from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.exchange.read_entries import ReadEntry
from secondop_desktop.journal.before_birth import birth_of
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.health_number import spaced
from secondop_desktop.lang import _, ngettext

NEW = "new"
"""Given instead of a person's id: add the person whom the file is about."""


@dataclass(frozen=True)
class Chosen:
    """The id of the person an import is for, None for a new one, and what to say about that."""

    person: str | None
    notices: tuple[str, ...] = ()
    certain: bool = True


def choose(
    journal: Journal, given: str | None, people: Sequence[ReadEntry], name: str, *, sure: bool
) -> Chosen:
    """Find out for whom an import is.

    ``given`` is a person's id or NEW; ``sure`` tells that the user named that person for these
    very files. Raises SomebodyElseError where the file speaks against the person, UserError
    where it cannot be told whose it is.
    """
    told = _one(people, name)
    name = _names_them(people) or name
    persons = journal.entries("person")
    if given == NEW:
        return _new(told, name)
    if given:
        return _given(journal.get("person", given), told, persons, name, sure=sure)
    if not persons and told is None:
        raise UserError(_("This journal has no person yet. Add the person first."))
    if not persons:
        return Chosen(None)
    if len(persons) == 1:
        return _given(persons[0], told, persons, name, sure=False)
    return _among(persons, told, name)


def check_letter(journal: Journal, person: str, told: PersonFacts, name: str) -> None:
    """Raise SomebodyElseError where a letter says that it is about another than this person.

    One number is one person, and one date of birth with one given name, as people marry.
    """
    row = journal.get("person", person)
    found = agreement(told, row._asdict())
    unlike = found.born is False or found.name is Likeness.DIFFERENT
    if found.number is False or (unlike and not found.number):
        better = _better(journal.entries("person"), told, found.strength)
        raise SomebodyElseError(_stranger(told, row, better, name), told, row, better)


def with_identity(
    journal: Journal, chosen: Chosen, people: Sequence[ReadEntry], asked: Asked
) -> list[ReadEntry]:
    """Return the draft of the person, without what it says of them until somebody agrees.

    Where neither a date of birth nor the number agrees, only the name makes it the same person,
    and a father and his son may share that.
    """
    if not people or chosen.person is None:
        return list(people[:1])
    row = journal.get("person", chosen.person)
    told = people[0]
    found = agreement(told.values, row._asdict())
    if found.born or found.number or not _new_in(told, row):
        return [told]
    if asked.ask(_question(told, row)) == "yes":
        return [told]
    answers = {name: value for name, value in told.values.items() if name in AGAINST}
    return [replace(told, values=answers)] if answers else []


def born_of(journal: Journal, person: str | None, told: Sequence[ReadEntry]) -> PartialDate | None:
    """Return when the person was born: as the journal says, else as the file does."""
    known = birth_of(journal, person)
    if known is not None or not told:
        return known
    said = told[0].values.get("birth_date")
    return said if isinstance(said, PartialDate) else None


def _names_them(people: Sequence[ReadEntry]) -> str:
    """Return the file that tells whom all is about."""
    return next((one.file or one.where for one in people if says_who(one.values)), "")


def _new_in(told: ReadEntry, row: Any) -> list[str]:
    """Return the fields of a person that only the file knows."""
    return [
        name
        for name, value in told.values.items()
        if name not in AGAINST and value and not getattr(row, name)
    ]


def _question(told: ReadEntry, row: Any) -> Question:
    text = _(
        "{file} says of {person}: {what}. The journal does not have that yet, so it cannot "
        "tell if this is the same person. Is it?"
    )
    return Question(
        "identity",
        text.format(
            person=row.name or called(row._asdict()),
            file=_names_them([told]),
            what=_what(told.values, _new_in(told, row)),
        ),
        (
            Choice("yes", _("Yes: it is the same person")),
            Choice("no", _("No: leave the person as they are")),
        ),
        default="no",
    )


def _what(told: PersonFacts, new: Sequence[str]) -> str:
    """Say what a file tells anew of a person: the date of birth and the number in full."""
    parts = []
    if "birth_date" in new:
        parts.append(_("born {date}").format(date=told["birth_date"].words()))
    if "nhs_number" in new:
        parts.append(_("NHS number {number}").format(number=spaced(told["nhs_number"])))
    others = len(new) - len(parts)
    if others:
        more = ngettext("{count} more detail", "{count} more details", others)
        parts.append(more.format(count=others))
    return ", ".join(parts)


def _one(people: Sequence[ReadEntry], name: str) -> Mapping[str, Any] | None:
    """Return the one person whom files are about; raises UserError where there are several."""
    if not people:
        return None
    first = people[0].values
    if any(fit(first, other.values) is not Fit.SAME for other in people[1:]):
        raise UserError(
            _(
                "There are records of different people in {file} ({people}). "
                "Bring in one person's records at a time."
            ).format(file=name, people="; ".join(_all(people)))
        )
    return first if says_who(first) else None


def _all(people: Sequence[ReadEntry]) -> list[str]:
    return list(dict.fromkeys(called(one.values) for one in people))


def _new(told: PersonFacts | None, name: str) -> Chosen:
    if told is None:
        raise UserError(
            _("Nothing in {file} says who the records are about. Add the person first.").format(
                file=name
            )
        )
    return Chosen(None)


def _given(
    person: Any, told: PersonFacts | None, persons: Sequence[Any], name: str, *, sure: bool
) -> Chosen:
    if told is None:
        return Chosen(person.id)
    found = agreement(told, person._asdict())
    better = [] if sure else _better(persons, told, found.strength)
    if better or (found.fit is Fit.OTHER and not sure):
        raise SomebodyElseError(_stranger(told, person, better, name), told, person, better)
    return Chosen(person.id, tuple(_what_is_odd(told, person, name)), found.fit is Fit.SAME)


def _better(persons: Sequence[Any], told: PersonFacts, strength: int) -> list[Any]:
    """Return the people of the journal whom a file fits better, the best ones only."""
    fits = [(agreement(told, row._asdict()).strength, row) for row in persons]
    best = max(fit for fit, _row in fits)
    return [row for fit, row in fits if fit == best] if best > strength else []


def _stranger(told: PersonFacts, person: Any, better: Sequence[Any], name: str) -> str:
    if better:
        text = _("{file} is about {told}. Say whose records these are: --person {id} is {person}.")
        return text.format(
            file=name, told=called(told), id=better[0].id, person=called(better[0]._asdict())
        )
    in_file, here = told_apart(told, person._asdict())
    if not told.get("name"):
        text = _(
            "{file} is about {told}, but this journal is about {person}. Say whose records these "
            "are (--person ID on the command line) if they belong together."
        )
        return text.format(file=name, told=in_file, person=here)
    return _(
        "{file} is about {told}, but this journal is about {person}. Say whose records "
        "these are (--person ID on the command line) if they belong together, or add "
        "the person (--person new)."
    ).format(file=name, told=in_file, person=here)


def _among(persons: Sequence[Any], told: PersonFacts | None, name: str) -> Chosen:
    fits = _better(persons, told, 0) if told else []
    if told and len(fits) == 1:
        return Chosen(str(fits[0].id), tuple(_what_is_odd(told, fits[0], name)))
    about = _("{file} is about {told}.").format(file=name, told=called(told)) if told else ""
    ask = _("Say who {file} is for (--person ID on the command line).").format(file=name)
    raise UserError(f"{about} {ask}".strip())


def _what_is_odd(told: PersonFacts, person: Any, name: str) -> list[str]:
    """Say what is odd about a person who is taken for the same."""
    found = agreement(told, person._asdict())
    if found.fit is not Fit.SAME:
        text = _("{file} is about {told}; it will be added for {person}. Check that this is right.")
        return [text.format(file=name, told=called(told), person=called(person._asdict()))]
    theirs, ours = told.get("name") or "", person.name
    if not theirs or not ours or spelt_alike(theirs, ours):
        return []
    text = _("{file} writes the name as “{name}”. This is treated as {person}, the same person.")
    return [text.format(file=name, name=theirs, person=called(person._asdict()))]
