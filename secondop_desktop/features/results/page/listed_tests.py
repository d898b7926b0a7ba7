"""The list of tests: one row for each test and unit, and one for what stands in no series."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from secondop_desktop.features.results.page.series_view import side_word, titled, valued
from secondop_desktop.features.results.rules import (
    Point,
    Series,
    by_test,
    latest,
    named_by,
    one_series,
    point_of,
)
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind, Names
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Side
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


class _Told(NamedTuple):
    """The columns that say to which test a result belongs, and which of them is the latest."""

    id: str
    test: str
    unit: str
    specimen: str
    value: Quantity | None
    state: str
    date: PartialDate | None
    star: bool | None
    unread: Mapping[str, str]


@dataclass(frozen=True)
class ListedTest:
    """What the list says of a test: its name, its latest result, and which results it has."""

    test: str
    unit: str
    specimen: str
    newest: Point
    starred: bool
    ids: tuple[str, ...]


class ListedTests:
    """The results of one person as tests over time, and apart what is in none of them.

    Of twenty years' results only a few columns are read, and all of a test when it is shown.
    """

    def __init__(self, journal: Journal, kind: Kind, person: str) -> None:
        self._kind, self._journal = kind, journal
        with journal.reading():
            found = journal.columns(kind, _Told._fields, "id", in_order=True, person=person)
            told: Sequence[Any] = list(map(_Told._make, found))
            if journal.met_harm:  # what cannot be read makes a draft of its result
                told = journal.entries(kind.name, person=person)
            tests = list(by_test(row for row in told if not row.unread))
            self._newest = self._rows([latest(rows).id for rows in tests])
            listed = map(self._listed, tests)
            self.tests: dict[TestKey, ListedTest] = {key_of(one): one for one in listed}
            shown = {entry for one in self.tests.values() for entry in one.ids}
            apart = [row.id for row in told if row.id not in shown]
            others = self._rows(apart)
        self.others: dict[TestKey, Any] = {
            (entry, "", ""): others[entry] for entry in apart if entry in others
        }
        self.is_empty = not told

    def _rows(self, entries: Sequence[str]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for at in range(0, len(entries), _AT_ONCE):
            some = self._journal.several(self._kind, entries[at : at + _AT_ONCE])
            found |= {row.id: row for row in some}
        return found

    def _listed(self, rows: Sequence[Any]) -> ListedTest:
        newest = point_of(self._newest[latest(rows).id])
        starred = any(row.star for row in rows)
        return ListedTest(*named_by(rows), newest, starred, tuple(row.id for row in rows))

    def series(self, key: TestKey) -> Series | None:
        """Return a test with all its results; None where there is no such test any more."""
        one = self.tests.get(key)
        rows = self._rows(one.ids) if one else {}
        whole = [rows[entry] for entry in one.ids if entry in rows] if one else []
        return one_series(whole) if whole else None

    def every_series(self) -> list[Series]:
        """Return all tests with all their results."""
        return [found for key in self.tests if (found := self.series(key))]

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
        return next((key for key, one in self.tests.items() if entry in one.ids), None)

    def entries(self, key: TestKey) -> list[str]:
        """Return the results that a row stands for, by their ids, the newest last."""
        if key in self.others:
            return [self.others[key].id]
        found = self.series(key)
        return [point.id for point in found.points] if found else []


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
