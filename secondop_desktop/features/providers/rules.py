"""The shortlist: who is on it, in the user's own order."""

from collections.abc import Iterable, Sequence
from typing import Any


def shortlist(rows: Iterable[Any]) -> list[Any]:
    """Return who is on the shortlist in the user's order; those without a place come last."""
    found = (row for row in rows if row.shortlisted)
    return sorted(found, key=lambda row: (row.rank is None, row.rank or 0, row.created))


def moved(order: Sequence[str], entry: str, by: int) -> list[str]:
    """Return the ids with one moved by so many places; at an end it stays there."""
    rest = [one for one in order if one != entry]
    at = max(0, min(order.index(entry) + by, len(rest)))
    return [*rest[:at], entry, *rest[at:]]
