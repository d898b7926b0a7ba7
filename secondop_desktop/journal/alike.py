"""Entries that are alike in some columns: SQLite puts them together, and few of them are read."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.reader import AS_CHANGED, Reader, bound, condition
from secondop_desktop.journal.storage.engine import driver, read_all
from secondop_desktop.journal.storage.raw_rows import listed

_AT_ONCE: Final = 3_000
"""Groups that one statement asks for: SQLite takes some 32,000 values."""
_HAS: Final = "CASE typeof(\"{0}\") WHEN 'null' THEN 0 WHEN 'text' THEN \"{0}\" <> '' ELSE 2 END"
_UNREAD: Final = "unread NOT IN ('', '{}')"
_LATEST: Final = """
WITH years AS MATERIALIZED (SELECT DISTINCT {named}, {year} AS year {among}),
newest AS MATERIALIZED (SELECT {names}, max(year) AS year FROM years GROUP BY {names}),
late AS MATERIALIZED (
    SELECT id, {named}, {day} AS day, {order} {among}
    AND {year} IN (SELECT year FROM newest) AND ({alike}, {year}) IN newest
)
SELECT id, {names} FROM late
WHERE ({names}, day) IN (SELECT {names}, max(day) FROM late GROUP BY {names}) ORDER BY {order}
"""
"""Groups and years are few, so that only the entries of a group's last year are put in order."""

_Group = tuple[Any, ...]
"""What the file holds in the columns by which entries are alike."""


class AlikeEntries:
    """The entries of a kind with some values, by what they have in the columns ``by``.

    Those of one group also agree in whether there is something in the column ``has``, and in
    whether something typed into them is no value yet. ``when`` is the column of their day.
    """

    def __init__(
        self, journal: Reader, kind: Kind, by: Iterable[str], has: str, when: str, **where: Any
    ) -> None:
        self._journal, self._kind, self._when = journal, kind, when
        columns = [f"coalesce(\"{name}\", '')" for name in by]
        self._columns = [*columns, _HAS.format(has), _UNREAD]
        self._alike = ", ".join(self._columns)
        self._from = f'FROM "{kind.name}" WHERE {condition(where)}'
        self._values = bound(kind, where)
        self._groups: dict[str, _Group] = {}

    def latest(self) -> list[str]:
        """Return the latest entry of each group by its id, the one changed last at the end.

        That is the one with the latest day; of those of one day, and of those without any, the
        one changed last. A day that cannot be read is met as harm of the journal.
        """
        with self._journal.reading():
            self._read_days()
            found = self._read(self._asking_latest(), self._values * 2)
        newest = {tuple(group): entry for entry, *group in found}
        self._groups = {entry: group for group, entry in newest.items()}
        return [entry for entry, *_group in found if entry in self._groups]

    def _asking_latest(self) -> str:
        day = f"coalesce(\"{self._when}\", '')"
        names = [f"alike{at}" for at in range(len(self._columns))]
        named = map(" AS ".join, zip(self._columns, names, strict=True))
        return _LATEST.format(
            names=", ".join(names),
            named=", ".join(named),
            alike=self._alike,
            day=day,
            year=f"substr({day}, 1, 4)",
            among=self._from,
            order=AS_CHANGED,
        )

    def _read_days(self) -> None:
        days = [day for (day,) in self._found(f'DISTINCT "{self._when}"')]
        self._kind.column(self._when, days, self._journal.meet_harm)

    def columns(self, names: Sequence[str], like: Sequence[str]) -> list[tuple[Any, ...]]:
        """Return some columns of all entries of the groups that have these as their latest.

        Those of one group come with the one changed last at the end.
        """
        groups = [self._groups[entry] for entry in like]
        found: list[tuple[Any, ...]] = []
        with self._journal.reading():
            for at in range(0, len(groups), _AT_ONCE):
                found += self._found(listed(names), *self._among(groups[at : at + _AT_ONCE]))
        each = zip(names, zip(*found, strict=True), strict=False)
        meet = self._journal.meet_harm
        read = [self._kind.column(name, column, meet) for name, column in each]
        return list(zip(*read, strict=True))

    def _among(self, groups: Sequence[_Group]) -> tuple[str, _Group]:
        marks = f"({', '.join('?' * len(groups[0]))})"
        firsts = tuple({group[0]: None for group in groups})
        # The first column alone tells of most rows that they are of no such group.
        first = f"{self._columns[0]} IN ({', '.join('?' * len(firsts))})"
        asked = f"({self._alike}) IN (VALUES {', '.join([marks] * len(groups))})"
        values = tuple(value for group in groups for value in group)
        return f"AND {first} AND {asked} ORDER BY {AS_CHANGED}", firsts + values

    def _found(self, columns: str, rest: str = "", values: _Group = ()) -> list[_Group]:
        return self._read(f"SELECT {columns} {self._from} {rest}", self._values + values)

    def _read(self, sql: str, values: _Group) -> list[_Group]:
        with self._journal.reading() as connection:
            return read_all(driver(connection), sql, values)
