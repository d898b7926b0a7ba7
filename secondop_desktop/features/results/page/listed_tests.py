"""The list of tests: one row for each test and unit, and one for what stands in no series."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from secondop_desktop.features.results.page.series_view import side_word, titled, valued
from secondop_desktop.features.results.rules.series import (
    Point,
    Series,
    by_test,
    latest,
    named_by,
    one_series,
    point_of,
)
from secondop_desktop.journal.alike import AlikeEntries
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind, Names
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range, Side
from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.kind_pages.entry_rows import row_item
from secondop_desktop.widgets.lists.rich_list import RowItem

TestKey = tuple[str, str, str]
"""A test, its unit and its specimen; of what stands in no series the id, in its first place."""
_BY_NAME, _NEWEST = "name", "newest"
ORDERS = (
    ("", N_("As on the reports")),
    (_BY_NAME, N_("By name, A to Z")),
    (_NEWEST, N_("Newest first")),
)

_AT_ONCE = 5_000
"""Results that are read by one statement."""
_BY = ("test", "unit", "specimen", "state", "star")
"""Results that agree in these stand in one test, or in none."""


class _Told(NamedTuple):
    """The columns that a test over time is made of."""

    id: str
    test: str
    unit: str
    specimen: str
    value: Quantity | None
    state: str
    date: PartialDate | None
    star: bool | None
    range: Range | None
    flag: str


@dataclass(frozen=True)
class ListedTest:
    """What the list says of a test: its name and its latest result.

    ``parts`` are the groups of its results, each by the id of its latest one.
    """

    test: str
    unit: str
    specimen: str
    newest: Point
    starred: bool
    parts: tuple[str, ...]
    names: frozenset[tuple[str, str, str]]
    """How its results write test, unit and specimen."""


class ListedTests:
    """The results of one person as tests over time, and apart what is in none of them.

    Of twenty years' results the latest of each test is read, and of a test what it shows when it
    is shown. Where something in the journal cannot be read, each result is looked at by itself.
    """

    def __init__(self, journal: Journal, kind: Kind, person: str) -> None:
        self._kind, self._journal, self._person = kind, journal, person
        self._alike = AlikeEntries(journal, kind, _BY, "value", "date", person=person)
        with journal.reading():
            told = list(self._rows(self._alike.latest()).values())
            self._each = journal.met_harm  # what cannot be read makes a draft of its result
            if self._each:
                told = journal.entries(kind.name, person=person)
            tests = map(_listed, by_test(row for row in told if not row.unread))
            self.tests: dict[TestKey, ListedTest] = {key_of(one): one for one in tests}
            shown = {entry for one in self.tests.values() for entry in one.parts}
            apart = [row.id for row in told if row.id not in shown]
            others = self._rows([row.id for row in self._results(apart)])
        self.others: dict[TestKey, Any] = {(entry, "", ""): row for entry, row in others.items()}
        self.is_empty = not told

    def _rows(self, entries: Sequence[str]) -> dict[str, Any]:
        """Return results by their ids, in this order."""
        found: dict[str, Any] = dict.fromkeys(entries)
        for at in range(0, len(entries), _AT_ONCE):
            some = self._journal.several(self._kind, entries[at : at + _AT_ONCE])
            found |= {row.id: row for row in some}
        return {entry: row for entry, row in found.items() if row is not None}

    def _results(self, parts: Sequence[str]) -> list[Any]:
        """Return all results of some parts, the newest change last."""
        if self._each:
            return list(self._rows(parts).values())
        return list(map(_Told._make, self._alike.columns(_Told._fields, parts)))

    def series(self, key: TestKey) -> Series | None:
        """Return a test with all its results; None where there is no such test any more."""
        one = self.tests.get(key)
        rows = self._results(one.parts) if one else []
        return one_series(rows) if rows else None

    def every_series(self) -> list[Series]:
        """Return all tests with all their results."""
        parts = [part for one in self.tests.values() for part in one.parts]
        return list(map(one_series, by_test(self._results(parts))))

    def items(self, names: Names, order: str) -> list[RowItem]:
        """Return drafts, the newest first, then what has no value, then the tests in order."""
        tests = [_item(key, one) for key, one in self.ordered(order).items()]
        return [*self._other_items(names), *tests]

    def ordered(self, order: str) -> dict[TestKey, ListedTest]:
        """Return the tests in one of the orders."""
        found = list(self.tests.items())
        if order == _BY_NAME:
            found.sort(key=lambda pair: titled(pair[1]).casefold())
        elif order == _NEWEST:
            found.sort(key=lambda pair: _day(pair[1]), reverse=True)
        return dict(found)

    def _other_items(self, names: Names) -> list[RowItem]:
        items = [
            replace(row_item(self._kind, row, names), key=key)
            for key, row in reversed(self.others.items())
        ]
        return sorted(items, key=lambda item: item.status is None)

    def key_with(self, entry: str) -> TestKey | None:
        """Return the row that shows a result, or None."""
        if (entry, "", "") in self.others:
            return entry, "", ""
        found = self._journal.entries(self._kind.name, id=entry, person=self._person)
        names = {(row.test, row.unit, row.specimen) for row in found}
        return next((key for key, one in self.tests.items() if names & one.names), None)

    def entries(self, key: TestKey) -> list[str]:
        """Return the results that a row stands for, by their ids, the newest last."""
        if key in self.others:
            return [self.others[key].id]
        found = self.series(key)
        return [point.id for point in found.points] if found else []


def _listed(rows: Sequence[Any]) -> ListedTest:
    names = frozenset((row.test, row.unit, row.specimen) for row in rows)
    starred = any(row.star for row in rows)
    parts = tuple(row.id for row in rows)
    return ListedTest(*named_by(rows), point_of(latest(rows)), starred, parts, names)


def key_of(one: ListedTest | Series) -> TestKey:
    """Return what tells a test from the others."""
    return one.test.casefold(), one.unit, one.specimen


def _day(one: ListedTest) -> str:
    date = one.newest.date
    return date.stored if date else ""


def _item(key: TestKey, one: ListedTest) -> RowItem:
    """Say the newest value, its date, and where it lies; one line, so that many are in sight."""
    last = one.newest
    value = valued(last, one.unit)
    newest = f"{value}, {last.date.words()}" if last.date else value
    where = side_word(last.side)
    lies = where if where != side_word(Side.WITHIN) else ""
    star = _("★ for a doctor") if one.starred else ""
    return RowItem(key, titled(one), " · ".join(part for part in (newest, lies, star) if part))
