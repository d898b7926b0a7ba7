"""What stops an import: the file is about somebody else than the person it would go to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.people.person_fit import Agreement, PersonFacts, agreement, number
from secondop_desktop.exchange.people.same_name import Likeness
from secondop_desktop.journal.values.health_number import spaced
from secondop_desktop.lang import _


@dataclass(frozen=True)
class Difference:
    """One thing that tells two people apart: its label, and how each side says it."""

    label: str
    in_file: str
    in_journal: str
    agrees: bool | None


class SomebodyElseError(UserError):
    """The file speaks against the person; whoever asks may offer another, or be told it is so.

    ``fitting`` holds the people of the journal whom it fits, as rows.
    """

    def __init__(self, text: str, told: PersonFacts, person: Any, fitting: Sequence[Any]) -> None:
        super().__init__(text)
        self.told = told
        self.person = person
        self.fitting = tuple(fitting)

    @property
    def in_window(self) -> str:
        """The same in one sentence for a screen where nobody can say whose it is."""
        in_file, here = told_apart(self.told, self.person._asdict())
        return _(
            "The file is about {told}, not about {person}. Open “Bring in files”: there you "
            "can say whose it is."
        ).format(told=in_file, person=here)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The file and the journal side by side."""
        return tuple(_side_by_side(self.told, self.person._asdict()))


def called(person: PersonFacts) -> str:
    """Name a person so that two are told apart: "Ann Lee, born 3 May 1950"."""
    name = person.get("name") or person.get("known_as") or _nameless(person)
    birth = person.get("birth_date")
    return _("{name}, born {date}").format(name=name, date=birth.words()) if birth else str(name)


def told_apart(told: PersonFacts, person: PersonFacts) -> tuple[str, str]:
    """Name two people, each with the NHS number where that is what tells them apart."""
    if agreement(told, person).number is not False:
        return called(told), called(person)
    return _numbered(told), _numbered(person)


def _numbered(person: PersonFacts) -> str:
    name = called(person)
    if not (person.get("name") or person.get("known_as")):
        return name
    text = _("{person}, NHS number {number}")
    return text.format(person=name, number=_digits(person))


def _nameless(person: PersonFacts) -> str:
    """Name a person of whom only the NHS number is known by that."""
    if digits := _digits(person):
        return _("a person with NHS number {number}").format(number=digits)
    return _("a person without a name")


def _side_by_side(told: PersonFacts, person: PersonFacts) -> list[Difference]:
    found = agreement(told, person)
    return [
        Difference(_("Name"), told.get("name") or "", person.get("name") or "", _named(found)),
        Difference(_("Date of birth"), _day(told), _day(person), found.born),
        Difference(_("NHS number"), _digits(told), _digits(person), found.number),
    ]


def _named(found: Agreement) -> bool | None:
    if found.name is Likeness.UNKNOWN:
        return None
    return found.name >= Likeness.INITIALS


def _day(person: PersonFacts) -> str:
    birth = person.get("birth_date")
    return birth.words() if birth else ""


def _digits(person: PersonFacts) -> str:
    """Write the number as it is printed."""
    return spaced(number(person))
