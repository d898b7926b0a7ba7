"""Emptying the bin: the one act that cannot be undone."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from secondop_desktop.journal.change import ChangeSet, RowChange, Rows
from secondop_desktop.journal.history import mark_emptied
from secondop_desktop.journal.kinds import Kinds

KEPT_DAYS = 30
"""How long the bin keeps what was put away."""


def long_ago(now: datetime) -> str:
    """Return the moment before which what was put away may leave by itself."""
    return (now - timedelta(days=KEPT_DAYS)).isoformat(timespec="microseconds")


def empty(
    connection: Connection, kinds: Kinds, now: str, label: str, chosen: Callable[[Any], bool]
) -> ChangeSet:
    """Take the chosen binned entries out of the file for ever, with their history and files.

    An entry that something outside the bin still refers to stays. Everything done before can
    no longer be undone.
    """
    gone = _leaving(connection, kinds, chosen)
    rows = Rows(connection, kinds)
    for kind, entry in gone:
        rows.delete(kind, entry)
        connection.exec_driver_sql("DELETE FROM search_doc WHERE id = ?", (entry,))
    seq = mark_emptied(connection, now, label, [entry for _kind, entry in gone])
    drop_unused_files(connection, kinds)
    return ChangeSet(label, tuple(RowChange(k, e, {}, None) for k, e in gone), seq, "empty")


def _leaving(
    connection: Connection, kinds: Kinds, chosen: Callable[[Any], bool]
) -> set[tuple[str, str]]:
    leaving = set()
    for kind in kinds.values():
        table = kind.model.__table__
        for row in connection.execute(select(table).where(table.c.deleted_at != "")):
            if chosen(row):
                leaving.add((kind.name, row.id))
    while held := leaving & _held(connection, kinds, {entry for _kind, entry in leaving}):
        leaving -= held
    return leaving


def _held(connection: Connection, kinds: Kinds, leaving: set[str]) -> set[tuple[str, str]]:
    """Return what entries that stay refer to."""
    held = set()
    for kind in kinds.values():
        names = [("person", "person")] + [("case", "case")] * ("case" in kind.model.__table__.c)
        names += [(f.name, f.refers) for f in kind.fields if f.refers]
        for row in connection.execute(select(kind.model.__table__)):
            if row.id not in leaving:
                for name, refers in names:
                    value = getattr(row, name)
                    for entry in value if isinstance(value, tuple) else (value,):
                        held.add((refers, entry))
    return held


def drop_unused_files(connection: Connection, kinds: Kinds) -> None:
    """Drop the bytes of files that neither an entry nor the change log names any more."""
    files = [(k, f.name) for k in kinds.values() for f in k.fields if f.file]
    used = " UNION ".join(f'SELECT "{name}" FROM "{k.name}"' for k, name in files)
    for (found,) in connection.exec_driver_sql(
        f"SELECT hash FROM attachment WHERE hash NOT IN ({used})"
    ).fetchall():
        logged = connection.exec_driver_sql(
            'SELECT 1 FROM change_row WHERE "after" LIKE ? OR "before" LIKE ? LIMIT 1',
            (f"%{found}%", f"%{found}%"),
        ).first()
        if logged is None:
            connection.exec_driver_sql("DELETE FROM attachment_chunk WHERE hash = ?", (found,))
            connection.exec_driver_sql("DELETE FROM attachment WHERE hash = ?", (found,))
