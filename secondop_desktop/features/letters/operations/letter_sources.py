"""The rows a letter may speak of: those of one person, without what is to stay private."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from secondop_desktop.journal.case_scope import entries_of_case
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _

_NAMED = frozenset({"medicine", "allergy", "diagnosis", "record", "option"})
"""What letters name, so that a draft of it has to say that it is one."""


@dataclass(frozen=True)
class Shelf:
    """What one person's journal knows, for a letter in one case, or in none."""

    journal: Journal
    person: str
    case_id: str | None

    def who(self) -> Any:
        """Return the person."""
        return self.journal.get("person", self.person)

    def of(self, kind: str) -> list[Any]:
        """Return what may be told: of this person and case, nothing private or taken back.

        What is a draft says so where it is named, as in the summary.
        """
        mine = entries_of_case(self.journal, kind, self.person, self.case_id)
        found = self.journal.kinds[kind]
        told = [row for row in mine if not row.private and found.is_fact(row)]
        return [found.marked(row) if kind in _NAMED else row for row in told]

    def one(self, kind: str, entry: str | None) -> Any:
        """Return one entry that may be told, or None."""
        rows = self.journal.entries(kind, person=self.person, id=entry) if entry else []
        return next((row for row in rows if not row.private), None)

    def case(self) -> Any:
        """Return the case, or None."""
        return self.one("case", self.case_id)

    def doctor(self, entry: str | None) -> str:
        """Return the name of a doctor or place that may be told."""
        row = self.one("provider", entry)
        return (row.name or row.organisation) if row is not None else ""

    def opinion(self, fits: Callable[[int], bool]) -> Any:
        """Return the latest opinion whose place (1, 2, 3…) fits, or None."""
        rows = [row for row in self.of("opinion") if row.place and fits(row.place)]
        return max(rows, key=lambda row: row.place, default=None)


def shelf_of(journal: Journal, row: Any) -> Shelf:
    """Return what the journal knows of the person and the case of a letter."""
    return Shelf(journal, row.person, row.case)


def newest(rows: Iterable[Any], field: str) -> Any:
    """Return the row with the latest date, else the one written last; None of none."""
    known = list(rows)
    dated = [row for row in known if getattr(row, field)]
    if dated:
        return max(dated, key=lambda row: getattr(row, field).stored)
    return known[-1] if known else None


def one_line(text: str) -> str:
    """Return what was typed over several lines as one."""
    return " ".join(text.split())


def stated(date: PartialDate | None) -> PartialDate | None:
    """Return the day without its time."""
    return date.without_time() if date else None


def when(day: PartialDate | None) -> str:
    """Say when, to stand inside a sentence: ``on 3 March 2026``, ``in about 2019``."""
    if day is None:
        return ""
    words = day.without_time().words()
    return (_("on {date}") if day.day else _("in {date}")).format(date=words)
