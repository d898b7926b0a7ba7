"""The newest line of the history giving way to one that goes on with it."""

from secondop_desktop.journal.storage.engine import Driver
from secondop_desktop.journal.storage.log_seals import KeptSeals, Line

Told = tuple[str, str, str | bytes | None, str | bytes | None]
"""What a line says of one entry: its kind, its id, and the columns before and after as kept."""

_ROWS = (
    'SELECT seq, position, kind, entry, "before", "after" FROM change_row '
    "WHERE seq = ? ORDER BY position"
)


def told_of(sql: Driver, newest: Line, kept: KeptSeals) -> list[Told] | None:
    """Return what the newest line told; None where it is not what was sealed, and has to stay."""
    rows = sql.execute(_ROWS, (newest.seq,)).fetchall()
    return [row[2:] for row in rows] if kept.end_with(newest, rows) else None


def give_way(sql: Driver, newest: Line, line: Line) -> None:
    """Put a line in the place of the newest, whose rows go."""
    sql.execute("DELETE FROM change_row WHERE seq = ?", (newest.seq,))
    sql.execute(
        "UPDATE change_log SET seq = ?, step = ?, at = ?, what = ?, label = ?, merge = ?, "
        "target = ? WHERE seq = ?",
        (*line, newest.seq),
    )
