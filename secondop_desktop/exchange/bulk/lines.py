"""Where each line of bulk files stands, what it names, and what names it, in a few bytes a line.

Two hundred megabytes hold a quarter of a million lines: an object for each would fill the memory.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, NamedTuple

from secondop_desktop.exchange.bulk.unpacked import Unpacked
from secondop_desktop.journal.storage.private_files import open_regular


class BulkFile(NamedTuple):
    """A file of lines, by the name to call it; one that is packed is ``unpacked`` elsewhere."""

    name: str
    path: Path
    unpacked: Unpacked | None = None

    def opened(self) -> BinaryIO:
        """Open its lines for reading at any place."""
        return self.unpacked.opened() if self.unpacked else open_regular(self.path)


def mark_of(text: str) -> int:
    """Return 64 bits that stand for a text; two that share them are only looked at for nothing."""
    told = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(told, "little", signed=True)


_SHELVES = 256
"""Marks that begin alike lie together until they are sorted, which then takes little room."""


class Pairs:
    """Marks with the lines that bear them: gathered in any order, then looked up."""

    def __init__(self) -> None:
        self._marks, self._lines = array("q"), array("I")

    def add(self, mark: int, line: int) -> None:
        """Note that a line bears a mark."""
        self._marks.append(mark)
        self._lines.append(line)

    def sort(self) -> None:
        """Make ready for looking up."""
        shelves = [(array("q"), array("I")) for _shelf in range(_SHELVES)]
        for mark, line in self:
            marks, lines = shelves[(mark >> 56) + _SHELVES // 2]
            marks.append(mark)
            lines.append(line)
        self._marks, self._lines = array("q"), array("I")
        for marks, lines in shelves:
            order = sorted(range(len(marks)), key=marks.__getitem__)
            self._marks.extend(map(marks.__getitem__, order))
            self._lines.extend(map(lines.__getitem__, order))

    def of(self, mark: int) -> Sequence[int]:
        """Return the lines that bear a mark, in their order."""
        at = bisect_left(self._marks, mark)
        end = at
        while end < len(self._marks) and self._marks[end] == mark:
            end += 1
        return self._lines[at:end]

    def groups(self) -> Iterator[Sequence[int]]:
        """Yield the lines of each mark that several bear."""
        at, number = 0, len(self._marks)
        while at < number:
            end = at + 1
            while end < number and self._marks[end] == self._marks[at]:
                end += 1
            if end - at > 1:
                yield self._lines[at:end]
            at = end

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self._marks, self._lines, strict=True)


class Lines:
    """The lines of all bulk files of one import, in their order."""

    def __init__(self) -> None:
        self.files: list[BulkFile] = []
        self._file, self._number = array("H"), array("I")
        self._offset, self._length = array("Q"), array("I")

    def add(self, number: int, offset: int, length: int) -> int:
        """Take in a line of the last file by its number, place and bytes; return its own place."""
        self._file.append(len(self.files) - 1)
        self._number.append(number)
        self._offset.append(offset)
        self._length.append(length)
        return len(self._file) - 1

    def __len__(self) -> int:
        return len(self._file)

    def length(self, line: int) -> int:
        """Return how many bytes a line has."""
        return self._length[line]

    def read(self, lines: Sequence[int]) -> Iterator[tuple[int, BulkFile, int, bytes]]:
        """Yield lines, which are in order, each with its place, file, number and bytes."""
        at = 0
        while at < len(lines):
            own = self._file[lines[at]]
            file = self.files[own]
            with file.opened() as stream:
                while at < len(lines) and self._file[lines[at]] == own:
                    line = lines[at]
                    stream.seek(self._offset[line])
                    yield line, file, self._number[line], stream.read(self._length[line])
                    at += 1
