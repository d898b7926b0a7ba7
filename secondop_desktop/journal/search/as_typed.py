"""What a search finds of the entry that the index has still to learn."""

from contextlib import closing

from sqlalchemy import Connection

from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.search.docs import Doc, Docs, hashed
from secondop_desktop.journal.search.in_memory import index_in_memory
from secondop_desktop.journal.search.typed_last import Typed
from secondop_desktop.journal.search.wording import made_from
from secondop_desktop.journal.storage.engine import driver
from secondop_desktop.journal.storage.raw_rows import Rows


def as_typed(connection: Connection, kinds: Kinds, typed: Typed) -> Doc | None:
    """Return what the index will know of the entry; None where it is not to be found."""
    docs, kind = Docs(driver(connection)), kinds[typed.kind]
    old, raw = docs.known(typed.id), Rows(connection, kinds).get(typed.kind, typed.id)
    if old is None or raw is None or old.binned:
        return None
    title, body = made_from(kind, kind.row(raw), docs.title)
    return Doc(old.doc, title, hashed(body), False, old.person, body)


def matches(match: str, doc: Doc) -> bool:
    """Tell whether an index that knew this entry alone would find it."""
    with closing(index_in_memory()) as fresh:
        fresh.execute("INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)", doc.text)
        query = "SELECT 1 FROM search WHERE search MATCH ?"
        return fresh.execute(query, (match,)).fetchone() is not None
