"""Finding a table in a text: its separator, its headings, and what kind of table they make."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.tables import headings
from secondop_desktop.exchange.tables.above import names_somebody
from secondop_desktop.exchange.tables.cells import SEPARATORS, Row, rows
from secondop_desktop.exchange.tables.days import is_date
from secondop_desktop.exchange.tables.measures import Measure, is_test, measure
from secondop_desktop.exchange.tables.table import Table
from secondop_desktop.lang import _

_SEARCHED = 15
"""Headings stand at most this many rows down."""

_MONEY = re.compile(r"amount|cost|price|balance|paid|fee|£|€|\$", re.IGNORECASE)
_BESIDE = ("date", "time", "notes", "lab", "specimen")


class Holds(StrEnum):
    """What each row of a table is."""

    RESULT = "a result"
    MEASURES = "the values of one date"
    DATES = "the values of one test"
    MEDICINE = "a medicine"
    APPOINTMENT = "an appointment"


@dataclass(frozen=True)
class Layout:
    """What the rows are, the columns by the field they hold, and those of one test or date each."""

    holds: Holds
    fields: dict[str, int]
    measures: tuple[Measure, ...] = ()
    dates: tuple[int, ...] = ()


def recognise(cells: Sequence[str]) -> Layout | None:
    """Return what a row of headings says of the table below it; None for no headings we know."""
    for reads in (_dates, _results, _medicines, _appointments, _measures):
        if found := reads(cells):
            return found
    return None


def find(text: str, name: str) -> tuple[Table, Layout] | None:
    """Find the separator by which some headings can be recognised, and the table below them.

    Raises UserError for a quotation mark that is not closed.
    """
    found = find_all(text, name)
    return found[0] if found else None


def find_all(text: str, name: str) -> list[tuple[Table, Layout]]:
    """Find the separator by which some headings can be recognised, and the tables below such.

    Raises UserError for a quotation mark that is not closed.
    """
    for separator in SEPARATORS:
        if separator in text[:10_000] and _top(text, separator, recognise):
            return tables_in(list(rows(text, separator, name)), name)
    return []


def tables_in(lines: Sequence[Row], name: str, file: str = "") -> list[tuple[Table, Layout]]:
    """Find the headings that are known among rows, each with the table down to the next ones."""
    found: list[tuple[Table, Layout]] = []
    for part in _parts(lines):
        known = ((at, recognise(row.cells)) for at, row in enumerate(part))
        for at, layout in known:
            if layout:
                found.append((_table(_called(name, len(found)), file or name, part, at), layout))
                break
    return found


def _called(name: str, before: int) -> str:
    """Name a table; the second and later ones of one sheet or text get a number."""
    if not before:
        return name
    return _("{file}, table {number}").format(file=name, number=before + 1)


def _parts(lines: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Part rows before each row of other headings, with the lines of one cell right above it."""
    begins, heads = 0, None
    for at, row in enumerate(lines):
        if not (_begins_table(row) if heads else recognise(row.cells)) or row.cells == heads:
            continue
        if heads:
            top = at
            while top - 1 > begins and sum(map(bool, lines[top - 1].cells)) <= 1:
                top -= 1
            yield lines[begins:top]
            begins = top
        heads = row.cells
    yield lines[begins:]


def _begins_table(row: Row) -> bool:
    """Tell a row of headings among the rows of a table by their words alone."""
    layout = recognise(row.cells)
    if layout is None:
        return False
    named = "test" in headings.roles(row.cells, headings.RESULTS)
    return layout.holds is not Holds.DATES or named


def is_one_line(text: str, name: str) -> bool:
    """Tell whether a file that is called a table has a single line."""
    return _is_named_table(name) and len(text.strip().splitlines()) == 1


def _is_named_table(name: str) -> bool:
    return name.lower().removesuffix(".gz").endswith((".csv", ".tsv"))


def any_table(text: str, name: str) -> Table | None:
    """Return a text as a table whose headings are not known; None where it looks like prose.

    Raises UserError for a quotation mark that is not closed.
    """
    named = _is_named_table(name)
    separator = max(SEPARATORS, key=text[:10_000].count)
    if not named and separator == ",":
        return None
    lines = [row for row in rows(text, separator, name) if not row.is_empty]
    widths = [len(row.cells) for row in lines[:50]]
    if len(lines) < 2 or min(widths[:2]) < 2 or widths.count(widths[0]) * 2 < len(widths):
        return None
    return _table(name, name, lines, 0)


def any_rows(lines: Sequence[Row], name: str, file: str) -> Table | None:
    """Return the rows of a sheet as a table whose headings are not known; None for prose."""
    filled = [row for row in lines if sum(map(bool, row.cells)) > 1]
    first = next((at for at, row in enumerate(lines) if row in filled[:1]), 0)
    return _table(name, file, lines, first) if len(filled) > 1 else None


def _table(name: str, file: str, lines: Sequence[Row], at: int) -> Table:
    above = tuple(_line(row.cells) for row in lines[:at] if not row.is_empty)
    headings = lines[at].cells
    below = [row for row in lines[at + 1 :] if not (row.is_empty or row.cells == headings)]
    between = {row.line: said for row in below if names_somebody(said := _line(row.cells))}
    rest = [row for row in below if row.line not in between]
    return Table(name, file, headings, rest, above, between)


def _line(cells: Sequence[str]) -> str:
    """Say the cells of a line above the headings as one: ``Patient: Ivy Marsh``."""
    return ": ".join(text for cell in cells if (text := cell.rstrip(" :=")))


def _top(text: str, separator: str, known: Callable[[Sequence[str]], Layout | None]) -> bool:
    top = text.splitlines()[:_SEARCHED]
    try:
        return any(known(row.cells) for row in rows("\n".join(top), separator, ""))
    except UserError:
        return any(known([c.strip().strip('"') for c in one.split(separator)]) for one in top)


def _results(cells: Sequence[str]) -> Layout | None:
    fields = _with_person(cells, headings.roles(cells, headings.RESULTS))
    name = _named(cells, "name")
    if "test" not in fields and "value" in fields and name is not None:
        fields["test"] = name
        fields.pop("person", None)
    return Layout(Holds.RESULT, fields) if {"test", "value"} <= fields.keys() else None


def _dates(cells: Sequence[str]) -> Layout | None:
    """Recognise a row for each test and a column for each date."""
    dates = tuple(column for column, cell in enumerate(cells) if is_date(cell))
    fields = _with_person(cells, headings.roles(cells, headings.RESULTS))
    rest = [at for at in range(len(cells)) if at not in (*dates, *fields.values()) and cells[at]]
    if len(dates) > 1 and "test" not in fields and cells and 0 not in (*dates, *fields.values()):
        fields["test"] = 0
        rest = [at for at in rest if at != 0]
    unsure = bool(rest) and len(dates) < 2
    if not dates or "test" not in fields or unsure or {"value", "date"} & fields.keys():
        return None
    return Layout(Holds.DATES, fields, dates=dates)


def _measures(cells: Sequence[str]) -> Layout | None:
    fields = headings.roles(cells, headings.RESULTS)
    if "date" not in fields:
        return None
    own = {name: column for name, column in fields.items() if name in _BESIDE}
    own = _with_person(cells, own)
    rest = [column for column in range(len(cells)) if column not in own.values()]
    found = tuple(one for column in rest if (one := measure(column, cells[column])))
    return Layout(Holds.MEASURES, own, found) if found else None


def _medicines(cells: Sequence[str]) -> Layout | None:
    fields = headings.roles(cells, headings.MEDICINES)
    name = _named(cells, "name")
    about = {"dose", "how_taken", "start", "route", "reason"} & fields.keys()
    if "name" not in fields and name is not None and {"dose", "how_taken"} & fields.keys():
        fields["name"] = name
    return (
        Layout(Holds.MEDICINE, _with_person(cells, fields)) if "name" in fields and about else None
    )


def _appointments(cells: Sequence[str]) -> Layout | None:
    fields = headings.roles(cells, headings.APPOINTMENTS)
    about = {"provider", "place", "purpose"} & fields.keys()
    other = [cell for at, cell in enumerate(cells) if at not in fields.values()]
    if any(measure(0, cell) or _MONEY.search(cell) for cell in other):
        return None
    if "date" not in fields or len(about) < 2:
        return None
    return Layout(Holds.APPOINTMENT, _with_person(cells, fields))


def _with_person(cells: Sequence[str], fields: dict[str, int]) -> dict[str, int]:
    """Add the columns that say who a row is about; ``Name`` beside another name is a person's."""
    found = headings.roles(cells, headings.PERSON)
    name = _named(cells, "name")
    leading = fields.keys() & {"test", "name"}
    if "person" not in found and name is not None and leading and name not in fields.values():
        found["person"] = name
    return fields | {key: at for key, at in found.items() if at not in fields.values()}


def _named(cells: Sequence[str], heading: str) -> int | None:
    return next((at for at, cell in enumerate(cells) if headings.plain(cell) == heading), None)


def guessed(table: Table) -> Layout | None:
    """Guess by what stands in the columns: a word, a number, and a unit or a date beside them."""
    if any(map(_MONEY.search, table.headings)):
        return None
    columns = list(_looks(table))
    fields: dict[str, int] = {}
    for column, look in enumerate(columns):
        fields.setdefault(look, column)
    fields.pop("", None)
    enough = {"test", "value"} <= fields.keys() and {"unit", "date"} & fields.keys()
    return Layout(Holds.RESULT, fields) if enough else None


def _looks(table: Table) -> Iterator[str]:
    for column in table.columns:
        texts = table.column(column)
        yield next((name for name, fits in _LOOKS.items() if texts and _most(texts, fits)), "")


def _most(texts: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return sum(map(fits, texts)) * 5 >= len(texts) * 4


_LOOKS: dict[str, Callable[[str], bool]] = {
    "date": is_date,
    "value": lambda text: bool(re.match(r"[<>≤≥]?\s*[-−+]?[.,]?\d", text)) and "-" not in text[1:],
    "range": lambda text: bool(re.match(r"[<>≤≥(]?\s*\d[\d.,]*\s*(?:-|–|to)?\s*\d*", text)),
    "unit": lambda text: "/" in text or "%" in text or text.casefold() in {"u", "iu", "s", "g"},
    "test": lambda text: is_test(text) or bool(re.search(r"[^\W\d_]{2,}", text)),
}
