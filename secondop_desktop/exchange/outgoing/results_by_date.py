"""Test results as people compare them: a line for each test, a column for each date."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from secondop_desktop.journal.kinds import Kind, Names
from secondop_desktop.journal.values.dates import PartialDate

Day = PartialDate | None


@dataclass(frozen=True)
class Line:
    """One test: its name, unit and range as printed last, and what was measured on each date."""

    test: str
    unit: str
    range: str
    cells: Mapping[Day, str]


@dataclass(frozen=True)
class Grid:
    """The results of one person; of dates those that are not known stand last, as None."""

    person: str
    dates: tuple[Day, ...]
    lines: tuple[Line, ...]


def grids(kind: Kind, rows: Iterable[Any], names: Names) -> list[Grid]:
    """Return a grid for each person who has results; drafts and mistakes are not among them."""
    people: dict[str, list[Any]] = {}
    for row in rows:
        if kind.is_fact(row) and not kind.is_draft(row):
            people.setdefault(row.person, []).append(row)
    return [_grid(names(person), those) for person, those in people.items()]


def _grid(person: str, rows: list[Any]) -> Grid:
    tests: dict[tuple[str, str], list[Any]] = {}
    ordered = sorted(rows, key=lambda row: row.date.stored if row.date else "")
    for row in ordered:
        tests.setdefault((_plain(row.test), _plain(row.unit)), []).append(row)
    days = {_day(row) for row in rows}
    dated = sorted(day for day in days if day is not None)
    return Grid(
        person,
        (*dated, *([None] if None in days else [])),
        tuple(_line(tests[key]) for key in sorted(tests)),
    )


def _line(rows: list[Any]) -> Line:
    cells: dict[Day, str] = {}
    for row in rows:
        day, said = _day(row), row.value.text if row.value else ""
        cells[day] = "; ".join(filter(None, (cells.get(day, ""), said)))
    ranges = [row.range.text for row in rows if row.range]
    return Line(rows[-1].test, rows[-1].unit, ranges[-1] if ranges else "", cells)


def _day(row: Any) -> Day:
    found: Day = row.date.without_time() if row.date else None
    return found


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
