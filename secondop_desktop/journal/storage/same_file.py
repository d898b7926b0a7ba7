"""Whether a file is still the one that this program wrote last.

A sync program may put another file there, or write another one's bytes into it. SQLite compares
sixteen bytes of its header to see whether what it remembers still holds; two computers that each
made the same number of changes agree in them, and a save would write a mixture of both.
"""

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

import sqlcipher3

from secondop_desktop.journal.storage.engine import connect
from secondop_desktop.journal.storage.log_seals import kept_log

_FIRST = 4096
"""Bytes of the first page: of an encrypted file all of it changes with each commit."""


@dataclass(frozen=True)
class FileMark:
    """What can be seen of a file from outside: which one, its size, when written, its beginning."""

    device: int
    inode: int
    size: int
    written: int
    beginning: bytes


class WrittenFile:
    """The file of an open journal as this program wrote it last.

    It is looked at through one handle, which stays open as long as the journal: POSIX takes every
    lock that a program holds on a file, SQLite's too, with the first of its handles that is closed.
    """

    def __init__(self, path: Path, sealed: str) -> None:
        self._path = path
        self._turn = Lock()
        self._file = path.open("rb", buffering=0)
        self._sealed = sealed
        self._mark = self._look()

    def remember(self, sealed: str) -> None:
        """Take what stands there now for ours; ``sealed`` is its history's hash, if it is known."""
        self._sealed = sealed or self._sealed
        self._mark = self._look()

    def is_ours(self) -> bool:
        """Tell whether the path leads to what we wrote last; another time alone does not count."""
        before, now = self._mark, self._look()
        if now == before:
            return True
        if before is None or now is None or replace(now, written=before.written) != before:
            return False
        if self._kept() != self._sealed:
            return False
        self._mark = now
        return True

    def close(self) -> None:
        """Look no more; SQLite holds the file no longer."""
        self._file.close()

    def _look(self) -> FileMark | None:
        """Return what can be seen; None where there is no file or it cannot be read."""
        try:
            about = self._path.stat()
            with self._turn:
                self._file.seek(0)
                beginning = self._file.read(_FIRST)
        except OSError:
            return None
        return FileMark(about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, beginning)

    def _kept(self) -> str | None:
        try:
            with closing(connect(self._path, read_only=True)) as sql:
                return kept_log(sql)
        except sqlcipher3.Error:
            return None
