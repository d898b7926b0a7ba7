"""Test results in a row: only what was printed, never converted, never judged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from secondop_desktop.features.results.rules.taken_back import NOT_SO
from secondop_desktop.journal.values.dates import PartialDate, undated_last
from secondop_desktop.journal.values.quantities import Quantity, Range, Side
from secondop_desktop.lang import N_, _, ngettext
from secondop_desktop.patterns import pattern

SIDES = {
    Side.BELOW: N_("below the range printed on the report"),
    Side.WITHIN: N_("within the range printed on the report"),
    Side.ABOVE: N_("above the range printed on the report"),
}
_LITRE = pattern(r"(?<![^\W\d_])([mµμundcfp]?)l(?![^\W\d_])")
_SIGNS = ("<", "≤", "", "≥", ">")


@dataclass(frozen=True)
class Point:
    """One result of a series; ``date`` is None when nobody knows it."""

    id: str
    date: PartialDate | None
    value: Quantity
    range: Range | None = None
    flag: str = ""
    starred: bool = False

    @cached_property
    def side(self) -> Side | None:
        """Where it lies against its own printed range, if that can be read."""
        return self.range.side(self.value) if self.range else None


@dataclass(frozen=True)
class Series:
    """Results of one test in one unit (and one specimen), the undated ones last."""

    test: str
    unit: str
    specimen: str
    points: tuple[Point, ...]

    @cached_property
    def plotted(self) -> tuple[Point, ...]:
        """The points with a number and a date: those a chart can show."""
        return tuple(p for p in self.points if p.date and p.value.number is not None)

    @property
    def starred(self) -> bool:
        """Whether a doctor is to see one of its results first."""
        return any(point.starred for point in self.points)

    @property
    def newest(self) -> Point:
        """The last point that has a date, else the last one written."""
        return next((point for point in reversed(self.points) if point.date), self.points[-1])


@dataclass(frozen=True)
class Band:
    """One printed range and the first and last date of the results printed with it."""

    range: Range
    first: PartialDate
    last: PartialDate


def side_of(row: Any) -> Side | None:
    """Return where a result lies against its printed range, None when that cannot be read."""
    return row.range.side(row.value) if row.range and row.value else None


def side_words(side: Side | None) -> str:
    """Say the side in words, such as "below the range printed on the report"."""
    return _(SIDES[side]) if side else ""


@lru_cache(maxsize=1024)
def same_unit(unit: str) -> str:
    """Return one spelling for the spellings of one unit: ``g / l`` and ``g/L``, both kinds of µ.

    Nothing is converted: ``mg/dL`` and ``mmol/L`` stay apart, and so do ``mU`` and ``MU``.
    """
    return _LITRE.sub(r"\1L", "".join(unit.split())).replace("µ", "μ")


def series(rows: Iterable[Any]) -> tuple[Series, ...]:
    """Arrange results into series by test; see ``by_test`` for what is one."""
    return tuple(map(one_series, by_test(rows)))


def by_test(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """Yield the results of each test; different units or specimens are never joined.

    A result that names no specimen joins the others only where those name no two different
    ones. Results without a test or a value are left out, and what was taken back.
    """
    groups: dict[tuple[str, str], list[Any]] = defaultdict(list)
    place = cache(lambda test, unit: groups[same_words(test), same_unit(unit)])
    for row in rows:
        if row.value and row.state not in NOT_SO:
            place(row.test, row.unit).append(row)
    for (test, _unit), group in sorted(groups.items()):
        if test:
            yield from _by_specimen(group)


def bands(one: Series) -> tuple[Band, ...]:
    """Return the printed ranges in order of date; a new one begins where the range changes.

    A dated result printed without a range ends a band too.
    """
    found: list[Band] = []
    before: Range | None = None
    for point in one.points:
        if point.date is None:
            continue
        if point.range and before and _bounds(before) == _bounds(point.range):
            found[-1] = Band(found[-1].range, found[-1].first, point.date)
        elif point.range:
            found.append(Band(point.range, point.date, point.date))
        before = point.range
    return tuple(found)


def summary(one: Series) -> str:
    """Sum a series up: "6 results, 104 to 121. 3 below the range printed on the report."."""
    total = len(one.points)
    head = ngettext("{count} result", "{count} results", total).format(count=total)
    first = ", ".join(part for part in (head, _span(one.points), _worded(one.points)) if part)
    parts = (first + ".", _sides(one.points), _unranged(one.points))
    return " ".join(part for part in parts if part)


@lru_cache(maxsize=4096)
def same_words(text: str) -> str:
    """Return one spelling for names that differ only in capitals and spaces."""
    return " ".join(text.casefold().split())


def _by_specimen(group: Sequence[Any]) -> list[list[Any]]:
    named = {same_words(row.specimen) for row in group} - {""}
    if len(named) < 2:
        return [list(group)]
    parts: dict[str, list[Any]] = defaultdict(list)
    for row in group:
        parts[same_words(row.specimen)].append(row)
    return [part for _key, part in sorted(parts.items())]


def one_series(rows: Sequence[Any]) -> Series:
    """Put the results of one test in order of time; it bears the name of the latest."""
    ordered = sorted(rows, key=lambda row: undated_last(row.date))
    points = tuple(map(point_of, ordered))
    return Series(*named_by(ordered), points)


def point_of(row: Any) -> Point:
    """Return what a series tells of a result."""
    return Point(row.id, row.date, row.value, row.range, row.flag, bool(row.star))


def latest(rows: Sequence[Any]) -> Any:
    """Return the latest result that has a date, else the last one written."""
    found, day = rows[-1], ""
    for row in rows:
        if row.date and row.date.stored >= day:
            found, day = row, row.date.stored
    return found


def named_by(rows: Sequence[Any]) -> tuple[str, str, str]:
    """Return test and unit as the latest of some results says them, and the latest specimen."""
    newest = latest(rows)
    telling = [row for row in rows if row.specimen and (row.date or not newest.date)]
    specimen = latest(telling).specimen if telling else ""
    return newest.test.strip(), newest.unit.strip(), specimen


def _bounds(one: Range) -> object:
    """Two ranges are the same when they read the same, or else are the same words."""
    return one.bounds if one.has_bounds else same_words(one.text)


def _rank(value: Quantity) -> tuple[Any, int]:
    return value.number, _SIGNS.index(value.comparator)


def _span(points: Sequence[Point]) -> str:
    values = sorted((p.value for p in points if p.value.number is not None), key=_rank)
    if not values:
        return ""
    if _rank(values[0]) != _rank(values[-1]):
        return _("{lowest} to {highest}").format(lowest=values[0], highest=values[-1])
    return str(values[0]) if len(values) == 1 else _("all {value}").format(value=values[0])


def _worded(points: Sequence[Point]) -> str:
    """Say how many came in words, such as "positive"."""
    words = sum(p.value.number is None for p in points)
    return _("{count} in words").format(count=words) if words else ""


def _sides(points: Sequence[Point]) -> str:
    sides = [point.side for point in points]
    below, above = sides.count(Side.BELOW), sides.count(Side.ABOVE)
    if below and above:
        text = _("{below} below and {above} above the range printed on the report.")
        return text.format(below=below, above=above)
    if below or above:
        side = Side.BELOW if below else Side.ABOVE
        return _("{count} {side}.").format(count=below or above, side=side_words(side))
    all_within = set(sides) == {Side.WITHIN}
    return _("All within the range printed on the report.") if all_within else ""


def _unranged(points: Sequence[Point]) -> str:
    count = sum(point.range is None for point in points)
    text = ngettext(
        "{count} was printed without a range.", "{count} were printed without a range.", count
    )
    return text.format(count=count) if count else ""
