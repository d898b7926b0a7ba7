"""One thing that is handed over, and what became of it."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _

_PIECE = 1024 * 1024


@dataclass(frozen=True)
class Item:
    """A file with its place in what is handed over, such as ``Files/Scan.pdf``.

    ``write`` puts its bytes into a stream; ``about`` says what it is. ``sha256`` is what they
    must come to, empty where that is not known before.
    """

    place: str
    about: str
    write: Callable[[BinaryIO], object]
    sha256: str = ""


@dataclass(frozen=True)
class Handed:
    """A file that was written: its place, what it is, its size in bytes and its SHA-256."""

    place: str
    about: str
    size: int
    sha256: str


class Measured:
    """Passes bytes on to a stream and knows their number and hash; it only goes forward."""

    def __init__(self, out: BinaryIO) -> None:
        self._out, self._digest, self.size = out, hashlib.sha256(), 0

    def write(self, data: bytes) -> int:
        """Pass bytes on."""
        self._digest.update(data)
        self.size += len(data)
        self._out.write(data)
        return len(data)

    def flush(self) -> None:
        """Do nothing: what is below is flushed when all is written."""

    def handed(self, item: Item) -> Handed:
        """Return what was written; raises UserError where it is not what was kept."""
        found = self._digest.hexdigest()
        if item.sha256 and item.sha256 != found:
            text = _("The file kept for {name} is damaged. Look for it in a safe copy.")
            raise UserError(text.format(name=item.about))
        return Handed(item.place, item.about, self.size, found)


class Unread(OSError):
    """A file that could not be read, such as one on a scratched disc."""


def copied(opened: Callable[[], BinaryIO]) -> Callable[[BinaryIO], None]:
    """Return a way to copy a stream piece by piece; raises Unread where it cannot be read."""

    def write(out: BinaryIO) -> None:
        for piece in _pieces(opened):
            out.write(piece)

    return write


def _pieces(opened: Callable[[], BinaryIO]) -> Iterator[bytes]:
    try:
        stream = opened()
    except OSError as problem:
        raise Unread(str(problem)) from problem
    with stream:
        while True:
            try:
                piece = stream.read(_PIECE)
            except OSError as problem:
                raise Unread(str(problem)) from problem
            if not piece:
                return
            yield piece


def disc_items(disc: Path, place: str) -> Iterator[Item]:
    """Give every file of a disc's folder under a place, its own names kept: its index needs them.

    Links are not followed.
    """
    for path in sorted(disc.rglob("*")):
        if path.is_file() and not path.is_symlink():
            within = path.relative_to(disc).as_posix()
            yield Item(f"{place}/{within}", _("From the disc"), copied(_opening(path)))


def _opening(path: Path) -> Callable[[], BinaryIO]:
    return lambda: path.open("rb")
