"""Full-text search over every kind."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Connection

from secondop_desktop.journal.kinds import Kind, Kinds, Names
from secondop_desktop.journal.search.as_typed import as_typed, matches
from secondop_desktop.journal.search.docs import Doc
from secondop_desktop.journal.search.field_texts import field_texts
from secondop_desktop.journal.search.marking import Marker, Spots, snippet
from secondop_desktop.journal.search.typed_last import Typed, typed_last
from secondop_desktop.journal.search.typed_query import Wanted, wanted
from secondop_desktop.journal.storage.engine import Driver, driver, read_all
from secondop_desktop.journal.storage.raw_rows import listed
from secondop_desktop.journal.titles import title_of
from secondop_desktop.lang import _

_FIND = (
    "SELECT d.kind, d.id, d.person, CAST(d.title AS TEXT) "
    "FROM search CROSS JOIN search_doc d ON d.doc = search.rowid "
    "WHERE search MATCH ?{person} ORDER BY search.rank LIMIT ?"
)
_AT_ONCE = 20
"""Entries that are read together for the words around what was found: about a screenful."""

_MOST_FIELDS = 3
"""Fields of an entry shown with the words found in them."""

_Found = tuple[str, str, str | None, str]
_Reading = Callable[[], AbstractContextManager[Connection]]


class Shown(NamedTuple):
    """What a hit shows beside its title: the words around the find, and what its entry is."""

    snippet: str = ""
    draft: bool = False
    fact: bool = True


@dataclass(frozen=True)
class Hit:
    """One entry found; what it shows is read when it is first asked for."""

    kind: str
    id: str
    person: str | None
    title: str
    _read: Callable[[str], Shown] = field(repr=False, compare=False)

    @property
    def snippet(self) -> str:
        """Name the field in which the words stand: "Notes: pain when walking".

        MATCH_START and MATCH_END (of ``marking``) stand around the words.
        """
        return self._read(self.id).snippet

    @property
    def is_draft(self) -> bool:
        """Tell whether the entry is only begun."""
        return self._read(self.id).draft

    @property
    def is_fact(self) -> bool:
        """Tell whether the entry says what is so; what was refuted or taken back does not."""
        return self._read(self.id).fact


def query(words: str) -> str:
    """Turn what was typed into an FTS5 query: words match as prefixes, quoted phrases exactly."""
    return _query(wanted(words))


def _query(looked_for: Sequence[Wanted]) -> str:
    return " AND ".join(one.match for one in looked_for)


def find(
    reading: _Reading,
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
    match = _query(looked_for)
    values = (match, *((person,) if person else ()), limit)
    with reading() as connection:
        found = [one for one in driver(connection).execute(sql, values) if one[0] in kinds]
        if typed := typed_last(driver(connection), kinds):
            doc = as_typed(connection, kinds, typed)
            fits = doc and doc.person in {person or doc.person} and matches(match, doc)
            found = _with_typed(found, typed, doc if fits else None, limit)
    words_around = _WordsAround(reading, kinds, found, Marker(looked_for))
    return [Hit(kind, entry, owner, title, words_around.of) for kind, entry, owner, title in found]


def _with_typed(found: list[_Found], typed: Typed, fits: Doc | None, limit: int) -> list[_Found]:
    """Return what was found as if the index knew the entry that is being typed in."""
    others = [one for one in found if one[1] != typed.id]
    if fits is None:
        return others
    if len(others) < len(found):
        return found
    return [*others[: limit - 1], (typed.kind, typed.id, fits.person, fits.title)]


class _WordsAround:
    """Reads what hits show from the entries themselves, a screenful at a time.

    To read and mark all of two hundred takes longer than to find them, and few are looked at.
    """

    def __init__(
        self, reading: _Reading, kinds: Kinds, found: Sequence[_Found], marker: Marker
    ) -> None:
        self._reading = reading
        self._kinds = kinds
        self._found = found
        self._marker = marker
        self._place = {one[1]: at for at, one in enumerate(found)}
        self._shown: dict[str, Shown] = {}

    def of(self, entry: str) -> Shown:
        """Return what a hit shows; nothing where its entry has gone since."""
        if entry not in self._shown:
            at = self._place[entry]
            self._read(self._found[at : at + _AT_ONCE])
        return self._shown[entry]

    def _read(self, some: Sequence[_Found]) -> None:
        titles: dict[str, dict[str, str]] = defaultdict(dict)
        for name, entry, _person, title in some:
            titles[name][entry] = title
        self._shown |= {one[1]: Shown() for one in some}
        with self._reading() as connection:
            sql = driver(connection)
            for name, known in titles.items():
                kind = self._kinds[name]
                for row in _rows(sql, kind, tuple(known)):
                    words = _snippet(kind, row, known[row.id], self._marker)
                    self._shown[row.id] = Shown(words, kind.is_draft(row), kind.is_fact(row))


def _rows(sql: Driver, kind: Kind, ids: Sequence[str]) -> list[Any]:
    marks = ", ".join("?" * len(ids))
    rows = f'SELECT {listed(kind.types)} FROM "{kind.name}" WHERE id IN ({marks})'
    return kind.rows(read_all(sql, rows, tuple(ids)))


class _FieldText(NamedTuple):
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
    told = [_FieldText(label, text, marker.spots(text)) for label, text in field_texts(kind, row)]
    best = list(_best(told)) or [_FieldText("", title, marker.spots(title))]
    return " · ".join(one.shown() for one in best)


def _best(told: list[_FieldText]) -> Iterator[_FieldText]:
    """Yield a few fields, the fullest first, each with something that those before lack."""
    held = {at: found for at, one in enumerate(told) if (found := one.held)}
    missing = set().union(*held.values())
    for _time in range(_MOST_FIELDS):
        if not missing:
            return
        best = max(held, key=lambda at: len(held[at] & missing))
        missing -= held[best]
        yield told[best]


def names(connection: Connection) -> Names:
    """Return a way to look up titles by id."""
    return partial(title_of, connection)
