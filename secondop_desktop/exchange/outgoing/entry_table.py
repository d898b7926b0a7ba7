"""Entries of one kind as a table: its columns, their headings, and a text for every cell.

CSV and spreadsheets write the same, and ``exchange/tables/own`` reads it again.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from secondop_desktop.exchange.tables.own import NUMBER, ticked
from secondop_desktop.exchange.tables.own_headings import TITLES, headed
from secondop_desktop.journal import entry_json
from secondop_desktop.journal.kinds import Kind, Names
from secondop_desktop.journal.values.columns import Checklist
from secondop_desktop.journal.values.health_number import spaced
from secondop_desktop.lang import N_, _

_BESIDE = {
    "_name": N_("{title}: name"),
    "_about": N_("{title}: about then"),
    "_read_as": N_("{title}: read as"),
}


@dataclass(frozen=True)
class EntryTable:
    """A table: the names of its columns, what each is headed, and the cells of each row by name."""

    columns: tuple[str, ...]
    heads: tuple[str, ...]
    lines: tuple[Mapping[str, str], ...]


def entry_table(kind: Kind, rows: Iterable[Any], names: Names) -> EntryTable:
    """Return all entries of one kind, with a column for each field.

    A column is headed by the words of the form and, in brackets, the name that JSON uses, by which
    it is read again; beside each reference stands a column ``…_name`` with the name of what it
    points to.
    """
    lines = [_cells(kind, row, names) for row in rows]
    columns = _columns(kind, lines)
    heads = (headed(_title_of(kind, name), name) for name in columns)
    return EntryTable(tuple(columns), tuple(heads), tuple(lines))


def _title_of(kind: Kind, name: str) -> str:
    """Return what people call a column."""
    known = {"case": N_("Question"), "about": N_("About then"), **TITLES}
    if name in kind.by_name or name in known:
        return _(kind.by_name[name].label if name in kind.by_name else known[name])
    for ending, text in _BESIDE.items():
        if name.endswith(ending):
            about = _title_of(kind, name.removesuffix(ending))
            return _(text).format(title=about)
    return name


def _columns(kind: Kind, lines: Sequence[Mapping[str, str]]) -> list[str]:
    """Return the columns in the order of the fields, with what stands beside them if used."""
    found = ["id", *_with_name("person")]
    found += _with_name("case") if "case" in kind.types else []
    for field in kind.fields:
        found += _with_name(field.name) if field.refers else [field.name]
        about = "about" if field.name in kind.dates[:1] else f"{field.name}_about"
        beside = (about, f"{field.name}_read_as")
        found += [name for name in beside if any(name in line for line in lines)]
    found += [name for name in ("draft", "unread") if any(line.get(name) for line in lines)]
    return list(dict.fromkeys([*found, "private", "created", "changed"]))


def _with_name(name: str) -> list[str]:
    return [name, f"{name}_name"]


def _cells(kind: Kind, row: Any, names: Names) -> dict[str, str]:
    shown = entry_json.to_json(kind, row)
    cells = {name: _worded(value) for name, value in shown.items()}
    if cells.get(NUMBER):
        cells[NUMBER] = spaced(cells[NUMBER])
    cells["draft"] = "yes" if kind.is_draft(row) else ""
    cells["private"] = _worded(row.private)  # JSON says no of what nobody was asked
    for name in ("person", "case", *(field.name for field in kind.fields if field.refers)):
        ids = shown.get(name) or ()
        listed = ids if isinstance(ids, list) else [ids]
        cells[f"{name}_name"] = ", ".join(filter(None, map(names, listed)))
    for field in kind.fields:
        column = kind.type_of(field.name)
        if isinstance(column, Checklist):
            cells[field.name] = ticked(getattr(row, field.name))
    return cells


def _worded(value: object) -> str:
    """Return a JSON value as one cell that ``given.values`` reads again."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return "" if value is None else str(value)
