"""Orders that rows keep themselves: the user's own as a rank, that of opinions as a place."""

from collections.abc import Collection, Iterable
from typing import Any

from secondop_desktop.journal.values.dates import undated_first


def in_order(rows: Iterable[Any]) -> tuple[Any, ...]:
    """Return rows in the user's own order; those without a rank follow as they came."""
    return tuple(sorted(rows, key=lambda row: (row.rank is None, row.rank or 0)))


def moved(
    rows: Iterable[Any], entry: str, by: int, among: Collection[str] | None = None
) -> dict[str, int]:
    """Return the ranks that change when an entry moves by so many places; at an end it stays.

    ``among`` are the ids it moves between, such as the questions of one appointment; the others
    keep their places.
    """
    rows = in_order(rows)
    order = [row.id for row in rows]
    turn = [id_ for id_ in order if among is None or id_ in among]
    if not _move(turn, entry, by):
        return {}
    taking, following = set(turn), iter(turn)
    order = [next(following) if id_ in taking else id_ for id_ in order]
    ranks = {row.id: row.rank for row in rows}
    return {id_: rank for rank, id_ in enumerate(order, 1) if ranks[id_] != rank}


def _move(order: list[str], entry: str, by: int) -> bool:
    if entry not in order:
        return False
    at = order.index(entry)
    to = max(0, min(at + by, len(order) - 1))
    order.insert(to, order.pop(at))
    return to != at


def next_rank(rows: Iterable[Any]) -> int:
    """Return the rank after the last of these: 1 when there is none."""
    return max((row.rank or 0 for row in rows), default=0) + 1


def in_places(opinions: Iterable[Any]) -> list[Any]:
    """Return opinions as the first, the second and so on; those without a place come last."""
    return sorted(
        opinions, key=lambda row: (row.place is None, row.place or 0, undated_first(row.date))
    )


def next_place(opinions: Iterable[Any]) -> int:
    """Return the place of the opinion to come after these: 1 when there is none."""
    return max((row.place or 0 for row in opinions), default=0) + 1
