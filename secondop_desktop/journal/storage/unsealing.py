"""Taking the newest line out of the history, for one that goes on with it."""

from secondop_desktop.journal.storage.engine import Driver
from secondop_desktop.journal.storage.log_seals import unseal_step

Told = tuple[str, str, str | bytes | None, str | bytes | None]
"""What a line says of one entry: its kind, its id, and the columns before and after as kept."""

_TOLD = 'SELECT kind, entry, "before", "after" FROM change_row WHERE seq = ? ORDER BY position'


def take_out(sql: Driver, seq: int) -> list[Told]:
    """Take the newest line out and return what it told; nothing where it is not what was sealed.

    Then it stays as it is.
    """
    told: list[Told] = sql.execute(_TOLD, (seq,)).fetchall()
    if not unseal_step(sql, seq):
        return []
    sql.execute("DELETE FROM change_row WHERE seq = ?", (seq,))
    sql.execute("DELETE FROM change_log WHERE seq = ?", (seq,))
    return told
