"""One open journal: the file, reading it, changing it, undoing that."""

import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, TypeVar, overload

from sqlalchemy import Connection, Engine, select

from secondop_desktop.errors import UserError
from secondop_desktop.journal import attachments, backup, bin, history, search
from secondop_desktop.journal.change import Change, ChangeSet, Rows
from secondop_desktop.journal.engine import make_engine, told
from secondop_desktop.journal.header import read_header
from secondop_desktop.journal.kinds import Kind, Kinds
from secondop_desktop.journal.lock import JournalLock
from secondop_desktop.journal.model import Entry
from secondop_desktop.journal.schema import NEWEST, migrate, refuse_strange
from secondop_desktop.lang import _

E = TypeVar("E", bound=Entry)
Listener = Callable[[ChangeSet], None]


def now() -> str:
    """Return this moment in UTC as the journal writes it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


class Journal:
    """A journal open in this program; made by ``create``, ``open`` or ``look``.

    Safe to use from several threads: each takes a connection of its own, and one change runs
    at a time. Failures that a user can do something about are UserErrors.
    """

    def __init__(self, path: Path, kinds: Kinds, engine: Engine, lock: JournalLock | None) -> None:
        self.path = path
        self.kinds = kinds
        self._engine = engine
        self._lock = lock
        self._turn = threading.RLock()
        self._changing = False
        self._listeners: list[Listener] = []
        self._inode = _inode(path)

    @classmethod
    def create(cls, path: Path, kinds: Kinds, key: str = "") -> "Journal":
        """Make an empty journal; raises UserError where there is a file already."""
        if path.exists():
            raise UserError(
                _("There is already a file {file}. Choose another name.").format(file=path.name)
            )
        lock = JournalLock(path)
        try:
            _make(path, key)
            return cls(path, kinds, make_engine(path, key), lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path, kinds: Kinds, key: str = "") -> "Journal":
        """Open a journal for this program alone; an older one is copied, then renewed."""
        schema = read_header(path, NEWEST).schema
        lock = JournalLock(path)
        try:
            with told(path):
                engine = make_engine(path, key)
                with engine.connect() as connection:
                    refuse_strange(connection, path.name)
                if schema < NEWEST:
                    backup.safe_copy(engine, path, key=key)
                    migrate(engine)
            return cls(path, kinds, engine, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def look(cls, path: Path, kinds: Kinds, key: str = "") -> "Journal":
        """Open a journal for reading only, beside others; raises UserError for an older one."""
        if read_header(path, NEWEST).schema < NEWEST:
            raise UserError(
                _("{file} was made by an older Secondop. Open it in the window first.").format(
                    file=path.name
                )
            )
        return cls(path, kinds, make_engine(path, key, read_only=True), None)

    @property
    def elsewhere(self) -> str:
        """The name of another computer that seems to have this journal open, or empty."""
        return self._lock.elsewhere if self._lock else ""

    def close(self) -> None:
        """Let the file go."""
        self._engine.dispose()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection inside one read transaction: a snapshot that stays as it is."""
        with told(self.path), self._engine.connect() as plain:
            connection = plain.execution_options(reading=True)
            with connection.begin():
                yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._turn:
            if self._changing:
                raise RuntimeError("a change inside a change")
            self.check_in_place()
            self._changing = True
            try:
                with told(self.path), self._engine.begin() as connection:
                    yield connection
            finally:
                self._changing = False

    def check_in_place(self) -> None:
        """Raise UserError when another program has put a different file in our file's place."""
        if _inode(self.path) != self._inode:
            raise UserError(
                _(
                    "{file} was moved or replaced by another program. Nothing more is saved in "
                    "it: close it and open it again."
                ).format(file=self.path.name)
            )

    @contextmanager
    def change(
        self, label: str, *, merge: tuple[str, ...] = (), initiator: object | None = None
    ) -> Iterator[Change]:
        """Give the only way to write; committed and told to the watchers when the block ends.

        Changes with the same ``merge`` in a row, less than a minute apart, are one undo step.
        """
        at, changeset = now(), None
        with self._writing() as connection:
            change = Change(Rows(connection, self.kinds), self.kinds, at, connection)
            yield change
            rows = change.finish()
            if rows:
                seq = history.append(connection, rows, at, label, "\t".join(merge))
                self._learn(connection, rows)
                changeset = ChangeSet(label, rows, seq, "do", initiator)
        if changeset:
            self._tell(changeset)

    def attach(self, change: Change, stream: BinaryIO, name: str) -> attachments.Stored:
        """Keep a file's bytes as part of a change; ``name`` is used in messages only."""
        return attachments.store(change.connection, stream, name, now())

    def file(self, file_hash: str) -> bytes:
        """Return the bytes of a stored file (at most 100 MB)."""
        with self.reading() as connection:
            return b"".join(attachments.chunks(connection, file_hash))

    def extract(self, file_hash: str, target: Path) -> None:
        """Write a stored file to a path; raises UserError when it is damaged."""
        with self.reading() as connection:
            attachments.extract(connection, file_hash, target)

    def undo(self) -> ChangeSet | None:
        """Take back the newest step; None when there is none."""
        return self._take("undo", history.undoable)

    def redo(self) -> ChangeSet | None:
        """Do again what was taken back last; None when there is nothing."""
        return self._take("redo", history.redoable)

    def _take(
        self, what: str, next_step: Callable[[Connection], tuple[int, str] | None]
    ) -> ChangeSet | None:
        with self._writing() as connection:
            step = next_step(connection)
            if step is None:
                return None
            rows = Rows(connection, self.kinds)
            changeset = history.take(connection, rows, step, now(), what)
            self._learn(connection, changeset.rows)
        self._tell(changeset)
        return changeset

    def undo_label(self) -> str:
        """What undo would take back, or empty."""
        with self.reading() as connection:
            return (history.undoable(connection) or (0, ""))[1]

    def redo_label(self) -> str:
        """What redo would do again, or empty."""
        with self.reading() as connection:
            return (history.redoable(connection) or (0, ""))[1]

    def history(self, entry: str | None = None, limit: int = 1000) -> list[history.Moment]:
        """Return what happened to an entry or to all, the newest first."""
        with self.reading() as connection:
            return history.moments(connection, entry, limit)

    def empty_bin(self, chosen: Callable[[Any], bool] = lambda _row: True) -> ChangeSet:
        """Take the chosen binned entries out of the file for ever; see ``bin.empty``."""
        with self._writing() as connection:
            changeset = bin.empty(connection, self.kinds, now(), _("Empty the bin"), chosen)
        self._tell(changeset)
        return changeset

    def watch(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after each commit, in the thread that made it; returns the way out."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, changeset: ChangeSet) -> None:
        for listener in tuple(self._listeners):
            listener(changeset)

    def _learn(self, connection: Connection, rows: Any) -> None:
        index = search.Index(connection, self.kinds)
        index.learn((row.kind, row.id) for row in rows)

    @overload
    def entries(self, kind: type[E], **where: Any) -> list[E]: ...
    @overload
    def entries(self, kind: str, **where: Any) -> list[Any]: ...
    def entries(
        self,
        kind: type[Entry] | str,
        *,
        binned: bool = False,
        connection: Connection | None = None,
        **where: Any,
    ) -> list[Any]:
        """Return entries whose columns have these values, the newest change last.

        They are immutable rows with the model's attributes, not live objects. Binned entries
        come only with ``binned``. ``connection`` reads inside a snapshot of ``reading``.
        """
        table = self.kind(kind).model.__table__
        query = select(table).where(
            table.c.deleted_at != "" if binned else table.c.deleted_at == ""
        )
        for name, value in where.items():
            query = query.where(table.c[name] == value)
        query = query.order_by(table.c.changed, table.c.created)
        if connection is not None:
            return list(connection.execute(query))
        with self.reading() as own:
            return list(own.execute(query))

    @overload
    def get(self, kind: type[E], entry: str) -> E: ...
    @overload
    def get(self, kind: str, entry: str) -> Any: ...
    def get(self, kind: type[Entry] | str, entry: str) -> Any:
        """Return one entry, binned or not; raises UserError when there is none."""
        table = self.kind(kind).model.__table__
        with self.reading() as connection:
            found = connection.execute(select(table).where(table.c.id == entry)).first()
        if found is None:
            raise UserError(_("There is no entry with the id {id}.").format(id=entry))
        return found

    def kind(self, kind: type[Entry] | str) -> Kind:
        """Return a kind by its model or name."""
        return self.kinds[kind if isinstance(kind, str) else kind.__tablename__]

    def kind_of(self, entry: str) -> Kind:
        """Return the kind of an entry by its id; raises UserError when there is none."""
        with self.reading() as connection:
            found = connection.exec_driver_sql(
                "SELECT kind FROM search_doc WHERE id = ?", (entry,)
            ).first()
        if found is None:
            raise UserError(_("There is no entry with the id {id}.").format(id=entry))
        return self.kinds[found[0]]

    def name(self, entry: str | None) -> str:
        """Return the title of an entry, binned or not; empty for None or an unknown id."""
        if not entry:
            return ""
        with self.reading() as connection:
            return search.Index(connection, self.kinds).name(entry)

    def names(self) -> Callable[[str | None], str]:
        """Return a look-up of all titles as they are now, for lists and prints."""
        with self.reading() as connection:
            rows = connection.exec_driver_sql("SELECT id, title FROM search_doc").fetchall()
        titles: dict[str, str] = {row[0]: row[1] for row in rows}
        return lambda entry: titles.get(entry, "") if entry else ""

    def find(self, words: str, person: str | None = None, limit: int = 200) -> list[search.Hit]:
        """Search everything; the best hits first."""
        with self.reading() as connection:
            return search.find(connection, words, person=person, limit=limit)

    def backup(self, folder: Path | None = None) -> Path:
        """Make a verified safe copy and return its path."""
        return backup.safe_copy(self._engine, self.path, folder)


def _inode(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _make(path: Path, key: str) -> None:
    """Build the file under another name and rename it, so that a half-made one never shows."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as file:
        fresh = Path(file.name)
    try:
        engine = make_engine(fresh, key)
        with told(path):
            migrate(engine)
        engine.dispose()
        backup.settle(fresh, path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
