"""NDJSON, a document to a line, as servers give all that they hold (FHIR Bulk Data).

https://hl7.org/fhir/uv/bulkdata/export.html. The file is read line by line, never as a whole.
"""

import gzip
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple, cast

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.containers.limits import MOST_BYTES, Budget
from secondop_desktop.exchange.fhir.resources import Opened, is_fhir, open_line
from secondop_desktop.exchange.incoming.shared_parts import SharedParts
from secondop_desktop.exchange.progress import Progress, Watched
from secondop_desktop.exchange.read_entries import Skipped
from secondop_desktop.exchange.source_files.strict_json import read_json
from secondop_desktop.journal.files.attachments import CHUNK, LARGEST
from secondop_desktop.journal.files.gzip_members import is_packed
from secondop_desktop.journal.progress import Tell
from secondop_desktop.journal.storage.private_files import open_regular
from secondop_desktop.lang import _, ngettext

_ENDINGS: Final = (".ndjson", ".jsonl", ".ndjson.gz", ".jsonl.gz")
_LOOKED_AT: Final = 6
"""Lines by which a file is told that does not bear one of those names."""

_LONGEST: Final = LARGEST
"""Bytes of one line; a document that holds a PDF is long."""

_START: Final = 100
"""Bytes of a line by which it is told whether an object begins there."""

_NAMED: Final = 20
"""So many broken lines are named one by one."""

_BOM: Final = b"\xef\xbb\xbf"
_BROKEN: Final = (OSError, EOFError, zlib.error)


def has_lines(path: Path) -> bool:
    """Tell whether each line of a file is a document: by its name, or by its first lines."""
    try:
        with _opened(path, None) as stream:
            lines = [one for one in _first_lines(stream) if one and not one.isspace()]
    except _BROKEN:
        return False
    if len(lines) < 2:
        return False
    if path.name.lower().endswith(_ENDINGS):
        return any(_begins_one(line) for line in lines)
    whole = list(map(_is_whole, lines))
    begun = all(_begins_one(line) for line in lines)
    return begun and (whole[0] or sum(whole) > 1)


def _begins_one(line: bytes) -> bool:
    return line[:_START].lstrip(_BOM).lstrip().startswith(b"{")


def _first_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the first lines, all of them together no longer than one may be."""
    left = _LONGEST
    for _number in range(_LOOKED_AT):
        line = stream.readline(left)
        left -= len(line)
        yield line


def is_bulk(path: Path) -> bool:
    """Tell whether a file is larger than others may be, but read line by line."""
    try:
        return LARGEST < path.stat().st_size <= MOST_BYTES and has_lines(path)
    except OSError:
        return False


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
        with _opened(self._path, Progress(self._tell, size)) as stream:
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


def read(path: Path, name: str, tell: Tell) -> Opened | None:
    """Return the resources of all lines; None where no line is FHIR.

    A broken line is left out by its number. Raises UserError where as many are broken as whole,
    and for a packed file that unpacks to far more than records of health do.
    """
    found, shared = Opened(), SharedParts()
    documents = Documents(path, name, tell)
    for one in documents:
        open_line(found, shared.of(one.body), name, one.number)
    found.skipped += documents.left_out()
    return found if documents.is_any else None


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


@contextmanager
def _opened(path: Path, progress: Progress | None) -> Iterator[BinaryIO]:
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
    except _BROKEN:
        said = _("{name} is not a whole packed file (gz). Get the file again.")
        raise UserError(said.format(name=name)) from None


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(_LONGEST):
        yield line


def _is_whole(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
