"""How tables of this program are known by their first line, also with columns taken out."""

import re
from collections.abc import Sequence

from secondop_desktop.errors import UserError
from secondop_desktop.journal.kinds import Kind, Kinds
from secondop_desktop.lang import N_, _, ngettext

_MARKS = frozenset({"id", "person", "private", "created", "changed"})
"""Columns that all our tables have, and no other program's."""

TITLES = {
    "id": N_("Number in this journal"),
    "person": N_("Person"),
    "draft": N_("Draft"),
    "unread": N_("Not understood yet"),
    "private": N_("Private"),
    "created": N_("Written down"),
    "changed": N_("Last changed"),
}
"""What people call the columns that are no field of a kind."""

_HEAD = re.compile(r" \[(\w+)\]$")
BESIDE = re.compile(r"(?:.+_)?about|.+_name|.+_read_as|.+_more\d+|draft|unread")
"""The names of columns that belong to another one, or to the entry as a whole."""


def headed(title: str, name: str) -> str:
    """Write the heading of a column: what people call it, and the name of the field."""
    return f"{title} [{name}]"


def named(head: str) -> str:
    """Return the name of the field in a heading; tables of before have nothing else in it."""
    found = _HEAD.search(head)
    return found[1] if found else head


def heads_of(cells: Sequence[str]) -> list[str]:
    """Return the names of the fields in a first line."""
    return [named(head) for head in _plain(cells)]


def _plain(cells: Sequence[str]) -> list[str]:
    return [cell.strip().strip('"') for cell in cells]


def is_own(cells: Sequence[str]) -> bool:
    """Tell whether a first line is ours: it has all our marks, or headings as we write them."""
    heads = heads_of(cells)
    return (heads[:1] == ["id"] and set(heads) >= _MARKS) or _is_in_brackets(cells)


def _is_in_brackets(cells: Sequence[str]) -> bool:
    heads = [head for head in _plain(cells) if head]
    ours = [head for head in heads if _HEAD.search(head)]
    return len(ours) >= 3 and len(ours) * 2 > len(heads)


def kind_of(cells: Sequence[str], name: str, kinds: Kinds) -> Kind | None:
    """Return the kind whose fields the columns are; ``name`` is that of the file or sheet."""
    found = [kind for kind in kinds.values() if _fits(kind, cells)]
    called = [kind for kind in found if name.startswith(kind.name)]
    heads = set(heads_of(cells))
    ranked = sorted(called or found, key=lambda kind: len(heads - kind.by_name.keys()))
    return ranked[0] if ranked else None


def _fits(kind: Kind, cells: Sequence[str]) -> bool:
    """Tell whether columns are those of a kind; beside headings in brackets others may stand."""
    in_brackets = _is_in_brackets(cells)
    heads = {named(head) for head in _plain(cells) if not in_brackets or _HEAD.search(head)}
    leading = {field.name for field in kind.fields if field.required}
    left = heads - kind.by_name.keys() - _MARKS - {"case"}
    known = in_brackets or len(heads & kind.by_name.keys()) * 2 > len(kind.by_name)
    return known and leading <= heads and all(map(BESIDE.fullmatch, left))


def check_marks(heads: Sequence[str], file: str) -> None:
    """Raise UserError where nothing tells any more which entry it is, whose, or if private."""
    needed = ("id", "person", "private")
    gone = [headed(_(TITLES[name]), name) for name in needed if name not in heads]
    if gone:
        text = ngettext(
            "{file} is a table of this program, and its column {columns} was taken out. Without "
            "it entries could come in twice, or open though they are private. Save the table "
            "again, leave that column in, and bring in the file.",
            "{file} is a table of this program, and its columns {columns} were taken out. Without "
            "them entries could come in twice, or open though they are private. Save the table "
            "again, leave those columns in, and bring in the file.",
            len(gone),
        )
        raise UserError(text.format(file=file, columns=", ".join(gone)))
