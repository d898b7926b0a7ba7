"""The shortlist: who is on it, in the user's own order."""

from collections.abc import Iterable
from typing import Any

from secondop_desktop.journal.user_order import in_order


def shortlist(rows: Iterable[Any]) -> list[Any]:
    """Return who is on the shortlist in the user's order; those without a place come last."""
    found = (row for row in rows if row.shortlisted)
    return list(in_order(sorted(found, key=lambda row: row.created)))
