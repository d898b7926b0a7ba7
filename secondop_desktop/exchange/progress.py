"""How far a long piece of work has come, told from inside it."""

import io
from collections.abc import Callable
from typing import BinaryIO

Step = Callable[[str, int, int], None]
"""Takes what is happening, and how much is done of how much, in KiB; may raise to stop the work."""

Tell = Callable[[int, int], None]
"""Hears how many bytes of how many are done; raises to stop."""


def silent(_text: str, _done: int, _total: int) -> None:
    """Say nothing."""


def nobody(_done: int, _total: int) -> None:
    """Tell nobody."""


class Progress:
    """Counts what is done and tells it."""

    def __init__(self, tell: Tell, total: int) -> None:
        self._tell, self._total, self._done = tell, total, 0

    def more(self, count: int) -> None:
        """Count so many bytes more; raises whatever stops it."""
        self._done += count
        self._tell(min(self._done, self._total), self._total)


class Watched(io.RawIOBase):
    """A stream whose reading is counted."""

    def __init__(self, stream: BinaryIO, progress: Progress) -> None:
        super().__init__()
        self._stream, self._progress = stream, progress

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def seekable(self) -> bool:
        """Tell that any place of it can be read."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place, and return it."""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        """Return the place."""
        return self._stream.tell()

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Fill the buffer and count what came."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self._progress.more(len(data))
        return len(data)


def in_kib(step: Step) -> Tell:
    """Tell in KiB, so that the largest disc can be counted by a bar."""
    return lambda done, total: step("", done >> 10, total >> 10)
