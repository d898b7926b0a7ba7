"""What a chart shows: results with the range that was printed beside each."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    """One result. ``label`` says it in words; ``comparator`` is empty or one of ``< > ≤ ≥``.

    ``low`` and ``high`` are the limits printed on the report, in the unit of the value;
    None where a limit was not printed.
    """

    date: datetime.date
    value: float
    label: str
    comparator: str = ""
    low: float | None = None
    high: float | None = None

    @property
    def exact(self) -> bool:
        """True for a measured value, False where only a limit such as ``<0.5`` is known."""
        return not self.comparator

    @property
    def limits(self) -> tuple[float | None, float | None]:
        """The printed range, either end of which may be missing."""
        return (self.low, self.high)


@dataclass(frozen=True)
class Stretch:
    """A time over which the same range was printed, as fractional days since year 1.

    ``changed`` is True when the next results carry another range or none, ``begun`` when
    the results before carry none.
    """

    start: float
    end: float
    low: float | None
    high: float | None
    changed: bool = False
    begun: bool = False


def stretches(points: Sequence[Point]) -> list[Stretch]:
    """Cut the time between the first and the last result where the printed range changes.

    Between two results with different ranges nobody knows the day of the change: the cut is
    drawn half way. Results without a range give no stretch.
    """
    result: list[Stretch] = []
    limits = [point.limits for point in points]
    first = 0
    for at in range(1, len(points) + 1):
        if at == len(points) or limits[at] != limits[first]:
            if limits[first] != (None, None):
                result.append(_stretch(points, first, at - 1))
            first = at
    return result


def _stretch(points: Sequence[Point], first: int, last: int) -> Stretch:
    start = _between(points, first - 1, first)
    end = _between(points, last, last + 1)
    low, high = points[first].limits
    begun = first > 0 and points[first - 1].limits == (None, None)
    return Stretch(start, end, low, high, changed=last + 1 < len(points), begun=begun)


def _between(points: Sequence[Point], one: int, other: int) -> float:
    days = [points[at].date.toordinal() for at in (one, other) if 0 <= at < len(points)]
    return sum(days) / len(days)
