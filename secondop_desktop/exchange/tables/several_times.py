"""Columns of dates and times that hold for the values right of them: a second one of each row."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from secondop_desktop.exchange.tables import headings
from secondop_desktop.exchange.tables.headings import BETWEEN
from secondop_desktop.exchange.tables.layout import Holds, Layout
from secondop_desktop.exchange.tables.table import Table

_WHEN = ("date", "time")


def with_times(table: Table, layout: Layout) -> Layout:
    """Return a layout that knows which values were measured at another time than the first."""
    if layout.holds is not Holds.MEASURES:
        return layout
    return replace(layout, whens=dict(_whens(table, layout)))


def _whens(table: Table, layout: Layout) -> Iterator[tuple[int, Mapping[str, int]]]:
    measures = {one.column for one in layout.measures}
    used = {*layout.fields.values(), *measures}
    told: dict[str, int] = {}
    before, fresh = False, False
    for at in table.columns:
        name = "" if at in used else _when(table.headings[at])
        if at in measures:
            before, fresh = True, False
            if told:
                yield at, dict(told)
        elif name and before and table.column(at):
            told = {**(told if fresh else {}), name: at}
            fresh = True


def _when(heading: str) -> str:
    found = headings.roles([heading.rsplit(BETWEEN, maxsplit=1)[-1]], headings.RESULTS)
    return next((name for name in _WHEN if name in found), "")
