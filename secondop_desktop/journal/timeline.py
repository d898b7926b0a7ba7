"""Everything dated, of every kind, in the order in which it happened."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import Any, Final, overload

from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.reader import Reader
from secondop_desktop.journal.storage.engine import driver, read_all
from secondop_desktop.journal.values.dates import PartialDate

_FIRST: Final = 20
_MOST: Final = 400
"""Entries read to either side: a screenful at first, ever more for who goes on from there."""
_LATER: Final = "~"
"""Stands after all that a day is written with: its time of day, and that it is only about."""


_Entry = tuple[Any, ...]
"""Day, kind and id as the file holds them: what orders entries, alike of no two.

The person follows where all people's are read: one column less is read of a long life.
"""

_DAY, _KIND, _ID = map(itemgetter, range(3))


class Dated:
    """One entry on the timeline, read when its words are asked for: a long life has many."""

    __slots__ = ("_at", "_read", "date", "id", "kind", "person")

    def __init__(self, entry: _Entry, at: int, read: "_Read") -> None:
        day, kind, self.id, *named = entry
        self.person = named[0] if named else read.person
        self.kind, self.date = read.kinds[kind], read.days[day]
        self._at, self._read = at, read

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

    def __init__(
        self,
        journal: Reader,
        found: Sequence[_Entry],
        days: Mapping[str, PartialDate],
        person: str | None,
    ) -> None:
        self.journal, self.found, self.days, self.person = journal, found, days, person
        self.kinds, self.names = journal.kinds, journal.names()
        self._rows: dict[str, Any] = {}
        self._number, self._around = _FIRST, range(0)

    def row(self, at: int) -> Any:
        """Return the row of the entry at a place, or None."""
        entry = self.found[at][2]
        if entry not in self._rows:
            goes_on = {at - 1, at + 1} & {self._around.start, self._around.stop - 1}
            self._number = min(2 * self._number, _MOST) if goes_on else _FIRST
            self._around = range(max(0, at - self._number), at + self._number)
            self._learn(self.found[self._around.start : self._around.stop])
        return self._rows[entry]

    def _learn(self, some: Iterable[_Entry]) -> None:
        wanted: dict[str, list[str]] = defaultdict(list)
        for _day, kind, entry, *_person in some:
            if entry not in self._rows:
                wanted[kind].append(entry)
                self._rows[entry] = None
        for name, entries in ({} if self.journal.is_closed else wanted).items():
            for row in self.journal.several(self.journal.kinds[name], entries):
                self._rows[row.id] = row


class Timeline(Sequence[Dated]):
    """The dated entries, the earliest first; each is made when it is asked for."""

    def __init__(self, read: _Read) -> None:
        self._read = read

    def __len__(self) -> int:
        return len(self._read.found)

    @overload
    def __getitem__(self, at: int) -> Dated: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Dated]: ...
    def __getitem__(self, at: int | slice) -> Dated | Sequence[Dated]:
        places = range(len(self))[at]
        if isinstance(places, range):
            return [self[one] for one in places]
        return Dated(self._read.found[places], places, self._read)

    def ids(self, places: range) -> list[str]:
        """Return the ids of the entries at some places, without making them."""
        return list(map(_ID, map(self._read.found.__getitem__, places)))

    def kinds(self) -> list[str]:
        """Return the kinds that occur by their names, in the order of their first entries."""
        return list(dict.fromkeys(map(_KIND, self._read.found)))

    def of(self, kind: str) -> "Timeline":
        """Return the entries of one kind."""
        read = self._read
        found = [one for one in read.found if _KIND(one) == kind]
        return Timeline(_Read(read.journal, found, read.days, read.person))

    def until(self, day: date) -> int:
        """Return how many of the entries may have begun by the end of a day."""
        return bisect_right(self._read.found, day.isoformat() + _LATER, key=_DAY)

    def years(self, number: int) -> Iterator[tuple[int, range]]:
        """Yield the years of the first so many entries, the latest first, each with its places."""
        found = self._read.found
        while number:
            year = self._read.days[_DAY(found[number - 1])].year
            first = bisect_right(found, f"{year - 1:04}{_LATER}", hi=number, key=_DAY)
            first = min(first, number - 1)  # however odd a day is written in a file
            yield year, range(first, number)
            number = first


def timeline(journal: Reader, person: str | None = None) -> Timeline:
    """Return the dated entries of one person, or of all, the earliest first.

    Where days are not known, the less precise date stands before what it may contain.
    """
    kinds = [kind for kind in journal.kinds.values() if kind.when]
    sql = " UNION ALL ".join(_asked(kind, one_person=bool(person)) for kind in kinds)
    with journal.reading() as connection:
        found = read_all(driver(connection), sql, (person,) * len(kinds) if person else ())
    written = set(map(_DAY, found))
    days = _days(journal, kinds[0], written)
    if len(days) < len(written):
        found = [one for one in found if _DAY(one) in days]
    found.sort()
    return Timeline(_Read(journal, found, days, person))


def _asked(kind: Kind, *, one_person: bool) -> str:
    """Return the statement that reads day, kind, id and, of all people's, person of a kind."""
    person, whose = ("", "AND person IS ?") if one_person else (", person", "")
    dated = f"WHERE deleted_at = '' AND \"{kind.when}\" <> '' {whose}"
    return f'SELECT "{kind.when}", \'{kind.name}\', id{person} FROM "{kind.name}" {dated}'


def _days(journal: Reader, kind: Kind, stored: Iterable[str]) -> dict[str, PartialDate]:
    """Return the days by what the file holds; what cannot be read is none, and met as harm."""
    written = list(stored)
    read = kind.column(kind.when, written, journal.meet_harm)
    return {day: found for day, found in zip(written, read, strict=True) if found is not None}
