"""Many files as one zip (APPNOTE 6.3) that is never written out: its bytes are known by place.

Nothing is packed, names are sorted and all dates are the first that a zip can say, so the same
files are always the same bytes. Each file is read once to know its checksum, then where it lies.
"""

import io
import struct
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

from secondop_desktop.exchange.imaging.disc_files import DiscFiles

MOST: Final = 4_000_000_000
"""Bytes: without the extension for 64 bits, which some readers lack, a zip holds little more."""

MOST_FILES: Final = 60_000
_CHUNK: Final = 1 << 20
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_VERSION, _UTF8, _FIRST_DAY = 20, 0x800, 0x21

Watch = Callable[[int], None]
"""Hears how many bytes more were read; raises to stop."""


class PlainZip:
    """The layout of the zip; ``open`` gives its bytes, as often as asked."""

    def __init__(self, files: DiscFiles, watch: Watch) -> None:
        self._files = files
        self._pieces: list[bytes | str] = []
        self._starts: list[int] = []
        self.size = 0
        central = [self._add(name, watch) for name in sorted(files.sizes)]
        start = self.size
        self._put(b"".join(central), sum(map(len, central)))
        self._put(self._end(len(central), self.size - start, start), _END.size)

    def _put(self, piece: bytes | str, size: int) -> None:
        self._pieces.append(piece)
        self._starts.append(self.size)
        self.size += size

    def _add(self, name: str, watch: Watch) -> bytes:
        """Lay out one file, and return its line in the list of all."""
        check, size, place, said = 0, 0, self.size, name.encode("utf-8", "surrogateescape")
        for chunk in _chunks(self._files, name):
            check, size = zlib.crc32(chunk, check), size + len(chunk)
            watch(len(chunk))
        about = (_UTF8, 0, 0, _FIRST_DAY, check, size, size, len(said), 0)
        self._put(_LOCAL.pack(b"PK\x03\x04", _VERSION, *about) + said, _LOCAL.size + len(said))
        self._put(name, size)
        line = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *about, 0, 0, 0, 0, place)
        return line + said

    def _end(self, count: int, size: int, start: int) -> bytes:
        return _END.pack(b"PK\x05\x06", 0, 0, count, count, size, start, 0)

    def open(self) -> BinaryIO:
        """Return the bytes of the zip as a stream that can be sought in."""
        return io.BufferedReader(_Stream(self, self._files), _CHUNK)

    def piece_at(self, place: int) -> tuple[bytes | str, int]:
        """Return the piece that lies at a place, bytes or the name of a file, and where in it."""
        number = bisect_right(self._starts, place) - 1
        while number + 1 < len(self._starts) and self._starts[number + 1] == place:
            number += 1
        return self._pieces[number], place - self._starts[number]


def _chunks(files: DiscFiles, name: str) -> Iterator[bytes]:
    with files.open(name) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


class _Stream(io.RawIOBase):
    """Reads the zip by its pieces; the file in hand stays open, as it is mostly read through."""

    def __init__(self, layout: PlainZip, files: DiscFiles) -> None:
        super().__init__()
        self._layout, self._files = layout, files
        self._at, self._name = 0, ""
        self._file: BinaryIO | None = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._layout.size}[whence]
        self._at = max(start + offset, 0)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        if self._at >= self._layout.size:
            return 0
        piece, inside = self._layout.piece_at(self._at)
        data = piece[inside:] if isinstance(piece, bytes) else self._of(piece, inside, len(buffer))
        part = data[: len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def _of(self, name: str, inside: int, most: int) -> bytes:
        if name != self._name:
            self._let_go()
            self._file, self._name = self._files.open(name), name
        assert self._file is not None
        if self._file.tell() != inside:
            self._file.seek(inside)
        return self._file.read(most)

    def _let_go(self) -> None:
        if self._file is not None:
            self._file.close()
        self._file, self._name = None, ""

    def close(self) -> None:
        self._let_go()
        super().close()
