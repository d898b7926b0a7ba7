"""What options may hold, in whose order they stand, and that waiting is one of them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from secondop_desktop.lang import N_, _

STANCES = (
    ("recommended", N_("They suggest it")),
    ("possible", N_("They say it is possible")),
    ("advised against", N_("They advise against it")),
    ("not discussed", N_("Not discussed")),
)
WAITING_NAME = N_("Wait, or do nothing for now")
"""The name of the option that every case has."""


def stances_known(row: Any) -> str:
    """Say what is wrong when a stance is not one of the four words."""
    words = dict(STANCES)
    if all(stance in words or not stance for stance in row.stances.values()):
        return ""
    return _("Each view of this option must be one of: {words}.").format(words=", ".join(words))


def lacks_waiting(options: Iterable[Any]) -> bool:
    """Tell whether no option yet is waiting or doing nothing, as every case has one."""
    return not any(option.waiting for option in options)


def moved(rows: Sequence[Any], entry: str, by: int) -> Mapping[str, int]:
    """Return the ranks to write so that an entry changes places with a neighbour.

    ``rows`` stand in their order; ``by`` is -1 or 1. Nothing is to write at either end.
    """
    ids = [row.id for row in rows]
    at = ids.index(entry)
    to = at + by
    if not 0 <= to < len(ids):
        return {}
    ids[at], ids[to] = ids[to], ids[at]
    ranks = {row.id: row.rank for row in rows}
    return {one: place for place, one in enumerate(ids, start=1) if ranks[one] != place}
