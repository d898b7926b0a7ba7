"""How well what a file says of a person agrees with a person of the journal."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from secondop_desktop.exchange.people.earlier_names import earlier_names
from secondop_desktop.exchange.people.same_name import Likeness, likeness
from secondop_desktop.journal.values.dates import PartialDate

PersonFacts = Mapping[str, Any]
"""Fields of a person: of a draft, or of a row."""


class Fit(IntEnum):
    """Whether it is the same person."""

    OTHER = 0
    """The number, the date of birth or the name speaks against it."""
    UNSURE = 1
    SAME = 2


@dataclass(frozen=True)
class Agreement:
    """What agrees: True, False, or None where one of the two does not say."""

    number: bool | None
    born: bool | None
    swapped: bool
    name: Likeness

    @property
    def fit(self) -> Fit:
        """Judge it all.

        A number that differs settles it, and so does a date of birth. One number and one date
        of birth are one person, whatever the name is now. Without a number, another name
        is another person: twins share a date of birth, and a father may share his name.
        """
        if self.number is False or (self.born is False and not (self.number and self.swapped)):
            return Fit.OTHER
        if self.number:
            odd = self.name is Likeness.DIFFERENT and not self.born
            return Fit.OTHER if odd else Fit.SAME
        if self.name in {Likeness.DIFFERENT, Likeness.OTHER_FAMILY}:
            return Fit.OTHER
        enough = Likeness.INITIALS if self.born else Likeness.SAME
        return Fit.SAME if self.name >= enough else Fit.UNSURE

    @property
    def strength(self) -> int:
        """Return how much speaks for it, so that of a father and a son the right one is found."""
        if self.fit is not Fit.SAME:
            return 0
        return 3 if self.number else 2 if self.born else 1


def agreement(told: PersonFacts, person: PersonFacts) -> Agreement:
    """Compare two people by NHS number, date of birth and name."""
    born, other = told.get("birth_date"), person.get("birth_date")
    names = [likeness(one, two) for one in _names(told) for two in _names(person)]
    return Agreement(
        number=_agree(number(told), number(person)),
        born=_same_day(born, other),
        swapped=_swapped(born, other),
        name=_best(names),
    )


def fit(told: PersonFacts, person: PersonFacts) -> Fit:
    """Tell whether two are the same person."""
    return agreement(told, person).fit


def number(person: PersonFacts) -> str:
    """Return the ten digits of an NHS, CHI or H&C number, however they are spaced."""
    digits = re.sub(r"\D", "", person.get("nhs_number") or "")
    return digits if len(digits) == 10 else ""


def says_who(told: PersonFacts) -> bool:
    """Tell whether there is anything to compare by."""
    return bool(number(told) or told.get("birth_date") or any(_names(told)))


def _names(person: PersonFacts) -> list[str]:
    own = [name for name in (person.get("name"), _as_called(person)) if name]
    return [*own, *earlier_names(person)]


def _as_called(person: PersonFacts) -> str:
    """Return what a person is called, with the family name where it is a given name alone."""
    called, name = (person.get("known_as") or "").strip(), person.get("name") or ""
    family = name.partition(",")[0].split()[-1:] if " " in name.strip() else []
    return " ".join([called, *family]) if called and " " not in called else called


def _best(names: Sequence[Likeness]) -> Likeness:
    """Return the best that two people's names agree; one that says too little hides no other."""
    telling = [one for one in names if one is not Likeness.UNKNOWN]
    return max(telling, default=Likeness.UNKNOWN)


def _agree(one: str, other: str) -> bool | None:
    return one == other if one and other else None


def _same_day(one: PartialDate | None, other: PartialDate | None) -> bool | None:
    """Compare as far as both are known; a year alone can speak against, but not for it."""
    if one is None or other is None or one.about or other.about:
        return None
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    known = [(a, b) for a, b in pairs if a and b]
    if any(a != b for a, b in known):
        return False
    return True if len(known) == len(pairs) else None


def _swapped(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Tell whether day and month have changed places, as between two countries' ways."""
    if one is None or other is None or not (one.day and other.day):
        return False
    turned = (other.year, other.day, other.month)
    return one.day != one.month and (one.year, one.month, one.day) == turned
