"""Telling an export of Apple Health from other files, and opening its XML as a stream."""

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from secondop_desktop.exchange.containers.limits import BROKEN_ZIP, MOST_TIMES, too_large
from secondop_desktop.exchange.progress import Progress
from secondop_desktop.journal.progress import Tell, nobody
from secondop_desktop.journal.storage.private_files import open_regular

FOLDER: Final = "apple_health_export/"
BLOCK: Final = 256 * 1024
_HEAD: Final = 65_536
_LONGEST_DOCTYPE: Final = 2_000_000
_SMALL: Final = 50_000_000
_MARK = re.compile(rb"<!DOCTYPE\s+HealthData\b|<HealthData\b")
_BLANKED = bytes.maketrans(
    bytes(range(9)) + b"\x0b\x0c" + bytes(range(14, 32)), b" " * (9 + 2 + 18)
)
"""Control characters, which XML forbids and exports have now and then."""


class Readable(Protocol):
    """What bytes are read from, one after the other."""

    def read(self, size: int = -1, /) -> bytes: ...


def is_export(path: Path) -> bool:
    """Tell whether a file is an export of Apple Health: the zip, or the XML in it."""
    try:
        with open_regular(path) as stream:
            head = stream.read(_HEAD)
            if head.startswith(b"PK\x03\x04"):
                stream.seek(0)
                with zipfile.ZipFile(stream) as packed:
                    return xml_in(packed) is not None
    except BROKEN_ZIP:
        return False
    return b"<" in head[:8] and _MARK.search(head) is not None


def xml_in(packed: zipfile.ZipFile) -> zipfile.ZipInfo | None:
    """Return the XML of an export in a zip: its name is in the language of the telephone."""
    for member in packed.infolist():
        name = member.filename
        if name.startswith(FOLDER) and name.lower().endswith(".xml") and name.count("/") == 1:
            with packed.open(member) as start:
                if _MARK.search(start.read(_HEAD)):
                    return member
    return None


@contextmanager
def opened(path: Path, tell: Tell = nobody) -> Iterator[tuple[zipfile.ZipFile | None, Readable]]:
    """Open an export: its zip where it is one, and the XML to be read block by block."""
    with open_regular(path) as stream:
        if stream.read(4) != b"PK\x03\x04":
            stream.seek(0)
            yield None, Clean(Told(stream, tell, path.stat().st_size))
            return
        with zipfile.ZipFile(stream) as packed:
            member = xml_in(packed)
            if member is None:
                raise zipfile.BadZipFile("no export")
            most = max(_SMALL, member.compress_size * MOST_TIMES)
            with packed.open(member) as raw:
                yield packed, Clean(Told(raw, tell, member.file_size), most, path.name)


class Told:
    """Bytes that are told of as they are read."""

    def __init__(self, raw: Readable, tell: Tell, total: int) -> None:
        self._raw, self._progress = raw, Progress(tell, total)

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes; raises what stops the reading."""
        block = self._raw.read(size)
        self._progress.more(len(block))
        return block


class Clean:
    """The XML without its document type, which newer exports write wrongly, and controls."""

    def __init__(self, raw: Readable | BinaryIO, most: int = 0, name: str = "") -> None:
        """Begin to read; ``most`` are the bytes that may come, 0 for any number."""
        self._raw, self._most, self._name, self._given = raw, most, name, 0
        self._head = self._without_doctype()

    def _without_doctype(self) -> bytes:
        head = self._raw.read(_HEAD)
        start = head.find(b"<!DOCTYPE")
        while start >= 0 and head.find(b"<HealthData", start) < 0:
            more = self._raw.read(_HEAD)
            if not more or len(head) > _LONGEST_DOCTYPE:
                break
            head += more
        end = head.find(b"<HealthData", start) if start >= 0 else -1
        return head[:start] + head[end:] if end >= 0 else head

    def read(self, size: int = BLOCK, /) -> bytes:
        """Return the next bytes; raises UserError when far more come than a zip should hold."""
        block, self._head = (self._head, b"") if self._head else (self._raw.read(size), b"")
        self._given += len(block)
        if self._most and self._given > self._most:
            raise too_large(self._name)
        return block.translate(_BLANKED)
