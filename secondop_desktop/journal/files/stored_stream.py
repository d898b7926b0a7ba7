"""A stored file as a stream: read piece by piece where it is kept, never whole in memory."""

import io
from collections.abc import Callable
from functools import lru_cache

from secondop_desktop.journal.files.attachments import CHUNK

_PIECES = 4


class StoredStream(io.RawIOBase):
    """Reads a file by its pieces; each is asked for by its number, from 0."""

    def __init__(self, size: int, piece: Callable[[int], bytes]) -> None:
        """Take the size in bytes, and who gives a piece of ``CHUNK`` bytes."""
        super().__init__()
        self._size, self._at = size, 0
        self._piece = lru_cache(_PIECES)(piece)

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def seekable(self) -> bool:
        """Tell that any place of it can be read."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place, and return it."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(start + offset, 0)
        return self._at

    def tell(self) -> int:
        """Return the place."""
        return self._at

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Fill the buffer as far as one piece goes, and return how far that is."""
        if self._at >= self._size:
            return 0
        number, start = divmod(self._at, CHUNK)
        part = self._piece(number)[start : start + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)
