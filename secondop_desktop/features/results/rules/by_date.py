"""All tests in one table: a line for each, a column for each date on which something was tested."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondop_desktop.features.results.rules.series import Point, Series
from secondop_desktop.journal.values.dates import PartialDate


@dataclass(frozen=True)
class TestLine:
    """A test, the range printed with its newest result, and its results by date."""

    series: Series
    range: str
    cells: Mapping[PartialDate | None, tuple[Point, ...]]


@dataclass(frozen=True)
class DateTable:
    """The dates, the newest first and what has none last, and a line for each test."""

    dates: tuple[PartialDate | None, ...]
    lines: tuple[TestLine, ...]


def by_date(tests: Sequence[Series]) -> DateTable:
    """Arrange series into a table; results of one day stand together, whatever the hour."""
    lines = tuple(_line(one) for one in tests)
    days = {day for line in lines for day in line.cells}
    dated = sorted((day for day in days if day), key=lambda day: day.stored, reverse=True)
    return DateTable((*dated, *([None] if None in days else [])), lines)


def _line(one: Series) -> TestLine:
    cells: dict[PartialDate | None, list[Point]] = defaultdict(list)
    for point in one.points:
        cells[_day(point.date)].append(point)
    ranges = [str(point.range) for point in one.points if point.range and point.date]
    undated = [str(point.range) for point in one.points if point.range]
    newest = next(iter([*reversed(ranges), *undated]), "")
    return TestLine(one, newest, {day: tuple(points) for day, points in cells.items()})


def _day(date: PartialDate | None) -> PartialDate | None:
    if date is None:
        return None
    return date.without_time()
