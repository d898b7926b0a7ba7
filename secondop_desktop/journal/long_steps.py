"""Undo and redo of a step of which the memory should not hold all rows."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from secondop_desktop.journal import history
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.parted_change import LongChangeSet, LongIds
from secondop_desktop.journal.progress import Tell, of_so_many
from secondop_desktop.journal.storage.engine import driver
from secondop_desktop.journal.storage.lean_rows import whole
from secondop_desktop.journal.storage.long_list import LongList
from secondop_desktop.journal.storage.raw_rows import RowChange
from secondop_desktop.journal.storage.spool import Spool

_ON = """
SELECT seq, position, kind, entry, "before", "after" FROM change_row
WHERE seq BETWEEN ?1 AND ?2 AND (seq, position) > (?3, ?4) ORDER BY seq, position LIMIT 500
"""
_BACK = """
SELECT seq, position, kind, entry, "before", "after" FROM change_row
WHERE seq BETWEEN ?1 AND ?2 AND (seq, position) < (?3, ?4)
ORDER BY seq DESC, position DESC LIMIT 500
"""
"""The next rows of the lines from one place (``?1``) to another (``?2``), behind a row."""


def take(
    connection: Connection, kinds: Kinds, step: tuple[int, str], at: str, what: str, tell: Tell
) -> LongChangeSet:
    """Undo or redo (``what``) a long step and log that; the index is left for the caller.

    ``tell`` hears how far it is; what it raises leaves nothing on the disk.
    """
    spool = Spool()
    with spool.while_whole():
        kept = _Kept(spool)
        reads = _backwards if what == "undo" else _forwards
        number = history.size_of(connection, step[0])
        read = of_so_many(reads(connection, step[0]), number, tell)
        wholly = (whole(kinds, row) for row in read)
        seq = history.write_taken(connection, kinds, step, at, what, kept.noted(wholly))
        touched = frozenset(kept.touched)
        return LongChangeSet(step[1], kept.rows, seq, what, touched=touched, written=kept.ids)


def _forwards(connection: Connection, step: int) -> Iterator[RowChange]:
    """Yield what a step did, row by row as it was logged."""
    return _read_on(connection, step, _ON, step, -1)


def _backwards(connection: Connection, step: int) -> Iterator[RowChange]:
    """Yield what takes a step back, its newest row first."""
    found = _read_on(connection, step, _BACK, history.last_of(connection, step) + 1, 0)
    return (row.inverse() for row in found)


def _read_on(connection: Connection, step: int, query: str, *behind: int) -> Iterator[RowChange]:
    """Read a few rows at a time: others are written into the same table meanwhile."""
    sql, last = driver(connection), history.last_of(connection, step)
    while some := sql.execute(query, (step, last, *behind)).fetchall():
        yield from history.told_changes(row[2:] for row in some)
        behind = some[-1][:2]


class _Kept:
    """What was done, on the disk."""

    def __init__(self, spool: Spool) -> None:
        self.rows, self.ids = LongList[RowChange](spool), LongIds(spool)
        self.touched: set[str] = set()

    def noted(self, changes: Iterable[RowChange]) -> Iterator[RowChange]:
        """Yield each change, and keep it."""
        for row in changes:
            self.rows.append(row)
            self.touched.add(row.kind)
            self.ids.add(row.id)
            yield row
