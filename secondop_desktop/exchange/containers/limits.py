"""How much may come out of a zip or a folder: a small file can claim to hold the world."""

import struct
import zipfile
import zlib
from typing import Final

from secondop_desktop.errors import UserError
from secondop_desktop.journal.progress import Tell, nobody
from secondop_desktop.lang import _

MOST_FILES: Final = 5_000
MOST_BYTES: Final = 1_000_000_000
MOST_TIMES: Final = 200
"""How many times its packed size a zip may hold; tables and XML come to thirty."""

BROKEN_ZIP = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, LookupError),
)
"""What Python raises for a zip that is spoiled, locked, or packed in a way it does not know."""

_SMALL: Final = 20_000_000
"""Bytes that may come out of a zip however well they are packed."""


def too_many(name: str) -> UserError:
    """Say that there are more files in one than anybody can look through."""
    said = _("{name} holds more than {count} files. Bring in a part of them at a time.")
    return UserError(said.format(name=name, count=f"{MOST_FILES:,}"))


def too_large(name: str) -> UserError:
    """Say that a zip holds more than is safe to unpack."""
    said = _(
        "{name} would unpack to far more than health records take, so it was not opened. "
        "Unpack it by hand, and bring in the files that you know."
    )
    return UserError(said.format(name=name))


class Budget:
    """What may still be unpacked of all that was given together, and what was already."""

    def __init__(self, name: str, packed: int, tell: Tell = nobody) -> None:
        """Begin for a file of so many bytes; ``tell`` hears of what was ``expected``."""
        self._name, self._tell = name, tell
        self._taken, self._expected = 0, 0
        self._most = min(MOST_BYTES, max(_SMALL, packed * MOST_TIMES))
        self._files = MOST_FILES

    def take(self, size: int) -> None:
        """Take bytes that were unpacked; raises UserError when they are too many."""
        self._most -= size
        if self._most < 0:
            raise too_large(self._name)
        self._taken += size
        self._tell(min(self._taken, self._expected), self._expected)

    def expect(self, size: int) -> None:
        """Take note that so many bytes more are said to come."""
        self._expected += size

    def file(self) -> None:
        """Count one file; raises UserError when there are too many."""
        self._files -= 1
        if self._files < 0:
            raise too_many(self._name)
