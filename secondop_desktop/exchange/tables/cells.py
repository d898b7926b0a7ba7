"""A CSV file as rows of cells, each with the line on which it begins; nothing swallowed."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.fhir.codes import line as one_line
from secondop_desktop.exchange.formulas import restored
from secondop_desktop.journal.progress import Tell, nobody
from secondop_desktop.journal.sources import LINE, ROW
from secondop_desktop.lang import _
from secondop_desktop.patterns import pattern

SEPARATORS = (",", ";", "\t", "|")
_NOTHING = frozenset({"-", "–", "—", "--", "n/a", "null"})
_ERRORS = re.compile(
    r"#(?:n/a|na|ref!|value!|div/0!|name\?|num!|null!|spill!|calc!|getting_data|"
    r"nv|bezug!|wert!|zahl!)",
    re.IGNORECASE,
)
"""What a spreadsheet shows where a formula failed, in English and German: no value."""
_TOLD = 256
"""Records between two words of how far the reading is."""

_LINE = pattern(r"[^\r\n]*+(?:\r\n?|\n)|[^\r\n]++")

LONGEST = 1_000_000
"""Characters in one cell; the csv module refuses a longer one."""


WIDEST: Final = 5_000
"""Cells in one record; a table with a column for each date of a life has some hundred."""


@dataclass(frozen=True)
class Row:
    """One record: the line (from 1) on which it begins, its cells, and its sheet if it has one."""

    line: int
    cells: tuple[str, ...]
    sheet: str = ""

    @property
    def pointer(self) -> str:
        """Its place in the file."""
        return f"{ROW}{self.line}/{self.sheet}" if self.sheet else f"{LINE}{self.line}"

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.cells)


def lines_of(text: str) -> Iterator[str]:
    """Yield the lines of a text with their ends, as a file would be read.

    One by one, and of no copy of the text: other threads run between them.
    """
    return (found[0] for found in _LINE.finditer(text))


def rows(text: str, separator: str, name: str, tell: Tell = nobody) -> Iterator[Row]:
    """Yield the records; raises UserError with the line of a quote that is not closed.

    A record over several lines is right only when the lines inside it are prose: where they
    look like records themselves, a quote was left open and closed by a later one. ``tell`` hears
    how many lines of how many are read.
    """
    csv.field_size_limit(LONGEST)
    lines = [*lines_of(text)]
    reader = csv.reader(lines, delimiter=separator, strict=True)
    begins, width, spaced = 1, 0, f"{separator} " in lines[0]
    try:
        for number, cells in enumerate(reader):
            if not number % _TOLD:
                tell(begins, len(lines))
            if len(cells) > WIDEST:
                raise _too_wide(name, begins)
            width = width or len(cells)
            inside = lines[begins - 1 : reader.line_num]
            if len(inside) > 1 and width > 2 and _swallowed(inside, separator, spaced, width):
                raise _unclosed(name, begins)
            yield Row(begins, tuple(map(plain_cell, cells)))
            begins = reader.line_num + 1
    except csv.Error as problem:
        raise _too_long(name, begins, problem) or _unclosed(name, begins) from None


def _swallowed(inside: list[str], separator: str, spaced: bool, width: int) -> bool:
    """Tell records from prose, where a space follows a comma (unless the headings do so too)."""
    mark = re.escape(separator) if spaced else re.escape(separator) + "(?! )"
    return any(len(re.findall(mark, part)) + 1 == width for part in inside[1:])


def _unclosed(name: str, number: int) -> UserError:
    return UserError(
        _(
            "{file}, line {number}: a quotation mark is opened or closed in the wrong place. "
            "Correct that line and bring in the file again."
        ).format(file=name, number=number)
    )


def _too_long(name: str, number: int, problem: csv.Error) -> UserError | None:
    """Say that a cell is too long where that is what stopped the reader."""
    if "field limit" not in str(problem):
        return None
    text = _(
        "{file}, line {number}: one cell is longer than {count} characters, as in no table of "
        "results. Shorten it, or take it out, and bring in the file again."
    )
    return UserError(text.format(file=name, number=number, count=f"{LONGEST:,}"))


def _too_wide(name: str, number: int) -> UserError:
    text = _(
        "{file}, line {number}: there are more than {count} cells in it, as in no table of "
        "results. Take out the columns you do not need, and bring in the file again."
    )
    return UserError(text.format(file=name, number=number, count=f"{WIDEST:,}"))


def plain_cell(text: str) -> str:
    """Clean a cell; the apostrophe that stops a spreadsheet from running a formula goes."""
    plain = one_line(restored(text))
    return "" if plain.casefold() in _NOTHING or _ERRORS.fullmatch(plain) else plain
