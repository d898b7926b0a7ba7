"""Full-text search over every kind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Connection

from secondop_desktop.journal.kinds import Kind, Kinds, Names
from secondop_desktop.journal.search.field_texts import field_texts
from secondop_desktop.journal.search.marking import Marker, Spots, snippet
from secondop_desktop.journal.search.typed_query import Wanted, wanted
from secondop_desktop.journal.storage.engine import Driver, driver
from secondop_desktop.journal.storage.raw_rows import listed
from secondop_desktop.lang import _

_FIND = (
    "SELECT d.kind, d.id, d.person, d.title "
    "FROM search CROSS JOIN search_doc d ON d.doc = search.rowid "
    "WHERE search MATCH ?{person} ORDER BY search.rank LIMIT ?"
)
_AT_ONCE = 500
"""Rows read by one statement."""

_MOST_FIELDS = 3
"""Fields of an entry shown with the words found in them."""

_Found = tuple[str, str, str | None, str]


@dataclass(frozen=True)
class Hit:
    """One entry found.

    ``snippet`` names the field in which the words stand and marks them with MATCH_START and
    MATCH_END (of ``marking``): "Notes: pain when walking".
    """

    kind: str
    id: str
    person: str | None
    title: str
    snippet: str


def query(words: str) -> str:
    """Turn what was typed into an FTS5 query: words match as prefixes, quoted phrases exactly."""
    return _query(wanted(words))


def _query(looked_for: Sequence[Wanted]) -> str:
    return " AND ".join(one.match for one in looked_for)


def find(
    connection: Connection,
    kinds: Kinds,
    words: str,
    *,
    person: str | None = None,
    limit: int = 200,
) -> list[Hit]:
    """Return the best hits first; titles weigh more than the rest. Empty words find nothing."""
    looked_for = wanted(words)
    if not looked_for:
        return []
    # Only a bare ORDER BY rank lets the index sort before any title is read.
    sql = _FIND.format(person=" AND d.person = ?" if person else "")
    values = (_query(looked_for), *((person,) if person else ()), limit)
    found = driver(connection).execute(sql, values).fetchall()
    shown = _snippets(driver(connection), kinds, found, Marker(looked_for))
    return [
        Hit(kind, entry, owner, title, shown.get(entry, "")) for kind, entry, owner, title in found
    ]


def _snippets(sql: Driver, kinds: Kinds, found: Iterable[_Found], marker: Marker) -> dict[str, str]:
    """Return by id the words around what was found, read from the entries themselves."""
    titles: dict[str, dict[str, str]] = defaultdict(dict)
    for kind, entry, _person, title in found:
        titles[kind][entry] = title
    return {
        row.id: _snippet(kinds[kind], row, titles[kind][row.id], marker)
        for kind in titles
        for row in _rows(sql, kinds[kind], list(titles[kind]))
    }


def _rows(sql: Driver, kind: Kind, ids: Sequence[str]) -> Iterator[Any]:
    for at in range(0, len(ids), _AT_ONCE):
        some = tuple(ids[at : at + _AT_ONCE])
        marks = ", ".join("?" * len(some))
        rows = f'SELECT {listed(kind.types)} FROM "{kind.name}" WHERE id IN ({marks})'
        yield from kind.rows(sql.execute(rows, some))


class _Told(NamedTuple):
    """What one field says, and where in it stands each thing looked for."""

    label: str
    text: str
    spots: Spots

    @property
    def held(self) -> set[int]:
        """Which of the things stand in it."""
        return {at for at, some in enumerate(self.spots) if some}

    def shown(self) -> str:
        """Name the field and show the words around what was found."""
        words = snippet(self.text, chain.from_iterable(self.spots))
        said = _("{field}: {words}")
        return said.format(field=_(self.label), words=words) if self.label else words


def _snippet(kind: Kind, row: Any, title: str, marker: Marker) -> str:
    """Show the fields that hold most of what was looked for; the title where none does."""
    told = [_Told(label, text, marker.spots(text)) for label, text in field_texts(kind, row)]
    best = list(_best(told)) or [_Told("", title, marker.spots(title))]
    return " · ".join(one.shown() for one in best)


def _best(told: list[_Told]) -> Iterator[_Told]:
    """Yield a few fields, the fullest first, each with something that those before lack."""
    held = {at: found for at, one in enumerate(told) if (found := one.held)}
    missing = set().union(*held.values())
    for _time in range(_MOST_FIELDS):
        if not missing:
            return
        best = max(held, key=lambda at: len(held[at] & missing))
        missing -= held[best]
        yield told[best]


def title_of(connection: Connection, entry: str | None) -> str:
    """Return the title by which an entry is known; empty for None or an unknown id."""
    sql = "SELECT title FROM search_doc WHERE id = ?"
    found = driver(connection).execute(sql, (entry,)).fetchone() if entry else None
    return found[0] if found else ""


def names(connection: Connection) -> Names:
    """Return a way to look up titles by id."""
    return partial(title_of, connection)
