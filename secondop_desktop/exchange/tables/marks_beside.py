"""Columns right of those of one test or one date that say more of each value: a mark, a unit."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from secondop_desktop.exchange.tables import headings
from secondop_desktop.exchange.tables.headings import BETWEEN
from secondop_desktop.exchange.tables.layout import Holds, Layout
from secondop_desktop.exchange.tables.table import Table
from secondop_desktop.journal.values.printed_parts import is_flag

_FIELDS = ("flag", "unit", "range")
_TELLING = ("time", "lab", "notes", "specimen")


def with_marks(table: Table, layout: Layout, left: Collection[int] = ()) -> Layout:
    """Return a layout that knows these columns; those in ``left`` somebody put to another use."""
    if layout.holds not in {Holds.MEASURES, Holds.DATES}:
        return layout
    values = [*layout.dates, *(one.column for one in layout.measures)]
    found = {at: _right_of(at, table, values, left) for at in values}
    bare = [at for marks in found.values() for at in marks.values() if not _parts(table, at)[1:]]
    if len(bare) == 1 and len(values) > 1 and table.headings[bare[0]]:
        found = {at: {} for at in values}
    used = {at for marks in found.values() for at in marks.values()}
    fields = {name: at for name, at in layout.fields.items() if at not in used}
    return replace(layout, fields=fields, marks={at: one for at, one in found.items() if one})


def _right_of(
    value: int, table: Table, values: Collection[int], left: Collection[int]
) -> dict[str, int]:
    found: dict[str, int] = {}
    for at in range(value + 1, len(table.headings)):
        if at in values or at in left:
            break
        name = _said(table, value, at)
        if not name:
            break
        found.setdefault(name, at)
    return found


def _said(table: Table, value: int, at: int) -> str:
    """Return what a column says of the values left of it, empty where it is none of them."""
    *over, last = _parts(table, at)
    name = next(iter(headings.roles([last], headings.RESULTS)), "")
    if over:
        return name if name in _FIELDS and over == _parts(table, value)[: len(over)] else ""
    cells = table.column(at)
    is_mark = name == "flag" or (not last and bool(cells))
    return "flag" if at == value + 1 and is_mark and all(map(is_flag, cells)) else ""


def _parts(table: Table, at: int) -> list[str]:
    return table.headings[at].split(BETWEEN)


def told_by_rows(table: Table, layout: Layout) -> tuple[Table, Layout]:
    """Take the rows out of a table of a column for each date that say when and where it was."""
    if layout.holds is not Holds.DATES:
        return table, layout
    told: dict[int, dict[str, str]] = {at: {} for at in layout.dates}
    rows = []
    for row in table.rows:
        label = table.cell(row, layout.fields.get("test"))
        name = next(iter(headings.roles([label], _LABELS)), "")
        staff = bool(headings.roles([label], _STAFF))
        if not (name or staff):
            rows.append(row)
            continue
        for at in layout.dates:
            if text := table.cell(row, at):
                told[at][name or "notes"] = _more(told[at], name, f"{label}: {text}", text)
    return replace(table, rows=rows), replace(layout, told=told)


def _more(told: Mapping[str, str], name: str, labelled: str, text: str) -> str:
    """Return what a row says; of two that say who or what else, both."""
    before = told.get("notes", "") if (name or "notes") == "notes" else ""
    return ". ".join(filter(None, (before, text if name else labelled)))


_STAFF = headings.Headings(
    {
        "staff": (
            "seen by, taken by, requested by, ordered by, requester, requesting doctor, doctor, "
            "dr, gp, consultant, clinician, nurse, clinic, ward, who, with, appointment, reason, "
            "arzt, meddyg"
        )
    }
)
"""What heads rows that say who took or asked for the tests of a day, or why."""

_LABELS = headings.Headings({name: headings.RESULTS[name] for name in _TELLING})
