"""What the first hundred bytes of a file say, read before any database touches it.

The layout is that of the SQLite file format, section 1.3, "The Database Header".
"""

import struct
from dataclasses import dataclass
from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.journal.storage.disk import why
from secondop_desktop.lang import _

MAGIC = b"SQLite format 3\x00"
APPLICATION_ID = 0x5EC0D0F1
"""Marks our files, in four bytes that no other registered application uses."""


@dataclass(frozen=True)
class Header:
    """A journal's own marks: its schema's number."""

    schema: int


def read_header(path: Path, newest: int) -> Header:
    """Check that a file is a whole journal we can read; raises UserError, touches nothing."""
    raw = _first_bytes(path)
    if raw[:16] != MAGIC or len(raw) < 100:
        raise UserError(
            _("{file} is not a Secondop journal. Choose a file that Secondop made.").format(
                file=path.name
            )
        )
    schema, application = struct.unpack(">I", raw[60:64])[0], struct.unpack(">I", raw[68:72])[0]
    if application != APPLICATION_ID:
        raise UserError(
            _("{file} is a database of another program. Choose a file that Secondop made.").format(
                file=path.name
            )
        )
    if schema > newest:
        raise UserError(
            _("{file} was made by a newer Secondop. Update Secondop to open it.").format(
                file=path.name
            )
        )
    _check_whole(path, raw)
    return Header(schema)


def is_journal(path: Path) -> bool:
    """Tell whether a file bears the mark of our journals, whole or not; raises nothing."""
    try:
        with path.open("rb") as file:
            raw = file.read(72) if path.is_file() else b""
    except OSError:
        return False
    return raw[:16] == MAGIC and raw[68:] == struct.pack(">I", APPLICATION_ID)


def _first_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise UserError(_("{file} is a folder. Choose a journal in it.").format(file=path.name))
    try:
        if path.exists() and not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(100)
    except FileNotFoundError:
        raise UserError(
            _("There is no file {file}. Check its name and folder.").format(file=path)
        ) from None
    except OSError as error:
        raise UserError(
            _("{file} cannot be read: {why}. Check that you may open it.").format(
                file=path.name, why=why(error)
            )
        ) from error


def hot_journal(path: Path) -> Path:
    """Return where SQLite keeps what it needs to take back an unfinished change."""
    place = path.resolve()
    return place.with_name(place.name + "-journal")


def _check_whole(path: Path, raw: bytes) -> None:
    if hot_journal(path).exists():
        return
    size = struct.unpack(">H", raw[16:18])[0]
    pages = struct.unpack(">I", raw[28:32])[0]
    expected = (65536 if size == 1 else size) * pages
    if path.stat().st_size < expected:
        raise UserError(
            _(
                "{file} is cut short, as after a broken copy. Open one of its safe copies instead."
            ).format(file=path.name)
        )
