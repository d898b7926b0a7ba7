"""Marks of the two axes: round numbers, and dates at their true distance."""

import datetime
import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from secondop_desktop.lang import MONTHS, _

_STEPS: Final = (1.0, 2.0, 5.0, 10.0)
_MONTH_STEPS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 240)
_DAY_STEPS: Final = (1, 2, 5, 10, 15)
_LEAST = 1e-300
"""A span nearer to nothing has no parts."""


@dataclass(frozen=True)
class Tick:
    """A mark on an axis; ``at`` is a value, or a day counted from year 1."""

    at: float
    text: str


def values(low: float, high: float, most: int) -> list[Tick]:
    """Return at least two and about ``most`` round numbers that enclose ``low`` and ``high``."""
    if high <= low:
        spread = abs(low) * 0.1 or 1.0
        low, high = low - spread, high + spread
    step = _round_step(max(high - low, _LEAST) / max(1, most - 1))
    first = math.floor(low / step + 1e-9)
    last = max(math.ceil(high / step - 1e-9), first + 1)
    places = max(0, -math.floor(math.log10(step) + 1e-9))
    return [Tick(at * step, f"{at * step:.{places}f}") for at in range(first, last + 1)]


def _round_step(rough: float) -> float:
    size = float(10 ** math.floor(math.log10(rough)))
    return next(step * size for step in _STEPS if step * size >= rough * 0.999)


def dates(
    first: datetime.date, last: datetime.date, width: float, measure: Callable[[str], float]
) -> list[Tick]:
    """Return as many dates as fit into a width, ``measure`` giving the width of a text."""
    if first == last:
        return [Tick(first.toordinal(), _day(first))]
    days = (last - first).days
    for ticks in _candidates(first, last):
        if len(ticks) >= 2 and _fits(ticks, days, width, measure):
            return ticks
    ends = [Tick(first.toordinal(), _day(first)), Tick(last.toordinal(), _day(last))]
    return ends if sum(measure(tick.text) for tick in ends) * 1.1 < width else ends[:1]


def _fits(ticks: Sequence[Tick], days: int, width: float, measure: Callable[[str], float]) -> bool:
    gap = min(after.at - before.at for before, after in itertools.pairwise(ticks))
    # Hundreds of months do not fit already because the first of them does not.
    return all(gap / days * width >= measure(tick.text) * 1.25 for tick in ticks)


def _candidates(first: datetime.date, last: datetime.date) -> Iterator[list[Tick]]:
    days = (last - first).days
    if days <= 62:
        for step in _DAY_STEPS:
            spots = [first + datetime.timedelta(at) for at in range(0, days + 1, step)]
            yield [Tick(spot.toordinal(), _day(spot)) for spot in spots]
    for step in _MONTH_STEPS:
        name = str if step >= 12 else None
        yield [
            Tick(spot.toordinal(), name(spot.year) if name else _month(spot))
            for spot in _months(first, last, step)
        ]


def _months(first: datetime.date, last: datetime.date, step: int) -> Iterator[datetime.date]:
    """Yield the first days of every ``step``-th month, counted from January of year 0."""
    start = first.year * 12 + first.month - 1
    number = -(-start // step) * step
    while number <= last.year * 12 + last.month - 1:
        spot = datetime.date(number // 12, number % 12 + 1, 1)
        if first <= spot <= last:
            yield spot
        number += step


def _day(spot: datetime.date) -> str:
    return f"{spot.day} {_month(spot)}"


def _month(spot: datetime.date) -> str:
    return " ".join([_(MONTHS[spot.month - 1]), str(spot.year)])
