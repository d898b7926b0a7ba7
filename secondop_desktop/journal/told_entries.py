"""Entries in words, field by field, for whoever takes a few of them along: as text or on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind, Names, owned_kinds
from secondop_desktop.journal.wording import worded, worded_or_written
from secondop_desktop.lang import _

_FOR_COMPUTERS = frozenset({"file", "file_type", "file_size", "raw", "unit_code", "narrative"})


@dataclass(frozen=True)
class Told:
    """One entry: its title, its answers with what was asked, and the entries that belong to it."""

    title: str
    facts: Sequence[tuple[str, str]]
    parts: Sequence["Told"] = field(default_factory=tuple)


def told(journal: Journal, entries: Sequence[str]) -> list[Told]:
    """Return entries in their order; one that is no longer there is passed over."""
    names = journal.names()
    with journal.reading():
        return [_told(journal, journal.kind_of(one), _row(journal, one), names) for one in entries]


def _row(journal: Journal, entry: str) -> Any:
    return journal.get(journal.kind_of(entry).name, entry)


def _told(journal: Journal, kind: Kind, row: Any, names: Names, without: str = "") -> Told:
    marked = kind.marked(row)
    title, said = kind.title(marked, names), _facts(kind, row, names, without)
    return Told(title, [(label, text) for label, text in said if text != title],
                list(_parts(journal, kind, row, names)))  # fmt: skip


def _facts(kind: Kind, row: Any, names: Names, without: str) -> Iterator[tuple[str, str]]:
    for one in kind.fields:
        if one.name in _FOR_COMPUTERS or one.name == without:
            continue
        typed: str = row.unread.get(one.name, "")
        if text := worded(kind, one, row, names) or typed:
            yield _(one.label), text


def _parts(journal: Journal, kind: Kind, row: Any, names: Names) -> Iterator[Told]:
    for other, owner in owned_kinds(kind, journal.kinds):
        for part in journal.entries(other.name, as_made=True, **{owner: row.id}):
            yield _told(journal, other, part, names, owner)


def as_text(found: Sequence[Told], indent: str = "") -> str:
    """Return entries as plain text, an empty line between them."""
    return "\n\n".join("\n".join(_lines(one, indent)) for one in found)


def _lines(one: Told, indent: str) -> Iterator[str]:
    yield indent + one.title
    for label, text in one.facts:
        said = text.replace("\n", f"\n{indent}  ")
        yield indent + _("{label}: {text}").format(label=label, text=said)
    for part in one.parts:
        yield from _lines(part, f"{indent}  ")


def as_table(journal: Journal, entries: Sequence[str]) -> list[list[str]]:
    """Return entries as rows of words under headings, columns without any left out.

    Entries of several kinds have only what each has: its kind, its title and its second line.
    """
    names = journal.names()
    found = [(journal.kind_of(one), _row(journal, one)) for one in entries]
    if len({kind.name for kind, _entry in found}) > 1:
        head = [_("Kind"), _("Title"), _("More")]
        return [head, *([_(k.label), k.title(row, names), k.line(row, names)] for k, row in found)]
    kind = found[0][0]
    shown = [one for one in kind.fields if one.name not in _FOR_COMPUTERS]
    cells = [[worded_or_written(kind, one, row, names) for one in shown] for _kind, row in found]
    used = [at for at in range(len(shown)) if any(line[at] for line in cells)]
    heads = [_(shown[at].label) for at in used]
    return [heads, *([line[at] for at in used] for line in cells)]
