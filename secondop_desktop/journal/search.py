"""Full-text search over every kind, kept right by each change in the same transaction."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from secondop_desktop.journal.columns import Line, Refs, Value
from secondop_desktop.journal.kinds import Kind, Kinds, Names

MATCH_START, MATCH_END = "\x02", "\x03"
"""Stand around the matching words in a snippet; no text of the user's holds them."""

_TOKENS = re.compile(r'"([^"]*)"?|(\S+)')
_CODES = frozenset(
    {"id", "created", "changed", "deleted_at", "origin", "origin_hash", "seal", "person", "case"}
    | {"private", "file", "file_type", "raw", "code"}
)
_UPSERT = (
    "INSERT INTO search_doc (id, kind, person, binned, title, body) VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET person = excluded.person, binned = excluded.binned, "
    "title = excluded.title, body = excluded.body"
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
    for phrase, word in _TOKENS.findall(words.replace("\x00", "")):
        if phrase.strip():
            parts.append(f'"{phrase}"')
        elif word:
            parts.append('"{}"*'.format(word.replace('"', "")))
    return " ".join(part for part in parts if re.search(r"\w", part))


def find(
    connection: Connection, words: str, *, person: str | None = None, limit: int = 200
) -> list[Hit]:
    """Return the best hits first; titles weigh more than the rest. Empty words find nothing."""
    match = query(words)
    if not match:
        return []
    found = connection.exec_driver_sql(
        "SELECT d.kind, d.id, d.person, d.title, snippet(search, -1, ?, ?, '…', 16) "
        "FROM search JOIN search_doc d ON d.doc = search.rowid "
        "WHERE search MATCH ? AND (? IS NULL OR d.person = ?) "
        "ORDER BY bm25(search, 5.0, 1.0), d.doc LIMIT ?",
        (MATCH_START, MATCH_END, match, person, person, limit),
    )
    return [Hit(*row) for row in found]


class Index:
    """Writes what search knows of each entry."""

    def __init__(self, connection: Connection, kinds: Kinds) -> None:
        self._connection = connection
        self._kinds = kinds

    def learn(self, touched: Iterable[tuple[str, str]]) -> None:
        """Learn entries anew after they were written, and those that bear their names."""
        waiting = list(touched)
        known = set(waiting)
        for kind, entry in waiting:
            if self._learn_one(self._kinds[kind], entry):
                renamed = [key for key in self._naming(kind, entry) if key not in known]
                known.update(renamed)
                waiting.extend(renamed)

    def name(self, entry: str | None) -> str:
        """Return the title by which an entry is known."""
        found = self._known(entry) if entry else None
        return found[0] if found else ""

    def _known(self, entry: str) -> Any:
        return self._connection.exec_driver_sql(
            "SELECT title, body, binned FROM search_doc WHERE id = ?", (entry,)
        ).first()

    def _learn_one(self, kind: Kind, entry: str) -> bool:
        """Return whether an entry known before has a new title now."""
        table = kind.model.__table__
        row = self._connection.execute(select(table).where(table.c.id == entry)).first()
        old = self._known(entry)
        if row is None:
            self._connection.exec_driver_sql("DELETE FROM search_doc WHERE id = ?", (entry,))
            return False
        found = (kind.title(row, self.name), _body(kind, row), int(bool(row.deleted_at)))
        if old is None or tuple(old) != found:
            values = (entry, kind.name, row.person, found[2], found[0], found[1])
            self._connection.exec_driver_sql(_UPSERT, values)
        return old is not None and old[0] != found[0]

    def _naming(self, kind: str, entry: str) -> list[tuple[str, str]]:
        found = []
        for other in self._kinds.values():
            for field in other.fields:
                if field.refers == kind and not isinstance(other.type_of(field.name), Refs):
                    found += [
                        (other.name, row[0])
                        for row in self._connection.exec_driver_sql(
                            f'SELECT id FROM "{other.name}" WHERE "{field.name}" = ?',
                            (entry,),
                        )
                    ]
        return found


def _body(kind: Kind, row: Any) -> str:
    """Collect the words of an entry: all its texts, but no ids or codes."""
    texts = [_text(kind, field.name, row) for field in kind.fields if field.name not in _CODES]
    return "\n".join([text for text in texts if text] + list(row.unread.values()))


def _text(kind: Kind, name: str, row: Any) -> str:
    field, column = kind.by_name[name], kind.type_of(name)
    if field.refers or not isinstance(column, Value):
        return ""
    value = getattr(row, name)
    if field.choices and isinstance(column, Line):
        return field.label_of(value)
    return column.words(value) if not isinstance(column, Refs) else ""


def names(connection: Connection) -> Names:
    """Return a way to look up titles by id."""
    return Index(connection, {}).name
