"""Tables that stand side by side in one sheet or text, each to be read by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from secondop_desktop.exchange.tables import headings
from secondop_desktop.exchange.tables.cells import Row
from secondop_desktop.exchange.tables.layout import Holds, Layout, recognise

_SEARCHED = 15
"""Headings stand at most this many rows down."""


def apart(lines: Sequence[Row]) -> list[Sequence[Row]]:
    """Return the rows of each table beside another, from left to right; else all as they are."""
    width = max((len(row.cells) for row in lines), default=0)
    cuts = _by_empty_columns(lines, width) or _by_repeated_headings(lines)
    if not cuts:
        return [lines]
    bands = list(pairwise((0, *cuts, width)))
    if not all(_stands_by_itself(lines, *band) for band in bands):
        return [lines]
    return [lines_of(lines, *band) for band in bands]


def lines_of(lines: Sequence[Row], begins: int, ends: int) -> Sequence[Row]:
    """Return the cells of these columns; a line above the first table holds for all of them."""
    first = _head_of(lines, begins, ends)
    return [
        replace(
            row, cells=row.cells[begins:ends] if at >= first else _own_or_all(row, begins, ends)
        )
        for at, row in enumerate(lines)
    ]


def _own_or_all(row: Row, begins: int, ends: int) -> tuple[str, ...]:
    own = row.cells[begins:ends]
    return own if any(own) else row.cells[: ends - begins]


def _by_empty_columns(lines: Sequence[Row], width: int) -> tuple[int, ...]:
    """Return where tables begin behind columns in which nothing stands."""
    filled = {at for row in lines for at, cell in enumerate(row.cells) if cell}
    return tuple(at for at in range(1, width) if at in filled and at - 1 not in filled)


def _by_repeated_headings(lines: Sequence[Row]) -> tuple[int, ...]:
    """Return where the same headings begin again: ``Test, Result, Test, Result``."""
    return next(filter(None, map(_repeats, lines[:_SEARCHED])), ())


def _repeats(row: Row) -> tuple[int, ...]:
    said = [headings.plain(cell) for cell in row.cells]
    for size in range(2, len(said) // 2 + 1):
        again = len(said) % size == 0 and said == said[:size] * (len(said) // size)
        if again and said[0] and recognise(row.cells[:size]):
            return tuple(range(size, len(said), size))
    return ()


def _stands_by_itself(lines: Sequence[Row], begins: int, ends: int) -> bool:
    """Tell whether columns have headings that need none of the others."""
    return any(_is_whole(one) for one in _layouts(lines, begins, ends))


def _head_of(lines: Sequence[Row], begins: int, ends: int) -> int:
    known = (at for at, one in enumerate(_layouts(lines, begins, ends)) if _is_whole(one))
    return next(known, 0)


def _layouts(lines: Sequence[Row], begins: int, ends: int) -> Iterator[Layout | None]:
    return (recognise(row.cells[begins:ends]) for row in lines[:_SEARCHED])


def _is_whole(layout: Layout | None) -> bool:
    return layout is not None and (layout.holds is not Holds.MEASURES or "date" in layout.fields)
