"""Whether the search index knows just what the entries say."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import zip_longest

import sqlcipher3
from sqlalchemy import Connection

from secondop_desktop.journal.engine import Driver, driver
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.tables import TOKENS


def fits(connection: Connection, kinds: Kinds) -> bool:
    """Tell whether each entry is known to the search, under its person, in the bin or not."""
    each = " UNION ALL ".join(
        f"SELECT id, '{name}', person, deleted_at != '' FROM \"{name}\"" for name in kinds
    )
    entries, known = f"SELECT * FROM ({each})", "SELECT id, kind, person, binned FROM search_doc"
    sql = driver(connection)
    either = (f"{entries} EXCEPT {known}", f"{known} EXCEPT {entries}")
    return not any(sql.execute(query).fetchone() for query in either)


def sound(connection: Connection) -> bool:
    """Tell whether the index holds each word at its place, by making it once more in memory.

    SQLite itself looks only at the structure of an index that lies outside its content.
    """
    sql = driver(connection)
    with closing(sqlcipher3.connect(":memory:", isolation_level=None)) as fresh:
        fresh.execute(f"CREATE VIRTUAL TABLE search USING fts5(title, body, content='', {TOKENS})")
        fresh.executemany(
            "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)",
            sql.execute("SELECT doc, title, body FROM search_doc WHERE binned = 0"),
        )
        with _words(sql) as kept, _words(fresh) as wanted:
            return all(word == other for word, other in zip_longest(kept, wanted))


@contextmanager
def _words(sql: Driver) -> Iterator[Iterator[tuple[object, ...]]]:
    """Give every word of an index with its place, in a fixed order."""
    sql.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'search', 'instance')")
    found = sql.execute("SELECT term, doc, col, offset FROM temp.words")
    try:
        yield found
    finally:
        found.close()
        sql.execute("DROP TABLE temp.words")
