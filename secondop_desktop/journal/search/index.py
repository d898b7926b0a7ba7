"""The search index, kept right by each change in the same transaction.

Only the entry that is being typed in waits till that is over (see ``typed_last``).
"""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from secondop_desktop import __version__
from secondop_desktop.journal.kinds import Kind, Kinds
from secondop_desktop.journal.progress import Tell, nobody
from secondop_desktop.journal.search.bodies import FreshDocs
from secondop_desktop.journal.search.docs import Doc, Docs
from secondop_desktop.journal.search.index_words import RULE
from secondop_desktop.journal.search.learning import AT_ONCE, SHARE, LearningRound, size
from secondop_desktop.journal.search.typed_last import (
    Typed,
    learned,
    let_wait,
    typed_last,
    words_before,
)
from secondop_desktop.journal.search.wording import title_of
from secondop_desktop.journal.search.words_before import WordsBefore
from secondop_desktop.journal.storage.engine import Driver, driver
from secondop_desktop.journal.storage.raw_rows import Raw, RowChange, Rows
from secondop_desktop.lang import code

_KEY = "search"
"""Names in ``meta`` what the index was made by."""

_LISTED = frozenset({"person", "deleted_at"})
"""Columns that say where an entry is listed."""


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
        typed: Raw | None = None,
    ) -> None:
        """Learn entries anew after they were written, and those that bear their names.

        One that was ``typed`` may wait: its whole row as it is now. ``tell`` hears how many are
        learned; it raises to stop.
        """
        sql = driver(connection)
        before = typed_last(sql, self._kinds)
        if typed and self._may_wait(sql, rows, typed, before):
            return
        if is_stale(sql) or _knows_any(sql, [row.id for row in rows if row.before is None]):
            self.renew(connection, tell)  # nobody can tell which words it has
            return
        touched = [(row.kind, row.id) for row in rows]
        # A row that was lost stays known, so that a check tells of it.
        if before and before not in touched and Rows(connection, self._kinds).get(*before):
            touched.append(before)
        words = WordsBefore(rows, {before.id: words_before(sql)} if before else {})
        fresh = self._fresh(rows)
        if not LearningRound(connection, self._kinds, touched, words, fresh, tell).run():
            self.renew(connection, tell)
        elif before:
            learned(sql)

    def _may_wait(
        self, sql: Driver, rows: Collection[RowChange], raw: Raw, before: Typed | None
    ) -> bool:
        """Let one entry wait whose title stays; no other may be waiting."""
        (row,) = rows
        entry = Typed(row.kind, row.id)
        if before not in {None, entry}:
            return False
        kind = self._kinds[row.kind]
        known = _known_as_before(sql, kind, row, raw)
        if not known:
            return False
        if before:
            return True
        words = WordsBefore(rows).of(kind, row.id, known, None, raw).body
        if words is not None:
            let_wait(sql, entry, words)
        return words is not None

    def learn_typed(self, connection: Connection) -> None:
        """Learn the entry that waits, if there is one."""
        self.update_entries(connection, ())

    def _fresh(self, rows: Collection[RowChange]) -> FreshDocs:
        """Return the rows of entries that were not there before, read as values, and their words.

        A row out of the log may be from before a column came.
        """
        whole = {name: self._kinds[name].types.keys() for name in {row.kind for row in rows}}
        return FreshDocs(
            self._kinds,
            (
                (row.kind, row.after)
                for row in rows
                if row.before is None and row.after and row.after.keys() >= whole[row.kind]
            ),
        )

    def renew(self, connection: Connection, tell: Tell = nobody) -> None:
        """Learn every entry anew: it was made by another rule, or most of it is another now."""
        sql = driver(connection)
        known = 'SELECT id FROM "{}" ORDER BY rowid'
        every = [
            (name, entry)
            for name in self._kinds
            for (entry,) in sql.execute(known.format(name)).fetchall()
        ]
        sql.execute("DELETE FROM search_doc")
        sql.execute("INSERT INTO search (search) VALUES ('delete-all')")
        LearningRound(connection, self._kinds, every, WordsBefore(), tell=tell).run_anew()
        sql.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (_KEY, made_by()))
        learned(sql)


def _known_as_before(sql: Driver, kind: Kind, change: RowChange, raw: Raw) -> Doc | None:
    """Return what is known of an entry that is listed, under its person, as it was before."""
    if not change.after or _LISTED & change.after.keys():
        return None
    docs = Docs(sql)
    old = docs.known(change.id)
    if not old or old.binned or old.title != title_of(kind, kind.row(raw), docs.title):
        return None
    return old


def _knows_any(sql: Driver, entries: Sequence[str]) -> bool:
    """Tell whether the search knows something of an entry that was not there before."""
    for at in range(0, len(entries), AT_ONCE):
        some = entries[at : at + AT_ONCE]
        marks = ", ".join("?" * len(some))
        known = f"SELECT 1 FROM search_doc WHERE id IN ({marks})"
        if sql.execute(known, tuple(some)).fetchone():
            return True
    return False


def made_by() -> str:
    """Return what an index depends on beside the entries: the rule, the program, the language."""
    return f"{RULE} {__version__} {code()}"


def is_most(sql: Driver, entries: int) -> bool:
    """Tell whether so many entries are so much of an index that it is made anew sooner."""
    return entries * SHARE > size(sql)


def is_stale(sql: Driver) -> bool:
    """Tell whether the index was made by another rule than today's."""
    found = sql.execute("SELECT value FROM meta WHERE key = ?", (_KEY,)).fetchone()
    return found is None or found[0] != made_by()
