"""Whether a file is still the one that this program wrote last.

A sync program may put another file there, or write another one's bytes into it. SQLite compares
sixteen bytes of its header to see whether what it remembers still holds; two computers that each
made the same number of changes agree in them, and a save would write a mixture of both.
"""

import errno
import os
import shutil
from contextlib import closing
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import sqlcipher3
from sqlalchemy import Engine

from secondop_desktop.journal.storage.engine import connect, driver, translate_errors
from secondop_desktop.journal.storage.header import not_read
from secondop_desktop.journal.storage.log_seals import kept_log
from secondop_desktop.journal.storage.private_files import create_private

_FIRST = 4096
"""Bytes of the first page: of an encrypted file all of it changes with each commit."""
_AT_ONCE = 1024 * 1024


class FileMark(NamedTuple):
    """What can be seen of a file from outside: which one, its size, when written, its beginning.

    Programs that copy set back when a file was ``written``, but cannot when it was ``changed``;
    that says also when it was given another name.
    """

    device: int
    inode: int
    size: int
    written: int
    changed: int
    beginning: bytes

    def at_times_of(self, other: "FileMark") -> "FileMark":
        """Return this mark as if the file had been written and changed when another was."""
        return self._replace(written=other.written, changed=other.changed)


class WrittenFile:
    """The file of an open journal as this program wrote it last.

    It is looked at through one handle, which stays open as long as the journal: POSIX takes every
    lock that a program holds on a file, SQLite's too, with the first of its handles that is closed.
    """

    def __init__(self, path: Path, sealed: str) -> None:
        self._path = path
        self._turn = Lock()
        self._file = path.open("rb", buffering=0)
        self.sealed = sealed
        """The hash of the history in it."""
        self._mark = self._look()

    def remember(self, sealed: str) -> None:
        """Take what stands there now for ours; ``sealed`` is its history's hash, if it is known."""
        self.sealed = sealed or self.sealed
        self._mark = self._look()

    def is_ours(self) -> bool:
        """Tell whether the path leads to what we wrote last; another time alone does not count."""
        before, now = self._mark, self._look()
        if now == before:
            return True
        if before is None or now is None or now.at_times_of(before) != before:
            return False
        if self._kept() != self.sealed:
            return False
        self._mark = now
        return True

    def write_out(self, target: Path) -> None:
        """Write what the open handle still holds into a new file; raises OSError if it is not ours.

        Where another file was put in the place of this one, its bytes are reached by nothing else.
        """
        with self._turn, os.fdopen(create_private(target), "wb") as out:
            seen, mark = self._seen(os.fstat(self._file.fileno())), self._mark
            if mark is None or seen._replace(changed=mark.changed) != mark:
                raise OSError(errno.ENOENT, os.strerror(errno.ENOENT), str(self._path))
            self._file.seek(0)
            shutil.copyfileobj(self._file, out, _AT_ONCE)

    def close(self) -> None:
        """Look no more; SQLite holds the file no longer."""
        self._file.close()

    def _look(self) -> FileMark | None:
        """Return what can be seen; None where there is no file or it cannot be read."""
        try:
            about = self._path.stat()
            with self._turn:
                return self._seen(about)
        except OSError:
            return None

    def _seen(self, about: os.stat_result) -> FileMark:
        self._file.seek(0)
        beginning = self._file.read(_FIRST)
        written, changed = about.st_mtime_ns, about.st_ctime_ns
        return FileMark(about.st_dev, about.st_ino, about.st_size, written, changed, beginning)

    def _kept(self) -> str | None:
        try:
            with closing(connect(self._path, read_only=True)) as sql:
                return kept_log(sql)
        except sqlcipher3.Error:
            return None


def watched(path: Path, writer: Engine) -> WrittenFile:
    """Remember the file as it is now, to see when something else writes it."""
    try:
        with translate_errors(path), writer.connect() as connection:
            return WrittenFile(path, kept_log(driver(connection)))
    except OSError as error:
        writer.dispose()
        raise not_read(path.name, error) from error
    except BaseException:
        writer.dispose()
        raise
