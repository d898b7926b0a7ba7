"""Everything dated, of every kind, in the order in which it happened."""

from collections import defaultdict
from typing import Any, Final

from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.reader import Reader
from secondop_desktop.journal.values.dates import PartialDate

_FIRST: Final = 40
_MOST: Final = 400
"""Entries read together: a screenful at first, ever more for who goes through all of them."""


class Dated:
    """One entry on the timeline, read when its words are asked for: a long life has many."""

    __slots__ = ("_at", "_read", "date", "id", "kind", "person")

    def __init__(
        self, kind: Kind, entry: tuple[str, str | None, PartialDate], at: int, read: "_Read"
    ) -> None:
        self.kind, self._at, self._read = kind, at, read
        self.id, self.person, self.date = entry

    @property
    def title(self) -> str:
        """The entry in one line; nothing where it has gone since."""
        row = self._read.row(self._at)
        return self.kind.title(row, self._read.names) if row is not None else ""

    @property
    def line(self) -> str:
        """What stands below it."""
        row = self._read.row(self._at)
        return self.kind.line(row, self._read.names) if row is not None else ""

    @property
    def draft(self) -> bool:
        """Whether it is only begun."""
        row = self._read.row(self._at)
        return row is not None and self.kind.is_draft(row)


class _Read:
    """Reads the rows around the one that is asked for, as it is seldom alone."""

    def __init__(self, journal: Reader) -> None:
        self._journal = journal
        self.names = journal.names()
        self.found: list[Dated] = []
        self._rows: dict[str, Any] = {}
        self._number = _FIRST

    def row(self, at: int) -> Any:
        """Return the row of the entry at a place, or None."""
        entry = self.found[at].id
        if entry not in self._rows:
            self._learn(self.found[max(0, at - self._number) : at + self._number])
        return self._rows[entry]

    def _learn(self, some: list[Dated]) -> None:
        self._number = min(2 * self._number, _MOST)
        wanted: dict[str, list[str]] = defaultdict(list)
        for one in some:
            if one.id not in self._rows:
                wanted[one.kind.name].append(one.id)
                self._rows[one.id] = None
        for name, entries in ({} if self._journal.is_closed else wanted).items():
            for row in self._journal.several(self._journal.kinds[name], entries):
                self._rows[row.id] = row


def timeline(journal: Reader, person: str | None = None) -> list[Dated]:
    """Return the dated entries of one person, or of all, the earliest first.

    Where days are not known, the less precise date stands before what it may contain.
    """
    where: dict[str, Any] = {"person": person} if person else {}
    read = _Read(journal)
    with journal.reading():
        found = [
            (entry[2].stored, kind.name, entry[0], kind, entry)
            for kind in journal.kinds.values()
            if kind.when
            for entry in journal.columns(kind, ("id", "person", kind.when), kind.when, **where)
            if entry[2] is not None
        ]
    found.sort()  # by the day, the kind and the id, which no two have alike
    read.found += [Dated(*one[3:], at, read) for at, one in enumerate(found)]
    return read.found
