"""Whom a case concerns, and which of them have been told."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from secondop_desktop.journal.user_order import in_places
from secondop_desktop.journal.values.dates import undated_last
from secondop_desktop.lang import N_, _

GAVE = (
    N_("gave the first opinion"),
    N_("gave the second opinion"),
    N_("gave the third opinion"),
    N_("gave the fourth opinion"),
    N_("gave the fifth opinion"),
)


class Concerned(NamedTuple):
    """One doctor or place, why the case concerns them, and what they were told, oldest first."""

    provider: str
    roles: tuple[str, ...]
    told: tuple[Any, ...]

    @property
    def is_told(self) -> bool:
        """Whether anything was told or given to them."""
        return bool(self.told)


def gave_words(place: int | None) -> str:
    """Say which opinion somebody gave."""
    if place is None or place < 1:
        return _("gave an opinion")
    if place <= len(GAVE):
        return _(GAVE[place - 1])
    return _("gave opinion {number}").format(number=place)


def concerned(
    opinions: Iterable[Any], gp: str | None, referred_by: str | None, told: Sequence[Any]
) -> tuple[Concerned, ...]:
    """Return who is concerned: whoever gave an opinion, the GP, and who referred.

    ``opinions`` and ``told`` are the entries of one case; ids may be None where nothing is known.
    """
    roles: dict[str, list[str]] = {}
    for row in in_places(opinions):
        if row.provider:
            roles.setdefault(row.provider, []).append(gave_words(row.place))
    if gp:
        roles.setdefault(gp, []).append(_("is your GP"))
    if referred_by:
        roles.setdefault(referred_by, []).append(_("referred you"))
    return tuple(_concerned(one, words, told) for one, words in roles.items())


def others_told(known: Iterable[Concerned], told: Sequence[Any]) -> tuple[Concerned, ...]:
    """Return everybody else who was told something, in the order of the telling."""
    those = {one.provider for one in known}
    ids = dict.fromkeys(row.provider for row in _by_date(told) if row.provider not in those)
    return tuple(_concerned(one, (), told) for one in ids)


def count_told(known: Sequence[Concerned]) -> tuple[int, int]:
    """Return how many of those concerned were told, and how many there are."""
    return sum(one.is_told for one in known), len(known)


def told_words(row: Any, how: str) -> str:
    """Say when and how somebody was told, such as "Told 3 March 2026, by phone".

    ``how`` is the label of the way, as a sentence begins with it.
    """
    text = _("Told {date}") if row.date else _("Told, no date written down")
    said = text.format(date=row.date.words() if row.date else "")
    return f"{said}, {how[0].lower()}{how[1:]}" if how else said


def _concerned(provider: str | None, roles: Iterable[str], told: Sequence[Any]) -> Concerned:
    own = tuple(row for row in _by_date(told) if row.provider == provider)
    return Concerned(provider or "", tuple(roles), own)


def _by_date(told: Iterable[Any]) -> list[Any]:
    return sorted(told, key=lambda row: undated_last(row.date))
