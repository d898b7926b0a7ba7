"""What stands in the cells of a spreadsheet file, asked of the process that decodes."""

import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from secondop_desktop.sandbox.answers import LOCKED, TroubleError
from secondop_desktop.sandbox.held_file import HeldFile
from secondop_desktop.sandbox.process import FOR_WORK

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_BOOKS: Final = frozenset({"xl/workbook.xml", "xl/workbook.bin"})
_ENDINGS: Final = frozenset({".xlsx", ".xlsm", ".xlsb"})
_BOF: Final = bytes.fromhex("0908100000060500")
_FILE_PASS: Final = b"\x2f\x00"
_SECONDS: Final = 60.0
_MOST_PARTS: Final = 20_000
_MOST_BYTES: Final = 1_000_000_000
"""What lies in a workbook that people made unpacks to far less."""

Cells = tuple[str, ...]


class TooLargeError(Exception):
    """It unpacks to more than a workbook holds that somebody made."""


@dataclass(frozen=True)
class SheetRows:
    """A sheet: its name, whether it is hidden, and its filled rows with their numbers from 1."""

    name: str
    hidden: bool
    rows: tuple[tuple[int, Cells], ...]


def may_be_workbook(start: bytes) -> bool:
    """Tell whether a file that begins so can be a spreadsheet; ``is_workbook`` says if it is."""
    return start.startswith((_ZIP, _OLE))


def is_workbook(data: bytes) -> bool:
    """Tell a spreadsheet file by what lies in it, whatever its name says."""
    if data.startswith(_OLE):
        return _names(data, "Workbook", "Book") and not _names(data, "WordDocument")
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            names = set(packed.namelist())
            return bool(names & _BOOKS) or ("mimetype" in names and _is_ods(packed))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return False


def is_locked_office(data: bytes, ending: str) -> bool:
    """Tell a workbook that is encrypted as a whole ([MS-OFFCRYPTO]): its name says what it is."""
    return ending.lower() in _ENDINGS and _is_encrypted(data)


def _is_encrypted(data: bytes) -> bool:
    return data.startswith(_OLE) and _names(data, "EncryptedPackage")


def _is_obfuscated(data: bytes) -> bool:
    """Tell an XLS of scrambled records by FilePass after the first one ([MS-XLS], 2.4.117)."""
    begins = data.find(_BOF) if data.startswith(_OLE) else -1
    return begins >= 0 and data[begins + 20 : begins + 22] == _FILE_PASS


def sheets(data: bytes) -> list[SheetRows]:
    """Return the sheets of a workbook.

    Raises TroubleError for one that is locked or broken, TooLargeError, and EndedError where
    reading takes more memory or time than the process that decodes may have.
    """
    _check_size(data)
    if _is_encrypted(data) or _is_obfuscated(data):
        raise TroubleError(LOCKED)
    with _held(data) as file:
        told = file.ask("sheets", _SECONDS).head["sheets"]
        return [_sheet(file, one) for one in told]


def row(data: bytes, sheet: str, number: int) -> Cells:
    """Return the cells of one row, none where it is empty; raises as ``sheets`` does."""
    _check_size(data)
    with _held(data) as file:
        found = _sheet(file, {"name": sheet, "hidden": False})
    return next((cells for at, cells in found.rows if at == number), ())


@contextmanager
def _held(data: bytes) -> Iterator[HeldFile]:
    file = HeldFile(FOR_WORK, "workbook", data)
    try:
        yield file
    finally:
        file.close()


def _sheet(file: HeldFile, told: dict[str, Any]) -> SheetRows:
    body = file.ask("rows", _SECONDS, name=told["name"]).body
    rows = ((int(number), tuple(map(str, cells))) for number, cells in json.loads(body))
    return SheetRows(str(told["name"]), bool(told["hidden"]), tuple(rows))


def _check_size(data: bytes) -> None:
    """Refuse a bomb by what it says of itself; one that lies meets the limits of the process."""
    if not data.startswith(_ZIP):
        return
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return
    if len(parts) > _MOST_PARTS or sum(one.file_size for one in parts) > _MOST_BYTES:
        raise TooLargeError


def _is_ods(packed: zipfile.ZipFile) -> bool:
    if packed.getinfo("mimetype").file_size > len(_ODS) + len(b"-template"):
        return False
    return packed.read("mimetype").startswith(_ODS)


def _names(data: bytes, *streams: str) -> bool:
    """Tell whether the directory of a compound file names such a stream ([MS-CFB], 2.6.1)."""
    padded = (name.encode("utf-16-le") + b"\x00\x00" for name in streams)
    return any(name in data for name in padded)
