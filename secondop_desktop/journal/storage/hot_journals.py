"""What a crash leaves beside a journal, and whose it is.

SQLite plays a rollback journal into whatever file bears the name. After a crash people put a safe
copy there by hand, or make a new journal under the name: then it would be played into a stranger.
"""

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlcipher3

from secondop_desktop.journal.storage.cipher import PAGE, decrypted
from secondop_desktop.journal.storage.engine import connect
from secondop_desktop.journal.storage.files_beside import refuse_odd, wal_of
from secondop_desktop.journal.storage.header import hot_journal
from secondop_desktop.journal.storage.keys import key_of
from secondop_desktop.journal.storage.log_seals import log_fits
from secondop_desktop.journal.storage.long_names import shortened
from secondop_desktop.journal.storage.private_files import (
    copy_private,
    open_regular,
    settle,
    sync_folder,
    work_folder,
)

_MAGIC = bytes.fromhex("d9d505f920a163d7")
"""Begins a rollback journal that is to be played back (SQLite file format, section 3)."""

_LOGGED = b"\2\2"
_NUMBERED = len(" 000.rollback")


def refuse_strangers(path: Path) -> None:
    """Put a rollback journal out of the way that was not made by this very file.

    Both are tried on copies first: with it, and without it. A write-ahead log goes too where the
    file does not say that it has one; SQLite would play it in all the same. Raises OSError where
    there is no room, and UserError where something beside it is no file.
    """
    refuse_odd(path)
    if wal_of(path).exists() and not _has_log(path):
        _put_away(path, wal_of(path))
    if not (is_hot(path) or wal_of(path).exists()):
        return
    with rolled_back(path) as both, _alone(path) as alone:
        if not _is_whole(both) and _is_whole(alone):
            set_aside(path)


def _has_log(path: Path) -> bool:
    """Tell whether a file says of itself that it has a write-ahead log (file format, 1.3.3)."""
    with open_regular(path) as file:
        page = file.read(PAGE)
    key = key_of(path)
    return (decrypted(page, 1, key) if key and len(page) == PAGE else page)[18:20] == _LOGGED


def is_hot(path: Path) -> bool:
    """Tell whether something waits to be played into a file when it is opened."""
    try:
        with open_regular(hot_journal(path)) as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def set_aside(path: Path) -> None:
    """Take a rollback journal away from the name that it would be played into; it is kept."""
    for beside in (hot_journal(path), wal_of(path)):
        if beside.exists() or beside.is_symlink():
            _put_away(path, beside)


def _put_away(path: Path, beside: Path) -> None:
    stamp = time.strftime("%Y-%m-%d %H.%M.%S")
    end = f" left by a crash {stamp}"
    stem = f"{shortened(path.parent, path.stem, len(end) + _NUMBERED)}{end}"
    names = (f"{stem}{end}.rollback" for end in ("", *(f" {n}" for n in range(2, 1000))))
    beside.replace(next(free for free in map(beside.with_name, names) if not free.exists()))
    sync_folder(beside.parent)


def settle_alone(fresh: Path, target: Path) -> None:
    """Bring a finished journal to a place where nothing is to be played into it."""
    set_aside(target)
    settle(fresh, target)


@contextmanager
def rolled_back(path: Path) -> Iterator[Path]:
    """Give a copy of a file together with what a crash left beside it."""
    with _alone(path) as copy:
        bring_beside(path, copy)
        yield copy


def bring_beside(path: Path, copy: Path) -> bool:
    """Copy what is to be played into a file beside its copy; tells whether there was anything."""
    found = [(hot_journal(path), hot_journal(copy))] if is_hot(path) else []
    if wal_of(path).exists() and _has_log(path):
        found.append((wal_of(path), wal_of(copy)))
    for one, beside in found:
        copy_private(one, beside)
    return bool(found)


@contextmanager
def _alone(path: Path) -> Iterator[Path]:
    with work_folder(path.resolve().parent) as work:
        yield copy_private(path, work / "copy.secondop")


def _is_whole(path: Path) -> bool:
    try:
        with closing(connect(path)) as sql:
            found = sql.execute("PRAGMA integrity_check(1)").fetchone()[0]
            return bool(found == "ok") and log_fits(sql)
    except sqlcipher3.Error:
        return False
