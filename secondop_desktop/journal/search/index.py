"""The search index, kept right by each change in the same transaction.

Only the entry that is being typed in waits till that is over (see ``typed_last``).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection

from secondop_desktop import __version__
from secondop_desktop.journal.kinds import Kind, Kinds, Names
from secondop_desktop.journal.progress import Tell, counted, nobody
from secondop_desktop.journal.references import referring
from secondop_desktop.journal.search.docs import Doc, Docs
from secondop_desktop.journal.search.field_texts import field_texts
from secondop_desktop.journal.search.index_words import RULE, index_words
from secondop_desktop.journal.search.marking import unmarked
from secondop_desktop.journal.search.typed_last import Typed, learned, let_wait, typed_last
from secondop_desktop.journal.storage.engine import Driver, driver
from secondop_desktop.journal.storage.raw_rows import Raw, RowChange, Rows
from secondop_desktop.lang import code

_KEY = "search"
"""Names in ``meta`` what the index was made by."""

_LONGEST_CHAIN = 5
"""Entries that name each other in a circle are not learned more often than this."""

_MANY = 200
"""So many texts are not forgotten one by one where the whole index can be made sooner."""

_SHARE = 20
"""To forget one text takes about as long as to learn so many."""

_AT_ONCE = 500
"""Texts that are held while an index is made."""

_LISTED = frozenset({"person", "deleted_at"})
"""Columns that say where an entry is listed."""

_FORGET = "INSERT INTO search (search, rowid, title, body) VALUES ('delete', ?, ?, ?)"
_LEARN = "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)"


class Index:
    """Writes what search knows of each entry."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds

    def update_entries(
        self,
        connection: Connection,
        rows: Collection[RowChange],
        tell: Tell = nobody,
        *,
        typed: bool = False,
    ) -> None:
        """Learn entries anew after they were written, and those that bear their names.

        What was ``typed`` may wait. ``tell`` hears how many are learned; it raises to stop.
        """
        sql = driver(connection)
        before = typed_last(sql, self._kinds)
        if typed and self._may_wait(connection, rows, before):
            return
        touched = [(row.kind, row.id) for row in rows]
        # A row that was lost stays known, so that a check tells of it.
        if before and before not in touched and Rows(connection, self._kinds).get(*before):
            touched.append(before)
        _IndexUpdate(connection, self._kinds, touched, self._fresh(connection, rows), tell).run()
        if before:
            learned(sql)

    def _may_wait(
        self, connection: Connection, rows: Collection[RowChange], before: Typed | None
    ) -> bool:
        """Let one entry wait whose title stays; no other may be waiting."""
        (row, *others) = rows
        entry = Typed(row.kind, row.id)
        if others or before not in {None, entry} or not self._keeps_title(connection, row):
            return False
        if not before:
            let_wait(driver(connection), entry)
        return True

    def _keeps_title(self, connection: Connection, change: RowChange) -> bool:
        """Tell whether an entry is listed, under its person, as it was before."""
        if not (change.before and change.after) or _LISTED & change.after.keys():
            return False
        kind, docs = self._kinds[change.kind], Docs(driver(connection))
        old, raw = docs.known(change.id), Rows(connection, self._kinds).get(kind.name, change.id)
        if not (old and raw) or old.binned:
            return False
        return old.title == title_of(kind, kind.row(raw), docs.title)

    def learn_typed(self, connection: Connection) -> None:
        """Learn the entry that waits, if there is one."""
        self.update_entries(connection, ())

    def _fresh(self, connection: Connection, rows: Collection[RowChange]) -> dict[str, Any]:
        """Return the rows of entries that the search never heard of, read as values.

        A row out of the log may be from before a column came.
        """
        whole = {name: self._kinds[name].types.keys() for name in {row.kind for row in rows}}
        fresh = {
            row.id: (row.kind, row.after)
            for row in rows
            if row.before is None and row.after and row.after.keys() >= whole[row.kind]
        }
        for entry in _known_among(driver(connection), list(fresh)):
            del fresh[entry]
        return _values_of(self._kinds, fresh.values())

    def renew(self, connection: Connection) -> None:
        """Learn every entry anew, where the index was made by another rule or in other words."""
        sql = driver(connection)
        known = 'SELECT id FROM "{}" ORDER BY rowid'
        every = [
            (name, entry)
            for name in self._kinds
            for (entry,) in sql.execute(known.format(name)).fetchall()
        ]
        sql.execute("DELETE FROM search_doc")
        _IndexUpdate(connection, self._kinds, every).know()
        rebuild(sql)
        sql.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (_KEY, made_by()))
        learned(sql)


class _IndexUpdate:
    """One round of learning: an entry whose name another bears is learned before that one."""

    def __init__(
        self,
        connection: Connection,
        kinds: Kinds,
        touched: Iterable[tuple[str, str]],
        fresh: Mapping[str, Any] = MappingProxyType({}),
        tell: Tell = nobody,
    ) -> None:
        """Take the entries; ``fresh`` are the rows of those that the search never heard of."""
        self._tell = tell
        self._sql = driver(connection)
        self._rows = Rows(connection, kinds)
        self._kinds = kinds
        self._docs = Docs(self._sql)
        self._fresh = dict(fresh)
        self._waiting = {entry: kind for kind, entry in touched}
        self._times: Counter[str] = Counter()
        self._before: dict[str, Doc | None] = {}
        self._after: dict[str, Doc | None] = {}

    def run(self) -> None:
        self.know()
        _write(self._sql, self._before, self._after)

    def know(self) -> None:
        """Bring what is known of the entries up to date, but not the index."""
        while self._waiting:
            for entry in counted(tuple(self._waiting), self._tell):
                if entry in self._waiting:  # else it was learned for its name
                    self._update_entry(entry)
        self._docs.write()

    def _name(self, entry: str | None) -> str:
        if entry in self._waiting:
            self._update_entry(entry)
        return self._docs.title(entry)

    def _update_entry(self, entry: str) -> None:
        kind = self._kinds[self._waiting.pop(entry)]
        self._times[entry] += 1
        row = self._fresh.pop(entry, None)
        old = None if row else self._docs.known(entry)
        if row is None and (raw := self._rows.get(kind.name, entry)):
            row = kind.row(raw)
        new = self._made(kind, entry, old, row)
        if new == old:
            return
        self._before.setdefault(entry, old)
        self._after[entry] = new
        if old and new and old.title != new.title:
            self._wait_for_namesakes(kind.name, entry)

    def _made(self, kind: Kind, entry: str, old: Doc | None, row: Any | None) -> Doc | None:
        if row is None:
            self._docs.forget(entry)
            return None
        title, body = made_from(kind, row, self._name)
        new = Doc(old.doc if old else 0, title, body, bool(row.deleted_at), row.person)
        return new if new == old else self._docs.keep(kind.name, entry, new)

    def _wait_for_namesakes(self, kind: str, entry: str) -> None:
        for other, found in referring(self._sql, self._kinds, kind, entry):
            if self._times[found] < _LONGEST_CHAIN:
                self._waiting[found] = other


def _values_of(kinds: Kinds, those: Iterable[tuple[str, Raw]]) -> dict[str, Any]:
    """Read rows kind by kind, as what many of one kind have alike is read once."""
    by_kind: dict[str, list[Raw]] = {}
    for name, raw in those:
        by_kind.setdefault(name, []).append(raw)
    read = (row for name, raws in by_kind.items() for row in _together(kinds[name], raws))
    return {row.id: row for row in read}


def _together(kind: Kind, raws: Sequence[Raw]) -> Sequence[Any]:
    if len(raws) == 1:
        return [kind.row(raws[0])]
    return kind.rows([[raw[name] for name in kind.types] for raw in raws])


def _known_among(sql: Driver, entries: Sequence[str]) -> Iterator[str]:
    """Yield those of several entries that the search knows something of."""
    for at in range(0, len(entries), _AT_ONCE):
        some = entries[at : at + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        found = sql.execute(f"SELECT id FROM search_doc WHERE id IN ({marks})", tuple(some))
        yield from (entry for (entry,) in found.fetchall())


def _write(sql: Driver, before: dict[str, Doc | None], after: dict[str, Doc | None]) -> None:
    """Bring the index from what it knew to what it is to know."""
    old = {entry: doc.text if doc else None for entry, doc in before.items()}
    new = {entry: doc.text if doc else None for entry, doc in after.items()}
    gone = [text for entry, text in old.items() if text and text != new[entry]]
    come = [text for entry, text in new.items() if text and text != old[entry]]
    if len(gone) > _MANY and len(gone) * _SHARE > _size(sql):
        rebuild(sql)
        return
    for statement, texts in ((_FORGET, gone), (_LEARN, come)):
        sql.executemany(statement, texts)


def _size(sql: Driver) -> int:
    found: int = sql.execute("SELECT count(*) FROM search_doc").fetchone()[0]
    return found


def rebuild(sql: Driver) -> None:
    """Make the index anew from what is known of the entries."""
    sql.execute("INSERT INTO search (search) VALUES ('delete-all')")
    found = sql.execute("SELECT doc, title, body FROM search_doc WHERE binned = 0 ORDER BY doc")
    while some := found.fetchmany(_AT_ONCE):
        sql.executemany(_LEARN, [(doc, index_words([title]), body) for doc, title, body in some])


def made_by() -> str:
    """Return what an index depends on beside the entries: the rule, the program, the language."""
    return f"{RULE} {__version__} {code()}"


def is_stale(sql: Driver) -> bool:
    """Tell whether the index was made by another rule than today's."""
    found = sql.execute("SELECT value FROM meta WHERE key = ?", (_KEY,)).fetchone()
    return found is None or found[0] != made_by()


def made_from(kind: Kind, row: Any, name: Names) -> tuple[str, str]:
    """Return what the search is to know of an entry: its title, and the words of its fields."""
    texts = (text for _label, text in field_texts(kind, row))
    return title_of(kind, row, name), index_words(texts)


def title_of(kind: Kind, row: Any, name: Names) -> str:
    """Return the title under which an entry is listed."""
    return unmarked(kind.title(row, name))
