"""Lines of a lab report as they are pasted: from a spreadsheet, a web page or the text of a PDF."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.printed_results.found import Doubt, FoundRow
from secondop_desktop.exchange.printed_results.looks import (
    is_dose,
    is_name,
    is_remark,
    is_sentence,
)
from secondop_desktop.exchange.printed_results.reading import results_in
from secondop_desktop.exchange.printed_results.words import Box, Word
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.tables.days import is_date
from secondop_desktop.exchange.tables.figures import limits
from secondop_desktop.exchange.tables.finding import find, find_all
from secondop_desktop.exchange.tables.headings import RESULTS, roles
from secondop_desktop.exchange.tables.layout import Holds, Layout
from secondop_desktop.exchange.tables.marks_beside import told_by_rows, with_marks
from secondop_desktop.exchange.tables.people import People
from secondop_desktop.exchange.tables.results import Results
from secondop_desktop.exchange.tables.table import Table
from secondop_desktop.exchange.tables.under_headings import without_units
from secondop_desktop.journal.sources import LINE
from secondop_desktop.journal.values.printed_parts import Printed, named, parted
from secondop_desktop.journal.values.quantities import Quantity, Range
from secondop_desktop.lang import _

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
_BULLET = re.compile(r"\s*[•·▪◦‣*–-]\s+(?=[^\W\d_])")
_WIDE, _TALL, _LINE = 6.0, 11.0, 15.0
"""The size of a letter, and how far lines are apart, where a text is looked at as a page."""

_ONLY_SIGNS = re.compile(r"[\s|+\-=_]*")


@dataclass(frozen=True)
class PastedLine:
    """A test with what stands beside it, all as printed; ``date`` is the text of its date.

    ``lines`` are the numbers, from 1, of the lines that tell it.
    """

    test: str
    printed: Printed
    date: str = ""
    lines: frozenset[int] = frozenset()


def pasted(text: str) -> list[PastedLine]:
    """Return the lines of a block in which results stand; by its headings where it has some.

    Raises UserError for a quotation mark that is not closed, and for rows of several people.
    """
    tables = [one for one in find_all(text, "") if one[1].holds in _READ]
    if not tables:
        return _without_headings(text)
    for table, layout in tables:
        _check_people(table, layout)
    return [line for table, layout in tables for line in _of_table(table, layout)]


_READ = (Holds.RESULT, Holds.MEASURES, Holds.DATES)


def _of_table(table: Table, layout: Layout) -> Iterator[PastedLine]:
    return (_by_headings if layout.holds is Holds.RESULT else _by_columns)(table, layout)


def _check_people(table: Table, layout: Layout) -> None:
    if len(People(table, layout).found) > 1:
        raise UserError(
            _("These lines are about several people. Paste the lines of one person alone.")
        )


def left_out(text: str, found: Sequence[PastedLine]) -> list[str]:
    """Return the lines of a block from which no result came, headings apart."""
    told = {number for one in found for number in one.lines}
    lines = enumerate((line.strip() for line in text.split("\n")), 1)
    left = ((number, line) for number, line in lines if number not in told)
    return [line for _number, line in left if not (_ONLY_SIGNS.fullmatch(line) or _heads(line))]


def _heads(line: str) -> bool:
    """Tell a line of headings: most of its cells are some, and no number stands in it."""
    cells = [cell.strip() for cell in re.split(r"[\t,;|]", line)]
    known = [cell for cell in cells if cell and (is_date(cell) or roles([cell], RESULTS))]
    return len(known) > 1 or bool(find(line + "\n" + line, ""))


def _without_headings(text: str) -> list[PastedLine]:
    """Read lines by how their cells look; those without cells as the words of a page are."""
    lines = [_BULLET.sub("", line.strip("\r")) for line in text.split("\n")]
    cells = {at: parts for at, line in enumerate(lines, 1) if len(parts := _cells(line)) > 1}
    found = [
        replace(one, lines=frozenset({at}))
        for at, parts in cells.items()
        if (one := _by_look(parts))
    ]
    found += _as_page(["" if at in cells else line for at, line in enumerate(lines, 1)])
    told = {at for one in found for at in one.lines}
    bare = ((at, _bare(line)) for at, line in enumerate(lines, 1) if at not in {*told, *cells})
    found += [replace(one, lines=frozenset({at})) for at, one in bare if one]
    return sorted(found, key=lambda one: min(one.lines))


def _as_page(lines: Sequence[str]) -> Iterator[PastedLine]:
    """Read lines as if they were printed: doses, limits and prose name no results."""
    words = [
        Word(one.group(), _box(one, at))
        for at, line in enumerate(lines, 1)
        for one in re.finditer(r"\S+", line)
    ]
    for row in results_in([words]).rows:
        at = range(int(row.box.top // _LINE), int(row.box.bottom // _LINE) + 1)
        rest = lines[at[0] - 1][round(row.box.right / _WIDE) :].strip() if len(at) == 1 else ""
        printed = Printed(row.value, row.unit, row.flag, row.range)
        printed = _with(printed, rest) if _is_alone(row, rest) else printed
        yield PastedLine(row.test.strip(" :=–-"), printed, row.date, frozenset(at))


def _is_alone(row: FoundRow, rest: str) -> bool:
    """Tell whether what stands behind a row belongs to it, and is no other result of its line."""
    return bool(rest) and Doubt.PROSE not in row.doubts and not any(map(str.isdigit, rest[1:-1]))


def _box(word: re.Match[str], line: int) -> Box:
    top = _LINE * line + 1
    return Box(_WIDE * word.start(), top, _WIDE * word.end(), top + _TALL)


def _bare(line: str) -> PastedLine | None:
    """Read a name and a number that stand alone in a line, such as ``Zinc 12``."""
    words = line.split()
    name = " ".join(words[:-1]).strip(" :=–-")
    alone = 1 < len(words) <= _MOST_WORDS and _is_number(words[-1])
    if not (alone and is_name(name)) or is_sentence(name) or is_remark(name) or is_dose(line):
        return None
    return None if any(map(_is_number, words[:-1])) else PastedLine(name, Printed(words[-1]))


_MOST_WORDS = 4


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
        line = frozenset({int(draft.pointer.removeprefix(LINE))})
        yield PastedLine(values["test"], said, told, line)


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
        if test and value:
            name, found = named(test, unit)
            between = between or limits(low, high) or found.range
            said = parted(Printed(value, found.unit, flag, between), name)
            yield PastedLine(name, said, date, frozenset({row.line}))


def _cells(line: str) -> list[str]:
    """Part a line at its tabs, or where wide gaps, bars or semicolons stand for them."""
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t")]
    if line.count(";") > 1:
        return [cell.strip() for cell in line.split(";")]
    return [part for part in _GAPS.split(line.strip()) if part]


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
