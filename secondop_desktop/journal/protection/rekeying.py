"""Setting, changing and removing a passphrase: the journal is written anew and then renamed.

Never ``PRAGMA rekey`` on the file itself: after a full disk it left one that nothing opens.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import sqlcipher3

from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.storage.cipher import Key
from secondop_desktop.journal.storage.disk import full, why
from secondop_desktop.journal.storage.engine import (
    Driver,
    connect,
    make_engine,
    of_the_disk,
    translate_errors,
    uri,
)
from secondop_desktop.journal.storage.header import read_header
from secondop_desktop.journal.storage.hot_journals import refuse_strangers
from secondop_desktop.journal.storage.keys import give, is_ordinary, key_of
from secondop_desktop.journal.storage.lock import JournalLock
from secondop_desktop.journal.storage.private_files import create_private, settle, work_folder
from secondop_desktop.journal.storage.schema import NEWEST
from secondop_desktop.lang import _

_MARKS = ("user_version", "application_id")


class Rekeyed(NamedTuple):
    """What came of it: the copy of the journal as it was, if it was to be kept."""

    kept: Path | None


def rekey(path: Path, key: Key | None, *, keep_before: bool = False) -> Rekeyed:
    """Put a journal under another key (None: under none); the key it has now was given before.

    Raises UserError and changes nothing when that cannot be done, or the journal is open.
    Whatever ends the program meanwhile, the file opens with the old passphrase or the new one.
    """
    path = path.resolve()
    read_header(path, NEWEST)
    lock = JournalLock(path)
    try:
        refuse_strangers(path)
        kept = _as_it_was(path) if keep_before else None
        _write_anew(path, key)
    except OSError as error:
        raise _not_done(path, error) from error
    finally:
        lock.release()
    return Rekeyed(kept)


def _as_it_was(path: Path) -> Path:
    engine = make_engine(path, read_only=True)
    try:
        return backup.safe_copy(engine, path)
    finally:
        engine.dispose()


def _write_anew(path: Path, key: Key | None) -> None:
    with work_folder(path.parent) as work:
        fresh = work / "fresh.secondop"
        with translate_errors(path):
            _export(path, fresh, key)
        if key:
            give(key)
        backup.verify(fresh)
        if contents(path) != contents(fresh):
            raise UserError(
                _("{file} could not be copied whole. Nothing was changed.").format(file=path.name)
            )
        settle(fresh, path)


def restore(copy: Path, target: Path) -> Path | None:
    """Put a safe copy in a journal's place as ``backup.restore`` does, under its passphrase.

    A copy from before the passphrase was set takes no protection away, where the key of the
    journal was given. Returns the safe copy made of what stood there.
    """
    key = key_of(target)
    kept = backup.restore(copy, target)
    if key and is_ordinary(target):
        rekey(target, key)
    return kept


def rekey_copy(copy: Path, key: Key | None) -> None:
    """Put a safe copy under another key, in its place; raises UserError or OSError if it cannot."""
    read_header(copy, NEWEST)
    _write_anew(copy.resolve(), key)


def _export(path: Path, fresh: Path, key: Key | None) -> None:
    os.close(create_private(fresh))
    with closing(connect(path)) as sql:
        sql.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # takes back a crash's rest
        target = uri(fresh, read_only=False)
        sql.execute("ATTACH DATABASE ? AS fresh KEY ?", (target, key.told if key else ""))
        try:
            _export_attached(sql)
        except sqlcipher3.OperationalError as error:
            if problem := of_the_disk(error, fresh.parent):
                raise problem from error
            raise


def _export_attached(sql: Any) -> None:
    """Copy all into the attached file: it is nobody's yet, so its disk is waited for at the end."""
    sql.execute("PRAGMA fresh.journal_mode=OFF")
    sql.execute("PRAGMA fresh.synchronous=OFF")
    sql.execute("BEGIN IMMEDIATE")
    sql.execute("SELECT sqlcipher_export('fresh')").fetchone()
    for mark in _MARKS:
        value = int(sql.execute(f"PRAGMA main.{mark}").fetchone()[0])
        sql.execute(f"PRAGMA fresh.{mark}={value}")
    sql.execute("COMMIT")
    sql.execute("DETACH DATABASE fresh")


def contents(path: Path) -> str:
    """Return one hash over everything that a file holds, table by table and row by row."""
    told = hashlib.sha256()
    with translate_errors(path), closing(connect(path, read_only=True)) as sql:
        for row in _rows(sql):
            told.update(repr(row).encode())
    return told.hexdigest()


def _rows(sql: Driver) -> Iterator[Any]:
    for mark in _MARKS:
        yield sql.execute(f"PRAGMA {mark}").fetchone()
    every = sql.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"
    ).fetchall()
    yield from every
    for sort, name, made in every:
        if sort == "table" and not made.upper().startswith("CREATE VIRTUAL"):
            yield from sql.execute(f'SELECT * FROM "{name}"')


def _not_done(path: Path, error: OSError) -> UserError:
    if full(error):
        return UserError(
            _(
                "The disk is full, so the passphrase of {file} was not changed. It takes as much "
                "room again as the journal. Free some, then try again."
            ).format(file=path.name)
        )
    return UserError(
        _("{file} could not be saved under another passphrase: {why}. Nothing was changed.").format(
            file=path.name, why=why(error)
        )
    )
