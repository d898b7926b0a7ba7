"""What a file is that begins as any zip or any older Office file: told by what lies in it."""

import struct
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from typing import BinaryIO, Final

from secondop_desktop.journal.files.sniff import OLE, content_type
from secondop_desktop.sandbox.document_types import (
    DOC,
    DOCX,
    MSG,
    ODP,
    ODS,
    ODT,
    PPTX,
    XLS,
    XLSX,
)

ZIP: Final = "application/zip"
_HEAD: Final = 4096
_SAID_UTF8: Final = 0x800
"""The flag of a member whose name is UTF-8 (APPNOTE 4.4.4)."""

_MOST_DIRECTORY: Final = 4_000_000
"""Bytes of a list of names; one of a hundred thousand names is no document."""

_END: Final = struct.Struct("<4s4H2LH")
_END_MARK: Final = b"PK\x05\x06"
_LONGEST_END: Final = _END.size + 0xFFFF
DOCUMENT_MARKS: Final = frozenset({"[Content_Types].xml", "mimetype"})
"""What the packed files of word processors and the like hold: one of these makes a document."""

_OPEN_XML: Final = (("word/document", DOCX), ("xl/workbook", XLSX), ("ppt/presentation", PPTX))
_ODF: Final = frozenset({ODT, ODS, ODP})
_STREAMS: Final = (
    ("__properties_version1.0", MSG),
    ("WordDocument", DOC),
    ("Workbook", XLS),
    ("Book", XLS),
)
_ENTRY: Final = 128
"""Bytes of one name in the directory of a compound file ([MS-CFB] 2.6.1)."""

_MOST_OLE: Final = 64_000_000


def media_type(stream: BinaryIO) -> str:
    """Return the media type of a whole file that can be sought in; it is left at its start."""
    stream.seek(0)
    found = content_type(stream.read(_HEAD))
    if found == ZIP:
        found = _in_zip(stream)
    elif found == OLE:
        found = _in_ole(stream)
    stream.seek(0)
    return found


def names_in_zip(stream: BinaryIO) -> list[str]:
    """Return the names in a zip; nothing where it is broken or lists more than a document does."""
    return [info.filename for info in _listed(stream)]


def is_folder(member: zipfile.ZipInfo) -> bool:
    """Tell whether a member of a zip is a folder; some are written as on Windows, or nameless."""
    name = member.filename
    return name.endswith("/") or (name.endswith("\\") and not member.file_size)


def member_name(member: zipfile.ZipInfo) -> str:
    """Return how a member of a zip is called: macOS writes UTF-8 and does not say so."""
    if member.flag_bits & _SAID_UTF8 or member.filename.isascii():
        return member.filename
    with suppress(UnicodeError):
        return member.filename.encode("cp437").decode()
    return member.filename


def makes_document(names: Iterable[str]) -> bool:
    """Tell whether the files of a zip, by their names, make one document."""
    return not DOCUMENT_MARKS.isdisjoint(names)


def _listed(stream: BinaryIO) -> Iterable[zipfile.ZipInfo]:
    if not 0 < _directory_size(stream) <= _MOST_DIRECTORY:
        return []
    try:
        with zipfile.ZipFile(stream) as packed:
            return packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error):
        return []


def _directory_size(stream: BinaryIO) -> int:
    """Return the size that a zip tells of its list of names (APPNOTE 4.3.16), else 0."""
    size = stream.seek(0, 2)
    stream.seek(max(size - _LONGEST_END, 0))
    end = stream.read(_LONGEST_END)
    at = end.rfind(_END_MARK)
    if at < 0 or len(end) < at + _END.size:
        return 0
    return int(_END.unpack_from(end, at)[5])


def _in_zip(stream: BinaryIO) -> str:
    names = names_in_zip(stream)
    if "mimetype" in names:
        return _told(stream)
    for start, found in _OPEN_XML:
        if "[Content_Types].xml" in names and any(name.startswith(start) for name in names):
            return found
    return ZIP


def _told(stream: BinaryIO) -> str:
    """Return what an OpenDocument file calls itself; templates count as what they make."""
    try:
        with zipfile.ZipFile(stream) as packed, packed.open("mimetype") as part:
            said = part.read(200).decode("ascii", "ignore").strip().removesuffix("-template")
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, KeyError):
        return ZIP
    return said if said in _ODF else ZIP


def _in_ole(stream: BinaryIO) -> str:
    """Look for the name of a stream where the directory of a compound file has its names."""
    stream.seek(0)
    data = stream.read(_MOST_OLE)
    for name, found in _STREAMS:
        said = name.encode("utf-16-le") + b"\x00\x00"
        at = data.find(said)
        while at >= 0:
            if at % _ENTRY == 0:
                return found
            at = data.find(said, at + 1)
    return OLE
