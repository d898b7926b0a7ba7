"""What can be chosen for a paper: how many entries of each kind there are, and of which days.

That is known by a few columns. After a long life whole rows take five times as long, and of most
entries nothing more is asked before their chapter is opened or printed.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import compress, repeat
from types import SimpleNamespace
from typing import Any, NamedTuple

from secondop_desktop.exchange.pdf.pages.chapter import Chapter
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind, Kinds
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.summary.choices import CHRONOLOGY, Choices
from secondop_desktop.summary.events import ALWAYS_TOLD
from secondop_desktop.summary.membership import (
    columns_of,
    is_held,
    only_whether,
    stands_among_others,
)
from secondop_desktop.summary.since import since_among
from secondop_desktop.summary.snapshot import Snapshot

_READ_BY = frozenset({"person", "provider", "case", "appointment", "question", "opinion"})
"""Kinds by which it is known who reads a paper."""


class _Entry(NamedTuple):
    """What is known of an entry without reading it."""

    id: str
    owners: tuple[str | None, ...]
    day: PartialDate | None
    held: bool


class Offered:
    """The entries that a paper of one person can hold, what is private among them.

    They are those of a ``Snapshot`` of the same person and case. Whole rows are read only of the
    kinds by which it is known who reads it, and of those whose ``titles`` are asked for.
    """

    def __init__(self, journal: Journal, person: str, case: str | None) -> None:
        self.kinds: Kinds = journal.kinds
        self._journal = journal
        self._choices = Choices(person, case, private=True)
        with journal.reading():
            self.people = Snapshot(journal, self._choices, only=_READ_BY)
            known = {name: self._known(kind) for name, kind in journal.kinds.items()}
        self._every = _owned(known, self.kinds)
        public = {name: [e for e in rows if not e.held] for name, rows in known.items()}
        told = _owned(public, self.kinds) if public != known else self._every
        self._days = {day.last_day for day in _days(told)}
        self._titled: dict[str, Snapshot] = {}

    def of(self, kind: str) -> Sequence[str]:
        """Return the ids of the entries of a kind, in the order in which they were entered."""
        return [one.id for one in self._every[kind]]

    def titles(self, kind: str, entries: Iterable[str]) -> Mapping[str, str]:
        """Return the titles of these entries by their ids; of those that are gone, none."""
        if kind not in self._titled:
            named = _named_by(kind, self.kinds)
            self._titled[kind] = Snapshot(self._journal, self._choices, only=named)
        rows = self._titled[kind]
        there = {row.id: row for row in rows.of(kind)}
        title = self.kinds[kind].title
        return {one: title(there[one], rows.names) for one in entries if one in there}

    def tells(self, chapter: Chapter) -> bool:
        """Tell whether a chapter has something to print."""
        if chapter.kinds:
            return bool(self._every[chapter.kinds[0]])
        if chapter.key != CHRONOLOGY:
            return bool(chapter.make(self.people))
        dated = (one.day for kind in ALWAYS_TOLD for one in self._every[kind])
        return any(dated) or bool(chapter.make(self._whole))

    @cached_property
    def _whole(self) -> Snapshot:
        return Snapshot(self._journal, self._choices)

    def public(self, reader: str) -> Snapshot:
        """Return who reads it, with how far back it goes as usual, without what is private."""
        asked = Choices(self._choices.person, self._choices.case, reader=reader)
        with self._journal.reading():
            rows = Snapshot(self._journal, asked, only=_READ_BY)
        rows.since = since_among(rows, self._days)
        return rows

    def _known(self, kind: Kind) -> list[_Entry]:
        """Return what is so of a kind; what many entries have alike is judged once."""
        owners = tuple(one.name for one in kind.fields if one.owner)
        judged = columns_of(kind)
        dated = [kind.when] if kind.when else []
        ids, *more = self._some(kind, ("id", *owners, *dated, *judged))
        owned = more[: len(owners)]
        days: Iterable[Any] = more[len(owners)] if dated else repeat(None)
        alike = list(zip(*more[-len(judged) :], strict=True))
        known = {one: _judged(kind, judged, one) for one in set(alike)}
        stand, held = zip(*map(known.__getitem__, alike), strict=True) if alike else ((), ())
        own = zip(*owned, strict=True) if owned else repeat(())
        each = zip(ids, own, days, held, strict=False)
        return list(map(_Entry._make, compress(each, stand)))

    def _some(self, kind: Kind, names: Sequence[str]) -> list[Sequence[Any]]:
        """Return columns of the entries of the case that is wanted, where one is."""
        where, case = {"person": self._choices.person}, self._choices.case
        if case and kind.name == "case":
            where, case = {**where, "id": case}, None
        columns, whole = self._journal.columns_of_case(kind, names, case, **where)
        if not whole:  # a row says of itself what in it cannot be read, a column does not
            columns = self._of_rows(kind, names, case, where)
        whether = only_whether(kind)
        pairs = zip(names, columns, strict=True)
        return [list(map(bool, found)) if name in whether else found for name, found in pairs]

    def _of_rows(
        self, kind: Kind, names: Sequence[str], case: str | None, where: Mapping[str, str]
    ) -> list[Sequence[Any]]:
        journal = self._journal
        read = journal.of_case if case else journal.entries
        rows = read(kind.name, *([case] if case else []), **where)
        return [[getattr(row, name) for row in rows] for name in names]


def _judged(kind: Kind, names: Sequence[str], values: Sequence[Any]) -> tuple[bool, bool]:
    """Tell of entries with these values whether they stand among others, and are held back."""
    one = SimpleNamespace(**dict(zip(names, values, strict=True)))
    return stands_among_others(kind, one), is_held(kind, one)


def _days(known: Mapping[str, Sequence[_Entry]]) -> Iterable[PartialDate]:
    """Return the days that occur: many entries share one, which is the same object."""
    every = (one.day for rows in known.values() for one in rows if one.day)
    return {id(day): day for day in every}.values()


def _owned(known: Mapping[str, Sequence[_Entry]], kinds: Kinds) -> Mapping[str, Sequence[_Entry]]:
    """Leave out the entries that are owned by one that is not there."""
    left = dict(known)
    for name, kind in kinds.items():
        owners = [one for one in kind.fields if one.owner]
        for at, owner in enumerate(owners):
            there = {"", None, *(one.id for one in left[owner.refers])}
            left[name] = [one for one in left[name] if one.owners[at] in there]
    return left


def _named_by(kind: str, kinds: Kinds) -> frozenset[str]:
    """Return the kinds whose entries can be named in the title of one of this kind."""
    found, left = {kind, "case"}, [kind]
    while left:
        more = {field.refers for field in kinds[left.pop()].fields if field.refers} - found
        found |= more
        left += more
    return frozenset(found)
