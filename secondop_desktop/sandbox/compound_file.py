"""One stream out of a compound file, which older office programs write ([MS-CFB])."""

import struct
from collections.abc import Iterator
from typing import Final

_AT_HEAD: Final = 76
"""Where the places of the first 109 sectors of the allocation table stand."""

_LAST: Final = 0xFFFFFFFA
"""Numbers from here on are no sectors."""

_ENTRY: Final = 128
_SMALLEST: Final = 4096
"""Bytes below which a stream lies among others, and is not read here."""


def stream(data: bytes, *names: str) -> bytes:
    """Return the first stream of these names, empty where there is none of some size.

    Raises struct.error, IndexError or ValueError for a file that is broken.
    """
    reader = _Sectors(data)
    entries = reader.chain(struct.unpack_from("<I", data, 48)[0])
    for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
        length = struct.unpack_from("<H", entries, at + 64)[0]
        name = entries[at : at + max(length - 2, 0)].decode("utf-16-le")
        start, size = struct.unpack_from("<IQ", entries, at + 116)
        if name in names and size >= _SMALLEST:
            return reader.chain(start)[:size]
    return b""


class _Sectors:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._size = 1 << struct.unpack_from("<H", data, 30)[0]
        if self._size not in {512, 4096}:
            raise ValueError("no sector is of this size")
        table = b"".join(map(self._sector, self._places()))
        self._next = struct.unpack(f"<{len(table) // 4}I", table)

    def _sector(self, number: int) -> bytes:
        begins = (number + 1) * self._size
        return self._data[begins : begins + self._size]

    def _places(self) -> Iterator[int]:
        """Yield the sectors that hold the allocation table, those named further on too."""
        yield from _numbers(self._data[_AT_HEAD:512])
        further = struct.unpack_from("<I", self._data, 68)[0]
        for _time in range(len(self._data) // self._size):
            if further >= _LAST:
                return
            *places, further = struct.unpack(f"<{self._size // 4}I", self._sector(further))
            yield from (one for one in places if one < _LAST)

    def chain(self, number: int) -> bytes:
        """Return the bytes of sectors that follow each other; raises ValueError in a circle."""
        found: list[bytes] = []
        while number < _LAST:
            if len(found) > len(self._next):
                raise ValueError("sectors follow each other in a circle")
            found.append(self._sector(number))
            number = self._next[number]
        return b"".join(found)


def _numbers(data: bytes) -> list[int]:
    found = struct.unpack(f"<{len(data) // 4}I", data)
    return [one for one in found if one < _LAST]
