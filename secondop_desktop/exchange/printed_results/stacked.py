"""Rows of a table whose cells have one, two or three lines, set by their middles, as one line."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from secondop_desktop.exchange.printed_results.words import Box, Cell, Line, around

_CLOSE: Final = 0.68
"""Of the height of a letter: lines below one another are never as close as two halves of a row."""

_MOST: Final = 3


def stacked(found: Sequence[Line]) -> list[Line]:
    """Return the lines of a page, those of one row of a table put together."""
    return [line for run in _runs(found) for line in _as_row(run)]


def _runs(found: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield lines that lie over each other by half, however many there are."""
    run: list[Line] = []
    for line in found:
        if run and not _is_close(run[-1], line):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_close(above: Line, line: Line) -> bool:
    one, other = _box(above), _box(line)
    return other.middle - one.middle < _CLOSE * max(one.height, other.height)


def _box(line: Line) -> Box:
    return around(cell.box for cell in line)


def _as_row(run: Sequence[Line]) -> Sequence[Line]:
    """Return the run as one line, or as it is where its cells are no columns."""
    if not 1 < len(run) <= _MOST:
        return run
    columns: list[list[Cell]] = []
    for line in run:
        for cell in line:
            over = [one for one in columns if any(cell.box.overlaps(part.box) for part in one)]
            if len(over) > 1 or any(part in line for one in over for part in one):
                return run
            if over:
                over[0].append(cell)
            else:
                columns.append([cell])
    cells = (Cell(tuple(itertools.chain(*(part.words for part in one)))) for one in columns)
    return [sorted(cells, key=lambda cell: cell.box.left)]
