"""The shortlist: who is on it, in the user's own order."""

import re
from collections.abc import Iterable
from typing import Any

from secondop_desktop.journal.user_order import in_order

_SEES_NOBODY = re.compile(
    r"\b(insur\w*|assurance|laborator\w*|lab|pharmac\w*|chemists?|records? (office|department))\b",
    re.IGNORECASE,
)
_SEES_PEOPLE = re.compile(r"\b(dr|doctor|consultant|surgeon|nurse|clinic)\b", re.IGNORECASE)


def sees_people(row: Any) -> bool:
    """Tell whether one can have an appointment there, as far as name and role say."""
    words = f"{row.name or ''} {row.role or ''}"
    by_role = bool(row.gmc_number) or bool(_SEES_PEOPLE.search(words))
    return by_role or not _SEES_NOBODY.search(words)


def shortlist(rows: Iterable[Any]) -> list[Any]:
    """Return who is on the shortlist in the user's order; those without a place come last."""
    found = (row for row in rows if row.shortlisted)
    return list(in_order(sorted(found, key=lambda row: row.created)))
