"""How wide the columns of results are, so that what stands in them is read whole."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QGridLayout

from secondop_desktop.features.results.page.report_line import NAMES, ReportLine

_SHARES: Final = {"test": 8, "value": 4, "unit": 5, "range": 6, "flag": 2}
"""Where all of them have room enough."""

_GIVE_WAY: Final = ("test", "unit", "range")
"""In this order, where they have not; a result and its mark must never be misread."""

_LETTERS: Final = 11
"""So many letters x of the name of a test are to be seen before it takes a row of its own."""


def share_room(
    grid: QGridLayout,
    first: int,
    room: int,
    lines: Sequence[ReportLine],
    names: Sequence[str] = NAMES,
) -> None:
    """Part the room among the columns of a grid from the first on, by what stands in the lines."""
    for column, width in enumerate(_widths(room, lines, names), first):
        grid.setColumnStretch(column, max(width, 1))


def names_are_cut(room: int, lines: Sequence[ReportLine]) -> bool:
    """Tell whether little of a test's name would be seen beside its result, unit and range."""
    if not lines:
        return False
    box = lines[0].boxes["test"]
    needed = _needed(lines, NAMES)
    least = min(needed[0], box.needed("x" * _LETTERS))
    return room - sum(needed[1:]) < least


def _widths(room: int, lines: Sequence[ReportLine], names: Sequence[str]) -> list[int]:
    shares = [_SHARES[name] for name in names]
    usual, needed = _parted(room, shares), _needed(lines, names)
    if all(have >= need for have, need in zip(usual, needed, strict=True)):
        return usual
    spare = room - sum(needed)
    if spare >= 0:
        return [sum(both) for both in zip(needed, _parted(spare, shares), strict=True)]
    for name in (one for one in _GIVE_WAY if one in names):
        at, least = names.index(name), lines[0].boxes[name].minimumSizeHint().width()
        gives = min(-spare, needed[at] - least)
        needed[at] -= gives
        spare += gives
    return needed


def _needed(lines: Sequence[ReportLine], names: Sequence[str]) -> list[int]:
    return [max((line.boxes[name].needed() for line in lines), default=0) for name in names]


def _parted(room: int, shares: Sequence[int]) -> list[int]:
    return [max(room, 0) * share // sum(shares) for share in shares]
