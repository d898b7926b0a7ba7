"""The words of many new entries for the index, made together: what they say alike is read once."""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter, itemgetter
from typing import Any

from secondop_desktop.journal.kinds import Kind, Kinds
from secondop_desktop.journal.search.index_words import Prepared, prepared, together
from secondop_desktop.journal.search.marking import unmarked
from secondop_desktop.journal.search.wording import body_of
from secondop_desktop.journal.storage.raw_rows import Raw
from secondop_desktop.lang import code, in_own_words

Fresh = tuple[Any, str]
"""The row of an entry that the search never heard of, read as values, and the words it says."""


def fresh_docs(kinds: Kinds, those: Iterable[tuple[str, Raw]]) -> dict[str, Fresh]:
    """Read rows kind by kind, as what many of one kind have alike is read and prepared once."""
    by_kind: dict[str, list[Raw]] = {}
    for name, raw in those:
        by_kind.setdefault(name, []).append(raw)
    with in_own_words():
        return {
            row.id: (row, body)
            for name, raws in by_kind.items()
            for row, body in _read(kinds[name], raws)
        }


def _read(kind: Kind, raws: Sequence[Raw]) -> Iterable[Fresh]:
    if len(raws) == 1:
        row = kind.row(raws[0])
        return [(row, body_of(kind, row))]
    stored = list(map(itemgetter(*kind.types), raws))
    rows = kind.rows(stored)
    return zip(rows, _bodies(kind, raws, rows), strict=True)


def _bodies(kind: Kind, raws: Sequence[Raw], rows: Sequence[Any]) -> list[str]:
    """Return the words of many entries of one kind, column by column.

    What an entry holds that could not be read is said by itself.
    """
    said: list[list[Prepared]] = [[] for _row in rows]
    for name, _label, words in kind.worded:
        stored, values = map(itemgetter(name), raws), map(attrgetter(name), rows)
        known: dict[str, Prepared | None] = {"": None}
        for texts, kept, value in zip(said, stored, values, strict=True):
            if type(kept) is not str:
                one = _said(words, value)
            elif kept in known:
                one = known[kept]
            else:
                one = known[kept] = _said(words, value)
            if one:
                texts.append(one)
    return [
        body_of(kind, row) if row.unread else together(texts)
        for texts, row in zip(said, rows, strict=True)
    ]


def _said(words: Callable[[Any], str], value: Any) -> Prepared | None:
    """Return the words of a value as the index knows them; nothing for an empty one."""
    if value is None or value == "":
        return None
    text = unmarked(words(value))
    return prepared(text, code()) if text else None
