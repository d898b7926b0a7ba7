"""Which treatments were done, are going on, or are to come."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from secondop_desktop.journal.kinds import MISTAKEN
from secondop_desktop.lang import N_, _

_NEVER = frozenset({"not done", MISTAKEN[0]})
_GOING_ON = frozenset({"going on", "paused"})
_MARKED: Mapping[str, str] = {
    "planned": N_("marked as planned"),
    "going on": N_("marked as ongoing"),
    "done": N_("marked as finished"),
}


def is_fact(row: Any) -> bool:
    """Tell whether it may stand as a treatment: one entered by mistake may not."""
    return bool(row.status != MISTAKEN[0])


def holds(row: Any, today: date) -> bool:
    """Tell whether it was done, or had begun, by that day; one that is planned was not."""
    return row.status not in _NEVER | {"planned"} and not is_to_come(row, today)


def is_going_on(row: Any, today: date) -> bool:
    """Tell whether it is going on that day, by its dates and by what it is marked as."""
    return row.status in _GOING_ON and holds(row, today) and not _is_over(row, today)


def is_to_come(row: Any, today: date) -> bool:
    """Tell whether it has certainly not begun."""
    return row.date is not None and bool(row.date.first_day > today)


def _is_over(row: Any, today: date) -> bool:
    return row.until is not None and bool(row.until.last_day < today)


def doubt(row: Any, today: date) -> str:
    """Say both where what it is marked as and its dates disagree."""
    found = _against(row, today)
    return "; ".join((_(_MARKED[row.status]), found)) if found else ""


def _against(row: Any, today: date) -> str:
    if row.status == "going on" and _is_over(row, today):
        return _("ended {date}").format(date=row.until.words())
    begun = row.date is not None and bool(row.date.last_day < today)
    late = row.status in {"going on", "done"} and is_to_come(row, today)
    if late or (row.status == "planned" and begun):
        return _("its date is {date}").format(date=row.date.words())
    return ""
