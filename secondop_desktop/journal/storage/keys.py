"""The keys of encrypted journals that this program was given, by the salt of their files.

A journal and its safe copies have one salt, so what opens one opens all. The rest of the kernel
names files alone and never carries a key: no message and no log can hold one.
"""

from contextlib import suppress
from pathlib import Path

from secondop_desktop.journal.storage.cipher import SALT, Key
from secondop_desktop.journal.storage.private_files import open_regular

MAGIC = b"SQLite format 3\x00"
"""Begins every ordinary SQLite file; of an encrypted one the salt stands there."""

_given: dict[bytes, Key] = {}
_Number = tuple[int, int]
_held: dict[_Number, list[Key | None]] = {}
"""Keys of the files that are open just now, once for each time. POSIX takes every lock that a
program holds on a file with the first of its handles that is closed: no salt is read there."""


def give(key: Key, salt: bytes = b"") -> None:
    """Let this program open the files of a salt; another ``salt`` is that of a damaged file."""
    _given[salt or key.salt] = key


def forget_all() -> None:
    """Open no encrypted file any more."""
    _given.clear()
    _held.clear()


def key_of(path: Path) -> Key | None:
    """Return the key of a file; None for an ordinary one, or where it was not given."""
    if not _given:
        return None
    held = _held.get(_number(path))
    return held[-1] if held else _given.get(salt_of(path))


class HeldFile:
    """Remembers the key of a file that is being opened, until it is let go."""

    def __init__(self, path: Path, key: Key | None = None) -> None:
        """Take the key that was given for its salt, or ``key`` for a file that is still empty."""
        if key:
            give(key)
        self._number = _number(path)
        held = _held.setdefault(self._number, [])
        held.append(key or (held[-1] if held else _given.get(salt_of(path))))

    def let_go(self) -> None:
        """Look no longer after the file; what opens it stays known."""
        held = _held.get(self._number, [])
        if held:
            held.pop()
        if not held:
            _held.pop(self._number, None)


def salt_of(path: Path) -> bytes:
    """Return the first bytes of a file; nothing where it cannot be read."""
    with suppress(OSError), open_regular(path) as file:
        return file.read(SALT)
    return b""


def is_ordinary(path: Path) -> bool:
    """Tell whether a file is SQLite without a passphrase; raises nothing."""
    return salt_of(path) == MAGIC


def _number(path: Path) -> _Number:
    try:
        about = path.stat()
    except OSError:
        return 0, 0
    return about.st_dev, about.st_ino
