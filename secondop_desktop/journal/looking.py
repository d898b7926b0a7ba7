"""What comes first where a journal is opened for reading only, beside others."""

from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import Connection

from secondop_desktop.errors import UserError
from secondop_desktop.journal.storage.engine import connect, translate_errors
from secondop_desktop.journal.storage.files_beside import wal_of
from secondop_desktop.journal.storage.header import hot_journal
from secondop_desktop.journal.storage.hot_journals import refuse_strangers
from secondop_desktop.journal.storage.lock import JournalLock
from secondop_desktop.journal.storage.schema import NEWEST, judge
from secondop_desktop.lang import _


def settle(path: Path) -> None:
    """Let SQLite take back what a crash left half done; who only looks could not read it."""
    if not (hot_journal(path).exists() or wal_of(path).exists()):
        return
    with suppress(UserError, OSError):
        lock = JournalLock(path)
        try:
            refuse_strangers(path)
            with translate_errors(path), closing(connect(path)) as connection:
                connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        finally:
            lock.release()


def refuse_older(connection: Connection, name: str) -> None:
    """Raise UserError for a journal of an older schema, which only opening can bring up to date."""
    if judge(connection, name) < NEWEST:
        text = _("{file} was made by an older Secondop. Open it in the window first.")
        raise UserError(text.format(file=name))
