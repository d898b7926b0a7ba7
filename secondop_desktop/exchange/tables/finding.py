"""Finding the tables in a text or a sheet: the separator, and the rows of headings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.tables import header_rows, headings
from secondop_desktop.exchange.tables.above import names_somebody
from secondop_desktop.exchange.tables.cells import SEPARATORS, WIDEST, Row, lines_of, rows
from secondop_desktop.exchange.tables.days import is_date
from secondop_desktop.exchange.tables.layout import LISTS, Holds, Layout, recognise
from secondop_desktop.exchange.tables.named_above import may_be_name
from secondop_desktop.exchange.tables.side_by_side import apart
from secondop_desktop.exchange.tables.table import Table
from secondop_desktop.journal.progress import Tell, nobody
from secondop_desktop.lang import _

_SEARCHED = 15
"""Headings stand at most this many rows down."""


def find(text: str, name: str) -> tuple[Table, Layout] | None:
    """Find the separator by which some headings can be recognised, and the table below them.

    Raises UserError for a quotation mark that is not closed.
    """
    found = find_all(text, name)
    return found[0] if found else None


def find_all(text: str, name: str, tell: Tell = nobody) -> list[tuple[Table, Layout]]:
    """Find the separator by which some headings can be recognised, and the tables below such.

    Raises UserError for a quotation mark that is not closed.
    """
    for separator in SEPARATORS:
        if separator in text[:10_000] and _is_parted_by(text, separator):
            return tables_in(list(rows(text, separator, name, tell)), name)
    return []


@dataclass(frozen=True)
class _Head:
    """Headings: the row they make, what they say, and the lines from which on they and rows stand.

    ``above`` is the line at which what belongs to the table begins.
    """

    row: Row
    layout: Layout
    above: int
    begins: int
    below: int


def tables_in(lines: Sequence[Row], name: str, file: str = "") -> list[tuple[Table, Layout]]:
    """Find the headings that are known among rows, each with the table down to the next ones."""
    found = [(band, *one) for band in apart(lines) for one in _headed(band)]
    return [
        (_table(_called(name, number), file or name, band, head, end), head.layout)
        for number, (band, head, end) in enumerate(found)
    ]


def _headed(lines: Sequence[Row]) -> list[tuple[_Head, int]]:
    """Return the headings among rows, each with the line at which its table ends."""
    heads = _heads(lines)
    return list(zip(heads, [*(head.above for head in heads[1:]), len(lines)], strict=False))


def _called(name: str, before: int) -> str:
    """Name a table; the second and later ones of one sheet or text get a number."""
    if not before:
        return name
    return _("{file}, table {number}").format(file=name, number=before + 1)


def _heads(lines: Sequence[Row]) -> list[_Head]:
    found: list[_Head] = []
    at = 0
    while at < len(lines):
        may_be = not found or any(map(_may_be_heading, lines[at].cells))
        head = _head(lines, at) if may_be else None
        if head and (not found or _begins_another(head, found[-1], lines)):
            found.append(head if not found else replace(head, above=_above(lines, at, found[-1])))
            at = head.below
        else:
            at += 1
    return found


def _may_be_heading(cell: str) -> bool:
    """Tell whether a cell is a word that stands over a column of any kind of table."""
    said = headings.plain(cell)
    known = (headings.RESULTS, *(sort.headings for sort in LISTS.values()))
    return any(said in one.by_heading for one in known)


def _head(lines: Sequence[Row], at: int) -> _Head | None:
    """Return the headings that begin with this row; what stands below it may be part of them."""
    row, used = header_rows.joined(lines, at)
    joins = used > 1 and not _stands_alone(lines[at + used - 1])
    if joins and (layout := recognise(row.cells)):
        return _Head(row, layout, 0, at, at + used)
    layout = recognise(lines[at].cells)
    if layout is None or _is_row_of_dates(lines, at, layout):
        return None
    return _Head(lines[at], layout, 0, at, at + 1)


def _stands_alone(row: Row) -> bool:
    """Tell a row of headings that needs no other one above it to be understood."""
    filled = [cell for cell in row.cells if cell]
    return len(set(filled)) == len(filled) and recognise(row.cells) is not None


def _is_row_of_dates(lines: Sequence[Row], at: int, layout: Layout) -> bool:
    """Tell a row that has dates as those below it do from headings that are dates."""
    if layout.holds is not Holds.DATES:
        return False
    named = "test" in headings.roles(lines[at].cells, headings.RESULTS)
    heads = [lines[at].cells[column] for column in layout.dates]
    below = [row.cells for row in lines[at + 1 : at + 6] if not row.is_empty]
    dated = any(
        is_date(one[column]) for one in below for column in layout.dates if column < len(one)
    )
    return dated or (not named and (len(set(heads)) < len(heads) or not below))


def _begins_another(head: _Head, before: _Head, lines: Sequence[Row]) -> bool:
    """Tell headings that begin a table of their own, perhaps the same ones under a new name."""
    above = [lines[at].cells for at in range(before.below, head.begins)]
    last = next((list(filter(None, cells)) for cells in reversed(above) if any(cells)), [])
    named = len(last) == 1 and may_be_name(last[0].strip(" :"))
    return named or (_is_new(head, before, lines) and _tells_itself(head))


def _is_new(head: _Head, before: _Head, lines: Sequence[Row]) -> bool:
    """Tell other headings from those of a page that are printed again on the next one."""
    return lines[head.begins].cells != lines[before.begins].cells


def _tells_itself(head: _Head) -> bool:
    """Tell a row of headings among the rows of a table by its words alone."""
    named = "test" in headings.roles(head.row.cells, headings.RESULTS)
    return head.layout.holds is not Holds.DATES or named


def _above(lines: Sequence[Row], at: int, before: _Head) -> int:
    """Return where the lines of one cell begin that stand right above a row of headings.

    In a list a row may hold its name alone: up to an empty line such rows are its own, unless
    they name a patient.
    """
    first = at
    while first > before.below and sum(map(bool, lines[first - 1].cells)) < 2:
        first -= 1
    apart = next((line for line in range(first, at) if lines[line].is_empty), first)
    if before.layout.holds not in LISTS:
        return first
    own = (line for line in range(first, apart) if names_somebody(_line(lines[line].cells)))
    return next(own, apart)


def is_one_line(text: str, name: str) -> bool:
    """Tell whether a file that is called a table has a single line."""
    return _is_named_table(name) and len(list(islice(lines_of(text.strip()), 2))) == 1


def _is_named_table(name: str) -> bool:
    return name.lower().removesuffix(".gz").endswith((".csv", ".tsv"))


def any_table(text: str, name: str, tell: Tell = nobody) -> Table | None:
    """Return a text as a table whose headings are not known; None where it looks like prose.

    Raises UserError for a quotation mark that is not closed.
    """
    named = _is_named_table(name)
    separator = max(SEPARATORS, key=text[:10_000].count)
    if not named and separator == ",":
        return None
    lines = [row for row in rows(text, separator, name, tell) if not row.is_empty]
    at = _first_of_many(lines) if named else 0
    widths = [len(row.cells) for row in lines[at : at + 50]]
    if len(widths) < 2 or min(widths[:2]) < 2 or widths.count(widths[0]) * 2 < len(widths):
        return None
    return _plain_table(name, name, lines, at)


def _first_of_many(lines: Sequence[Row]) -> int:
    """Return where the table begins, below lines that say what it is or whose: they are narrow."""
    widths = Counter(len(row.cells) for row in lines[:50])
    usual = max(widths, key=lambda width: (widths[width], width), default=0)
    filled = [(len(row.cells), sum(map(bool, row.cells))) for row in lines[:_SEARCHED]]
    wide = (at for at, (width, many) in enumerate(filled) if width >= usual and many * 2 > usual)
    return next(wide, 0)


def any_rows(lines: Sequence[Row], name: str, file: str) -> Table | None:
    """Return the rows of a sheet as a table whose headings are not known; None for prose."""
    filled = [at for at, row in enumerate(lines) if sum(map(bool, row.cells)) > 1]
    return _plain_table(name, file, lines, filled[0]) if len(filled) > 1 else None


def _plain_table(name: str, file: str, lines: Sequence[Row], at: int) -> Table:
    at = at - 1 if at and header_rows.joined(lines, at - 1)[1] > 1 else at
    row, used = header_rows.joined(lines, at)
    head = _Head(row, Layout(Holds.RESULT, {}), 0, at, at + used)
    return _table(name, file, lines, head, len(lines))


def _table(name: str, file: str, lines: Sequence[Row], head: _Head, end: int) -> Table:
    above = [row for row in lines[head.above : head.begins] if not row.is_empty]
    repeated = {row.cells for row in lines[head.begins : head.below]}
    below = [row for row in lines[head.below : end] if row.cells not in repeated]
    filled = [row for row in below if not row.is_empty]
    between = {row.line: said for row in filled if names_somebody(said := _line(row.cells))}
    rest = [row for row in filled if row.line not in between]
    told = tuple(_line(row.cells) for row in above)
    return Table(name, file, head.row.cells, rest, told, between)


def _line(cells: Sequence[str]) -> str:
    """Say the cells of a line above the headings as one: ``Patient: Ivy Marsh``."""
    return ": ".join(text for cell in cells if (text := cell.rstrip(" :=")))


def _is_parted_by(text: str, separator: str) -> bool:
    """Tell whether known headings stand at the top when cells are parted so."""
    top = [one.rstrip("\r\n") for one in islice(lines_of(text), _SEARCHED)]
    try:
        lines = list(rows("\n".join(top), separator, ""))
    except UserError:
        split = (one.split(separator, WIDEST) for one in top)
        parts = (tuple(c.strip().strip('"') for c in one) for one in split if len(one) <= WIDEST)
        lines = [Row(number, cells) for number, cells in enumerate(parts, 1)]
    return any(_head(lines, at) for at in range(len(lines)))
