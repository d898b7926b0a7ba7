"""The files that entries were read from, and the place of each in them."""

import json
import re
from dataclasses import dataclass
from io import StringIO
from typing import Any, BinaryIO

from secondop_desktop.journal import markup_pieces
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal, now
from secondop_desktop.journal.files import workbooks
from secondop_desktop.journal.files.attachments import LARGEST
from secondop_desktop.journal.files.gzip_members import unpacked
from secondop_desktop.journal.storage.engine import driver
from secondop_desktop.patterns import pattern
from secondop_desktop.sandbox.answers import TroubleError
from secondop_desktop.sandbox.process import EndedError
from secondop_desktop.sandbox.whole_numbers import whole_number

LINE = "line:"
"""Begins a place in a text: ``line:12``. All others are JSON pointers (RFC 6901)."""

ROW = "row:"
"""Begins a place in a spreadsheet file: ``row:12/Name of the sheet``."""

EVENT = "event:"
"""Begins a place in a calendar: ``event:3`` is its third event."""

PAGES = "pages:"
"""Begins how the pages of a record are arranged from the photographs in the file."""

_SHOWN = 20_000
"""Characters of a piece that are shown at most."""

_EVENT = pattern(r"^BEGIN:VEVENT$.*?^END:VEVENT$", re.DOTALL | re.IGNORECASE | re.MULTILINE)
_NUMBER = pattern(r'"\\u0000([^"]*)"')


@dataclass(frozen=True)
class Source:
    """Where an entry came from: hash and name of the file, when it came in (UTC), the place."""

    hash: str
    name: str
    imported: str
    place: str


def keep(
    journal: Journal,
    change: Change,
    stream: BinaryIO,
    name: str,
    *,
    packed: bool,
    most: int = LARGEST,
    since: str = "",
) -> str:
    """Keep a file that entries are read from, as part of a change; return its hash.

    ``since`` is when another journal first kept it (UTC), for one that comes from there.
    """
    stored = journal.attach(change, stream, name, packed=packed, most=most)
    note(change, stored.hash, name, since)
    return stored.hash


def note(change: Change, file_hash: str, name: str, since: str = "") -> None:
    """Note that a file of the journal is one that entries are read from."""
    driver(change.connection).execute(
        "INSERT OR IGNORE INTO source (hash, name, imported) VALUES (?, ?, ?)",
        (file_hash, name, since or now()),
    )


def source_of(journal: Journal, row: Any) -> Source | None:
    """Return where an entry came from; None for one typed by hand."""
    if not row.source_file:
        return None
    with journal.reading() as connection:
        found = (
            driver(connection)
            .execute("SELECT name, imported FROM source WHERE hash = ?", (row.source_file,))
            .fetchone()
        )
    name, imported = found or ("", "")
    return Source(row.source_file, name, imported, row.source_place)


def piece(journal: Journal, source: Source) -> str:
    """Return the part of the file that an entry was read from, empty where it is no text."""
    if source.place.startswith(PAGES):
        return ""
    data = journal.file(source.hash)
    if source.place.startswith(ROW):
        return _row(data, source.place)[:_SHOWN]
    if source.place.startswith(EVENT):
        return _event(_text(data), source.place.removeprefix(EVENT))[:_SHOWN]
    line, _slash, rest = source.place.removeprefix(LINE).partition("/")
    if source.place.startswith(LINE):
        lines = _lines(_text(data))
        text = lines[place - 1] if 0 < (place := whole_number(line)) <= len(lines) else ""
        return _at(text, f"/{rest}")[:_SHOWN] if rest else _pretty(text)[:_SHOWN]
    if source.place and data.lstrip()[:1] == b"<":
        return markup_pieces.piece(data, source.place)[:_SHOWN]
    return _at(_text(data), source.place)[:_SHOWN] if source.place else ""


class Pieces:
    """Follows places in kept JSON files; each file is parsed once, whatever came from it."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._documents: dict[tuple[str, str], Any] = {}

    def at(self, file_hash: str, place: str) -> Any:
        """Return what stands at a place, None where there is nothing that can be followed."""
        line, _slash, rest = place.removeprefix(LINE).partition("/")
        whole = not place.startswith(LINE)
        document = self._document(file_hash, "" if whole else line)
        return _followed(document, place if whole else f"/{rest}" if rest else "")

    def _document(self, file_hash: str, line: str) -> Any:
        if (file_hash, line) not in self._documents:
            self._documents[file_hash, line] = _parsed(self._journal.file(file_hash), line)
        return self._documents[file_hash, line]


def _parsed(data: bytes, line: str) -> Any:
    """Return a document, or one line of a file of which each is one; None for anything else."""
    try:
        text = _text(data)
        return json.loads(_lines(text)[int(line) - 1] if line else text)
    except (ValueError, IndexError, RecursionError):
        return None


def _followed(found: Any, pointer: str) -> Any:
    try:
        for step in pointer.split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            found = found[int(key)] if isinstance(found, list) else found[key]
    except (ValueError, KeyError, IndexError, TypeError):
        return None
    return found


def _row(data: bytes, place: str) -> str:
    """Return the cells of a row, one on each line; nothing where they cannot be read again."""
    number, _slash, sheet = place.removeprefix(ROW).partition("/")
    try:
        return "\n".join(filter(None, workbooks.row(data, sheet, int(number))))
    except (ValueError, TroubleError, workbooks.TooLargeError, EndedError):
        return ""


def _event(text: str, number: str) -> str:
    """Return one event of a calendar, its lines joined where they were folded (RFC 5545 3.1)."""
    events = _EVENT.findall(text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", ""))
    place = whole_number(number.partition("/")[0])
    return events[place - 1] if 0 < place <= len(events) else ""


def _lines(text: str) -> list[str]:
    """Return the lines as those count who read them; other signs that part lines are content."""
    return [line.rstrip("\r\n") for line in StringIO(text, newline="")]


def _text(data: bytes) -> str:
    data = unpacked(data)
    encoding = json.detect_encoding(data)
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _at(text: str, pointer: str) -> str:
    """Follow a JSON pointer; where it leads nowhere, nothing is found."""
    try:
        whole = json.loads(text, parse_float=_as_written, parse_int=_as_written)
    except (ValueError, RecursionError):
        return ""
    found = _followed(whole, pointer)
    if found is None:
        return ""
    return _NUMBER.sub(r"\1", json.dumps(found, ensure_ascii=False, indent=2))


def _as_written(number: str) -> str:
    """Keep every digit of a number: a mark that no text holds tells it from one."""
    return f"\0{number}"


def _pretty(text: str) -> str:
    return _at(text, "") or text
