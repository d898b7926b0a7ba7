"""Rows that hold no result: what is in them instead, and where many of them are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from secondop_desktop.exchange.read_entries import Skipped
from secondop_desktop.exchange.tables.cells import Row
from secondop_desktop.exchange.tables.table import Table
from secondop_desktop.lang import _, ngettext

_MOST_ROWS = 5
"""So many rows that are left out for one reason are named each by itself."""

_MOST_SPANS = 40
"""So many lines, or lines in a row, are named; of more the number and the last."""

_SORT = re.compile(r"(?:record|event|entry|reading)\W?(?:sub)?\W?type", re.IGNORECASE)
"""Headings of meters under which stands what sort of row it is."""


class Beyond:
    """What rows hold beside the columns that are used.

    What stands in every row, such as the name of the meter, says nothing of one of them.
    """

    def __init__(self, table: Table, used: Iterable[int]) -> None:
        self._table = table
        others = set(table.columns) - set(used)
        named = {at: head for at in sorted(others) if (head := table.headings[at])}
        self._sorts = {at: head for at, head in named.items() if _SORT.fullmatch(head)}
        self._heads = {
            at: head
            for at, head in named.items()
            if at not in self._sorts and len(table.column(at)) < len(table.rows)
        }

    def held(self, row: Row) -> list[str]:
        """Return what sort of row it is, and the headings under which it holds something."""
        sorts = [
            f"{head} {cell}"
            for at, head in self._sorts.items()
            if (cell := self._table.cell(row, at))
        ]
        return sorts + [head for at, head in self._heads.items() if self._table.cell(row, at)]


def summed_up(skipped: Sequence[Skipped], name: str) -> list[Skipped]:
    """Name many rows that are left out for one reason as one, with the lines of all."""
    by_reason: dict[str, list[Skipped]] = {}
    for one in skipped:
        by_reason.setdefault(one.why, []).append(one)
    found: list[Skipped] = []
    for why, those in by_reason.items():
        if len(those) <= _MOST_ROWS:
            found += those
            continue
        text = _("{count} rows ({lines}): {why}")
        lines = lines_said([one.line for one in those])
        found.append(Skipped(name, text.format(count=len(those), lines=lines, why=why)))
    return found


def lines_said(numbers: Sequence[int]) -> str:
    """Say the numbers of lines: "lines 4, 9 and 13 to 22"."""
    spans = [_said(first, last) for first, last in _spans(sorted(set(numbers)))]
    shown, left = spans[:_MOST_SPANS], len(spans) - _MOST_SPANS
    text = _("lines {lines}").format(lines=", ".join(shown))
    if left <= 0:
        return text
    more = ngettext("and {n} more place up to {last}", "and {n} more places up to {last}", left)
    return f"{text}, {more.format(n=left, last=max(numbers))}"


def _said(first: int, last: int) -> str:
    return str(first) if first == last else _("{first} to {last}").format(first=first, last=last)


def _spans(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of numbers that follow each other."""
    for _gap, some in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        span = [number for _at, number in some]
        yield span[0], span[-1]
