"""What stands beside the name of a test on its line: the value, and what belongs to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from secondop_desktop.exchange.printed_results.found import Doubt
from secondop_desktop.exchange.printed_results.looks import (
    is_flag,
    is_name,
    is_word,
    range_of,
    unit_of,
    value_of,
)
from secondop_desktop.exchange.printed_results.words import Word
from secondop_desktop.exchange.tables.days import is_date
from secondop_desktop.journal.values.printed_parts import Printed, in_litres, parted
from secondop_desktop.journal.values.quantities import Quantity

_SIGNS: Final = frozenset("<>≤≥")
_MOST_OF_RANGE: Final = 7
_MOST_OF_UNIT: Final = 5
_MOST_OF_DATE: Final = 3
_EMPTY: Final = frozenset("|:;,-–")


@dataclass(frozen=True)
class Beside:
    """The printed parts, how many words they took, and what makes them doubtful."""

    printed: Printed
    taken: int
    date: str = ""
    doubts: frozenset[Doubt] = field(default_factory=frozenset)


def value_at(words: Sequence[Word], at: int, test: str) -> tuple[Printed, int] | None:
    """Return the value that begins with this word and the number of its words, if one does."""
    first = words[at].text
    second = words[at + 1].text if at + 1 < len(words) else ""
    for text, taken in ((f"{first} {second}", 2), (first, 1)):
        if taken == 2 and not (second and (first in _SIGNS or is_flag(first) or is_word(text))):
            continue
        if found := value_in(text, test):
            return found, taken
    return None


def value_in(text: str, test: str) -> Printed | None:
    """Return what a text prints, where a value is in it."""
    printed = parted(Printed(text), test)
    if value_of(printed.value) and (printed.value == text or _is_number(printed.value)):
        return printed
    return None


def _is_number(text: str) -> bool:
    value = Quantity(text)
    return value.number is not None or bool(value.meanings)


def beside(words: Sequence[Word], starts: frozenset[int], at: int, test: str) -> Beside | None:
    """Read the value that begins at a word, and all up to the name of the next test.

    ``starts`` are the numbers of the words with which a cell begins.
    """
    found = value_at(words, at, test)
    if found is None:
        return None
    first = end = at + found[1]
    row = Beside(found[0], 0)
    while end < len(words):
        step = _step(row, words, end, test)
        if step is None:
            whole = bool(row.printed.unit and row.printed.range)
            if (whole or end in starts) and is_name(_cell_from(words, starts, end, first=whole)):
                break
            step = (replace(row, doubts=row.doubts | {Doubt.NO_UNIT}) if end == first else row), 1
        row, end = step[0], end + step[1]
    return replace(row, taken=end - at)


def _cell_from(words: Sequence[Word], starts: frozenset[int], at: int, *, first: bool) -> str:
    """Return the words up to the next cell, or the ``first`` of them alone."""
    end = next((n for n in range(at + 1, len(words)) if n in starts), len(words))
    return " ".join(word.text for word in words[at : at + 1 if first else end])


def _step(row: Beside, words: Sequence[Word], at: int, test: str) -> tuple[Beside, int] | None:
    """Put the next words where they belong; None where they are nothing known."""
    printed, word = row.printed, words[at].text
    if is_flag(word) and not (word == "L" and in_litres(test)):
        return replace(row, printed=replace(printed, flag=printed.flag or word.strip("()[]"))), 1
    for text, taken in _joined(words, at, _MOST_OF_DATE):
        if is_date(text):
            return replace(row, date=row.date or text), taken
    for text, taken in _joined(words, at, _MOST_OF_UNIT):
        if not printed.unit and (unit := unit_of(text)):
            return replace(row, printed=replace(printed, unit=unit)), taken
    for text, taken in _joined(words, at, _MOST_OF_RANGE):
        if not printed.range and (between := range_of(text, printed.unit)):
            return replace(row, printed=replace(printed, range=between)), taken
    if value_of(word):
        return replace(row, doubts=row.doubts | {Doubt.ANOTHER_NUMBER}), 1
    return (row, 1) if word in _EMPTY else None


def _joined(words: Sequence[Word], at: int, most: int) -> Iterator[tuple[str, int]]:
    """Yield the longest texts first."""
    for taken in range(min(most, len(words) - at), 0, -1):
        yield " ".join(word.text for word in words[at : at + taken]), taken
