"""The documents of a file that has one to each line, and which lines are broken."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple, cast

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.containers.limits import Budget
from secondop_desktop.exchange.fhir.resources import is_fhir
from secondop_desktop.exchange.progress import Progress, Watched
from secondop_desktop.exchange.read_entries import Skipped
from secondop_desktop.exchange.source_files.strict_json import read_json
from secondop_desktop.journal.files.attachments import CHUNK, LARGEST
from secondop_desktop.journal.files.gzip_members import is_packed
from secondop_desktop.journal.progress import Tell
from secondop_desktop.journal.storage.private_files import open_regular
from secondop_desktop.lang import _, ngettext

LONGEST: Final = LARGEST
"""Bytes of one line; a document that holds a PDF is long."""

_NAMED = 20
"""So many broken lines are named one by one."""

BROKEN: Final = (OSError, EOFError, zlib.error)
"""What Python raises for a packed file that is spoiled."""


class Document(NamedTuple):
    """What stands in one line: its number, where it begins, how many bytes it has, its JSON."""

    number: int
    offset: int
    length: int
    body: Any


class Documents:
    """The documents of a file, read line by line; broken lines are noted and left out.

    ``offset`` counts the bytes of the file as it is unpacked. Raises UserError for a packed file
    that unpacks to far more than records of health do.
    """

    def __init__(self, path: Path, name: str, tell: Tell) -> None:
        self._path, self._name, self._tell = path, name, tell
        self._broken: list[tuple[int, UserError]] = []
        self._whole = 0
        self.is_any = False
        """Whether any line is FHIR."""

    def __iter__(self) -> Iterator[Document]:
        size, offset = self._path.stat().st_size, 0
        budget = Budget(self._name, size)
        with opened_lines(self._path, Progress(self._tell, size)) as stream:
            for number, line in enumerate(_whole_lines(stream, self._name, budget), 1):
                body = self._read(line, number) if line.strip() else None
                if body is not None:
                    yield Document(number, offset, len(line), body)
                offset += len(line)

    def _read(self, line: bytes, number: int) -> Any:
        try:
            body = read_json(line, _place(self._name, number))
        except UserError as why:
            self._broken.append((number, why))
            return None
        self._whole, self.is_any = self._whole + 1, self.is_any or is_fhir(body)
        return body

    def left_out(self) -> list[Skipped]:
        """Name the broken lines; raises UserError where as many are broken as whole."""
        if self._broken and (len(self._broken) >= self._whole or not self.is_any):
            raise self._broken[0][1]
        return list(_left_out(self._broken, self._name))


def _place(name: str, number: int) -> str:
    return _("{file}, line {number}").format(file=name, number=number)


def _left_out(broken: list[tuple[int, UserError]], name: str) -> Iterator[Skipped]:
    """Name the lines that are broken, the first ones each with what is wrong."""
    for number, why in broken[:_NAMED]:
        yield Skipped(_place(name, number), str(why))
    if rest := [number for number, _why in broken[_NAMED:]]:
        said = ngettext(
            "{count} more line is broken: {numbers}.",
            "{count} more lines are broken: {numbers}.",
            len(rest),
        )
        shown = ", ".join(map(str, rest[:_NAMED])) + ("…" if len(rest) > _NAMED else "")
        yield Skipped(name, said.format(count=len(rest), numbers=shown))


def is_packed_file(path: Path) -> bool:
    """Tell whether a file is packed (gz)."""
    with open_regular(path) as stream:
        return is_packed(stream.read(2))


_TIMES: Final = 10
"""How many times their packed size lines come to, as a rule."""


def weight(path: Path) -> int:
    """Return how many bytes of lines a file holds, about so many where it is packed."""
    return path.stat().st_size * (_TIMES if is_packed_file(path) else 1)


@contextmanager
def opened_lines(path: Path, progress: Progress | None) -> Iterator[BinaryIO]:
    """Open a file, packed or not; ``progress`` counts the bytes as they lie on the disk."""
    with open_regular(path) as raw:
        packed = is_packed(raw.read(2))
        raw.seek(0)
        stream = cast(BinaryIO, BufferedReader(Watched(raw, progress), CHUNK)) if progress else raw
        yield cast(BinaryIO, gzip.GzipFile(fileobj=stream)) if packed else stream


def _whole_lines(stream: BinaryIO, name: str, budget: Budget) -> Iterator[bytes]:
    """Yield the lines; what follows where a packed file is spoiled is told in one sentence."""
    try:
        for line in _lines(stream):
            budget.take(len(line))
            yield line
    except BROKEN:
        said = _("{name} is not a whole packed file (gz). Get the file again.")
        raise UserError(said.format(name=name)) from None


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(LONGEST):
        yield line
