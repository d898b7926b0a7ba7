"""The heading line of a table on a page, and what stands under each of its columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondop_desktop.exchange.printed_results.words import Box, Cell, Line, Word
from secondop_desktop.exchange.tables.days import is_date
from secondop_desktop.exchange.tables.headings import RESULTS, roles


@dataclass(frozen=True)
class Column:
    """A column: what it holds (empty where that is not known), its date, where its head stands."""

    role: str
    date: str
    box: Box


@dataclass(frozen=True)
class Head:
    """The columns of a table from left to right."""

    columns: tuple[Column, ...]

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


def head_of(printed: Line) -> Head | None:
    """Return a line as the heading of a table of results; None for any other line."""
    line = [part for cell in printed for part in _headings(cell)]
    texts = [cell.text for cell in line]
    found = roles(texts, RESULTS)
    dates = [at for at, text in enumerate(texts) if is_date(text)]
    plain = {name for name in found if name in {"test", "value", "unit", "range", "flag"}}
    one_value = "value" in found and len(plain) > 1
    labelled = "date" in found  # "Collected: 14/05/2024 Reported: 15/05/2024" heads nothing
    several = len(dates) > 1 and not labelled
    by_date = bool(dates) and ("test" in found or several) and len(plain) + len(dates) > 1
    if not one_value and not by_date:
        return None
    return Head(tuple(_columns(line, found, dates)))


def _headings(cell: Cell) -> list[Cell]:
    """Part a cell in which several headings stand close together, such as ``Range Flag``."""
    words = cell.words
    if len(words) < 2 or roles([cell.text], RESULTS) or is_date(cell.text):
        return [cell]
    for at in range(len(words) - 1, 0, -1):
        first, rest = Cell(words[:at]), Cell(words[at:])
        if _is_heading(first) and all(map(_is_heading, _headings(rest))):
            return [first, *_headings(rest)]
    return [cell]


def _is_heading(cell: Cell) -> bool:
    return bool(roles([cell.text], RESULTS)) or is_date(cell.text)


def _columns(line: Line, found: dict[str, int], dates: Sequence[int]) -> list[Column]:
    by_place = {at: name for name, at in found.items()}
    columns = [_column(cell, by_place.get(at, ""), at in dates) for at, cell in enumerate(line)]
    if "test" in found:
        return columns
    first = columns[0]
    if not first.role:
        return [Column("test", "", first.box), *columns[1:]]
    # The names have no heading: they stand before all that have one.
    before = Box(0.0, first.box.top, max(first.box.left - first.box.height, 1.0), first.box.bottom)
    return [Column("test", "", before), *columns]


def _column(cell: Cell, role: str, dated: bool) -> Column:
    return Column("value" if dated else role, cell.text if dated else "", cell.box)


def _nearest(columns: Sequence[Column], box: Box) -> Column:
    def off(column: Column) -> tuple[float, float]:
        apart = max(column.box.left - box.right, box.left - column.box.right, 0.0)
        return apart, abs(column.box.left - box.left)

    return min(columns, key=off)
