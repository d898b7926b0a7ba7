"""Emptying the bin: the one act that cannot be undone."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection

from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.history import files_named, mark_emptied
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.references import references
from secondop_desktop.journal.storage.engine import driver
from secondop_desktop.journal.storage.raw_rows import RowChange, Rows


def empty(
    connection: Connection, kinds: Kinds, now: str, label: str, chosen: Callable[[Any], bool]
) -> ChangeSet | None:
    """Take the chosen binned entries out of the file for ever, with their history and files.

    An entry that something outside the bin still refers to stays. What was done to them, and
    before that, can no longer be undone. None when nothing leaves.
    """
    rows = Rows(connection, kinds)
    gone = _leaving(rows, kinds, chosen)
    if not gone:
        return None
    sql = driver(connection)
    for entry, kind in gone.items():
        rows.delete(kind, entry)
        sql.execute("DELETE FROM search_doc WHERE id = ?", (entry,))
    seq = mark_emptied(connection, now, label, gone.keys())
    _drop_unused_files(connection, kinds)
    left = tuple(RowChange(kind, entry, {}, None) for entry, kind in gone.items())
    return ChangeSet(label, left, seq, "empty")


def _leaving(rows: Rows, kinds: Kinds, chosen: Callable[[Any], bool]) -> dict[str, str]:
    """Return the kind of each entry that leaves, by its id."""
    leaving: dict[str, str] = {}
    refers: dict[str, set[str]] = {}
    for kind in kinds.values():
        for raw in rows.all(kind.name):
            refers[raw["id"]] = {reference.entry for reference in references(kind, raw)}
            if raw["deleted_at"] and chosen(kind.row(raw)):
                leaving[raw["id"]] = kind.name
    while held := _held(leaving, refers):
        leaving = {entry: kind for entry, kind in leaving.items() if entry not in held}
    return leaving


def _held(leaving: Mapping[str, str], refers: Mapping[str, set[str]]) -> set[str]:
    """Return what entries that stay refer to."""
    named = (named for entry, named in refers.items() if entry not in leaving)
    return set().union(*named) & leaving.keys()


def _drop_unused_files(connection: Connection, kinds: Kinds) -> None:
    """Drop the bytes of files that neither an entry nor the change log names any more."""
    sql = driver(connection)
    used = files_named(connection)
    for kind in kinds.values():
        for name in ("source_file", *(field.name for field in kind.fields if field.file)):
            found = sql.execute(f'SELECT DISTINCT "{name}" FROM "{kind.name}"')
            used.update(row[0] for row in found)
    known = [row[0] for row in sql.execute("SELECT hash FROM attachment")]
    unused = [(file_hash,) for file_hash in known if file_hash not in used]
    sql.executemany("DELETE FROM source WHERE hash = ?", unused)
    sql.executemany("DELETE FROM attachment_chunk WHERE hash = ?", unused)
    sql.executemany("DELETE FROM attachment WHERE hash = ?", unused)
