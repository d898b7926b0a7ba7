"""The change log: append-only, and all that undo, redo and the history of one entry need."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from secondop_desktop.errors import UserError
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.progress import Tell, counted, nobody, of_so_many
from secondop_desktop.journal.storage.disk import DamagedJournal
from secondop_desktop.journal.storage.engine import Driver, driver
from secondop_desktop.journal.storage.lean_rows import filled, lean, whole
from secondop_desktop.journal.storage.log_seals import (
    LINES,
    Line,
    LoggedRow,
    kept_seals,
    log_fits,
    seal_line,
    seal_log,
)
from secondop_desktop.journal.storage.packed_text import packed, unpacked
from secondop_desktop.journal.storage.raw_rows import Raw, RowChange, Rows, joined
from secondop_desktop.journal.storage.seals import is_sealed
from secondop_desktop.journal.storage.unsealing import Told, give_way, told_of
from secondop_desktop.journal.values.moments import readable
from secondop_desktop.lang import _
from secondop_desktop.patterns import pattern

MERGE_SECONDS = 60
"""Two saves of the same field further apart than this are two steps."""

_LABEL = "coalesce(CAST(label AS TEXT), '')"
"""A label as text, whatever stands there."""
_UNDOABLE = f"""
SELECT step, {_LABEL} FROM change_log AS done
WHERE what = 'do'
AND seq > (SELECT coalesce(max(target), 0) FROM change_log
           WHERE target IS NOT NULL AND what = 'empty')
AND coalesce((SELECT what FROM change_log WHERE target = done.step AND what != 'empty'
              ORDER BY seq DESC LIMIT 1), 'redo') = 'redo'
ORDER BY seq DESC LIMIT 1
"""
"""The newest step that was done, or done again, and not undone since. Emptying the bin logs a row
whose ``target`` is the last step that can no longer be taken back."""
_REDOABLE = f"""
SELECT target, {_LABEL} FROM change_log AS undone
WHERE what = 'undo'
AND seq > coalesce((SELECT seq FROM change_log WHERE what IN ('do', 'empty')
                    ORDER BY seq DESC LIMIT 1), 0)
AND NOT EXISTS (SELECT 1 FROM change_log WHERE target = undone.target AND seq > undone.seq)
ORDER BY target LIMIT 1
"""
"""The first step that was undone since anything new was done, and not done again since."""
_OF_STEP = """FROM change_row WHERE seq >= ?1 AND seq < coalesce(
    (SELECT seq FROM change_log WHERE seq > ?1 AND step != ?1 ORDER BY seq LIMIT 1), 1e18)
"""
"""The rows of one step: those logged from its first row (``?1``) up to the next step's."""
_STEP_ROWS = f'SELECT kind, entry, "before", "after" {_OF_STEP} ORDER BY seq, position'
_STEP_PEOPLE = """
SELECT d.person, iif(d.person IS NULL, r."after", NULL), iif(d.person IS NULL, r."before", NULL)
FROM change_row r LEFT JOIN search_doc d ON d.id = r.entry
WHERE r.seq >= ?1 AND r.seq < coalesce(
    (SELECT seq FROM change_log WHERE seq > ?1 AND step != ?1 ORDER BY seq LIMIT 1), 1e18)
"""
"""Whose entries a step touched: as the index knows them, else as its rows name them."""
_DONE_ROWS = """
SELECT steps.last, r.entry, r."before", r."after" FROM change_row r
JOIN change_log l ON l.seq = r.seq
JOIN (SELECT step, max(seq) AS last FROM change_log GROUP BY step) steps ON steps.step = l.step
WHERE l.what = 'do'
"""
"""All that was ever done, each row with the last place of its step."""
_TEXT = json.JSONEncoder(ensure_ascii=False, check_circular=False)
_TOGETHER = 500
"""So many rows are logged by one statement."""

_LAST_PLACE = 2**62
"""No journal gets there by being used."""
_IDS = pattern(r"\b[0-9a-f]{20}\b")
_FILES = pattern(r"sha256:[0-9a-f]{64}")


@dataclass(frozen=True)
class HistoryEntry:
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
    connection: Connection,
    kinds: Kinds,
    rows: Collection[RowChange],
    at: str,
    label: str,
    merge: str,
    *,
    lasting: bool = False,
    found: int = 0,
    step: int = 0,
    tell: Tell = nobody,
) -> int:
    """Log a change and return its place; it joins the step before when that was the same typing.

    ``lasting`` work joins it after a long pause too. The newest line then gives way to one that
    says what both did: else an hour of typing would keep each stage of every text. Lines up to
    ``found`` were there when the journal was opened and stay, so that a copy of then is known.
    ``step`` is the place of the first part of a change that is written part by part. ``tell``
    hears how much is logged; it raises to stop.
    """
    sql = driver(connection)
    last, kept = _last(sql), kept_seals(sql)
    seq = _next(sql, last)
    typed_on = bool(merge) and _continues(last, at, merge, lasting=lasting)
    line = Line(seq, step or (last.step if typed_on else seq), at, "do", label, merge, None)
    told = told_of(sql, last, kept) if typed_on and last.seq > found else None
    if told is None:
        _log(sql, line)
    else:
        rows = _merged((*told_changes(told), *rows))
        give_way(sql, last, line)
        kept = kept.without_newest
    lean_rows = (lean(kinds, row) for row in counted(rows, tell))
    seal_line(sql, kept, line, _log_rows(sql, seq, lean_rows, typed=bool(merge)))
    return seq


def told_changes(lines: Iterable[Told]) -> Iterator[RowChange]:
    """Read rows of the log; raises UserError where they are damaged."""
    for kind, entry, before, after in lines:
        yield RowChange(kind, entry, _exactly(before), _exactly(after))


def _last(sql: Driver) -> Line:
    found = sql.execute(f"{LINES} ORDER BY seq DESC LIMIT 1").fetchone()
    return Line(*found) if found else Line(0, 0, "", "", "", "", None)


def _next(sql: Driver, last: Line) -> int:
    """Return the place of the next change: behind all rows, also those whose step was harmed."""
    of_rows: int | None = sql.execute("SELECT max(seq) FROM change_row").fetchone()[0]
    found = max(last.seq, of_rows or 0) + 1
    if found > _LAST_PLACE:
        raise DamagedJournal(
            _(
                "The history of this journal is damaged, so nothing more can be saved in it. Mend "
                "it, or open one of its safe copies."
            )
        )
    return found


def _continues(last: Line, at: str, merge: str, *, lasting: bool) -> bool:
    if last.what != "do" or last.merge != merge:
        return False
    if lasting:
        return True
    pause = datetime.fromisoformat(at) - datetime.fromisoformat(readable(last.at))
    return abs(pause.total_seconds()) <= MERGE_SECONDS


def _log(sql: Driver, line: Line) -> None:
    sql.execute(
        "INSERT INTO change_log (seq, step, at, what, label, merge, target) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        line,
    )


def _log_rows(
    sql: Driver, seq: int, rows: Iterable[RowChange], *, typed: bool = False
) -> Iterator[LoggedRow]:
    """Write what a line did to each entry, and yield that; the reader must take all of it.

    What was ``typed`` is packed, if it is long.
    """
    told = (
        (seq, position, row.kind, row.id, _json(row.before), _json(row.after))
        for position, row in enumerate(rows)
    )
    while some := list(islice(told, _TOGETHER)):
        sql.executemany(
            'INSERT INTO change_row (seq, position, kind, entry, "before", "after") '
            "VALUES (?, ?, ?, ?, ?, ?)",
            [(*row[:4], *map(packed, row[4:])) for row in some] if typed else some,
        )
        yield from some


def _json(raw: Raw | None) -> str | None:
    return None if raw is None else _TEXT.encode(raw)


def undoable(connection: Connection) -> tuple[int, str] | None:
    """Return the step that undo would take back and its label."""
    return _step(connection, _UNDOABLE)


def redoable(connection: Connection) -> tuple[int, str] | None:
    """Return the step that redo would do again and its label."""
    return _step(connection, _REDOABLE)


def _step(connection: Connection, query: str) -> tuple[int, str] | None:
    found: tuple[int, str] | None = driver(connection).execute(query).fetchone()
    return found


def size_of(connection: Connection, step: int) -> int:
    """Return how many rows a step has."""
    found: int = driver(connection).execute(f"SELECT count(*) {_OF_STEP}", (step,)).fetchone()[0]
    return found


def newest(connection: Connection) -> int:
    """Return the place of the newest change in the log, 0 for none."""
    return _last(driver(connection)).seq


def people_of(connection: Connection, step: tuple[int, str] | None) -> frozenset[str]:
    """Return the ids of the people whose entries a step changes."""
    found = driver(connection).execute(_STEP_PEOPLE, (step[0],)) if step else ()
    return frozenset(filter(None, (known or _person_in(sides) for known, *sides in found)))


def _person_in(sides: Iterable[str | bytes | None]) -> str:
    said = ((_read(side) or {}).get("person") for side in sides)
    return next((person for person in said if isinstance(person, str) and person), "")


def last_of(connection: Connection, step: int) -> int:
    """Return the place of the last line of a step that has rows."""
    found: int = driver(connection).execute(f"SELECT max(seq) {_OF_STEP}", (step,)).fetchone()[0]
    return found


def step_rows(connection: Connection, step: int, tell: Tell = nobody) -> tuple[RowChange, ...]:
    """Return what a whole step did, merged to one change an entry, in order."""
    number = size_of(connection, step) if tell is not nobody else 0
    found = driver(connection).execute(_STEP_ROWS, (step,))
    return _merged(told_changes(of_so_many(found, number, tell)))


def _merged(rows: Iterable[RowChange]) -> tuple[RowChange, ...]:
    """Return one change for each entry, in the order in which they were first touched."""
    merged: dict[tuple[str, str], RowChange] = {}
    for row in rows:
        known = merged.get((row.kind, row.id))
        merged[row.kind, row.id] = joined(known, row) if known else row
    return tuple(merged.values())


def _exactly(text: str | bytes | None) -> Raw | None:
    """Read columns that are to be written back; raises UserError where they are damaged."""
    if text is None:
        return None
    found = _read(text)
    if not found:
        raise _damaged()
    return found


def _damaged() -> UserError:
    return UserError(
        _(
            "This step cannot be taken back or done again, because the history of the journal "
            "is damaged there. Nothing was changed. Check the journal, then look in a safe copy."
        )
    )


def _read(text: str | bytes | None) -> Raw | None:
    """Read columns to be shown; none where they are damaged."""
    if text is None:
        return None
    try:
        found = json.loads(unpacked(text))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def take(
    connection: Connection,
    kinds: Kinds,
    step: tuple[int, str],
    at: str,
    what: str,
    tell: Tell = nobody,
) -> ChangeSet:
    """Undo or redo one step (``what``) and log that; ``tell`` hears of it, and raises to stop."""
    changes = tuple(whole(kinds, row) for row in step_rows(connection, step[0], tell))
    if what == "undo":
        changes = tuple(row.inverse() for row in reversed(changes))
    seq = write_taken(connection, kinds, step, at, what, counted(changes, tell))
    return ChangeSet(step[1], changes, seq, what)


def write_taken(
    connection: Connection,
    kinds: Kinds,
    step: tuple[int, str],
    at: str,
    what: str,
    changes: Iterable[RowChange],
) -> int:
    """Write and log what undoing or redoing a step does, and return its place."""
    sql = driver(connection)
    seq, kept = _next(sql, _last(sql)), kept_seals(sql)
    line = Line(seq, seq, at, what, step[1], "", step[0])
    _log(sql, line)
    applied = _applied(Rows(connection, kinds), changes)
    seal_line(sql, kept, line, _log_rows(sql, seq, (lean(kinds, row) for row in applied)))
    return seq


def _applied(rows: Rows, changes: Iterable[RowChange]) -> Iterator[RowChange]:
    for row in changes:
        _apply(rows, row)
        yield row


def _apply(rows: Rows, change: RowChange) -> None:
    """Write what the log says, if it is what was sealed once; raises UserError else."""
    if not rows.knows(change):
        raise _damaged()
    before = rows.get(change.kind, change.id)
    if (before and change.before is None) or (change.after is None and not _is_whole(change)):
        raise _damaged()
    rows.apply(change)
    if change.after is None or (before and not is_sealed(before)):
        return
    written = rows.get(change.kind, change.id)
    if written is None or not is_sealed(written):
        raise _damaged()


def _is_whole(change: RowChange) -> bool:
    """Tell whether an entry that is to leave was made by what is taken back, all of it."""
    made = change.before or {}
    return "seal" in made and is_sealed(made)


def mark_emptied(connection: Connection, at: str, label: str, ids: Set[str]) -> int:
    """Log that entries left the file for ever, and forget what the log knew of them.

    What was done up to the last step that names one of them can no longer be undone.
    """
    sql = driver(connection)
    sound = log_fits(sql)
    target = max((last for last, named in _named(sql) if named & ids), default=0)
    sql.executemany("DELETE FROM change_row WHERE entry = ?", [(entry,) for entry in ids])
    seq = _next(sql, _last(sql))
    _log(sql, Line(seq, seq, at, "empty", label, "", target))
    # What was harmed before stays known as that.
    if sound:
        seal_log(sql)
    return seq


def _named(sql: Driver) -> Iterator[tuple[int, set[str]]]:
    """Yield for each change of a row the end of its step, and the ids that it names."""
    for last, *texts in sql.execute(_DONE_ROWS):
        yield last, set(_IDS.findall(" ".join(unpacked(text) for text in texts if text)))


def files_named(connection: Connection) -> set[str]:
    """Return the hashes of the files that the log could bring back."""
    rows = driver(connection).execute('SELECT "before", "after" FROM change_row')
    return {
        found for row in rows for text in row if text for found in _FILES.findall(unpacked(text))
    }


def moments(
    connection: Connection, kinds: Kinds, entry: str | None, limit: int
) -> list[HistoryEntry]:
    """Return the newest moments first, of one entry or of the whole journal."""
    where = "WHERE entry = ?" if entry else ""
    # Sorted by their places alone: one step may hold thousands of rows, each with all it says.
    found = driver(connection).execute(
        f"SELECT l.seq, l.at, CAST(l.what AS TEXT), {_LABEL}, CAST(r.kind AS TEXT), "
        'CAST(r.entry AS TEXT), r."before", r."after" '
        f"FROM (SELECT seq, position FROM change_row {where} "
        "ORDER BY seq DESC, position LIMIT ?) n "
        "JOIN change_row r ON r.seq = n.seq AND r.position = n.position "
        "JOIN change_log l ON l.seq = r.seq ORDER BY l.seq DESC, r.position",
        (entry, limit) if entry else (limit,),
    )
    return [_moment(kinds, *row) for row in found]


def changed_last(
    connection: Connection, kinds: Sequence[str], person: str, number: int
) -> list[tuple[str, str, str]]:
    """Return kind, id and title of the entries of a person changed last, the newest first."""
    found: dict[str, tuple[str, str, str]] = {}
    # The log is read backwards, and no further than needed: no sorting, no join the other way.
    rows = driver(connection).execute(
        "SELECT r.kind, r.entry, CAST(d.title AS TEXT) FROM change_row r CROSS JOIN search_doc d "
        "ON d.id = r.entry WHERE d.binned = 0 AND d.person IS ? "
        f"AND r.kind IN ({', '.join('?' * len(kinds))}) ORDER BY r.seq DESC, r.position DESC",
        (person, *kinds),
    )
    for kind, entry, title in rows:
        found.setdefault(entry, (kind, entry, title))
        if len(found) == number:
            break
    return list(found.values())


def _moment(kinds: Kinds, *row: Any) -> HistoryEntry:
    seq, at, what, label, kind, entry, *texts = row
    before, after = map(_read, texts)
    if before is None or after is None:
        before, after = filled(kinds, kind, before), filled(kinds, kind, after)
    return HistoryEntry(seq, readable(at), what, label, kind, entry, before, after)
