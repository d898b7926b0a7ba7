"""The one place where a journal's database connections are made."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote_from_bytes

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from secondop_desktop.errors import UserError
from secondop_desktop.journal.storage.disk import DamagedJournal, full
from secondop_desktop.journal.storage.files_beside import refuse_odd
from secondop_desktop.journal.storage.keys import key_of
from secondop_desktop.journal.storage.private_files import refused
from secondop_desktop.lang import _

PRAGMAS = (
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "busy_timeout=2000",
    "journal_mode=DELETE",
    "synchronous=EXTRA",
    "locking_mode=NORMAL",
    *(("fullfsync=1",) if sys.platform == "darwin" else ()),
)
"""Set on every connection; why each one is there is told in ARCHITECTURE.md."""


class Driver(Protocol):
    """What the kernel's own statements need of a DBAPI connection."""

    text_factory: Any

    def execute(self, sql: str, values: tuple[Any, ...] = ..., /) -> Any:
        """Run one statement and return its cursor."""

    def executemany(self, sql: str, values: list[tuple[Any, ...]], /) -> Any:
        """Run one statement for several rows."""


def uri(path: Path, *, read_only: bool) -> str:
    """Return the address by which SQLite opens a file that is there, whatever its name."""
    mode = "ro" if read_only else "rw"
    return f"file:{quote_from_bytes(bytes(path.resolve()))}?mode={mode}"


def connect(path: Path, *, read_only: bool = False) -> Any:
    """Open one DBAPI connection with all pragmas, and the file's key where it was given one.

    Raises UserError where something beside it is no ordinary file.
    """
    refuse_odd(path)
    connection = sqlcipher3.connect(
        uri(path, read_only=read_only),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        _set_up(connection, path, read_only)
    except UnicodeDecodeError:
        # SQLite quotes a harmed definition, and the driver takes all that it says for UTF-8.
        connection.close()
        raise sqlcipher3.DatabaseError(_HARMED) from None
    except BaseException:
        connection.close()
        raise
    return connection


def use_key(sql: Driver, path: Path) -> None:
    """Let a connection read an encrypted file; before anything else is asked of it."""
    sql.execute("PRAGMA cipher_log_level=none")
    if key := key_of(path):
        sql.execute(f'PRAGMA key="{key.told}"')


def _set_up(connection: Any, path: Path, read_only: bool) -> None:
    use_key(connection, path)
    for pragma in PRAGMAS:
        if not (read_only and pragma.startswith("journal_mode")):
            connection.execute(f"PRAGMA {pragma}")
    let_spill(connection, False)
    connection.text_factory = _any_text


_any_text = partial(str, encoding="utf-8", errors="replace")
"""Reads a text of the file, whatever became of it: one broken letter must not hide the rest."""


def driver(connection: Connection) -> Driver:
    """Return what lies beneath a connection.

    A save has a dozen statements, and each costs five times as much through SQLAlchemy.
    """
    found: Driver = connection.connection.driver_connection  # type: ignore[assignment]
    return found


def read_all(sql: Driver, statement: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Read many rows; twice as quick as a connection by itself where every text is UTF-8."""
    sql.text_factory = str
    try:
        return _fetched(sql, statement, values)
    except sqlcipher3.OperationalError as error:
        if not str(error).startswith(_UNDECODABLE):
            raise
    finally:
        sql.text_factory = _any_text
    return _fetched(sql, statement, values)


def _fetched(sql: Driver, statement: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = sql.execute(statement, values).fetchall()
    return found


def make_engine(path: Path, *, read_only: bool = False) -> Engine:
    """Make an engine whose transactions are explicit and whose errors hold no patient data."""
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3,
        creator=lambda: connect(path, read_only=read_only),
        poolclass=QueuePool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin_reading if read_only else _begin_writing)
    return engine


def _begin_reading(connection: Connection) -> None:
    driver(connection).execute("BEGIN")


def _begin_writing(connection: Connection) -> None:
    driver(connection).execute("BEGIN IMMEDIATE")


def let_spill(sql: Driver, allowed: bool) -> None:
    """Let a transaction write pages before it ends, which keeps out readers from then on.

    Without this a change holds what it wrote in memory, and others may read until it commits.
    """
    # ON and OFF do nothing inside a transaction; a number of pages counts at once.
    sql.execute(f"PRAGMA cache_spill={1 if allowed else 1_000_000}")


_REASONS = {
    sqlcipher3.SQLITE_FULL: "full",
    sqlcipher3.SQLITE_READONLY: "read-only",
    sqlcipher3.SQLITE_CANTOPEN: "read-only",
    sqlcipher3.SQLITE_IOERR: "input/output",
    sqlcipher3.SQLITE_BUSY: "locked",
    sqlcipher3.SQLITE_LOCKED: "locked",
    sqlcipher3.SQLITE_NOTADB: "damaged",
    sqlcipher3.SQLITE_CORRUPT: "damaged",
}
_HARMED = "database disk image is malformed"
_BY_WORDS = {
    _HARMED: "damaged",
    "database or disk is full": "full",
    "attempt to write a readonly database": "read-only",
    "unable to open database file": "read-only",
    "disk I/O error": "input/output",
    "database is locked": "locked",
}
"""What fails inside a function, as that by which SQLCipher exports, comes with words alone, and so
does what we found ourselves."""
_UNDECODABLE = "Could not decode to UTF-8"
_UNREADABLE = (_UNDECODABLE, "unsupported file format")


def reason(error: BaseException) -> str:
    """Return what made the database fail, in one of few words; empty for a fault of ours."""
    told_by = error.orig if isinstance(error, DBAPIError) else error
    if str(told_by).startswith(_UNREADABLE):
        return "damaged"
    code = getattr(told_by, "sqlite_errorcode", None) or 0
    return _REASONS.get(code & 0xFF) or _BY_WORDS.get(str(told_by), "")


def of_the_disk(error: BaseException, folder: Path) -> OSError | None:
    """Return what the disk said to a database that was to be written in a folder, if it was that.

    A disk that is full is told from one that fails by asking it once more.
    """
    why = reason(error)
    if why == "full":
        return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    if why == "input/output":
        return refused(folder) or OSError(errno.EIO, os.strerror(errno.EIO))
    return None


def to_user_error(error: BaseException, path: Path, *, writing: bool = False) -> UserError | None:
    """Say a database failure in one sentence, or return None when it is a fault of ours."""
    why = reason(error)
    if why == "damaged" and not _is_damaged(path):
        why = "input/output"
    if why == "input/output":
        why = _of_input_output(path, writing=writing)
    if why == "read-only":
        why = _of_read_only(path)
    sentences = {
        "full": _(
            "The disk is full, so nothing was saved in {file}. Free some space, then save again."
        ),
        "read-only": _(
            "{file} cannot be written here. Move it to a folder where you can save files."
        ),
        "gone": _(
            "{file} is no longer where it was. Move it back there, or open it where it is now."
        ),
        "too large": _(
            "{file} is getting larger than its disk lets a file be, so nothing was saved. Close "
            "it, move it to another disk, such as the one in your computer, then open it there."
        ),
        "input/output": _(
            "The disk failed while {file} was used, so your last change may be missing. "
            "Check the disk, then open the journal again and look."
        ),
        "unread": _(
            "{file} could not be read just now: the disk does not answer as it should. Look at "
            "its cable or connection, then try again."
        ),
        "locked": _(
            "Another program is using {file}, so nothing was saved. Close it, then save again."
        ),
        "damaged": _("{file} is damaged. Open one of its safe copies instead."),
    }
    kind = DamagedJournal if why == "damaged" else UserError
    return kind(sentences[why].format(file=path.name)) if why else None


def _of_input_output(path: Path, *, writing: bool) -> str:
    if not writing:
        return "unread"
    size = path.stat().st_size if path.exists() else 0
    problem = refused(path.resolve().parent, size)
    if problem and problem.errno == errno.EFBIG:
        return "too large"
    return "full" if problem and full(problem) else "input/output"


def _of_read_only(path: Path) -> str:
    """Tell a folder that takes no file from a file that is gone, and from a disk without room.

    SQLite says the same where the file that it wants to make beside the journal finds no place.
    """
    if _is_gone(path):
        return "gone"
    problem = refused(path.resolve().parent)
    return "full" if problem and full(problem) else "read-only"


def _is_gone(path: Path) -> bool:
    try:
        path.stat()
    except OSError as error:
        return isinstance(error, FileNotFoundError)
    return False


def _is_damaged(path: Path) -> bool:
    """Tell damage from a disk that failed to answer, which SQLite may report as damage.

    What can be read through a second time was not damaged.
    """
    try:
        with closing(connect(path, read_only=True)) as sql:
            return bool(sql.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok")
    except sqlcipher3.Error as error:
        return reason(error) != "input/output"


@contextmanager
def translate_errors(path: Path, *, writing: bool = False) -> Iterator[None]:
    """Turn the database failures that a user can do something about into plain sentences."""
    try:
        yield
    except (DBAPIError, sqlcipher3.Error) as error:
        sentence = to_user_error(error, path, writing=writing)
        if sentence is None:
            raise
        # The message of a text that cannot be read holds that text.
        raise sentence from (None if _UNDECODABLE in str(error) else error)
