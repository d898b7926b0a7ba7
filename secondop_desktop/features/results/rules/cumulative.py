"""Results as a cumulative report: a line for each test, a column for each of the last dates."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from secondop_desktop.features.results.rules.series import Point, Series, same_words
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Side
from secondop_desktop.lang import _, ngettext

_UPPER, _LOWER = re.compile(r"\bsystolic\b", re.I), re.compile(r"\bdiastolic\b", re.I)
_WORD, _MARK = 7, 3
"""Letters that fit into a narrow column, and those of a laboratory's mark such as ``H``."""
_SIGNS = {Side.BELOW: "↓", Side.ABOVE: "↑"}


@dataclass(frozen=True)
class Line:
    """One test: its name and unit, the range printed last, what was measured on each date.

    ``cells`` are ready to print; ``earlier`` says what came before the first of the dates shown.
    ``newest`` is the latest date it was measured on. ``ids`` are those of its results.
    """

    test: str
    unit: str
    range: str
    cells: Mapping[PartialDate, str]
    points: tuple[Point, ...]
    newest: PartialDate | None
    ids: frozenset[str]

    @cached_property
    def is_worded(self) -> bool:
        """Whether it is told in words too long for a narrow column."""
        return any(
            len(word) > _WORD for text in self.cells.values() for word in re.split(r"[\s/]", text)
        )

    def earlier(self, dates: Sequence[PartialDate], say: Callable[[PartialDate], str]) -> str:
        """Say what is in none of these columns: "4 earlier, 113 to 128"; ``say`` words a date."""
        shown = frozenset(dates)
        left = [p for p in self.points if p.date is None or p.date.without_time() not in shown]
        if not left:
            return ""
        if len(left) == 1:
            when = say(left[0].date) if left[0].date else _("no date")
            return _("{value} ({date})").format(value=cell(left[0]), date=when)
        said = ngettext("{n} earlier", "{n} earlier", len(left)).format(n=len(left))
        span = _span([p for p in left if p.value.number is not None])
        return _("{earlier}, {span}").format(earlier=said, span=span) if span else said


@dataclass(frozen=True)
class Cumulative:
    """Lines with the same columns, from the earliest date to the latest."""

    title: str
    dates: tuple[PartialDate, ...]
    lines: tuple[Line, ...]


def lines(tests: Iterable[Series]) -> list[Line]:
    """Return a line for each test; a pair such as blood pressure is one: 130/80."""
    made = [_line(one) for one in tests]
    return _paired(made)


def _line(one: Series) -> Line:
    cells: dict[PartialDate, str] = {}
    for day, said in _said(one.points):
        before = cells.get(day)
        cells[day] = said if before is None else f"{before}; {said}"
    span = next((str(point.range) for point in reversed(one.points) if point.range), "")
    ids = frozenset(point.id for point in one.points)
    name = f"{one.test} ({one.specimen})" if _tells(one) else one.test
    newest = max(cells, key=lambda day: day.stored, default=None)
    return Line(name, one.unit, span, cells, one.points, newest, ids)


def _said(points: Iterable[Point]) -> Iterator[tuple[PartialDate, str]]:
    """Yield the day and the cell of each point; what thousands have alike is worded once."""
    known: dict[tuple[int, int, str], str] = {}
    for point in points:
        if point.date is not None:
            alike = (id(point.value), id(point.range), point.flag)
            if alike not in known:
                known[alike] = cell(point)
            yield point.date.without_time(), known[alike]


def _tells(one: Series) -> bool:
    """Tell whether the specimen says more than what is taken from nearly everybody."""
    return same_words(one.specimen) not in {"", "blood", "serum", "plasma"}


def cell(point: Point) -> str:
    """Return a value with the mark printed beside it, else on which side of its range it lies."""
    sign = _SIGNS.get(point.side, "") if point.side else ""
    flag = point.flag if len(point.flag) <= _MARK else ""
    return f"{point.value} {flag or sign}".rstrip()


def _paired(found: Sequence[Line]) -> list[Line]:
    """Join upper and lower blood pressure that bear one name and unit, into one line."""
    lower = {(_LOWER.sub("", one.test).split().__str__(), one.unit): one for one in found
             if _LOWER.search(one.test)}  # fmt: skip
    joined: list[Line] = []
    taken: set[str] = set()
    for one in found:
        key = (_UPPER.sub("", one.test).split().__str__(), one.unit)
        other = lower.get(key) if _UPPER.search(one.test) else None
        if other is None or set(one.cells) != set(other.cells):
            joined.append(one)
            continue
        taken |= {point.id for point in other.points}
        joined.append(_pair(one, other))
    return [one for one in joined if not ({point.id for point in one.points} & taken)]


def _pair(upper: Line, lower: Line) -> Line:
    name = " ".join(_UPPER.sub("", upper.test).split())
    cells = {day: f"{said}/{lower.cells[day]}" for day, said in upper.cells.items()}
    span = "/".join(part for part in (upper.range, lower.range) if part)
    ids = upper.ids | lower.ids
    title = name[:1].upper() + name[1:]
    return Line(title, upper.unit, span, cells, upper.points, upper.newest, ids)


def _span(points: Sequence[Point]) -> str:
    numbered: list[tuple[Decimal, Point]] = [(p.value.number, p) for p in points if p.value.number]
    if not numbered:
        return ""
    lowest, highest = (pick(numbered, key=lambda one: one[0])[1] for pick in (min, max))
    if lowest.value.number == highest.value.number:
        return str(lowest.value)
    return _("{lowest} to {highest}").format(lowest=lowest.value, highest=highest.value)


def last_dates(
    found: Sequence[Line], most: int, since: date | None = None
) -> tuple[PartialDate, ...]:
    """Return the columns for these lines: the latest of each first, then the newest of all.

    They are at most ``most``, from the earliest to the latest; of those before ``since`` only what
    is the latest of a line.
    """
    newest = sorted({one.newest for one in found if one.newest}, reverse=True)[:most]
    every = sorted({day for one in found for day in one.cells}, reverse=True)
    more = [day for day in every if day not in newest and (not since or day.last_day >= since)]
    return tuple(sorted([*newest, *more[: most - len(newest)]]))


def grouped(
    found: Sequence[Line],
    panel_of: Callable[[Line], str],
    most: int,
    since: date | None = None,
) -> tuple[Cumulative, ...]:
    """Arrange lines into tables by the panel they were printed in; the others share one."""
    groups: dict[str, list[Line]] = {}
    for one in found:
        groups.setdefault(panel_of(one), []).append(one)
    loose = [one for name in [*groups] if not name or len(groups[name]) < 2 for one in groups[name]]
    tables = [(name, some) for name, some in groups.items() if name and len(some) > 1]
    tables += [("", loose)] if loose else []
    return tuple(
        Cumulative(name, last_dates(some, most, since), tuple(some)) for name, some in tables
    )
