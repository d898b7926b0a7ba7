"""A journal as a whole: all that stands in its file, read row by row, written into an empty one.

What follows from the rest is not among it: the search index, and the hashes that are made anew.
"""

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, NamedTuple

from sqlalchemy import Connection

from secondop_desktop.errors import UserError
from secondop_desktop.journal.files import attachments
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.search.typed_last import KEYS as TYPED_LAST
from secondop_desktop.journal.storage.engine import Driver, driver
from secondop_desktop.journal.storage.log_seals import (
    SEAL_BEFORE,
    Line,
    bear_log_seal,
    kept_log,
    seal_files,
)
from secondop_desktop.journal.storage.needed_version import NEEDS
from secondop_desktop.journal.storage.packed_text import packed, unpacked
from secondop_desktop.journal.storage.raw_rows import Raw, RowChange, Rows, listed
from secondop_desktop.lang import _

_OF_THE_FILE = ("journal", "log seal", SEAL_BEFORE, "file seal", "search", *TYPED_LAST, NEEDS)
"""What ``meta`` says of one file alone: its own id, its schema, and what follows from the rest."""


class LoggedRow(NamedTuple):
    """What one step did to one entry; the columns before and after as JSON texts."""

    seq: int
    position: int
    kind: str
    entry: str
    before: str | None
    after: str | None


class KeptFile(NamedTuple):
    """What is noted of the bytes of a file; ``packed`` says how they lie in the journal."""

    hash: str
    size: int
    type: str
    added: str
    packed: str


class KeptSource(NamedTuple):
    """A file that entries were read from: its hash, the name it had, when it first came in."""

    hash: str
    name: str
    imported: str


def entries(connection: Connection, kinds: Kinds, kind: str) -> Iterator[Raw]:
    """Yield every row of a kind, the bin among them, in the order in which they were made."""
    names = tuple(kinds[kind].types)
    found = driver(connection).execute(f'SELECT {listed(names)} FROM "{kind}" ORDER BY rowid')
    return (dict(zip(names, row, strict=True)) for row in found)


def history(connection: Connection) -> Iterator[Line | LoggedRow]:
    """Yield the change log, oldest first: each step, then what it did to each entry."""
    sql = driver(connection)
    rows = (
        LoggedRow(*row[:4], *map(unpacked, row[4:]))
        for row in sql.execute(
            'SELECT seq, position, kind, entry, "before", "after" FROM change_row '
            "ORDER BY seq, position"
        )
    )
    waiting = next(rows, None)
    for found in sql.execute(f"SELECT {', '.join(Line._fields)} FROM change_log ORDER BY seq"):
        step = Line(*found)
        yield step
        while waiting is not None and waiting.seq == step.seq:
            yield waiting
            waiting = next(rows, None)


def files(connection: Connection) -> list[KeptFile]:
    """Return what is noted of each stored file."""
    names = ", ".join(KeptFile._fields)
    found = driver(connection).execute(f"SELECT {names} FROM attachment ORDER BY hash")
    return [KeptFile(*row) for row in found]


def sources(connection: Connection) -> list[KeptSource]:
    """Return what is noted of each file that entries were read from."""
    found = driver(connection).execute("SELECT hash, name, imported FROM source ORDER BY hash")
    return [KeptSource(*row) for row in found]


def settings(connection: Connection) -> dict[str, str]:
    """Return the settings that belong to the journal rather than to its file or this device."""
    found = driver(connection).execute("SELECT key, value FROM meta ORDER BY key")
    return {str(key): str(value) for key, value in found if key not in _OF_THE_FILE}


def log_seal(connection: Connection) -> str:
    """Return the hash that the history bears."""
    return kept_log(driver(connection))


def is_empty(connection: Connection, kinds: Kinds) -> bool:
    """Tell whether nothing was ever written into a journal."""
    sql = driver(connection)
    tables = (*kinds, "change_log", "attachment")
    return not any(sql.execute(f'SELECT 1 FROM "{one}" LIMIT 1').fetchone() for one in tables)


class Filling:
    """Writes a whole journal into an empty one; given by ``journal.filling``."""

    def __init__(self, connection: Connection, kinds: Kinds) -> None:
        """Begin; raises UserError where anything was written before."""
        if not is_empty(connection, kinds):
            raise UserError(_("This journal is not empty any more. Make a new one for it."))
        self._connection, self._sql, self._kinds = connection, driver(connection), kinds
        self._rows = Rows(connection, kinds)
        self._written: list[RowChange] = []
        self._last = 0
        self._typed = False

    @property
    def written(self) -> tuple[RowChange, ...]:
        """The entries, as they were not there before."""
        return tuple(self._written)

    @property
    def last(self) -> int:
        """The number of the last step of the history."""
        return self._last

    def add_entry(self, kind: str, raw: Raw) -> None:
        """Write a row with all its columns."""
        self._rows.insert(kind, raw)
        self._written.append(RowChange(kind, raw["id"], None, raw))

    def add_to_history(self, one: Line | LoggedRow) -> None:
        """Write one line of the history."""
        if isinstance(one, Line):
            self._typed = bool(one.merge)
            _insert(self._sql, "change_log", one._asdict())
        else:
            packs = packed if self._typed else _as_it_is
            sides = {"before": packs(one.before), "after": packs(one.after)}
            _insert(self._sql, "change_row", one._asdict() | sides)
        self._last = one.seq

    def add_file(self, file: KeptFile, stream: BinaryIO) -> None:
        """Keep the bytes of a file; raises UserError where they do not come to its hash."""
        found = attachments.Stored(file.hash, file.size, file.type)
        packed = file.packed == attachments.PACKED
        name, added = file.hash.removeprefix("sha256:")[:12], file.added
        attachments.store(self._connection, stream, found, name, added, packed=packed)

    def add_source(self, source: KeptSource) -> None:
        """Note a file that entries were read from."""
        _insert(self._sql, "source", source._asdict())

    def set_settings(self, found: Mapping[str, str]) -> None:
        """Write the settings that belong to the journal."""
        for key, value in found.items():
            if key not in _OF_THE_FILE:
                _insert(self._sql, "meta", {"key": key, "value": value})

    def finish(self, seal: str) -> None:
        """Seal what was written, the history with the hash it bore.

        Raises UserError where an entry refers to one that is not there.
        """
        if self._sql.execute("PRAGMA foreign_key_check").fetchone():
            raise UserError(_("It refers to something that is not in it. Nothing was changed."))
        bear_log_seal(self._sql, seal)
        seal_files(self._sql)


def _as_it_is(text: str | None) -> str | None:
    return text


def _insert(sql: Driver, table: str, values: Mapping[str, Any]) -> None:
    marks = ", ".join("?" * len(values))
    statement = f'INSERT INTO "{table}" ({listed(values)}) VALUES ({marks})'
    sql.execute(statement, tuple(values.values()))
