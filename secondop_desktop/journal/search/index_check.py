"""Whether the search index knows just what the entries say."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any

from sqlalchemy import Connection

from secondop_desktop.journal.kinds import Kind, Kinds
from secondop_desktop.journal.search.in_memory import index_in_memory
from secondop_desktop.journal.search.index import is_stale, made_from
from secondop_desktop.journal.search.index_words import index_words
from secondop_desktop.journal.search.typed_last import Typed, typed_last
from secondop_desktop.journal.storage.engine import Driver, driver
from secondop_desktop.journal.storage.raw_rows import Raw
from secondop_desktop.journal.storage.seals import sealed


def fits(connection: Connection, kinds: Kinds) -> bool:
    """Tell whether each entry is known to the search, under its person, in the bin or not.

    What is known must also be what the entry says, letter for letter: the titles are shown in
    lists, and on paper where one entry names another.
    """
    each = " UNION ALL ".join(
        f"SELECT id, '{name}', person, deleted_at != '' FROM \"{name}\"" for name in kinds
    )
    entries, known = f"SELECT * FROM ({each})", "SELECT id, kind, person, binned FROM search_doc"
    sql = driver(connection)
    either = (f"{entries} EXCEPT {known}", f"{known} EXCEPT {entries}")
    if any(sql.execute(query).fetchone() for query in either):
        return False
    if is_stale(sql):
        return True
    typed = typed_last(sql, kinds)
    titles = dict(sql.execute("SELECT id, title FROM search_doc").fetchall())
    return all(_says_so(sql, kind, titles, typed) for kind in kinds.values())


def _says_so(sql: Driver, kind: Kind, titles: Mapping[str, str], typed: Typed | None) -> bool:
    """Tell whether title and words of each whole entry of a kind are those that are known.

    Of the one that is being typed in only the title is.
    """
    columns = ", ".join(f'e."{name}"' for name in kind.types)
    found = sql.execute(
        f'SELECT d.title, d.body, {columns} FROM "{kind.name}" e JOIN search_doc d ON d.id = e.id'
    )
    for title, body, *row in found:
        raw = dict(zip(kind.types, row, strict=True))
        waits = (kind.name, raw["id"]) == typed
        known = (title, None if waits else body)
        if not _known_as(kind, raw, known, titles) and raw["seal"] == sealed(raw):
            return False
    return True


def _known_as(
    kind: Kind, raw: Raw, known: tuple[str, str | None], titles: Mapping[str, str]
) -> bool:
    title, body = known
    try:
        made = made_from(kind, kind.row(raw), lambda entry: titles.get(entry or "", ""))
    except (ValueError, TypeError, KeyError):
        return True  # what cannot be read is told of by itself
    return made == (title, made[1] if body is None else body)


def sound(connection: Connection) -> bool:
    """Tell whether the index holds each word at its place, by making it once more in memory.

    SQLite itself looks only at the structure of an index that lies outside its content.
    """
    sql = driver(connection)
    if is_stale(sql):
        return True  # it is made anew when the journal is opened for writing
    with closing(index_in_memory()) as fresh:
        found = sql.execute("SELECT doc, title, body FROM search_doc WHERE binned = 0")
        fresh.execute("BEGIN")
        fresh.executemany(
            "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)",
            ((doc, index_words([title]), body) for doc, title, body in found),
        )
        fresh.execute("COMMIT")
        if any(sql.execute(part).fetchall() != fresh.execute(part).fetchall() for part in _SIZES):
            return False
        with _words(sql) as kept, _words(fresh) as wanted:
            return _alike(kept, wanted)


_SIZES = ("SELECT id, sz FROM search_docsize ORDER BY id",)
"""How long each text is, by which hits are ordered."""


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
def _words(sql: Driver) -> Iterator[Any]:
    """Give every word of an index with its places, in a fixed order."""
    sql.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'search', 'instance')")
    found = sql.execute(f"SELECT term, {_PLACES} FROM temp.words GROUP BY term")
    try:
        yield found
    finally:
        found.close()
        sql.execute("DROP TABLE temp.words")
