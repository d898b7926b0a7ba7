"""The change log: append-only, and all that undo, redo and the history of one entry need."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from secondop_desktop.journal.change import ChangeSet, Raw, RowChange, Rows, joined

MERGE_SECONDS = 60
"""Two saves of the same field further apart than this are two steps."""

_UNDOABLE = """
SELECT step, label FROM change_log AS done
WHERE what = 'do' AND seq > (SELECT coalesce(max(seq), 0) FROM change_log WHERE what = 'empty')
AND coalesce((SELECT what FROM change_log WHERE target = done.step ORDER BY seq DESC LIMIT 1),
             'redo') = 'redo'
ORDER BY seq DESC LIMIT 1
"""
_REDOABLE = """
SELECT target, label FROM change_log AS undone
WHERE what = 'undo'
AND seq > (SELECT coalesce(max(seq), 0) FROM change_log WHERE what IN ('do', 'empty'))
AND NOT EXISTS (SELECT 1 FROM change_log WHERE target = undone.target AND seq > undone.seq)
ORDER BY target LIMIT 1
"""


@dataclass(frozen=True)
class Moment:
    """One step of an entry's history: when, what it was called, the columns before and after."""

    seq: int
    at: str
    what: str
    label: str
    kind: str
    id: str
    before: Raw | None
    after: Raw | None


def append(
    connection: Connection, rows: Iterable[RowChange], at: str, label: str, merge: str
) -> int:
    """Log a change and return its place; it joins the step before when that was the same typing."""
    last = connection.exec_driver_sql(
        "SELECT step, at, what, merge FROM change_log ORDER BY seq DESC LIMIT 1"
    ).first()
    seq = _log(connection, at, "do", label, merge, None)
    if last is not None and merge and _continues(last, at, merge):
        _set_step(connection, seq, last[0])
    _log_rows(connection, seq, rows)
    return seq


def _continues(last: Any, at: str, merge: str) -> bool:
    pause = datetime.fromisoformat(at) - datetime.fromisoformat(last[1])
    return bool(last[2] == "do" and last[3] == merge and pause.total_seconds() <= MERGE_SECONDS)


def _set_step(connection: Connection, seq: int, step: int) -> None:
    connection.exec_driver_sql("UPDATE change_log SET step = ? WHERE seq = ?", (step, seq))


def _log(
    connection: Connection, at: str, what: str, label: str, merge: str, target: int | None
) -> int:
    seq = connection.exec_driver_sql(
        "INSERT INTO change_log (step, at, what, label, merge, target) VALUES (0, ?, ?, ?, ?, ?)",
        (at, what, label, merge, target),
    ).lastrowid
    assert seq is not None
    _set_step(connection, seq, seq)
    return seq


def _log_rows(connection: Connection, seq: int, rows: Iterable[RowChange]) -> None:
    values = [
        (seq, position, row.kind, row.id, _json(row.before), _json(row.after))
        for position, row in enumerate(rows)
    ]
    if values:
        connection.exec_driver_sql(
            'INSERT INTO change_row (seq, position, kind, entry, "before", "after") '
            "VALUES (?, ?, ?, ?, ?, ?)",
            values,
        )


def _json(raw: Raw | None) -> str | None:
    return None if raw is None else json.dumps(raw, ensure_ascii=False)


def undoable(connection: Connection) -> tuple[int, str] | None:
    """Return the step that undo would take back and its label."""
    found = connection.exec_driver_sql(_UNDOABLE).first()
    return (found[0], found[1]) if found else None


def redoable(connection: Connection) -> tuple[int, str] | None:
    """Return the step that redo would do again and its label."""
    found = connection.exec_driver_sql(_REDOABLE).first()
    return (found[0], found[1]) if found else None


def step_rows(connection: Connection, step: int) -> tuple[RowChange, ...]:
    """Return what a whole step did, merged to one change an entry, in order."""
    merged: dict[tuple[str, str], RowChange] = {}
    for found in connection.exec_driver_sql(
        'SELECT r.kind, r.entry, r."before", r."after" FROM change_row r '
        "JOIN change_log l ON l.seq = r.seq WHERE l.step = ? AND l.what = 'do' "
        "ORDER BY r.seq, r.position",
        (step,),
    ):
        row = RowChange(found[0], found[1], _read(found[2]), _read(found[3]))
        key = (row.kind, row.id)
        merged[key] = joined(merged[key], row) if key in merged else row
    return tuple(merged.values())


def _read(text: str | None) -> Raw | None:
    return None if text is None else json.loads(text)


def take(
    connection: Connection, rows: Rows, step: tuple[int, str], at: str, what: str
) -> ChangeSet:
    """Undo or redo one step (``what``) and log that."""
    changes = step_rows(connection, step[0])
    if what == "undo":
        changes = tuple(row.inverse() for row in reversed(changes))
    for row in changes:
        rows.apply(row)
    seq = _log(connection, at, what, step[1], "", step[0])
    _log_rows(connection, seq, changes)
    return ChangeSet(step[1], changes, seq, what)


def mark_emptied(connection: Connection, at: str, label: str, ids: Iterable[str]) -> int:
    """Log that entries left the file for ever, and forget what the log knew of them."""
    seq = _log(connection, at, "empty", label, "", None)
    for entry in ids:
        connection.exec_driver_sql("DELETE FROM change_row WHERE entry = ?", (entry,))
    return seq


def moments(connection: Connection, entry: str | None, limit: int) -> list[Moment]:
    """Return the newest moments first, of one entry or of the whole journal."""
    where = "WHERE r.entry = ?" if entry else ""
    found = connection.exec_driver_sql(
        'SELECT l.seq, l.at, l.what, l.label, r.kind, r.entry, r."before", r."after" '
        f"FROM change_row r JOIN change_log l ON l.seq = r.seq {where} "
        "ORDER BY l.seq DESC, r.position LIMIT ?",
        (entry, limit) if entry else (limit,),
    )
    return [_moment(*row) for row in found]


def _moment(*row: Any) -> Moment:
    seq, at, what, label, kind, entry, before, after = row
    return Moment(seq, at, what, label, kind, entry, _read(before), _read(after))
