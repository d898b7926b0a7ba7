"""Whether the search index knows just what the entries say."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any, NamedTuple

from sqlalchemy import Connection

from secondop_desktop.journal.kinds import Kind, Kinds
from secondop_desktop.journal.search.docs import Doc, Text, hashed
from secondop_desktop.journal.search.in_memory import index_in_memory
from secondop_desktop.journal.search.index import is_stale
from secondop_desktop.journal.search.typed_last import Typed, typed_last, words_before
from secondop_desktop.journal.search.wording import made_from
from secondop_desktop.journal.storage.engine import Driver, driver
from secondop_desktop.journal.storage.raw_rows import Raw
from secondop_desktop.journal.storage.seals import sealed


def index_fits(connection: Connection, kinds: Kinds) -> bool:
    """Tell whether each entry is known to the search, under its person, in the bin or not.

    What is known must also be what the entry says, letter for letter: the titles are shown in
    lists, and on paper where one entry names another. The index must hold each word at its place;
    it is made once more in memory, from the entries, as SQLite itself looks at its structure alone.
    """
    sql = driver(connection)
    if not _same_entries(sql, kinds):
        return False
    if is_stale(sql):
        return True  # it is made anew when the journal is opened for writing
    with closing(index_in_memory()) as fresh:
        comparing = _Comparing(sql, kinds)
        fresh.execute("BEGIN")
        for kind in kinds.values():
            fresh.executemany(_LEARN, comparing.texts(kind))
        fresh.execute("COMMIT")
        return not comparing.differs and _same_words(sql, fresh, comparing.untold)


_LEARN = "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)"


def _same_entries(sql: Driver, kinds: Kinds) -> bool:
    each = " UNION ALL ".join(
        f"SELECT id, '{name}', person, deleted_at != '' FROM \"{name}\"" for name in kinds
    )
    entries, known = f"SELECT * FROM ({each})", "SELECT id, kind, person, binned FROM search_doc"
    either = (f"{entries} EXCEPT {known}", f"{known} EXCEPT {entries}")
    return not any(sql.execute(query).fetchone() for query in either)


class _Known(NamedTuple):
    """What the search knows of an entry."""

    doc: int
    title: str
    words: int
    binned: int


class _Comparing:
    """Goes through the entries, with what is known of each beside it."""

    def __init__(self, sql: Driver, kinds: Kinds) -> None:
        self._sql = sql
        self._titles = dict(sql.execute("SELECT id, title FROM search_doc").fetchall())
        self._typed: Typed | None = typed_last(sql, kinds)
        self.differs = False
        """Whether an entry that is whole says something else than is known of it."""
        self.untold: list[int] = []
        """Entries of which nobody can tell any more what they said when they were learned."""

    def texts(self, kind: Kind) -> Iterator[Text]:
        """Yield what the index is to hold of the entries of a kind, as far as that can be told."""
        columns = ", ".join(f'e."{name}"' for name in kind.types)
        found = self._sql.execute(
            f"SELECT d.doc, d.title, d.words, d.binned, {columns} "
            f'FROM "{kind.name}" e JOIN search_doc d ON d.id = e.id ORDER BY d.doc'
        )
        for doc, title, words, binned, *row in found:
            known = _Known(doc, title, words, binned)
            body = self._body(kind, dict(zip(kind.types, row, strict=True)), known)
            if body is None:
                self.untold.append(doc)
            elif text := Doc(doc, title, words, bool(binned), None, body).text:
                yield text

    def _body(self, kind: Kind, raw: Raw, known: _Known) -> str | None:
        """Return the words that were learned of an entry; none where they are no longer known.

        Of the one that is being typed in only the title must be as it is.
        """
        made = _made(kind, raw, self._titles)
        if not made:
            return None  # what cannot be read is told of by itself
        waits = (kind.name, raw["id"]) == self._typed
        body = words_before(self._sql) if waits else made[1]
        if body is not None and (made[0], hashed(body)) == (known.title, known.words):
            return body
        self.differs |= raw["seal"] == sealed(raw)
        return None


def _made(kind: Kind, raw: Raw, titles: Mapping[str, str]) -> tuple[str, str] | None:
    try:
        return made_from(kind, kind.row(raw), lambda entry: titles.get(entry or "", ""))
    except (ValueError, TypeError, KeyError):
        return None


def _same_words(sql: Driver, fresh: Driver, untold: list[int]) -> bool:
    """Tell whether two indexes hold the same words, those of some entries left out."""
    without = ", ".join(map(str, untold))
    sizes = f"SELECT id, sz FROM search_docsize WHERE id NOT IN ({without}) ORDER BY id"
    if sql.execute(sizes).fetchall() != fresh.execute(sizes).fetchall():
        return False  # how long each text is, by which hits are ordered
    with _words(sql, without) as kept, _words(fresh, without) as wanted:
        return _alike(kept, wanted)


_AT_ONCE = 500
"""Words that are compared as one list: several times as quick as one by one."""

_PLACES = "group_concat(doc || ' ' || col || ' ' || offset)"
"""All places of a word as one text: SQLite joins them three times as quick as it gives rows."""


def _alike(kept: Any, wanted: Any) -> bool:
    while True:
        some = kept.fetchmany(_AT_ONCE)
        if some != wanted.fetchmany(_AT_ONCE):
            return False
        if not some:
            return True


@contextmanager
def _words(sql: Driver, without: str) -> Iterator[Any]:
    """Give every word of an index with its places, in a fixed order."""
    sql.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'search', 'instance')")
    found = sql.execute(
        f"SELECT term, {_PLACES} FROM temp.words WHERE doc NOT IN ({without}) GROUP BY term"
    )
    try:
        yield found
    finally:
        found.close()
        sql.execute("DROP TABLE temp.words")
