"""Whether a file is still the one that this program wrote last.

A sync program may put another file there, or write another one's bytes into it. SQLite compares
sixteen bytes of its header to see whether what it remembers still holds; two computers that each
made the same number of changes agree in them, and a save would write a mixture of both.
"""

import os
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

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


def mark_of(path: Path) -> FileMark | None:
    """Return the mark of a file; None where there is none or it cannot be read."""
    try:
        with path.open("rb") as file:
            about = os.fstat(file.fileno())
            beginning = file.read(_FIRST)
    except OSError:
        return None
    return FileMark(about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, beginning)


def is_touched_only(before: FileMark, now: FileMark, path: Path, key: str, sealed: str) -> bool:
    """Tell whether nothing but the time differs: the file has the history we wrote last."""
    if replace(now, written=before.written) != before:
        return False
    try:
        with closing(connect(path, key, read_only=True)) as sql:
            return kept_log(sql) == sealed
    except sqlcipher3.Error:
        return False
