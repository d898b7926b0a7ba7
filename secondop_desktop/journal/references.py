"""Who refers to whom: read from the rows as the file holds them."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from secondop_desktop.journal.kinds import Kind, Kinds
from secondop_desktop.journal.storage.engine import Driver
from secondop_desktop.journal.values.columns import Refs

ANY = ""
"""Stands for the kind that a list of links to entries of any kind refers to."""


class Reference(NamedTuple):
    """One id in a column, and the kind of entry it must be of (``ANY`` for any)."""

    column: str
    refers: str
    entry: str


def references(kind: Kind, raw: Mapping[str, Any]) -> Iterator[Reference]:
    """Yield every reference in a row, or in some of its columns, that is not empty."""
    for column in ("person", "case"):
        if raw.get(column):
            yield Reference(column, column, raw[column])
    for name, refers, listed in kind.referring:
        if kept := raw.get(name):
            for entry in _ids(kept) if listed else (kept,):
                yield Reference(name, refers, entry)


def _ids(kept: str) -> tuple[str, ...]:
    """Return the ids of a list; none where the file was harmed there."""
    try:
        found: tuple[str, ...] = Refs().process_result_value(kept, None)
    except (ValueError, TypeError, RecursionError):
        return ()
    return found


def referring(sql: Driver, kinds: Kinds, kind: str, entry: str) -> list[tuple[str, str]]:
    """Return kind and id of the entries that refer to one by a single reference."""
    query = " UNION ".join(
        f'SELECT \'{other.name}\', id FROM "{other.name}" WHERE "{column}" = ?1'
        for other in kinds.values()
        for column in _columns(other, kind)
    )
    return sql.execute(query, (entry,)).fetchall() if query else []


def _columns(kind: Kind, refers: str) -> Iterator[str]:
    if refers == "case" and "case" in kind.types:
        yield "case"
    for field in kind.fields:
        if field.refers == refers and not isinstance(kind.types[field.name], Refs):
            yield field.name
