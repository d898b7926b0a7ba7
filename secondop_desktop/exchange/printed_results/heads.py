"""The heading line of a table on a page, and what stands under each of its columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from secondop_desktop.exchange.printed_results.looks import is_name, range_of, unit_of
from secondop_desktop.exchange.printed_results.words import Box, Cell, Line, Word
from secondop_desktop.exchange.tables.days import is_date
from secondop_desktop.exchange.tables.headings import PERSON, RESULTS, roles
from secondop_desktop.exchange.tables.measures import is_test
from secondop_desktop.journal.values.printed_parts import named

_TOLERANCE: Final = 4.0
"""Points by which a row may begin left of its heading."""


_FEWEST_TESTS: Final = 3
_TAKEN: Final = re.compile(r"\b(?:insulin (?:units|dose)|dose|carb\w*|food|meal)\b", re.IGNORECASE)
"""Over what was taken beside what was measured."""

_WHICH: Final = re.compile(
    r"(?:(?:this|current|latest|last|new|previous|prior|earlier|old)\s?)?(?:results?|values?)?",
    re.IGNORECASE,
)
"""Stands over or before the date of a column: ``Previous 14/05/2024``."""


@dataclass(frozen=True)
class Column:
    """A column: what it holds (empty where that is not known), its date, where its head stands.

    ``test`` is the test whose values stand in it, where each test has a column of its own, and
    ``unit`` the unit that its heading gives all of them.
    """

    role: str
    date: str
    box: Box
    test: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Head:
    """The columns of a table from left to right."""

    columns: tuple[Column, ...]

    @property
    def left(self) -> float:
        """Where its first column begins."""
        return min(column.box.left for column in self.columns)

    def parted(self, line: Line) -> dict[Column, list[Word]]:
        """Return the words of a line by the columns under which they stand."""
        found: dict[Column, list[Word]] = {}
        for cell in line:
            over = [one for one in self.columns if one.box.overlaps(cell.box)]
            if len(over) > 1:
                for word in cell.words:
                    found.setdefault(_nearest(over, word.box), []).append(word)
            else:
                column = _nearest(over or self.columns, cell.box)
                found.setdefault(column, []).extend(cell.words)
        return found


def heads_of(printed: Line) -> list[Head]:
    """Return the headings of the tables that stand side by side in a line, from left to right.

    Each begins with the heading of its tests; any other line has none.
    """
    line = [part for cell in printed for part in _headings(cell)]
    begins = [at for at, cell in enumerate(line) if [*roles([cell.text], RESULTS)] == ["test"]]
    begins = begins if len(begins) > 1 else _before_values(line)
    if len(begins) > 1 and begins[0] == 0:
        parts = [line[at:end] for at, end in zip(begins, [*begins[1:], None], strict=True)]
        heads = [found for part in parts if (found := _head(part)) is not None]
        if len(heads) == len(parts):
            return heads
    one = _head(line)
    return [] if one is None else [one]


def _before_values(line: Line) -> list[int]:
    """Return the cells that head the tests of tables side by side by the name of their group."""
    said = [next(iter(roles([cell.text], RESULTS)), "") for cell in line]
    values = [at for at, name in enumerate(said) if name == "value"]
    before = [at - 1 for at in values if at and said[at - 1] in {"", "test"}]
    named = len(before) == len(values) and not any(_day_of(line[at]) for at in before)
    return before if named else []


def split(line: Line, heads: Sequence[Head]) -> list[Line]:
    """Part a line into what stands in each of the tables side by side."""
    ends = [*(head.left - _TOLERANCE for head in heads[1:]), float("inf")]
    starts = [float("-inf"), *ends[:-1]]
    return [
        [cell for cell in line if low <= cell.box.left < high]
        for low, high in zip(starts, ends, strict=True)
    ]


def _head(line: Line) -> Head | None:
    texts = [cell.text for cell in line]
    found = roles(texts, RESULTS)
    dates = [at for at, cell in enumerate(line) if _day_of(cell)]
    plain = {name for name in found if name in {"test", "value", "unit", "range", "flag"}}
    one_value = "value" in found and len(plain) > 1
    if tests := _tests_across(line):
        return Head(tuple(tests))
    over_dates = bool(texts) and len(dates) == len(texts) - 1 and [*roles(texts[:1], RESULTS)]
    if over_dates == ["date"] and len(dates) > 1:
        return Head(
            (Column("test", "", line[0].box), *(_column(one, "", True) for one in line[1:]))
        )
    labelled = "date" in found  # "Collected: 14/05/2024 Reported: 15/05/2024" heads nothing
    several = len(dates) > 1 and not labelled
    by_date = bool(dates) and ("test" in found or several) and len(plain) + len(dates) > 1
    if not one_value and not by_date:
        return None
    return Head(tuple(_columns(line, found, dates)))


def _tests_across(line: Line) -> list[Column]:
    """Return a column of dates and those behind it, of which most name a test (``Hb (g/L)``)."""
    if len(line) < _FEWEST_TESTS:
        return []
    first = next(iter(roles([line[0].text], RESULTS)), "")
    named = [cell for cell in line if _names_test(cell)]
    rest = [cell for cell in line if cell not in named]
    others = [cell for cell in rest[bool(first) :] if not roles([cell.text], RESULTS)]
    if first == "date" and len(named) > len(others) and len(named) > 1:
        return [Column("date", "", line[0].box), *(_of_test(cell) for cell in line[1:])]
    if not first and not rest:
        return [Column("date", "", _before(line[0].box)), *map(_of_test, line)]
    return []


def _of_test(cell: Cell) -> Column:
    """Return the column under a name; what was taken is no test, nor is the time of the row."""
    field = bool(roles([cell.text], RESULTS)) or bool(_TAKEN.search(cell.text))
    return Column("", "", cell.box) if field else Column("value", "", cell.box, cell.text)


def _before(box: Box) -> Box:
    """Return the place left of all headings, where what has none of its own stands."""
    return Box(0.0, box.top, max(box.left - box.height, 1.0), box.bottom)


def _names_test(cell: Cell) -> bool:
    name, beside = named(cell.text)
    if roles([cell.text], RESULTS) or _TAKEN.search(cell.text):
        return False
    return is_test(name) or (bool(beside.unit) and is_name(name))


def below(head: Head, line: Line) -> Head | None:
    """Return the headings with what a line right below them adds; None for a line of its own.

    That is the unit or the range of each test, or under each date its value and its mark.
    """
    if any(column.test for column in head.columns):
        return _with_parts(head, line)
    return _under_dates(head, line)


def _with_parts(head: Head, line: Line) -> Head | None:
    said = {at: " ".join(word.text for word in words) for at, words in head.parted(line).items()}
    parts = {at: text for at, text in said.items() if at.test}
    if len(parts) < 2 or is_date(said.get(head.columns[0], "")):
        return None
    if not (all(map(unit_of, parts.values())) or all(map(range_of, parts.values()))):
        return None
    return Head(
        tuple(
            replace(one, test=f"{one.test} ({parts[one]})") if one in parts else one
            for one in head.columns
        )
    )


def _under_dates(head: Head, line: Line) -> Head | None:
    """Return the headings with the same ones under each date, wherever that stands over them."""
    dated = [column for column in head.columns if column.date]
    names = [next(iter(roles([cell.text], RESULTS)), "") for cell in line]
    if not dated or len(line) < 2 or not {*names} <= {"value", "flag", "unit", "range"}:
        return None
    size = len(names) // len(dated)
    if names != names[:size] * len(dated) or "value" not in names:
        return None
    found = [
        Column(name, dated[at // size].date, cell.box)
        for at, (cell, name) in enumerate(zip(line, names, strict=True))
    ]
    kept = [
        one
        for one in head.columns
        if one.role and not one.date and not any(one.box.overlaps(cell.box) for cell in line)
    ]
    return Head((*kept, *found))


def _headings(cell: Cell) -> list[Cell]:
    """Part a cell in which several headings stand close together, such as ``Range Flag``."""
    words = cell.words
    if len(words) < 2 or roles([cell.text], RESULTS) or is_date(cell.text):
        return [cell]
    for at in range(len(words) - 1, 0, -1):
        first, rest = Cell(words[:at]), Cell(words[at:])
        if is_heading(first) and all(map(is_heading, _headings(rest))):
            return [first, *_headings(rest)]
    return [cell]


def is_heading(cell: Cell) -> bool:
    """Tell a cell that stands over a column: a heading that is known, or a date."""
    return bool(roles([cell.text], RESULTS)) or is_date(cell.text)


def _columns(line: Line, found: dict[str, int], dates: Sequence[int]) -> list[Column]:
    by_place = {at: name for name, at in found.items()}
    ranges = [at for at, cell in enumerate(line) if [*roles([cell.text], RESULTS)] == ["range"]]
    by_place |= dict.fromkeys(ranges, "range")
    by_place |= dict.fromkeys(roles([cell.text for cell in line], PERSON).values(), "person")
    columns = [_column(cell, by_place.get(at, ""), at in dates) for at, cell in enumerate(line)]
    if "test" in found:
        return columns
    first = columns[0]
    if not first.role:
        return [Column("test", "", first.box), *columns[1:]]
    # The names have no heading: they stand before all that have one.
    return [Column("test", "", _before(first.box)), *columns]


def _column(cell: Cell, role: str, dated: bool) -> Column:
    unit = named(cell.text)[1].unit if role == "value" else ""
    return Column("value" if dated else role, _day_of(cell) if dated else "", cell.box, unit=unit)


def _day_of(cell: Cell) -> str:
    """Return the date over a column, perhaps with words that only say which result it is."""
    words = cell.text.split()
    ends = (" ".join(words[at:]) for at in range(len(words)) if _fits_day(" ".join(words[:at])))
    return next(filter(is_date, ends), "")


def _fits_day(before: str) -> bool:
    return bool(_WHICH.fullmatch(before))


def _nearest(columns: Sequence[Column], box: Box) -> Column:
    def off(column: Column) -> tuple[float, float]:
        apart = max(column.box.left - box.right, box.left - column.box.right, 0.0)
        return apart, abs(column.box.left - box.left)

    return min(columns, key=off)
