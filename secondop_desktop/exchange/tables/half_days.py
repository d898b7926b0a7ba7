"""Morning or afternoon in a column of its own (AM, PM): read together with the time beside it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from secondop_desktop.exchange.tables.cells import Row
from secondop_desktop.exchange.tables.layout import Layout
from secondop_desktop.exchange.tables.table import Table

_HALF = re.compile(r"[ap]\.?\s?m\.?", re.IGNORECASE)
_ON_TWELVE_HOURS = re.compile(r"(?:.*\s)?(?:0?[1-9]|1[0-2])[:.][0-5]\d(?:[:.][0-5]\d)?")
"""What may mean two times of a day; ``20:25`` and ``00:15`` can only be one."""


def with_half_days(table: Table, layout: Layout) -> tuple[Table, Layout]:
    """Put AM and PM of a column of theirs behind the times that they belong to."""
    clock = layout.fields.get("time", layout.fields.get("date"))
    half = next(_halves(table, layout), None)
    if clock is None or half is None:
        return table, layout
    return replace(table, rows=[_joined(row, clock, half) for row in table.rows]), layout


def _halves(table: Table, layout: Layout) -> Iterator[int]:
    taken = {*layout.fields.values(), *(one.column for one in layout.measures), *layout.dates}
    for column in table.columns:
        cells = [] if column in taken else table.column(column)
        if cells and all(map(_HALF.fullmatch, cells)):
            yield column


def _joined(row: Row, clock: int, half: int) -> Row:
    if max(clock, half) >= len(row.cells) or not row.cells[half]:
        return row
    cells = list(row.cells)
    if _ON_TWELVE_HOURS.fullmatch(cells[clock]):
        cells[clock] = f"{cells[clock]} {cells[half]}"
    cells[half] = ""
    return replace(row, cells=tuple(cells))
