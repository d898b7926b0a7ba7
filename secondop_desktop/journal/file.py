"""One open journal: the file, changing it, undoing that."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from sqlalchemy import Connection, Engine

from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup, history, looking
from secondop_desktop.journal.change import Change, ChangeSet
from secondop_desktop.journal.files import attachments
from secondop_desktop.journal.files.fresh_files import FreshFiles
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.progress import Tell, nobody
from secondop_desktop.journal.reader import Reader
from secondop_desktop.journal.renewing import renewed
from secondop_desktop.journal.search.index import Index, is_most
from secondop_desktop.journal.search.typed_last import typed_last
from secondop_desktop.journal.storage.cipher import Key
from secondop_desktop.journal.storage.copy_marks import mark_of
from secondop_desktop.journal.storage.engine import driver, let_spill, translate_errors
from secondop_desktop.journal.storage.header import not_read, read_header
from secondop_desktop.journal.storage.hot_journals import refuse_strangers
from secondop_desktop.journal.storage.lock import JournalLock
from secondop_desktop.journal.storage.log_seals import files_fit, kept_log, seal_files
from secondop_desktop.journal.storage.places import is_folder, is_there
from secondop_desktop.journal.storage.private_files import sweep
from secondop_desktop.journal.storage.raw_rows import Rows
from secondop_desktop.journal.storage.same_file import watched
from secondop_desktop.journal.storage.schema import NEWEST
from secondop_desktop.lang import _

if TYPE_CHECKING:
    from secondop_desktop.journal.parted_change import PartedChange
    from secondop_desktop.journal.whole import Filling

Listener = Callable[[ChangeSet], None]

LONG = 5_000
"""Rows from which on a step is taken back a few at a time, as the memory should not hold all."""

MUCH = 4 * 1024 * 1024
"""A file of more bytes is not held in memory until the commit; others cannot read meanwhile."""


def now() -> str:
    """Return this moment in UTC as the journal writes it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


class Journal(Reader):
    """A journal open in this program; made by ``create``, ``open`` or ``look``.

    Safe to use from several threads: each takes a connection of its own, and one change runs
    at a time. Failures that a user can do something about are UserErrors.
    """

    def __init__(
        self, path: Path, kinds: Kinds, writer: Engine | None, lock: JournalLock | None
    ) -> None:
        super().__init__(path, kinds)
        self._writer = writer
        self._lock = lock
        self._index = Index(kinds)
        self.fresh_files = FreshFiles()
        self._turn = threading.Lock()
        self._spilling = False
        self._found: int | None = None
        """The place in the history of the last line that others wrote, once it was asked for."""
        self._listeners: list[Listener] = []
        self._file = watched(path, writer) if writer else None
        self.history_at_opening = self._file.sealed if self._file else ""
        """The hash of the history as it was when the journal was opened."""

    @classmethod
    def create(cls, path: Path, kinds: Kinds, key: Key | None = None) -> "Journal":
        """Make an empty journal; ``key`` encrypts it. Raises UserError where there is a file."""
        if is_there(path):
            raise UserError(
                _("There is already a file {file}. Choose another name.").format(file=path.name)
            )
        if not is_folder(path.parent):
            raise UserError(
                _("There is no folder {folder}. Make it first, or choose another.").format(
                    folder=path.parent
                )
            )
        from secondop_desktop.journal.creating import make

        lock = JournalLock(path)
        try:
            make(path, key)
            lock.hold_file(path)
            return cls(path, kinds, renewed(path, kinds), lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path, kinds: Kinds) -> "Journal":
        """Open a journal for this program alone; an older one is copied, then renewed."""
        read_header(path, NEWEST)
        lock = JournalLock(path)
        try:
            sweep(path.resolve().parent)
            sweep(backup.folder_of(path))
            try:
                refuse_strangers(path)
            except OSError as error:
                raise not_read(path.name, error) from error
            return cls(path, kinds, renewed(path, kinds), lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def look(cls, path: Path, kinds: Kinds) -> "Journal":
        """Open a journal for reading only, beside others; raises UserError for an older one."""
        read_header(path, NEWEST)
        looking.settle(path)
        journal = cls(path, kinds, None, None)
        try:
            with journal.reading() as connection:
                looking.refuse_older(connection, path.name)
        except BaseException:
            journal.close()
            raise
        return journal

    @property
    def read_only(self) -> bool:
        """Whether it is only looked at, and takes no change."""
        return self._writer is None

    @property
    def elsewhere(self) -> str:
        """The name of another computer that seems to have this journal open, or empty."""
        return self._lock.elsewhere if self._lock else ""

    def close(self) -> None:
        """Let the file go, after the change that another thread is making."""
        if self._here.connection is not None:
            raise RuntimeError("closed inside a change or a reading")
        try:
            self.learn_typed()
        finally:
            with self._turn:
                if not self._closed:
                    self._closed = True
                    self._let_go()

    def _let_go(self) -> None:
        for engine in (self._reader, self._writer):
            if engine:
                engine.dispose()
        if self._file:
            self._file.close()
        self._held.let_go()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self._here.connection is not None:
            raise RuntimeError("a change inside a change or a reading")
        if self._writer is None:
            raise UserError(
                _(
                    "{file} is open for reading only, so nothing was saved in it. Copy the file to "
                    "a folder where you can save, and open it there."
                ).format(file=self.path.name)
            )
        with self._turn, translate_errors(self.path, writing=True):
            self._refuse_closed()
            self.check_in_place()
            with (
                self._writer.connect() as connection,
                self._being(connection),
                self._committing(connection),
            ):
                yield connection

    @contextmanager
    def _committing(self, connection: Connection) -> Iterator[None]:
        sealed = ""
        try:
            with connection.begin():
                yield
                if not self._spilling:  # else the file has changed already, by this very change
                    self.check_in_place()
                sealed = kept_log(driver(connection))
                self._turns.acquire()
        finally:
            # A file in which nothing of ours was to be written may be another's by now.
            if self._file and (sealed or self._spilling):
                self._file.remember(sealed)
            self._turns.release()
            if self._spilling:
                self._spilling = False
                let_spill(driver(connection), False)

    @property
    def keeps_readers_out(self) -> bool:
        """Whether so much is being written that whoever reads now waits until it is done."""
        return self._spilling

    def is_in_place(self) -> bool:
        """Tell whether the file is what we wrote last; True while a change is being made."""
        if not self._file or not self._turn.acquire(blocking=False):
            return True
        try:
            return self._closed or self._file.is_ours()
        finally:
            self._turn.release()

    def check_in_place(self) -> None:
        """Raise UserError when the file is not what we wrote last: replaced, or written over."""
        if self._file and not self._file.is_ours():
            raise UserError(
                _(
                    "{file} was moved, replaced or written over by another program. Nothing more "
                    "is saved in it: close it and open it again."
                ).format(file=self.path.name)
            )

    def write_own(self, target: Path) -> None:
        """Write this journal into a new file although another was put in its place.

        Raises OSError where its bytes are not there any more.
        """
        if not self._file:
            raise RuntimeError("a journal that is only looked at")
        with self._turn:
            self._refuse_closed()
            self._file.write_out(target)
            if mark_of(target).history != self._file.sealed:
                raise FileNotFoundError(target)

    @contextmanager
    def change(
        self,
        label: str,
        *,
        merge: tuple[str, ...] = (),
        initiator: object | None = None,
        lasting: bool = False,
        tell: Tell = nobody,
    ) -> Iterator[Change]:
        """Give the only way to write; committed and told to the watchers when the block ends.

        Changes with the same ``merge`` in a row, less than a minute apart, are one undo step;
        ``lasting`` ones are so however long the pauses between them. ``tell`` hears how far the
        keeping of many entries is; what it raises leaves all as it was.
        """
        changeset = None
        with self._writing() as connection:
            at = now()
            change = Change(Rows(connection, self.kinds), self.kinds, at, connection)
            try:
                yield change
                rows = change.finish(tell)
            finally:
                change.close()
            if rows:
                if self._found is None:
                    self._found = history.newest(connection)
                merged, found = "\t".join(merge), self._found
                seq = history.append(
                    connection,
                    self.kinds,
                    rows,
                    at,
                    label,
                    merged,
                    lasting=lasting,
                    found=found,
                    tell=tell,
                )
                typed = change.edited_alone(rows) if merge else None
                self._index.update_entries(connection, rows, tell, typed=typed)
                changeset = ChangeSet(label, rows, seq, "do", initiator)
            if change.files and change.files_sound:
                seal_files(driver(connection))
        if changeset:
            self.newest_people = changeset.people_added
            self._tell(changeset)

    @contextmanager
    def change_in_parts(self, label: str) -> Iterator["PartedChange"]:
        """Give the way to write what is too much for the memory: as ``change``, part by part.

        All parts are one step and one transaction: committed and told to the watchers when the
        block ends. Others cannot read meanwhile, as the file is written all the time.
        """
        from secondop_desktop.journal.parted_change import PartedChange

        with self._writing() as connection:
            self._let_spill(connection)
            parts = PartedChange(connection, self.kinds, self._index, now(), label)
            with parts.while_whole():
                yield parts
        if changeset := parts.done():
            self.newest_people = parts.people_added
            self._tell(changeset)

    def attach(
        self,
        change: Change,
        stream: BinaryIO,
        name: str,
        *,
        packed: bool = False,
        most: int = attachments.LARGEST,
    ) -> attachments.Stored:
        """Keep a file's bytes, ``most`` at most, as part of a change; ``name`` is for messages."""
        found = attachments.measured(stream, name, most)
        if found.size > MUCH:
            self._let_spill(change.connection)
        if not change.files:
            # What was harmed before stays known as that.
            change.files, change.files_sound = True, files_fit(driver(change.connection))
        attachments.store(change.connection, stream, found, name, now(), packed=packed)
        self.fresh_files.keep(found, stream)
        return found

    def _let_spill(self, connection: Connection) -> None:
        self._turns.acquire()
        self._spilling = True
        let_spill(driver(connection), True)

    @contextmanager
    def filling(self, label: str, seal: str) -> "Iterator[Filling]":
        """Give the way to write another journal into this empty one, with its history.

        ``seal`` is the hash that the history bears. All of it is kept when the block ends, or
        nothing; raises UserError where this journal is not empty.
        """
        from secondop_desktop.journal.whole import Filling

        with self._writing() as connection:
            filling = Filling(connection, self.kinds)
            self._let_spill(connection)
            yield filling
            filling.finish(seal)
            self._index.renew(connection)
        self._tell(ChangeSet(label, filling.written, filling.last, "fill"))

    def undo(self, tell: Tell = nobody) -> ChangeSet | None:
        """Take back the newest step; None when there is none.

        ``tell`` hears how far a long one is; what it raises leaves all as it was.
        """
        return self._take("undo", history.undoable, tell)

    def redo(self, tell: Tell = nobody) -> ChangeSet | None:
        """Do again what was taken back last; None when there is nothing; ``tell`` as in undo."""
        return self._take("redo", history.redoable, tell)

    def _take(
        self, what: str, next_step: Callable[[Connection], tuple[int, str] | None], tell: Tell
    ) -> ChangeSet | None:
        with self._writing() as connection:
            step = next_step(connection)
            if step is None:
                return None
            changeset = self._taken(connection, step, what, tell)
        self._tell(changeset)
        return changeset

    def _taken(
        self, connection: Connection, step: tuple[int, str], what: str, tell: Tell
    ) -> ChangeSet:
        size = history.size_of(connection, step[0])
        if size > LONG and is_most(driver(connection), size):
            from secondop_desktop.journal import long_steps

            self._let_spill(connection)
            long = long_steps.take(connection, self.kinds, step, now(), what, tell)
            self._index.renew(connection, tell)
            return long
        changeset = history.take(connection, self.kinds, step, now(), what, tell)
        self._index.update_entries(connection, changeset.rows, tell)
        return changeset

    def empty_bin(self, chosen: Callable[[Any], bool] = lambda _row: True) -> ChangeSet | None:
        """Take the chosen binned entries out of the file for ever; see ``bin.empty``."""
        from secondop_desktop.journal import bin

        with self._writing() as connection:
            label, sound = _("Empty the bin"), files_fit(driver(connection))
            changeset = bin.empty(connection, self.kinds, now(), label, chosen)
            if changeset and sound:
                seal_files(driver(connection))
        if changeset:
            self._tell(changeset)
        return changeset

    def watch(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after each commit, in the thread that made it; returns the way out."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, changeset: ChangeSet) -> None:
        # The stack lets each of them hear it even when another one fails.
        with ExitStack() as stack:
            for listener in reversed(self._listeners):
                stack.callback(listener, changeset)

    def learn_typed(self) -> None:
        """Let the index learn the words that were typed last, which it knows later than others.

        They wait where nothing can be written now, and where another thread reads or changes
        something, as nobody is to wait for this; searches find them all the same.
        """
        if self._closed or self._writer is None:
            return
        if self._turn.locked() or not self._turns.is_idle:
            return
        with suppress(UserError):
            if self._has_typed():
                with self._writing() as connection:
                    self._index.learn_typed(connection)

    def _has_typed(self) -> bool:
        with self.reading() as connection:
            return typed_last(driver(connection), self.kinds) is not None

    def backup(self, folder: Path | None = None) -> Path:
        """Make a verified safe copy and return its path."""
        self._refuse_closed()
        if self._here.connection is not None:
            raise RuntimeError("a safe copy inside a change or a reading")
        self.learn_typed()
        with self._turns.reading():
            copy = backup.safe_copy(self._reader, self.path, folder)
            if folder is None:
                self.fresh_files.clear()
        return copy
