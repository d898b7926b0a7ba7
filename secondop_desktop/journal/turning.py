"""Turns an entry into one of another kind, so that no word of it is lost."""

from collections.abc import Collection, Iterator
from typing import Any

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind, Names, Turn, owned_kinds
from secondop_desktop.journal.values.columns import Prose
from secondop_desktop.journal.wording import worded
from secondop_desktop.lang import _

_OF_EVERY_ENTRY = ("person", "case", "private", "source_file", "source_place")


def turned(journal: Journal, kind: Kind, turn: Turn, row: Any) -> dict[str, Any]:
    """Return what the new entry starts with, by its own fields."""
    target = journal.kinds[turn.into]
    common = (name for name in _OF_EVERY_ENTRY if name in target.types and name in kind.types)
    values = {name: getattr(row, name) for name in common}
    values |= {to: getattr(row, name) for name, to in turn.same.items()}
    whole = isinstance(target.types[turn.name], Prose)
    first, beyond = _parted(str(values.get(turn.name) or ""), whole=whole)
    names = journal.names()
    values[turn.name] = first or _(turn.naming).format(title=kind.title(row, names))
    if turn.link:
        values[turn.link] = (row.id,)
    if turn.rest:
        kept = str(values.get(turn.rest) or "")
        said = () if turn.stays else _rest(journal, kind, turn, row, names)
        values[turn.rest] = "\n".join(part for part in (beyond, kept, *said) if part)
    return values


def _parted(text: str, *, whole: bool) -> tuple[str, str]:
    """Return the first line, which names the new entry, and the lines after it."""
    first, _end, beyond = text.strip().partition("\n")
    return (text, "") if whole else (first.strip(), beyond.strip())


def _rest(journal: Journal, kind: Kind, turn: Turn, row: Any, names: Names) -> Iterator[str]:
    """Say each answer that has no place of its own, and what belonged to the entry."""
    placed = {*turn.same, "rank"}
    yield from _lines(kind, row, names, placed)
    for other, owner in owned_kinds(kind, journal.kinds):
        for part in journal.entries(other.name, as_made=True, **{owner: row.id}):
            yield from _lines(other, part, names, {owner})


def _lines(kind: Kind, row: Any, names: Names, without: Collection[str]) -> Iterator[str]:
    for field in kind.fields:
        words = worded(kind, field, row, names) or row.unread.get(field.name, "")
        if words and field.name not in without:
            yield _("{label}: {value}").format(label=_(field.label), value=words)
