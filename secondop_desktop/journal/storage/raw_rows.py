"""Rows as the file holds them, and what one change did to each.

They are read and written by plain statements over the declared columns, because the change log
must keep exactly what stood there before and after.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection

from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.storage.engine import driver, read_all
from secondop_desktop.patterns import pattern

Raw = dict[str, Any]
"""A row, or some of its columns, as the file holds them."""


class RowChange(NamedTuple):
    """One entry before and after: None where it did not or does not exist."""

    kind: str
    id: str
    before: Raw | None
    after: Raw | None

    def inverse(self) -> "RowChange":
        """Return the change that takes this one back."""
        return self._replace(before=self.after, after=self.before)

    @property
    def differs(self) -> bool:
        """Whether anything differs besides the time and the seal of the change itself."""
        before, after = self.before, self.after
        if before is None or after is None:
            return before is not after
        return any(after[name] != before[name] for name in after if name not in STAMPS)


_TOGETHER = 500
"""So many rows of one kind wait at most, as they take room until they are written."""

STAMPS = frozenset({"changed", "seal"})
"""Columns that say when an entry was changed and that it is whole, and nothing of what it says."""


def joined(first: RowChange, then: RowChange) -> RowChange:
    """Return one change that does what two changes of the same entry did in a row."""
    if first.before is None or then.after is None:
        after = None if then.after is None else (first.after or {}) | then.after
        return first._replace(after=after)
    before = (then.before or {}) | first.before
    return first._replace(before=before, after=(first.after or {}) | then.after)


class Rows:
    """Reads and writes the entries' tables, by the names the models declare."""

    def __init__(self, connection: Connection, kinds: Kinds) -> None:
        self._sql = driver(connection)
        self._kinds = kinds
        self._waiting: dict[tuple[str, tuple[str, ...]], list[tuple[Any, ...]]] = {}

    def get(self, kind: str, entry: str) -> Raw | None:
        """Return the whole row, or None."""
        return next(iter(self.having(kind, "id", entry)), None)

    def having(self, kind: str, column: str, value: str) -> list[Raw]:
        """Return the rows in which a column has this value, in the order they were made."""
        return self._select(kind, f'WHERE "{column}" = ? ORDER BY rowid', (value,))

    def all(self, kind: str) -> list[Raw]:
        """Return every row of a kind, in the order they were made."""
        return self._select(kind, "ORDER BY rowid", ())

    def _select(self, kind: str, rest: str, values: tuple[str, ...]) -> list[Raw]:
        self.write_waiting()
        names = tuple(self._kinds[kind].types)
        found = read_all(self._sql, f'SELECT {_several(names)} FROM "{kind}" {rest}', values)
        return [dict(zip(names, row, strict=True)) for row in found]

    def insert(self, kind: str, raw: Raw) -> None:
        """Write a new row."""
        self.write_waiting()
        self._sql.execute(_insertion(kind, tuple(raw)), tuple(raw.values()))

    def insert_soon(self, kind: str, raw: Raw) -> None:
        """Write a new row together with others: at the latest when any row is asked for.

        Who adds rows so calls ``write_waiting`` when the last one is there.
        """
        waiting = self._waiting.setdefault((kind, tuple(raw)), [])
        waiting.append(tuple(raw.values()))
        if len(waiting) >= _TOGETHER:
            self.write_waiting()

    def write_waiting(self) -> None:
        """Write the rows that wait, those of one kind by one statement in their order."""
        while self._waiting:
            (kind, names), rows = self._waiting.popitem()
            self._sql.executemany(_insertion(kind, names), rows)

    def update(self, kind: str, entry: str, raw: Raw) -> None:
        """Write some columns of a row."""
        self.write_waiting()
        sets = ", ".join(f'"{name}" = ?' for name in raw)
        self._sql.execute(f'UPDATE "{kind}" SET {sets} WHERE id = ?', (*raw.values(), entry))

    def delete(self, kind: str, entry: str) -> None:
        """Take a row out of the file: only undoing its making and emptying the bin do this."""
        self.write_waiting()
        self._sql.execute(f'DELETE FROM "{kind}" WHERE id = ?', (entry,))

    def knows(self, change: RowChange) -> bool:
        """Tell whether a change read from a file names a kind and columns that there are.

        The names become part of a statement, and the file may be a stranger's; so the values must
        be such as these columns can hold, too.
        """
        if change.kind not in self._kinds:
            return False
        blank = self._kinds[change.kind].blank
        sides = [side for side in (change.before, change.after) if side is not None]
        return bool(sides) and all(
            side.get("id", change.id) == change.id and _can_be_held(side, blank) for side in sides
        )

    def apply(self, change: RowChange) -> None:
        """Bring one entry to the state after the change."""
        if change.after is None:
            self.delete(change.kind, change.id)
        elif change.before is None:
            self.insert(change.kind, change.after)
        else:
            self.update(change.kind, change.id, change.after)


_HALF_LETTER = pattern(r"[\ud800-\udfff]")
"""Half of a pair, as JSON may bring it: no text that can be written."""

_LARGEST = 2**63
"""Whole numbers from here on are none that SQLite holds."""


def _can_be_held(side: Raw, blank: Mapping[str, Any]) -> bool:
    """Tell whether columns are those of an entry, each a text or a number, or nothing if it may."""
    return side.keys() <= blank.keys() and all(
        blank[name] is None if value is None else _is_plain(value) for name, value in side.items()
    )


def _is_plain(value: object) -> bool:
    if isinstance(value, str):
        return value.isascii() or not _HALF_LETTER.search(value)
    return isinstance(value, int) and -_LARGEST <= value < _LARGEST


def listed(names: Iterable[str]) -> str:
    """Return the names of columns as a statement lists them."""
    return ", ".join(f'"{name}"' for name in names)


_several = cache(listed)


@cache
def _insertion(kind: str, names: tuple[str, ...]) -> str:
    marks = ", ".join("?" * len(names))
    return f'INSERT INTO "{kind}" ({listed(names)}) VALUES ({marks})'
