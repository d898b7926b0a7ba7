"""Full-text search over every kind, kept right by each change in the same transaction."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Connection

from secondop_desktop.journal.columns import Pairs, Refs, Value, Words
from secondop_desktop.journal.engine import Driver, driver
from secondop_desktop.journal.kinds import Field, Kind, Kinds, Names
from secondop_desktop.journal.references import referring
from secondop_desktop.journal.rows import Rows

MATCH_START, MATCH_END = "\x02", "\x03"
"""Stand around the matching words in a snippet; they are taken out of what is indexed."""

MOST_WORDS = 64
"""Words typed beyond this number are not looked for."""

_TOKENS = re.compile(r'"([^"]*)"?|(\S+)')
_READABLE = re.compile(r"[^\W_]")
_CODES = frozenset({"file", "file_type", "raw", "code"})
_FIND = (
    "SELECT d.kind, d.id, d.person, d.title, snippet(search, -1, ?, ?, '…', 16) "
    "FROM search CROSS JOIN search_doc d ON d.doc = search.rowid "
    "WHERE search MATCH ?{person} ORDER BY search.rank LIMIT ?"
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
    return _title(driver(connection), entry)


def _title(sql: Driver, entry: str | None) -> str:
    found = _known(sql, entry) if entry else None
    return found[0] if found else ""


def _known(sql: Driver, entry: str) -> Any:
    return sql.execute(
        "SELECT title, body, binned, person FROM search_doc WHERE id = ?", (entry,)
    ).fetchone()


_Searched = tuple[tuple[Field, Value], ...]


class Index:
    """Writes what search knows of each entry."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds
        self._searched = {name: _searched(kind) for name, kind in kinds.items()}

    def learn(self, connection: Connection, touched: Iterable[tuple[str, str]]) -> None:
        """Learn entries anew after they were written, and those that bear their names."""
        _Lesson(connection, self._kinds, self._searched, touched).learn()


class _Lesson:
    """One round of learning: an entry whose name another bears is learned before that one."""

    def __init__(
        self,
        connection: Connection,
        kinds: Kinds,
        searched: dict[str, _Searched],
        touched: Iterable[tuple[str, str]],
    ) -> None:
        self._sql = driver(connection)
        self._rows = Rows(connection, kinds)
        self._kinds = kinds
        self._searched = searched
        self._waiting = {entry: kind for kind, entry in touched}
        self._times: Counter[str] = Counter()

    def learn(self) -> None:
        while self._waiting:
            self._learn(next(iter(self._waiting)))

    def _name(self, entry: str | None) -> str:
        if entry in self._waiting:
            self._learn(entry)
        return _title(self._sql, entry)

    def _learn(self, entry: str) -> None:
        kind = self._kinds[self._waiting.pop(entry)]
        self._times[entry] += 1
        raw, old = self._rows.get(kind.name, entry), _known(self._sql, entry)
        if raw is None:
            self._sql.execute("DELETE FROM search_doc WHERE id = ?", (entry,))
            return
        row = kind.row(raw)
        title = _unmarked(kind.title(row, self._name))
        found = (title, _body(row, self._searched[kind.name]), int(bool(row.deleted_at)))
        if old != (*found, row.person):
            self._sql.execute(_UPSERT, (entry, kind.name, row.person, found[2], *found[:2]))
        if old and old[0] != title:
            self._wait_for_namesakes(kind.name, entry)

    def _wait_for_namesakes(self, kind: str, entry: str) -> None:
        for other, found in referring(self._sql, self._kinds, kind, entry):
            if self._times[found] < _LONGEST_CHAIN:
                self._waiting[found] = other


_LONGEST_CHAIN = 5
"""Entries that name each other in a circle are not learned more often than this."""


def _searched(kind: Kind) -> _Searched:
    """Return the fields that hold words: no ids, no codes."""
    return tuple(
        (field, kept)
        for field, kept in ((field, kind.types[field.name]) for field in kind.fields)
        if field.name not in _CODES
        and not field.refers
        and type(kept) is not Refs
        and not (field.choices and isinstance(kept, Pairs))
    )


def _body(row: Any, searched: _Searched) -> str:
    texts = [_text(field, kept, getattr(row, field.name)) for field, kept in searched]
    return _unmarked("\n".join([text for text in [*texts, *row.unread.values()] if text]))


def _text(field: Field, kept: Value, value: Any) -> str:
    if isinstance(kept, Words):
        return "\n".join(field.label_of(word) for word in value)
    return field.label_of(value) if field.choices else kept.words(value)


def _unmarked(text: str) -> str:
    return text.replace(MATCH_START, "").replace(MATCH_END, "")


def names(connection: Connection) -> Names:
    """Return a way to look up titles by id."""
    return partial(title_of, connection)
