"""Rows of a table that has headings: each part is what its column says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from secondop_desktop.exchange.printed_results.beside import value_in
from secondop_desktop.exchange.printed_results.found import Doubt, FoundRow
from secondop_desktop.exchange.printed_results.heads import Column, Head
from secondop_desktop.exchange.printed_results.looks import (
    bare_name,
    flag_of,
    is_name,
    is_remark,
    needs_unit,
    range_of,
    unit_of,
)
from secondop_desktop.exchange.printed_results.words import Line, Word, around
from secondop_desktop.exchange.tables.days import is_date
from secondop_desktop.journal.values.printed_parts import Printed, named
from secondop_desktop.journal.values.quantities import Quantity

_NEAR: Final = 6.0
_MOST_WORDS: Final = 6
_REMARK: Final = re.compile(r"[^\W\d_]{4}")


def rows_under(head: Head, line: Line, page: int) -> Iterator[FoundRow]:
    """Yield the results of a line: one, or one for each date that stands over a value."""
    found = head.parted(line)
    said = {column: " ".join(word.text for word in words) for column, words in found.items()}
    if any(column.test for column in head.columns):
        yield from _across(said, found, page)
        return
    test = bare_name(_under("test", said))
    if not is_name(named(test)[0]) or is_remark(test):
        return
    printed = {
        column: one
        for column, text in said.items()
        if column.role == "value" and (one := value_in(text, test) or _words_in(column, text, line))
    }
    for column, one in _with_one_unit(printed, said).items():
        of_row = [column] if column.date else _of_row(column, found)
        words = [word for part in of_row for word in found[part]]
        yield _row(test, one, column, said, words, page)


def _words_in(column: Column, text: str, line: Line) -> Printed | None:
    """Return a finding in words, which a cell of its own holds right under its heading."""
    begins = any(abs(cell.box.left - column.box.left) < _NEAR for cell in line[1:])
    short = len(text.split()) <= _MOST_WORDS and bool(re.search(r"[^\W\d_]", text))
    return Printed(text) if begins and short and not text.endswith(".") else None


def _across(
    said: dict[Column, str], found: dict[Column, list[Word]], page: int
) -> Iterator[FoundRow]:
    """Yield what stands under each test beside a date; a line without a date has none."""
    if not is_date(_under("date", said)):
        return
    for column, text in said.items():
        if column.test and (printed := value_in(text, column.test)):
            yield _row(column.test, printed, column, said, found[column], page)


def _with_one_unit(
    printed: dict[Column, Printed], said: dict[Column, str]
) -> dict[Column, Printed]:
    """Give the unit that stands behind the last date of a row to its other dates too."""
    dated = (text for column, text in said.items() if column.date and column.role == "value")
    alone = map(unit_of, dated)
    units = {unit for unit in (*alone, *(one.unit for one in printed.values())) if unit}
    if len(units) != 1 or not all(column.date for column in printed):
        return printed
    return {column: replace(one, unit=units.copy().pop()) for column, one in printed.items()}


def person_under(head: Head, line: Line) -> str:
    """Return whom the line of a table names in a column of its own."""
    words = (words for column, words in head.parted(line).items() if column.role == "person")
    return " ".join(word.text for part in words for word in part)


def name_under(head: Head, line: Line) -> str:
    """Return what stands under the heading of the tests where nothing else does."""
    found = head.parted(line)
    only = len(found) == 1 and next(iter(found)).role == "test"
    return " ".join(word.text for words in found.values() for word in words) if only else ""


def _of_row(value: Column, found: dict[Column, list[Word]]) -> list[Column]:
    return [one for one in found if one is value or (one.role and one.role != "value")]


def _under(role: str, said: dict[Column, str]) -> str:
    return " ".join(text for column, text in said.items() if column.role == role)


def _row(
    test: str,
    printed: Printed,
    column: Column,
    said: dict[Column, str],
    words: Sequence[Word],
    page: int,
) -> FoundRow:
    said = {one: text for one, text in said.items() if one.date in {"", column.date}}
    name, beside = named(test.strip(" :"), printed.unit or unit_of(_under("unit", said)))
    unit = beside.unit or _under("unit", said) or column.unit
    several = [column for column in said if column.role == "range"][1:]
    between, remark = _parted(_between(said, unit) or printed.range or beside.range, unit)
    between, remark = ("", (Doubt.TWO_RANGES,)) if several else (between, remark)
    unit = unit or _unit_behind(between)
    return FoundRow(
        test=name,
        value=printed.value,
        unit=unit,
        range=between,
        flag=printed.flag or flag_of(_under("flag", said)),
        date=column.date or _under("date", said),
        page=page,
        box=around(word.box for word in words),
        doubts=frozenset({*doubts(name, printed.value, unit, between), *remark}),
    )


def _unit_behind(between: str) -> str:
    """Return the unit that stands behind a range, which is that of its row."""
    low, _space, last = between.rpartition(" ")
    return unit_of(last) if low and range_of(low) else ""


def _parted(text: str, unit: str) -> tuple[str, tuple[Doubt, ...]]:
    """Return the range that a text begins with, and the doubt that a remark behind it is."""
    words = text.split()
    for end in range(len(words) - 1, 0, -1):
        if between := range_of(" ".join(words[:end]), unit):
            rest = " ".join(words[end:])
            whole = range_of(text, unit) or not _REMARK.search(rest)
            return (text, ()) if whole else (between, (Doubt.REMARK,))
    return text, ()


def _between(said: dict[Column, str], unit: str) -> str:
    text = _under("range", said) or _unheaded(said, unit)
    low, high = _under("low", said), _under("high", said)
    if not text and (low or high):
        text = f"{low}-{high}" if low and high else f"≥{low}" if low else f"≤{high}"
    return range_of(text, unit) or text


def _unheaded(said: dict[Column, str], unit: str) -> str:
    """Return the only range that stands under a heading which says something else."""
    found = [text for column, text in said.items() if not column.role and range_of(text, unit)]
    return found[0] if len(found) == 1 else ""


def doubts(name: str, value: str, unit: str, between: str) -> Iterator[Doubt]:
    """Yield what speaks against taking a row as it stands."""
    read = Quantity(value)
    if read.meanings:
        yield Doubt.TWO_READINGS
    if read.number is None and not read.meanings:
        yield Doubt.WORDS
    if not unit and not between and needs_unit(name):
        yield Doubt.NO_UNIT
