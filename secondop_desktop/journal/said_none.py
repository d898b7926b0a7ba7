"""Answers such as "no known allergies", and whether entries speak against them.

Such an answer and such an entry are two ways of telling one fact. Where they disagree the entry is
what is printed, and the person is asked.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from secondop_desktop.journal.kinds import Kind


def against(kind: Kind, rows: Iterable[Any], today: date) -> list[Any]:
    """Return the entries of a kind that speak against the answer that there are none."""
    found = [row for row in rows if kind.is_fact(row) and not kind.missing(row)]
    return [row for row in found if kind.holds(row, today) or kind.doubt(row, today)]


def said_none(kind: Kind, person: Any, rows: Iterable[Any], today: date) -> bool:
    """Tell whether the person said that there are none, and nothing speaks against it."""
    return bool(getattr(person, kind.said_none)) and not against(kind, rows, today)


def disagreeing(kind: Kind, person: Any, rows: Iterable[Any], today: date) -> list[Any]:
    """Return what speaks against the answer, where the person gave it."""
    return against(kind, rows, today) if getattr(person, kind.said_none) else []
