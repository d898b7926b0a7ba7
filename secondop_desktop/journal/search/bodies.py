"""The words of many new entries for the index, made together: what they say alike is read once."""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter, itemgetter
from typing import Any, Final

from secondop_desktop.journal.kinds import Kind, Kinds
from secondop_desktop.journal.search.index_words import Prepared, prepared, together
from secondop_desktop.journal.search.marking import unmarked
from secondop_desktop.journal.search.wording import body_of
from secondop_desktop.journal.storage.raw_rows import Raw
from secondop_desktop.lang import code, in_own_words

TOGETHER: Final = 500
"""So many entries of one kind are read in one go: no other thread runs while some steps last."""

Fresh = tuple[Any, str]
"""The row of an entry that the search never heard of, read as values, and the words it says."""


class FreshDocs:
    """Gives each new entry with its words, once; those of many are made a few at a time."""

    def __init__(self, kinds: Kinds, those: Iterable[tuple[str, Raw]] = ()) -> None:
        """Take rows by the name of their kind, in the order in which they are asked for."""
        self._kinds = kinds
        self._blocks: dict[str, tuple[str, list[Raw]]] = {}
        self._made: dict[str, Fresh] = {}
        open_ones: dict[str, list[Raw]] = {}
        for name, raw in those:
            block = open_ones.get(name)
            if block is None or len(block) == TOGETHER:
                block = open_ones[name] = []
            block.append(raw)
            self._blocks[raw["id"]] = name, block

    def pop(self, entry: str) -> Fresh | None:
        """Return an entry and let go of it; None for one that is not new."""
        if entry not in self._blocks:
            return None
        name, block = self._blocks.pop(entry)
        if entry not in self._made:
            with in_own_words():
                self._made |= {row.id: (row, body) for row, body in _read(self._kinds[name], block)}
        return self._made.pop(entry)


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
