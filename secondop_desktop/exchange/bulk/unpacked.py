"""What a packed file of lines holds, kept on the disk so that any line can be read again.

It lies in the spool, where it is noise to everybody else.
"""

import zlib
from collections.abc import Callable
from io import SEEK_SET, BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO, Final, cast

from secondop_desktop.exchange.bulk.documents import opened_lines
from secondop_desktop.exchange.containers.limits import Budget
from secondop_desktop.journal.storage.spool import Spool

_BLOCK: Final = 256 * 1024
"""Bytes that are kept together: so many are unpacked to read one line."""

_QUICK: Final = 1
"""How hard a block is packed."""


class Unpacked:
    """The bytes of a file that was packed, in blocks of one length."""

    def __init__(self, path: Path, name: str, heard: Callable[[], None]) -> None:
        """Unpack a file; ``heard`` is called for each block, and raises to stop.

        Raises UserError for one that unpacks to far more than records of health do, or where
        the disk has no room.
        """
        self._spool = Spool()
        self._list = self._spool.new_list()
        with self._spool.while_whole():
            self._fill(path, Budget(name, path.stat().st_size), heard)

    def _fill(self, path: Path, budget: Budget, heard: Callable[[], None]) -> None:
        self._number = 0
        with opened_lines(path, None) as stream:
            while block := stream.read(_BLOCK):
                heard()
                budget.take(len(block))
                self._spool.put(self._list, self._number, zlib.compress(block, _QUICK))
                self._number += 1

    def block(self, number: int) -> bytes:
        """Return one block, nothing behind the last."""
        if number >= self._number:
            return b""
        return zlib.decompress(self._spool.block(self._list, number))

    def opened(self) -> BinaryIO:
        """Open the bytes for reading at any place."""
        return cast(BinaryIO, BufferedReader(_Reader(self), _BLOCK))


class _Reader(RawIOBase):
    def __init__(self, held: Unpacked) -> None:
        super().__init__()
        self._held, self._at = held, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        if whence != SEEK_SET:
            raise ValueError("only from the beginning")
        self._at = offset
        return offset

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read up to the end of a block."""
        number, begin = divmod(self._at, _BLOCK)
        piece = self._held.block(number)[begin : begin + len(buffer)]
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)
