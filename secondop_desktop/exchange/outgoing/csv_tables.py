"""Entries as tables for spreadsheets: CSV in UTF-8 with its mark, without live formulas."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from secondop_desktop.exchange.formulas import neutralised
from secondop_desktop.exchange.outgoing.entry_table import entry_table
from secondop_desktop.journal.kinds import Kind, Names, draft_name

_OVERVIEW = ("kind", "id", "person", "date", "about", "title", "details", "created", "changed")


def table(kind: Kind, rows: Iterable[Any], names: Names) -> bytes:
    """Return all entries of one kind as a CSV file (RFC 4180)."""
    found = entry_table(kind, rows, names)
    return _written(found.columns, found.lines, found.heads)


def overview(entries: Iterable[tuple[Kind, Any]], names: Names) -> bytes:
    """Return one line for every entry of every kind: what it is, when, and what it says."""
    return _written(_OVERVIEW, [_overview_cells(kind, row, names) for kind, row in entries])


def _overview_cells(kind: Kind, row: Any, names: Names) -> dict[str, str]:
    date = getattr(row, kind.when) if kind.when else None
    return {
        "kind": kind.name,
        "id": row.id,
        "person": names(row.person),
        "date": date.iso if date else "",
        "about": "yes" if date and date.about else "",
        "title": _titled(kind, row, names),
        "details": kind.line(row, names),
        "created": row.created,
        "changed": row.changed,
    }


def _titled(kind: Kind, row: Any, names: Names) -> str:
    """Name an entry; a draft says that it is one, whatever it lacks."""
    title = kind.title(row, names)
    return draft_name(title) if kind.is_draft(row) else title


def _written(
    columns: Sequence[str],
    lines: Iterable[Mapping[str, str]],
    heads: Sequence[str] | None = None,
) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(heads or columns)
    for line in lines:
        writer.writerow([neutralised(line.get(name, "")) for name in columns])
    return out.getvalue().encode("utf-8-sig", "replace")
