"""Which journal a file is, and how far its history goes: what orders safe copies, not the clock."""

import stat
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import sqlcipher3

from secondop_desktop.journal.storage.cipher import Key
from secondop_desktop.journal.storage.engine import Driver, connect, uri, use_key
from secondop_desktop.journal.storage.files_beside import odd_beside
from secondop_desktop.journal.storage.keys import key_of
from secondop_desktop.journal.storage.log_seals import log_went_through


class CopyMark(NamedTuple):
    """The journal's own id, the number of its last step, and the hash of its history."""

    journal: str = ""
    step: int = -1
    history: str = ""


_UNKNOWN = CopyMark()
JOURNAL = "journal"
"""Names in ``meta`` the id that a journal and its copies have in common."""

_MARK = (
    "SELECT coalesce((SELECT value FROM meta WHERE key = 'journal'), ''), "
    "coalesce((SELECT max(seq) FROM change_log), 0), "
    "coalesce((SELECT value FROM meta WHERE key = 'log seal'), '')"
)


def mark_of(path: Path) -> CopyMark:
    """Return the mark of a journal or a copy; an empty one for a file that cannot be read."""
    try:
        about = path.stat()
    except OSError:
        return _UNKNOWN
    if not stat.S_ISREG(about.st_mode) or odd_beside(path):  # SQLite would wait for a pipe
        return _UNKNOWN
    return _read(path, about.st_mtime_ns, about.st_size, key_of(path))


@lru_cache(maxsize=500)
def _read(path: Path, _written: int, _size: int, _key: Key | None) -> CopyMark:
    try:
        with closing(sqlcipher3.connect(uri(path, read_only=True), uri=True)) as sql:
            use_key(sql, path)
            sql.execute("PRAGMA trusted_schema=OFF")
            return CopyMark(*sql.execute(_MARK).fetchone())
    except (sqlcipher3.Error, TypeError, UnicodeDecodeError):
        return _UNKNOWN


def went_through(path: Path, history: str) -> bool:
    """Tell whether the history of a file was once ``history``, so that the file holds all of it."""
    try:
        with closing(connect(path, read_only=True)) as sql:
            return log_went_through(sql, history)
    except sqlcipher3.Error:
        return False


def has_id(sql: Driver) -> bool:
    """Tell whether a journal bears an id of its own; those of earlier versions do not."""
    return bool(sql.execute("SELECT 1 FROM meta WHERE key = ?", (JOURNAL,)).fetchone())


def give_id(sql: Driver, fresh: str) -> None:
    """Give a journal its id, for ever."""
    sql.execute("INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)", (JOURNAL, fresh))


def take_another_id(sql: Driver, fresh: str) -> None:
    """Make what was copied from a journal one of its own, with safe copies of its own."""
    sql.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (JOURNAL, fresh))
