"""Rows of a table that has headings: each part is what its column says."""

from collections.abc import Iterator, Sequence

from secondop_desktop.exchange.printed_results.beside import value_in
from secondop_desktop.exchange.printed_results.found import Doubt, FoundRow
from secondop_desktop.exchange.printed_results.heads import Column, Head
from secondop_desktop.exchange.printed_results.looks import (
    is_flag,
    is_name,
    is_remark,
    range_of,
    unit_of,
)
from secondop_desktop.exchange.printed_results.words import Line, Word, around
from secondop_desktop.exchange.tables.measures import is_test
from secondop_desktop.journal.values.printed_parts import Printed, named
from secondop_desktop.journal.values.quantities import Quantity


def rows_under(head: Head, line: Line, page: int) -> Iterator[FoundRow]:
    """Yield the results of a line: one, or one for each date that stands over a value."""
    found = head.parted(line)
    said = {column: " ".join(word.text for word in words) for column, words in found.items()}
    test = _under("test", said)
    if not is_name(test) or is_remark(test):
        return
    for column, text in said.items():
        if column.role == "value" and (printed := value_in(text, test)):
            of_row = [column] if column.date else _of_row(column, found)
            words = [word for one in of_row for word in found[one]]
            yield _row(test, printed, column, said, words, page)


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
    name, beside = named(test.strip(" :"), printed.unit or unit_of(_under("unit", said)))
    unit = beside.unit or _under("unit", said)
    between = _between(said, unit) or printed.range or beside.range
    flag = _under("flag", said)
    return FoundRow(
        test=name,
        value=printed.value,
        unit=unit,
        range=between,
        flag=printed.flag or (flag if is_flag(flag) else ""),
        date=column.date or _under("date", said),
        page=page,
        box=around(word.box for word in words),
        doubts=frozenset(doubts(name, printed.value, unit, between)),
    )


def _between(said: dict[Column, str], unit: str) -> str:
    text = _under("range", said)
    low, high = _under("low", said), _under("high", said)
    if not text and (low or high):
        text = f"{low}-{high}" if low and high else f"≥{low}" if low else f"≤{high}"
    return range_of(text, unit) or text


def doubts(name: str, value: str, unit: str, between: str) -> Iterator[Doubt]:
    """Yield what speaks against taking a row as it stands."""
    read = Quantity(value)
    if read.meanings:
        yield Doubt.TWO_READINGS
    if read.number is None and not read.meanings:
        yield Doubt.WORDS
    if not unit and not between and not is_test(name):
        yield Doubt.NO_UNIT
