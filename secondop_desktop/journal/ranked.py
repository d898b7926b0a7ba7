"""The user's own order, which some kinds keep as a rank."""

from collections.abc import Iterable
from typing import Any


def in_order(rows: Iterable[Any]) -> tuple[Any, ...]:
    """Return rows in the user's own order; those without a rank follow as they came."""
    return tuple(sorted(rows, key=lambda row: (row.rank is None, row.rank or 0)))
