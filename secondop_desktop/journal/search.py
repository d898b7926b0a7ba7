"""Full-text search over every kind."""

import re
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from secondop_desktop.journal.engine import driver
from secondop_desktop.journal.kinds import Names

MATCH_START, MATCH_END = "\x02", "\x03"
"""Stand around the matching words in a snippet; they are taken out of what is indexed."""

MOST_WORDS = 64
"""Words typed beyond this number are not looked for."""

_TOKENS = re.compile(r'"([^"]*)"?|(\S+)')
_READABLE = re.compile(r"[^\W_]")
_FIND = (
    "SELECT d.kind, d.id, d.person, d.title, snippet(search, -1, ?, ?, '…', 16) "
    "FROM search CROSS JOIN search_doc d ON d.doc = search.rowid "
    "WHERE search MATCH ?{person} ORDER BY search.rank LIMIT ?"
)


@dataclass(frozen=True)
class Hit:
    """One entry found; ``snippet`` marks the matching words with MATCH_START and MATCH_END."""

    kind: str
    id: str
    person: str | None
    title: str
    snippet: str


def query(words: str) -> str:
    """Turn what was typed into an FTS5 query: words match as prefixes, quoted phrases exactly."""
    parts = []
    for phrase, word in _TOKENS.findall(_plain(words)):
        if phrase.strip():
            parts.append(f'"{phrase}"')
        elif word:
            parts.append('"{}"*'.format(word.replace('"', "")))
    return " ".join([part for part in parts if _READABLE.search(part)][:MOST_WORDS])


def _plain(words: str) -> str:
    return words.replace("\x00", "").encode("utf-8", "replace").decode()


def find(
    connection: Connection, words: str, *, person: str | None = None, limit: int = 200
) -> list[Hit]:
    """Return the best hits first; titles weigh more than the rest. Empty words find nothing."""
    match = query(words)
    if not match:
        return []
    # Only a bare ORDER BY rank lets the index sort before any snippet is made.
    sql = _FIND.format(person=" AND d.person = ?" if person else "")
    values = (MATCH_START, MATCH_END, match, *((person,) if person else ()), limit)
    return [Hit(*row) for row in driver(connection).execute(sql, values)]


def title_of(connection: Connection, entry: str | None) -> str:
    """Return the title by which an entry is known; empty for None or an unknown id."""
    sql = "SELECT title FROM search_doc WHERE id = ?"
    found = driver(connection).execute(sql, (entry,)).fetchone() if entry else None
    return found[0] if found else ""


def names(connection: Connection) -> Names:
    """Return a way to look up titles by id."""
    return partial(title_of, connection)
