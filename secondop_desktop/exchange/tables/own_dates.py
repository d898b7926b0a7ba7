"""Dates of our own tables as a spreadsheet wrote them again: ``2024-03-05`` as 05/03/2024."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress

from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.tables.days import Cell, Days
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.columns import Pairs
from secondop_desktop.journal.values.dates import PartialDate

Rows = Sequence[tuple[int, Mapping[str, str]]]


def as_written_here(kind: Kind, name: str, rows: Rows, asked: Asked) -> tuple[Rows, list[str]]:
    """Return the rows with their dates as we write them, and what is to be said of that.

    Which figure is the day is told by all dates of a column, else asked; one that stays open is
    kept as it stands. ``name`` is that of the file.
    """
    notices: list[str] = []
    for field in kind.dates:
        cells = [Cell(line, row[field]) for line, row in rows if _is_foreign(row.get(field, ""))]
        if cells:
            days = Days(name, cells, asked, coming=not kind.by_name[field].happened)
            rows = [(line, _read(row, field, line, days)) for line, row in rows]
            notices += days.notices
    return rows, list(dict.fromkeys(notices))


def _is_foreign(text: str) -> bool:
    try:
        PartialDate.parse(text)
    except ValueError:
        return bool(text.strip())
    return False


def _read(row: Mapping[str, str], field: str, line: int, days: Days) -> Mapping[str, str]:
    """Return a row with one date as we write it; what is no date is left to be refused."""
    text = row.get(field, "")
    if not _is_foreign(text):
        return row
    with suppress(ValueError):
        found = days.read(Cell(line, text))
        if found.date:
            return {**row, field: found.date.iso}
        typed = Pairs().read(row.get("unread", ""))
        return {**row, field: "", "unread": json.dumps({**typed, field: found.unread})}
    return row
