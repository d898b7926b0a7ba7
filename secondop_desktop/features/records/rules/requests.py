"""What a record may hold, and when one that was asked for is due."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import MAXYEAR, date
from typing import Any

from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _

MONTHS_TO_ANSWER = 1
MONTHS_EXTENDED = 2


def pages_counted(row: Any) -> str:
    """Say what is wrong when a record has fewer than one page."""
    if row.pages is None or row.pages >= 1:
        return ""
    return _("The number of pages must be 1 or more.")


def due(row: Any) -> PartialDate | None:
    """Return when the holder should have answered, as exactly as the asking is known.

    One calendar month after ``asked``, three when extended: the same day of that month, or
    its last day where there is no such day (UK GDPR article 12(3), as the ICO counts it). None
    when it was not asked for, or only a year is known.
    """
    asked: PartialDate | None = row.asked
    if asked is None or asked.month is None:
        return None
    months = MONTHS_TO_ANSWER + (MONTHS_EXTENDED if row.extended else 0)
    year, month = divmod(asked.year * 12 + asked.month - 1 + months, 12)
    if year > MAXYEAR:
        return None
    day = asked.day and min(asked.day, monthrange(year, month + 1)[1])
    return PartialDate(year, month + 1, day, about=asked.about)


def arrived(row: Any) -> bool:
    """Tell whether it has come, by its state or the day it came."""
    return bool(row.state == "received" or row.received)


def awaited(row: Any) -> bool:
    """Tell whether it was asked for and has not come yet."""
    return bool(row.asked or row.state == "asked") and not arrived(row)


def is_here(row: Any) -> bool:
    """Tell whether a paper is at hand: it came, or nobody has to be asked for it."""
    return arrived(row) or not (awaited(row) or row.state == "wanted")


def overdue(row: Any, today: date) -> bool:
    """Tell whether the answer is late on a day, beyond doubt about a partial date."""
    last = due(row)
    return awaited(row) and last is not None and last.last_day < today


def due_words(row: Any, today: date) -> str:
    """Say when the holder should answer; empty once it is here, or when it cannot be known."""
    last = due(row)
    if last is None or not awaited(row):
        return ""
    if overdue(row, today):
        return _("was due {date}").format(date=last.words())
    return _("due by {date}").format(date=last.words())


def gathered(rows: Iterable[Any]) -> tuple[int, int]:
    """Return how many of the records that were wanted have come, and how many were wanted."""
    wanted = [row for row in rows if row.state or row.asked]
    return sum(arrived(row) for row in wanted), len(wanted)
