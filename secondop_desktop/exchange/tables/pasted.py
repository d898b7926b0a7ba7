"""Lines of a lab report as they are pasted: from a spreadsheet, a web page or the text of a PDF."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.tables.days import is_date
from secondop_desktop.exchange.tables.finding import find, find_all
from secondop_desktop.exchange.tables.layout import Holds, Layout
from secondop_desktop.exchange.tables.marks_beside import told_by_rows, with_marks
from secondop_desktop.exchange.tables.results import Results
from secondop_desktop.exchange.tables.table import Table
from secondop_desktop.exchange.tables.under_headings import without_units
from secondop_desktop.journal.values.printed_parts import Printed, named, parted
from secondop_desktop.journal.values.quantities import Quantity, Range

_FLAGS = frozenset(
    (
        "h",
        "l",
        "hh",
        "ll",
        "h*",
        "l*",
        "*",
        "**",
        "+",
        "-",
        "high",
        "low",
        "abnormal",
        "↑",
        "↓",
        "!",
    )
)
_GAPS = re.compile(r"\t|\s{2,}|\s*\|\s*")
_ONLY_SIGNS = re.compile(r"[\s|+\-=_]*")


@dataclass(frozen=True)
class PastedLine:
    """A test with what stands beside it, all as printed; ``date`` is the text of its date."""

    test: str
    printed: Printed
    date: str = ""


def pasted(text: str) -> list[PastedLine]:
    """Return the lines of a block in which results stand; by its headings where it has some.

    Raises UserError for a quotation mark that is not closed.
    """
    found = find(text, "")
    if found and found[1].holds is Holds.RESULT:
        return list(_by_headings(*found))
    if found and found[1].holds in {Holds.MEASURES, Holds.DATES}:
        return list(_by_columns(*found))
    lines = (line.strip("\r") for line in text.split("\n"))
    return [one for line in lines if (one := _by_look(_cells(line)))]


def as_table(text: str) -> str:
    """Return what was pasted as a table with headings: lines out of a PDF get such.

    Raises UserError for a quotation mark that is not closed.
    """
    lines = [] if find_all(text, "") or "\t" in text else pasted(text)
    if not lines:
        return text
    rows = [_HEADINGS, *(_cells_of(line) for line in lines)]
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows) + "\n"


_HEADINGS = ("Test", "Result", "Unit", "Range", "Flag", "Date")


def _cells_of(line: PastedLine) -> tuple[str, ...]:
    said = line.printed
    return line.test, said.value, said.unit, said.range, said.flag, line.date


def _by_columns(table: Table, layout: Layout) -> Iterator[PastedLine]:
    """Return the results of a table with a column for each test, or for each date."""
    parts = without_units(table, with_marks(table, layout))
    for draft in Results(*told_by_rows(*parts), Asked()).read().drafts:
        values = draft.values
        date, between = values.get("date"), values.get("range")
        told = date.iso if date else values.get("unread", {}).get("date", "")
        said = Printed(
            values["value"].text, values["unit"], values["flag"], between.text if between else ""
        )
        yield PastedLine(values["test"], said, told)


def is_block(text: str) -> bool:
    """Tell whether a pasted text is more than one box can hold: several cells or lines."""
    plain = text.strip("\r\n")
    return "\t" in plain or "\n" in plain


def _by_headings(table: Table, layout: Layout) -> Iterator[PastedLine]:
    for row in table.rows:
        cells = {name: table.cell(row, at) for name, at in layout.fields.items()}
        test, value, unit, flag, date, between, low, high = (
            cells.get(name, "")
            for name in ("test", "value", "unit", "flag", "date", "range", "low", "high")
        )
        if test:
            name, found = named(test, unit)
            between = between or _between(low, high) or found.range
            yield PastedLine(name, parted(Printed(value, found.unit, flag, between), name), date)


def _between(low: str, high: str) -> str:
    if low and high:
        return f"{low}-{high}"
    return f"≥{low}" if low else f"≤{high}" if high else ""


def _cells(line: str) -> list[str]:
    """Part a line at its tabs, or where wide gaps or bars stand for them, else at its value."""
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t")]
    parts = [part for part in _GAPS.split(line.strip()) if part]
    return parts if len(parts) > 1 else _at_value(line.split())


def _at_value(words: Sequence[str]) -> list[str]:
    """Part the words of a line before its first number that stands alone."""
    for at, word in enumerate(words):
        if at and _is_number(word):
            return [" ".join(words[:at]), word, *_behind(words[at + 1 :])]
    return [" ".join(words)] if words else []


def _behind(words: Sequence[str]) -> list[str]:
    """Part what follows a value: its mark, its unit, and all the rest as the range."""
    found, rest = [], list(words)
    while rest and (rest[0].casefold() in _FLAGS or _is_unit(rest[0])):
        found.append(rest.pop(0))
    return [*found, " ".join(rest)] if rest else found


def _by_look(cells: Sequence[str]) -> PastedLine | None:
    """Tell what the cells of a line are by how they look; None where nothing is named."""
    date = next((cell for cell in cells if is_date(cell)), "")
    left = [cell for cell in cells if cell and cell != date and not _ONLY_SIGNS.fullmatch(cell)]
    test = next((cell for cell in left if re.search(r"[^\W\d_]", cell)), "")
    if not test or len(left) < 2:
        return None
    left.remove(test)
    value = next((cell for cell in left if _is_number(cell)), left[0])
    left.remove(value)
    printed = Printed(value)
    for cell in left:
        printed = _with(printed, cell)
    name, found = named(test, printed.unit)
    printed = replace(printed, unit=found.unit, range=printed.range or found.range)
    return PastedLine(name, parted(printed, name), date)


def _with(printed: Printed, cell: str) -> Printed:
    """Put one more cell where it belongs, or where there is room for it."""
    if cell.casefold() in _FLAGS and not printed.flag:
        return replace(printed, flag=cell)
    if Range(cell).has_bounds and not printed.range:
        return replace(printed, range=cell.strip("()[] "))
    if not printed.unit:
        return replace(printed, unit=cell)
    name = "range" if not printed.range else "flag"
    before = getattr(printed, name)
    return replace(printed, **{name: f"{before} {cell}".strip()})


def _is_number(text: str) -> bool:
    value = Quantity(text)
    return value.number is not None or bool(value.meanings)


def _is_unit(text: str) -> bool:
    return "/" in text or text in {"%", "s", "fL", "pg", "U", "IU", "ratio", "mmHg", "kg"}
