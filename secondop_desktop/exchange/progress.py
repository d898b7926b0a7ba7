"""How far a long piece of work has come, told from inside it."""

import io
from collections.abc import Callable
from typing import BinaryIO

from secondop_desktop.journal.progress import Tell

Step = Callable[[str, int, int], None]
"""Takes what is happening, and how much is done of how much, in KiB; may raise to stop the work."""


def silent(_text: str, _done: int, _total: int) -> None:
    """Say nothing."""


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


class Shares:
    """Several pieces of one work, each of which tells its own part as a part of the whole."""

    def __init__(self, tell: Tell, total: int) -> None:
        """Begin with nothing done of so many bytes."""
        self._tell, self._total = tell, total
        self._before, self._far = 0, 0

    def of(self, size: int) -> Tell:
        """Return what hears how far the next piece is, which has so many bytes."""
        before = self._before
        self._before += size

        def tell(done: int, total: int) -> None:
            share = size * min(done, total) // total if total else 0
            self._far = max(self._far, min(before + share, self._total))
            self._tell(self._far, self._total)

        return tell


def stage(step: Step, text: str) -> Tell:
    """Tell things, not bytes, under a text of their own."""
    return lambda done, total: step(text, done, total)


def in_kib(step: Step) -> Tell:
    """Tell in KiB, so that the largest disc can be counted by a bar."""
    return lambda done, total: step("", done >> 10, total >> 10)
