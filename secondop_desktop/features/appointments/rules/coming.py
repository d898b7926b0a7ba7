"""What is still to come and what is still to do, in order of time."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from secondop_desktop.journal.values.dates import PartialDate, undated_first, undated_last
from secondop_desktop.lang import _


def place_counted(row: Any) -> str:
    """Say what is wrong when the number of the opinion is less than 1."""
    if row.opinion_place is None or row.opinion_place >= 1:
        return ""
    return _("Which opinion this is must be 1 or more.")


def is_ahead(row: Any, now: datetime) -> bool:
    """Tell whether an appointment is still to come; ``now`` is local time.

    One without a time of day is still to come on its day, one known only to the month until
    the month is over. Without a date it is not put before the others.
    """
    when: PartialDate | None = row.when
    if when is None or row.status not in {"", "planned"}:
        return False
    if when.clock and when.last_day == now.date():
        return when.clock >= now.time()
    return when.last_day >= now.date()


def ahead(rows: Iterable[Any], now: datetime) -> tuple[Any, ...]:
    """Return the appointments still to come, the next one first."""
    coming = (row for row in rows if is_ahead(row, now))
    return tuple(sorted(coming, key=lambda row: undated_last(row.when)))


def is_over(row: Any, now: datetime) -> bool:
    """Tell whether an appointment belongs to the past: its day is gone, or it was settled.

    On its own day it is not over yet, also after its hour: people are still there.
    """
    if row.status not in {"", "planned"}:
        return True
    return bool(row.when and row.when.last_day < now.date())


def coming_first(rows: Iterable[Any], now: datetime) -> tuple[Any, ...]:
    """Return all appointments: those to come with the next on top, then the past backwards.

    One without a date that is not settled stands between the two.
    """
    found = tuple(rows)
    coming = [row for row in found if not is_over(row, now)]
    past = [row for row in found if is_over(row, now)]
    past.sort(key=lambda row: undated_first(row.when), reverse=True)
    return (*sorted(coming, key=lambda row: undated_last(row.when)), *past)


def overdue(task: Any, today: date) -> bool:
    """Tell whether the day by which a task was to be done has certainly passed."""
    return bool(not task.done and task.due and task.due.last_day < today)
