"""Chances as people count them: as told, and all of a case out of the same number of people.

Chances told out of different numbers are hard to hold side by side (1 in 50, 3 in 200), so a case
shows all of them out of one. The figure as told always stays beside one that looks different.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from secondop_desktop.features.decisions.rules.outcomes import told_words
from secondop_desktop.lang import _

AMONG = (10, 100, 1_000, 10_000)
"""The numbers of people that chances are shown out of."""
USUAL = 100
ACROSS: Mapping[int, int] = MappingProxyType({10: 10, 100: 20, 1_000: 50, 10_000: 100})
"""How many shapes stand in a row of a picture."""
_CLOSE = Fraction(1, 20)
"""A rounded number may differ by this part of the smaller group: those it happens to or not."""


@dataclass(frozen=True)
class Chance:
    """So many people out of ``among``; ``about`` when that is not the exact figure.

    ``rarer`` means fewer people than one, ``likelier`` more than all but one.
    """

    people: int
    among: int
    about: bool = False
    rarer: bool = False
    likelier: bool = False

    @property
    def drawn(self) -> bool:
        """Whether a picture can show it."""
        return self.among in ACROSS and not (self.rarer or self.likelier)


def stated(row: Any) -> Fraction | None:
    """Return the chance as told, exactly; None when it has no figure, or one that cannot be."""
    if row.x is None or row.n is None or row.n < 1 or not 0 <= row.x <= row.n:
        return None
    return Fraction(row.x, row.n)


def common(rows: Iterable[Any]) -> int:
    """Return the least number of people that shows all the chances of a case honestly.

    A chance that none of the numbers can show, such as 1 in 1,000,000, does not count.
    """
    found = {least for row in rows if (part := stated(row)) is not None and (least := _least(part))}
    return max(found, default=USUAL)


def shown(row: Any, among: int) -> Chance | None:
    """Return the chance out of so many people, or None when there is no figure to show."""
    part = stated(row)
    if part is None:
        return None
    if _fits(part, among):
        people = _nearest(part, among)
        return Chance(people, among, about=people != part * among)
    if part * among < 1:
        return Chance(1, among, rarer=True)
    if (1 - part) * among < 1:
        return Chance(among - 1, among, likelier=True)
    return Chance(row.x, row.n)


def _least(part: Fraction) -> int | None:
    return next((among for among in AMONG if _fits(part, among)), None)


def _fits(part: Fraction, among: int) -> bool:
    """Tell whether a whole number of people shows the chance, exactly or nearly."""
    exact = part * among
    return abs(_nearest(part, among) - exact) <= min(exact, among - exact) * _CLOSE


def _nearest(part: Fraction, among: int) -> int:
    """Return the nearest whole number, halves upwards."""
    return (2 * part.numerator * among + part.denominator) // (2 * part.denominator)


def people_words(chance: Chance) -> str:
    """Say a chance in people: "3 in 100 people", "about 33 in 100 people"."""
    words = _("{x} in {n} people")
    if chance.about:
        words = _("about {x} in {n} people")
    elif chance.rarer:
        words = _("fewer than {x} in {n} people")
    elif chance.likelier:
        words = _("more than {x} in {n} people")
    return words.format(x=f"{chance.people:,}", n=f"{chance.among:,}")


def compared_words(row: Any, among: int) -> str:
    """Say the chance out of so many people, with the words and the time."""
    chance = shown(row, among)
    people = people_words(chance) if chance else told_words(row)
    return ", ".join(part for part in (row.chance, people, row.period) if part)


def differs(row: Any, among: int) -> bool:
    """Tell whether the figure shown out of so many people is not the one that was told."""
    chance = shown(row, among)
    return chance is not None and people_words(chance) != told_words(row)
