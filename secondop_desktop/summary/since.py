"""How far back a paper goes, unless the person says it: two years, or to where the case began."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Protocol

from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.summary.reader import GP, Reader

YEARS = 2
_LEAP = 28  # of February, two years after a 29th


class Told(Protocol):
    """What is told, and to whom."""

    @property
    def case(self) -> Any:
        """The case, or None."""
        ...

    @property
    def reader(self) -> Reader:
        """Who it is for."""
        ...

    @property
    def today(self) -> date:
        """The day on which it is printed."""
        ...


class Rows(Told, Protocol):
    """What is needed of the journal to know how far back to go."""

    @property
    def kinds(self) -> Kinds:
        """All kinds of entry."""
        ...

    def of(self, kind: str) -> Sequence[Any]:
        """Return the rows of a kind."""
        ...


def since_of(rows: Rows) -> date:
    """Return the first day that is told day by day.

    Two years back from today, or from the last day of which anything is known; further back where
    the case began before. A GP, who knows the rest, is told what came since the case began.
    """
    return since_among(rows, _days(rows))


def since_among(rows: Told, days: Iterable[date]) -> date:
    """Return the same where these are the days of all that may be told."""
    last = max((day for day in days if day <= rows.today), default=rows.today)
    back, opened = years_before(last, YEARS), began(rows)
    if opened is None:
        return back
    return opened if rows.reader.sort == GP else min(back, opened)


def began(rows: Told) -> date | None:
    """Return the first day of the case, or None where it is not known."""
    opened = rows.case.opened if rows.case is not None else None
    return opened.first_day if opened is not None else None


def years_before(day: date, years: int) -> date:
    """Return the same day so many years before."""
    year = max(day.year - years, 1)
    return day.replace(year=year, day=min(day.day, _LEAP) if day.month == 2 else day.day)


def _days(rows: Rows) -> Iterator[date]:
    for name, kind in rows.kinds.items():
        if kind.when:
            dates = (getattr(row, kind.when) for row in rows.of(name))
            yield from (when.last_day for when in dates if when)
