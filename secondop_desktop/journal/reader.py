"""Reading an open journal: entries, titles, files, search and history."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar, overload

from sqlalchemy import Connection

from secondop_desktop.errors import UserError
from secondop_desktop.journal import history
from secondop_desktop.journal.files import attachments
from secondop_desktop.journal.files.stored_stream import StoredStream
from secondop_desktop.journal.kinds import Kind, Kinds, Names
from secondop_desktop.journal.model import Entry
from secondop_desktop.journal.storage.engine import (
    driver,
    make_engine,
    read_all,
    translate_errors,
)
from secondop_desktop.journal.storage.keys import HeldFile, key_of
from secondop_desktop.journal.storage.raw_rows import Rows, listed
from secondop_desktop.journal.storage.read_write_lock import ReadWriteLock
from secondop_desktop.journal.titles import Titles, title_of
from secondop_desktop.lang import _

if TYPE_CHECKING:
    from secondop_desktop.journal.search.query import Hit

E = TypeVar("E", bound=Entry)

AS_CHANGED = "changed, created, rowid"
"""The newest change last."""

_OF_CASE = """("case" IS NULL OR "case" = ? OR typeof("case") <> 'text')"""
"""What names this case or none; what stands there and is no id is read as none."""


class _Here(threading.local):
    """The transaction that a thread is in."""

    connection: Connection | None = None
    read: dict[tuple[str, tuple[Any, ...]], list[Any]] | None = None
    """What was read in it, if it only reads: nothing in it is read twice."""


class Reader:
    """What can be asked of an open journal, from any thread."""

    def __init__(self, path: Path, kinds: Kinds) -> None:
        self.path = path
        self.kinds = kinds
        self._held = HeldFile(path)
        self._reader = make_engine(path, read_only=True)
        self._turns = ReadWriteLock()
        self._here = _Here()
        self._closed = False
        self.encrypted = key_of(path) is not None
        """Whether the journal has a passphrase: what leaves it then leaves its protection."""
        self.newest_people: tuple[int, frozenset[str]] = (0, frozenset())
        """The place in the log of a step that only added, and whose entries those are."""
        self.met_harm = False
        """Whether a value was met that could not be read."""

    def meet_harm(self) -> None:
        """Note that a value was met that could not be read."""
        self.met_harm = True

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection inside one read transaction: a snapshot that stays as it is.

        Within another reading it is that one's, within a change it sees what the change wrote.
        Keep it short: a change in another thread is not committed before it ends.
        """
        if self._here.connection is not None:
            yield self._here.connection
            return
        self._refuse_closed()
        with (
            translate_errors(self.path),
            self._turns.reading(),
            self._reader.connect() as connection,
            connection.begin(),
            self._being(connection),
        ):
            self._here.read = {}
            yield connection

    def read_afresh(self) -> None:
        """Let later readings take each page from the disk, as who looks for damage must.

        A connection that stays open also hands SQLite's own check of the search index what it
        knew of the index before the last change.
        """
        self._reader.dispose()

    @contextmanager
    def _being(self, connection: Connection) -> Iterator[None]:
        self._here.connection, self._here.read = connection, None
        try:
            yield
        finally:
            self._here.connection = self._here.read = None

    @property
    def is_closed(self) -> bool:
        """Whether nothing more can be read: a list may be painted once more on the way out."""
        return self._closed

    def _refuse_closed(self) -> None:
        if self._closed:
            raise RuntimeError("the journal is closed")

    @overload
    def entries(self, kind: type[E], **where: Any) -> list[E]: ...
    @overload
    def entries(self, kind: str, **where: Any) -> list[Any]: ...
    def entries(
        self,
        kind: type[Entry] | str,
        *,
        binned: bool = False,
        as_made: bool = False,
        having: str = "",
        among: Mapping[str, Sequence[str]] | None = None,
        connection: Connection | None = None,
        **where: Any,
    ) -> list[Any]:
        """Return entries whose columns have these values, the newest change last.

        With ``as_made`` they come in the order in which they were made, which no edit changes;
        with ``having`` only those that have something in that column, with ``among`` those that
        have one of these words in a column.

        They are immutable rows with the model's attributes, not live objects. Binned entries
        come only with ``binned``. ``connection`` reads inside a snapshot of ``reading``.
        """
        more = [f"\"{having}\" <> ''"] if having else []
        words: list[str] = []
        for name, those in (among or {}).items():
            marks = ", ".join("?" * len(those))
            more.append(f"CAST(coalesce(\"{name}\", '') AS TEXT) IN ({marks})")
            words += those
        order = "created, rowid" if as_made else AS_CHANGED
        rest = f"WHERE {condition(where, *more, binned=binned)} ORDER BY {order}"
        return self._select(self.kind(kind), rest, where, connection, words)

    def from_day(self, kind: type[Entry] | str, day: date, **where: Any) -> list[Any]:
        """Return those of the ``entries`` whose day is not over before another one.

        Of a long life the days alone are read, and few entries.
        """
        found = self.kind(kind)
        with self.reading():
            columns, _whole = self.columns_of_case(found, ("id", found.when), None, **where)
            known = zip(*columns, strict=True)
            wanted = [entry for entry, when in known if when and when.last_day >= day]
            rows = {row.id: row for row in self.several(found, wanted)}
        return [rows[entry] for entry in wanted]

    def of_case(self, kind: type[Entry] | str, case: str | None, **where: Any) -> list[Any]:
        """Return those of the ``entries`` that name this case, or none; no others are read.

        A kind that names no cases is of each.
        """
        found = self.kind(kind)
        if "case" not in found.types:
            return self.entries(found.name, **where)
        rest = f"WHERE {condition(where, _OF_CASE)} ORDER BY {AS_CHANGED}"
        return self._select(found, rest, {**where, "case": case})

    def columns(
        self,
        kind: Kind,
        names: Sequence[str],
        having: str,
        **where: Any,
    ) -> list[tuple[Any, ...]]:
        """Return some columns of the entries that have something in one of them.

        They come in no order. To read whole rows of a long life takes five times as long.
        """
        rest = f'WHERE "{having}" IS NOT NULL AND {condition(where)}'
        read = self._columns(kind, names, rest, bound(kind, where), self.meet_harm)
        return list(zip(*read, strict=True))

    def columns_of_case(
        self, kind: Kind, names: Sequence[str], case: str | None, **where: Any
    ) -> tuple[list[Sequence[Any]], bool]:
        """Return some columns of the entries that name this case or none; without one, of all.

        They are in the order of ``entries``; it is told beside them whether all could be read. A
        kind that names no cases is of each.
        """
        one_case = bool(case) and "case" in kind.types
        asked = condition(where, *([_OF_CASE] if one_case else []))
        values = bound(kind, {**where, "case": case} if one_case else where)
        rest, harm = f"WHERE {asked} ORDER BY {AS_CHANGED}", list[bool]()
        read = self._columns(kind, names, rest, values, lambda: harm.append(True))
        self.met_harm |= bool(harm)
        return read, not harm

    def _columns(
        self,
        kind: Kind,
        names: Sequence[str],
        rest: str,
        values: tuple[Any, ...],
        meet_harm: Callable[[], None],
    ) -> list[Sequence[Any]]:
        """Return some columns of rows, one after another, read as values."""
        sql = f'SELECT {listed(names)} FROM "{kind.name}" {rest}'
        with self.reading() as connection:
            found = read_all(driver(connection), sql, values)
        stored: list[Sequence[Any]] = list(zip(*found, strict=True)) or [()] * len(names)
        each = zip(names, stored, strict=True)
        return [kind.column(name, column, meet_harm) for name, column in each]

    def several(self, kind: Kind, entries: Sequence[str]) -> list[Any]:
        """Return the entries with these ids, in no order; of those that are gone nothing."""
        rest = f"WHERE id IN ({', '.join('?' * len(entries))})"
        sql = f'SELECT {listed(kind.types)} FROM "{kind.name}" {rest}'
        with self.reading() as connection:
            return kind.rows(read_all(driver(connection), sql, tuple(entries)), self.meet_harm)

    def _select(
        self,
        kind: Kind,
        rest: str,
        where: Mapping[str, Any],
        connection: Connection | None = None,
        words: Sequence[str] = (),
    ) -> list[Any]:
        """Return rows by a plain statement: preparing one anew costs more than reading."""
        sql = f'SELECT {listed(kind.types)} FROM "{kind.name}" {rest}'
        with nullcontext(connection) if connection else self.reading() as own:
            known, asked = self._here.read, (sql, (*bound(kind, where), *words))
            if known is None or own is not self._here.connection:
                return kind.rows(read_all(driver(own), *asked), self.meet_harm)
            if asked not in known:
                known[asked] = kind.rows(read_all(driver(own), *asked), self.meet_harm)
            return list(known[asked])

    @overload
    def get(self, kind: type[E], entry: str) -> E: ...
    @overload
    def get(self, kind: str, entry: str) -> Any: ...
    def get(self, kind: type[Entry] | str, entry: str) -> Any:
        """Return one entry, binned or not; raises UserError when there is none."""
        found = self._select(self.kind(kind), "WHERE id = ?", {"id": entry})
        if not found:
            raise UserError(_("There is no entry with the id {id}.").format(id=entry))
        return found[0]

    def kind(self, kind: type[Entry] | str) -> Kind:
        """Return a kind by its model or name."""
        return self.kinds[kind if isinstance(kind, str) else kind.__tablename__]

    def kind_of(self, entry: str) -> Kind:
        """Return the kind of an entry by its id; raises UserError when there is none."""
        with self.reading() as connection:
            found = connection.exec_driver_sql(
                "SELECT kind FROM search_doc WHERE id = ?", (entry,)
            ).first()
            if found and found[0] in self.kinds:
                return self.kinds[found[0]]
            # What the search knows may be damaged: ask the entries themselves.
            for kind in self.kinds.values():
                if Rows(connection, self.kinds).get(kind.name, entry):
                    return kind
        raise UserError(_("There is no entry with the id {id}.").format(id=entry))

    def name(self, entry: str | None) -> str:
        """Return the title of an entry, binned or not; empty for None or an unknown id."""
        if not entry:
            return ""
        with self.reading() as connection:
            return title_of(connection, entry)

    def names(self, *, at_once: bool = False) -> Names:
        """Return a look-up of titles, each read when it is first asked for.

        With ``at_once`` all are read now, for what must be of one moment.
        """
        titles = Titles(self.reading, lambda: self.is_closed)
        if at_once:
            titles.learn_all()
        return titles

    def find(self, words: str, person: str | None = None, limit: int = 200) -> "list[Hit]":
        """Search everything; the best hits first."""
        from secondop_desktop.journal.search.query import find

        return find(self.reading, self.kinds, words, person=person, limit=limit)

    def undo_label(self) -> str:
        """What undo would take back, or empty."""
        with self.reading() as connection:
            return (history.undoable(connection) or (0, ""))[1]

    def redo_label(self) -> str:
        """What redo would do again, or empty."""
        with self.reading() as connection:
            return (history.redoable(connection) or (0, ""))[1]

    def undo_size(self) -> int:
        """How many rows undo would write."""
        with self.reading() as connection:
            return history.size_of(connection, (history.undoable(connection) or (0, ""))[0])

    def redo_size(self) -> int:
        """How many rows redo would write."""
        with self.reading() as connection:
            return history.size_of(connection, (history.redoable(connection) or (0, ""))[0])

    def undo_people(self) -> frozenset[str]:
        """Whose entries undo would change, by their ids."""
        with self.reading() as connection:
            step = history.undoable(connection)
            place, people = self.newest_people
            # To look up each of thousands of entries that came in would take the window's time.
            return people if step and place == step[0] else history.people_of(connection, step)

    def redo_people(self) -> frozenset[str]:
        """Whose entries redo would change, by their ids."""
        with self.reading() as connection:
            step = history.redoable(connection)
            place, people = self.newest_people
            return people if step and place == step[0] else history.people_of(connection, step)

    def history(self, entry: str | None = None, limit: int = 1000) -> list[history.HistoryEntry]:
        """Return what happened to an entry or to all, the newest first."""
        with self.reading() as connection:
            found = history.moments(connection, self.kinds, entry, limit)
        return [moment for moment in found if moment.kind in self.kinds]

    def changed_last(
        self, kinds: Sequence[str], person: str, number: int
    ) -> list[tuple[str, str, str]]:
        """Return kind, id and title of a person's entries changed last, the newest first."""
        with self.reading() as connection:
            return history.changed_last(connection, kinds, person, number)

    def file(self, file_hash: str) -> bytes:
        """Return the bytes of a stored file (at most 100 MB)."""
        with self.reading() as connection:
            return b"".join(attachments.chunks(connection, file_hash))

    def holds_file(self, file_hash: str) -> bool:
        """Tell whether the bytes of a file are stored here."""
        with self.reading() as connection:
            return attachments.is_kept(connection, file_hash)

    def opened(self, file_hash: str) -> BinaryIO:
        """Return a stored file as a stream, of which only a little is in memory at a time."""
        with self.reading() as connection:
            size, packed = attachments.kept_as(connection, file_hash)
        if packed:
            return BytesIO(self.file(file_hash))

        def piece(number: int) -> bytes:
            with self.reading() as connection:
                return attachments.piece(connection, file_hash, number)

        return BufferedReader(StoredStream(size, piece), attachments.CHUNK)

    def extract(self, file_hash: str, target: Path) -> None:
        """Write a stored file to a path; raises UserError when it is damaged."""
        with self.reading() as connection:
            attachments.extract(connection, file_hash, target)


def condition(names: Iterable[str], *more: str, binned: bool = False) -> str:
    """Return what SQL asks of entries whose columns of these names are to have values."""
    listed_where = "deleted_at <> ''" if binned else "deleted_at = ''"
    return " AND ".join([listed_where, *(f'"{name}" IS ?' for name in names), *more])


def bound(kind: Kind, where: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return values of columns as the file holds them."""
    return tuple(kind.types[n].process_bind_param(value, None) for n, value in where.items())
