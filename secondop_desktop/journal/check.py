"""Looking a journal through for damage, told in the user's words."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from secondop_desktop.journal import attachments
from secondop_desktop.journal.change import Rows, sealed
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.tables import attachment
from secondop_desktop.lang import _


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it was saved; ``kind`` and ``id`` where it is an entry."""

    text: str
    kind: str = ""
    id: str = ""


def check(journal: Journal) -> list[Finding]:
    """Check file, references, entries, files and the search index; an empty list means whole."""
    with journal.reading() as connection:
        found = list(_pages(connection))
        if not found:
            found += _references(connection)
            for kind in journal.kinds.values():
                found += _entries(journal, connection, kind)
            found += _files(connection)
            found += _index(connection)
    return found


def _pages(connection: Connection) -> Iterator[Finding]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Finding(_("The file itself is damaged: {detail}.").format(detail=line))


def _references(connection: Connection) -> Iterator[Finding]:
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding(
            _("An entry of the kind {kind} points to a {other} that is not there.").format(
                kind=row[0], other=row[2]
            ),
            kind=row[0],
        )


def _entries(journal: Journal, connection: Connection, kind: Kind) -> Iterator[Finding]:
    rows = Rows(connection, journal.kinds)
    for (entry,) in connection.exec_driver_sql(f'SELECT id FROM "{kind.name}"').fetchall():
        raw = rows.get(kind.name, entry)
        if raw is not None and raw["seal"] != sealed(raw):
            text = _("The entry “{title}” is not as it was saved.")
            yield Finding(text.format(title=journal.name(entry) or entry), kind.name, entry)


def _files(connection: Connection) -> Iterator[Finding]:
    for row in connection.execute(select(attachment)):
        digest = hashlib.sha256()
        for chunk in attachments.chunks(connection, row.hash):
            digest.update(chunk)
        if f"sha256:{digest.hexdigest()}" != row.hash:
            yield Finding(_("A stored file is not as it was saved ({hash}).").format(hash=row.hash))


def _index(connection: Connection) -> Iterator[Finding]:
    known = connection.exec_driver_sql(
        "SELECT (SELECT count(*) FROM search_docsize), count(*) FROM search_doc WHERE binned = 0"
    ).one()
    if known[0] != known[1] or not _sound(connection):
        yield Finding(_("The search index does not fit the entries."))


def _sound(connection: Connection) -> bool:
    try:
        connection.exec_driver_sql("INSERT INTO search(search) VALUES ('integrity-check')")
    except DBAPIError as error:
        return "readonly" in str(error)
    return True
