"""More results than there are places for them, drawn as they would look one over the other.

Where several lie in one column of pixels, the line through them comes to the first, the lowest,
the highest and the last; marks that touch one another in a column come to one long mark.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

Spot = tuple[float, float]
"""Where the middle of a result lies: from the left and from the top."""

Mark = tuple[float, float, float]
"""One or more results: from the left, and the tops of the highest and of the lowest middle."""

_COLUMN: Final = 0.5
"""Width of a column in device-independent pixels: one of a fine screen."""


def through(spots: Sequence[Spot]) -> list[Spot]:
    """Return what of the places, in order of time, a line has to go through to look the same."""
    kept: list[Spot] = []
    for _column, found in groupby(spots, _column_of):
        some = list(found)
        if len(some) > 4:
            lowest, highest = max(some, key=_y), min(some, key=_y)
            ends = sorted((lowest, highest), key=some.index)
            some = [some[0], *ends, some[-1]]
        kept += some
    return kept


def touching(spots: Iterable[Spot], size: float) -> Iterator[Mark]:
    """Yield marks of this size: those of one column that touch are one."""
    ordered = sorted(spots, key=lambda spot: (_column_of(spot), spot[1]))
    for _column, found in groupby(ordered, _column_of):
        (x, top), *others = found
        bottom = top
        for _x, y in others:
            if y - bottom > size:
                yield x, top, bottom
                top = y
            bottom = y
        yield x, top, bottom


def layers(
    spots: Sequence[Spot], exact: Sequence[bool], size: float
) -> Iterator[tuple[list[Mark], list[Spot]]]:
    """Yield marks of measured values, then those of limits that lie over them, column by column.

    A mark lies over those of earlier days, as it does where each is drawn by itself.
    """
    marks: list[Mark] = []
    for _column, found in groupby(zip(spots, exact, strict=True), _column_of_shown):
        some = list(found)
        measured = [spot for spot, is_exact in some if is_exact]
        if measured:
            marks += touching(measured, size)
        if len(measured) < len(some):
            limits = {round(spot[1]): spot for spot, is_exact in some if not is_exact}
            yield marks, list(limits.values())
            marks = []
    yield marks, []


def _column_of_shown(shown: tuple[Spot, bool]) -> int:
    return int(shown[0][0] / _COLUMN)


def _column_of(spot: Spot) -> int:
    return int(spot[0] / _COLUMN)


def _y(spot: Spot) -> float:
    return spot[1]
