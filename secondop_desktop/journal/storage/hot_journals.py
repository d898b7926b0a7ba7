"""What a crash leaves beside a journal, and whose it is.

SQLite plays a rollback journal into whatever file bears the name. After a crash people put a safe
copy there by hand, or make a new journal under the name: then it would be played into a stranger.
"""

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlcipher3

from secondop_desktop.journal.storage.engine import connect
from secondop_desktop.journal.storage.header import hot_journal
from secondop_desktop.journal.storage.log_seals import log_fits
from secondop_desktop.journal.storage.private_files import (
    copy_private,
    settle,
    sync_folder,
    work_folder,
)

_MAGIC = bytes.fromhex("d9d505f920a163d7")
"""Begins a rollback journal that is to be played back (SQLite file format, section 3)."""


def refuse_strangers(path: Path) -> None:
    """Put a rollback journal out of the way that was not made by this very file.

    Both are tried on copies first: with it, and without it. Raises OSError where there is no room.
    """
    if not is_hot(path):
        return
    with rolled_back(path) as both, _alone(path) as alone:
        if not _is_whole(both) and _is_whole(alone):
            set_aside(path)


def is_hot(path: Path) -> bool:
    """Tell whether something waits to be played into a file when it is opened."""
    try:
        with hot_journal(path).open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def set_aside(path: Path) -> None:
    """Take a rollback journal away from the name that it would be played into; it is kept."""
    hot = hot_journal(path)
    if hot.exists() or hot.is_symlink():
        stamp = time.strftime("%Y-%m-%d %H.%M.%S")
        hot.replace(hot.with_name(f"{path.stem} left by a crash {stamp}.rollback"))
        sync_folder(hot.parent)


def settle_alone(fresh: Path, target: Path) -> None:
    """Bring a finished journal to a place where nothing is to be played into it."""
    set_aside(target)
    settle(fresh, target)


@contextmanager
def rolled_back(path: Path) -> Iterator[Path]:
    """Give a copy of a file together with what a crash left beside it."""
    with _alone(path) as copy:
        if is_hot(path):
            copy_private(hot_journal(path), hot_journal(copy))
        yield copy


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
