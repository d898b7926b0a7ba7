"""Rows under the headings that are no results: the unit, or the range, of each column of a test."""

import re
from collections.abc import Callable
from dataclasses import replace

from secondop_desktop.exchange.tables.cells import Row
from secondop_desktop.exchange.tables.days import is_date
from secondop_desktop.exchange.tables.layout import Holds, Layout
from secondop_desktop.exchange.tables.measures import Measure
from secondop_desktop.exchange.tables.table import Table
from secondop_desktop.exchange.tables.writing import is_time
from secondop_desktop.journal.values.printed_parts import is_unit
from secondop_desktop.journal.values.quantities import Range

_LOOKED_AT = 3
"""Such rows stand at most so many rows down."""
_TWO_ENDS = re.compile(r"\d\s*(?:-|–|to|bis)\s*[.,]?\d")


def without_units(table: Table, layout: Layout) -> tuple[Table, Layout]:
    """Return a table of a column for each test without these rows, and what they say."""
    if layout.holds is not Holds.MEASURES:
        return table, layout
    for row in table.rows[:_LOOKED_AT]:
        told = _told(table, layout, row)
        if told:
            layout = _with_other_units(table, layout, row)
            layout = replace(layout, measures=tuple(map(told, layout.measures)))
            table = replace(table, rows=[one for one in table.rows if one is not row])
    return table, layout


def _with_other_units(table: Table, layout: Layout, row: Row) -> Layout:
    """Return a layout with the columns of a test in another unit, under no heading of their own."""
    known = {one.column: one for one in layout.measures}
    for at in table.columns:
        before = known.get(at - 1)
        unit = table.cell(row, at)
        if before and at not in known and not table.headings[at] and is_unit(unit):
            known[at] = replace(before, column=at, unit=unit)
    return replace(layout, measures=tuple(known[at] for at in sorted(known)))


def _told(table: Table, layout: Layout, row: Row) -> Callable[[Measure], Measure] | None:
    """Return what a row adds to a column; None for a row of results."""
    cells = {one.column: table.cell(row, one.column) for one in layout.measures}
    filled = list(filter(None, cells.values()))
    if not filled or is_date(table.cell(row, layout.fields.get("date"))):
        return None
    if is_time(table.cell(row, layout.fields.get("time"))):
        return None
    if all(map(is_unit, filled)):
        return lambda one: replace(one, unit=one.unit or cells[one.column])
    if all(Range(text).has_bounds for text in filled) and any(map(_TWO_ENDS.search, filled)):
        return lambda one: replace(one, range=one.range or cells[one.column])
    return None
