"""The list of tests: one row for each test and unit, and one for what stands in no series."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from secondop_desktop.features.results.page.series_view import side_word, titled, valued
from secondop_desktop.features.results.rules import Series, series
from secondop_desktop.journal.kinds import Kind, Names
from secondop_desktop.journal.values.quantities import Side
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


class ListedTests:
    """The results of one person as tests over time, and apart what is in none of them."""

    def __init__(self, kind: Kind, rows: Sequence[Any]) -> None:
        self._kind = kind
        whole = [row for row in rows if not kind.is_draft(row)]
        self.series: dict[TestKey, Series] = {key_of(one): one for one in series(whole)}
        shown = {point.id for one in self.series.values() for point in one.points}
        self.others: dict[TestKey, Any] = {
            (row.id, "", ""): row for row in rows if row.id not in shown
        }

    def items(self, names: Names, order: str) -> list[RowItem]:
        """Return drafts, the newest first, then what has no value, then the tests in order."""
        tests = [_item(key, one) for key, one in self.ordered(order).items()]
        return [*self._other_items(names), *tests]

    def ordered(self, order: str) -> dict[TestKey, Series]:
        """Return the tests in one of the orders."""
        found = list(self.series.items())
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
        for key, one in self.series.items():
            if any(point.id == entry for point in one.points):
                return key
        return None

    def entries(self, key: TestKey) -> list[str]:
        """Return the results that a row stands for, by their ids, the newest last."""
        if key in self.others:
            return [self.others[key].id]
        return [point.id for point in self.series[key].points]


def key_of(one: Series) -> TestKey:
    """Return what tells a test from the others."""
    return one.test.casefold(), one.unit, one.specimen


def _day(one: Series) -> str:
    date = one.newest.date
    return date.stored if date else ""


def _item(key: TestKey, one: Series) -> RowItem:
    """Say the newest value, its date, and where it lies; one line, so that many are in sight."""
    last = one.newest
    value = valued(last, one.unit)
    newest = f"{value}, {last.date.words()}" if last.date else value
    where = side_word(last.side)
    lies = where if where != side_word(Side.WITHIN) else ""
    star = _("★ for a doctor") if one.starred else ""
    return RowItem(key, titled(one), " · ".join(part for part in (newest, lies, star) if part))
