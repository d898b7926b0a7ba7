"""One change that is written part by part, as all of it would not find room in the memory."""

from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection

from secondop_desktop.journal import history
from secondop_desktop.journal.change import Change, ChangeSet
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.progress import Tell
from secondop_desktop.journal.search.index import Index
from secondop_desktop.journal.storage.engine import driver
from secondop_desktop.journal.storage.log_seals import seal_files
from secondop_desktop.journal.storage.long_list import LongList, LongNames
from secondop_desktop.journal.storage.raw_rows import RowChange, Rows
from secondop_desktop.journal.storage.spool import Spool


class LongIds(Set[str]):
    """The ids of more entries than are held in memory."""

    def __init__(self, spool: Spool) -> None:
        self._listed, self._known = LongList[str](spool), LongNames(spool)

    @classmethod
    def _from_iterable(cls, ids: Iterable[str]) -> Set[str]:  # type: ignore[override]
        return frozenset(ids)

    def add(self, entry: str) -> None:
        """Put one in that was not there."""
        if entry not in self._known:
            self._known[entry] = ""
            self._listed.append(entry)

    def __contains__(self, entry: object) -> bool:
        return isinstance(entry, str) and entry in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self._listed)

    def __len__(self) -> int:
        return len(self._listed)

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True)
class LongChangeSet(ChangeSet):
    """What a change did that was written in parts; to learn which entries no row is read."""

    touched: frozenset[str] = field(kw_only=True)
    written: Set[str] = field(kw_only=True)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds it touched."""
        return self.touched

    @property
    def ids(self) -> Set[str]:
        """The entries it touched."""
        return self.written


class PartedChange:
    """Several changes in one transaction that are one step of the history.

    What refers to an entry is written with it or in a later part.
    """

    def __init__(
        self, connection: Connection, kinds: Kinds, index: Index, at: str, label: str
    ) -> None:
        self._connection, self._kinds, self._index = connection, kinds, index
        self._at, self._label = at, label
        self._step = self._last = 0
        spool = Spool()
        self.while_whole = spool.while_whole
        self._rows, self._ids = LongList[RowChange](spool), LongIds(spool)
        self._touched, self._people, self._only_adds = set[str](), set[str](), True

    @contextmanager
    def part(self, tell: Tell) -> Iterator[Change]:
        """Give the way to write one part; it is checked, logged and indexed when the block ends.

        ``tell`` hears how far that is; what it raises leaves all parts unwritten.
        """
        rows = Rows(self._connection, self._kinds)
        change = Change(rows, self._kinds, self._at, self._connection)
        try:
            yield change
            written = change.finish(tell)
        finally:
            change.close()
        if written:
            self._keep(written, tell)
        if change.files and change.files_sound:
            seal_files(driver(self._connection))

    def _keep(self, written: Sequence[RowChange], tell: Tell) -> None:
        self._last = history.append(
            self._connection,
            self._kinds,
            written,
            self._at,
            self._label,
            "",
            step=self._step,
            tell=tell,
        )
        self._step = self._step or self._last
        self._index.update_entries(self._connection, written, tell)
        self._rows.extend(written)
        for row in written:
            self._touched.add(row.kind)
            self._ids.add(row.id)
            if row.before is not None or not row.after:
                self._only_adds = False
            else:
                self._people.add(row.after["person"])

    @property
    def people_added(self) -> tuple[int, frozenset[str]]:
        """The place of the step and whose entries it added; no place where it did more."""
        return (self._step, frozenset(self._people)) if self._only_adds else (0, frozenset())

    def done(self) -> ChangeSet | None:
        """Return what all parts did; None where it was nothing."""
        if not self._last:
            return None
        touched = frozenset(self._touched)
        return LongChangeSet(
            self._label, self._rows, self._last, touched=touched, written=self._ids
        )
