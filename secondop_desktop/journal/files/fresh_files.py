"""Files stored since the newest safe copy, kept in memory too: nowhere else are they safe yet."""

from typing import BinaryIO, Final

from secondop_desktop.journal.files.attachments import Stored

MOST: Final = 16 * 1024 * 1024
"""Bytes that are kept in all, so that a film costs no memory; the oldest files go first."""


class FreshFiles:
    """Holds what would be lost where another program writes over the journal in place."""

    def __init__(self) -> None:
        self._bytes: dict[str, bytes] = {}

    def keep(self, stored: Stored, stream: BinaryIO) -> None:
        """Keep the bytes of a file that was stored, unless it is too large for that."""
        if stored.size > MOST or stored.hash in self._bytes:
            return
        stream.seek(0)
        self._bytes[stored.hash] = stream.read()
        while sum(map(len, self._bytes.values())) > MOST:
            self._bytes.pop(next(iter(self._bytes)))

    def get(self, file_hash: str) -> bytes | None:
        """Return the bytes of a file; None for one that is not held."""
        return self._bytes.get(file_hash)

    def clear(self) -> None:
        """Hold nothing any more: a safe copy has it now."""
        self._bytes.clear()
