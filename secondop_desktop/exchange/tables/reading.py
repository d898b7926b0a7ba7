"""Reading a table of results into drafts; a row that cannot be read is named with its line."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.drafts import Draft, Reading, Skipped, mark
from secondop_desktop.exchange.tables.cells import SEPARATORS, Row, rows, text_of
from secondop_desktop.exchange.tables.days import check_order, read_date
from secondop_desktop.exchange.tables.headings import Headings, Measure, recognise
from secondop_desktop.journal.quantities import Quantity, Range
from secondop_desktop.lang import _, ngettext

TYPES = frozenset({"text/plain", "application/octet-stream"})
"""What a table can look like by its first bytes; one in Windows-1252 looks like no text."""

_SEARCHED = 15
"""Headings stand at most this many rows down."""

_WITH_UNIT = re.compile(r"((?:<=|>=|[<>≤≥])?\s*[-−+]?\d[\d,.]*)\s*([^\W\d_].*|[%°/×*].*)")
_FLAGS = frozenset({"h", "l", "hh", "ll", "a", "*", "high", "low"})


def read(data: bytes | str, name: str) -> Reading | None:
    """Read a table of results; None when the file is something else.

    Raises UserError for quotation marks that are not closed and for dates that are not written
    day first.
    """
    text = data if isinstance(data, str) else text_of(data)
    found = _table(text, name) if text else None
    return _Table(name, *found).read() if found else None


def _table(text: str, name: str) -> tuple[Headings, list[Row]] | None:
    """Find the separator by which the headings can be recognised, and the rows below them."""
    for separator in SEPARATORS:
        if separator in text[:10_000] and _headings(text, separator):
            lines = rows(text, separator, name)
            headings = next(filter(None, (recognise(row.cells) for row in lines)), None)
            if headings:
                return headings, list(lines)
    if name.lower().endswith((".csv", ".tsv")):
        for _row in rows(text, max(SEPARATORS, key=text[:10_000].count), name):
            pass
    return None


def _headings(text: str, separator: str) -> Headings | None:
    top = text.splitlines()[:_SEARCHED]
    try:
        found = [recognise(row.cells) for row in rows("\n".join(top), separator, "")]
    except UserError:
        found = [recognise([c.strip().strip('"') for c in one.split(separator)]) for one in top]
    return next(filter(None, found), None)


class _Table:
    def __init__(self, name: str, headings: Headings, lines: Sequence[Row]) -> None:
        self._name = name
        self._headings = headings
        self._rows = [row for row in lines if not row.is_empty]
        self._skipped: list[Skipped] = []
        self._seen: Counter[str] = Counter()

    def read(self) -> Reading:
        doubtful = self._check_dates()
        drafts = [draft for row in self._rows for draft in self._row(row)]
        return Reading(drafts, self._skipped, notices=[*self._ambiguous(doubtful), *self._left()])

    def _check_dates(self) -> str:
        column = self._headings.fields.get("date")
        if column is None:
            return ""
        given = ((row.line, row.cells[column]) for row in self._rows if len(row.cells) > column)
        return check_order(given, self._name)

    def _ambiguous(self, text: str) -> list[str]:
        if not text:
            return []
        return [
            _("{file}: dates such as {date} were read as day, month, year: {words}.").format(
                file=self._name, date=text, words=read_date(text).without_time().words()
            )
        ]

    def _left(self) -> list[str]:
        unused = self._headings.unused
        if not unused:
            return []
        text = ngettext(
            "{file}: the column {columns} was not used.",
            "{file}: the columns {columns} were not used.",
            len(unused),
        )
        return [text.format(file=self._name, columns=", ".join(unused))]

    def _row(self, row: Row) -> Iterator[Draft]:
        where = _("{file}, line {number}").format(file=self._name, number=row.line)
        try:
            for values in self._results(row):
                yield Draft("result", self._origin(values), values, where)
        except ValueError as why:
            self._skipped.append(Skipped(where, str(why)))

    def _results(self, row: Row) -> list[dict[str, Any]]:
        """Return the results of a row; raises ValueError with the sentence that says why not."""
        if any(row.cells[self._width :]):
            raise ValueError(_("The row has more cells than the table has headings."))
        shared = self._shared(row)
        if self._headings.measures:
            told = [self._measured(row, one) | shared for one in self._measures(row)]
            if not told:
                raise ValueError(_no_result(shared["notes"]))
            return told
        return [self._named(row) | shared]

    @property
    def _width(self) -> int:
        return self._headings.width + len(self._headings.unused)

    def _cell(self, row: Row, name: str) -> str:
        column = self._headings.fields.get(name, len(row.cells))
        return row.cells[column] if column < len(row.cells) else ""

    def _shared(self, row: Row) -> dict[str, Any]:
        values: dict[str, Any] = {
            name: self._cell(row, name) for name in ("lab", "specimen", "notes")
        }
        text = self._cell(row, "date")
        if text:
            try:
                values["date"] = read_date(text, self._cell(row, "time"))
            except ValueError:
                raise ValueError(_("“{text}” is not a date.").format(text=text[:40])) from None
        return values

    def _measures(self, row: Row) -> list[Measure]:
        width = len(row.cells)
        return [m for m in self._headings.measures if m.column < width and row.cells[m.column]]

    def _measured(self, row: Row, measure: Measure) -> dict[str, Any]:
        return {
            "test": measure.test,
            "value": Quantity(row.cells[measure.column]),
            "unit": measure.unit,
            "panel": measure.panel,
        }

    def _named(self, row: Row) -> dict[str, Any]:
        test, printed = self._cell(row, "test"), self._cell(row, "value")
        if not test:
            raise ValueError(_("The row does not name its test."))
        if not printed:
            raise ValueError(_no_result(self._cell(row, "notes")))
        value, unit, flag = _parts(printed, self._cell(row, "unit"), self._cell(row, "flag"))
        printed_range = self._range(row)
        plain = {name: self._cell(row, name) for name in ("panel", "code", "unit_code")}
        return plain | {
            "test": test,
            "value": Quantity(value),
            "unit": unit,
            "flag": flag,
            "range": Range(printed_range) if printed_range else None,
        }

    def _range(self, row: Row) -> str:
        low, high = self._cell(row, "low"), self._cell(row, "high")
        if whole := self._cell(row, "range"):
            return whole
        if low and high:
            return f"{low}-{high}"
        return f"≥{low}" if low else f"≤{high}" if high else ""

    def _origin(self, values: dict[str, Any]) -> str:
        """Name a result by what it says; the second of two equal ones gets a number."""
        date = values.get("date")
        parts = (values["test"].casefold(), date.iso if date else "", str(values["value"]))
        name = mark("\n".join((*parts, values["unit"])))
        self._seen[name] += 1
        return f"table:{name}" + (f"-{self._seen[name]}" if self._seen[name] > 1 else "")


def _no_result(notes: str) -> str:
    said = _("There is no result in this row.")
    return f"{said} {notes}" if notes else said


def _parts(printed: str, unit: str, flag: str) -> tuple[str, str, str]:
    """Part a value from a unit or flag printed in the same cell."""
    found = None if unit else _WITH_UNIT.fullmatch(printed)
    if found is None:
        return printed, unit, flag
    number, rest = found[1].strip(), found[2].strip()
    if Quantity(number).number is None:
        return printed, unit, flag
    if rest.casefold() in _FLAGS:
        return number, unit, flag or rest
    return number, rest, flag
