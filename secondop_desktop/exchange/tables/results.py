"""Tables of results as drafts; a row that cannot be read is named with its line."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.read_entries import ReadEntry, Reading, mark
from secondop_desktop.exchange.tables.above import dated_above
from secondop_desktop.exchange.tables.beside import Beside
from secondop_desktop.exchange.tables.cells import Row
from secondop_desktop.exchange.tables.days import Cell, Days
from secondop_desktop.exchange.tables.figures import Figures, is_american
from secondop_desktop.exchange.tables.layout import Holds, Layout
from secondop_desktop.exchange.tables.people import People
from secondop_desktop.exchange.tables.table import Table
from secondop_desktop.journal.values.printed_parts import Printed, named, parted
from secondop_desktop.journal.values.quantities import Range
from secondop_desktop.lang import _, ngettext

_ID = re.compile(r"(?=.*\d)(?=.*[-/A-Za-z])[A-Za-z]*[-/]?[\w-]*\d[\w/-]*")
_ABROAD = re.compile(r"[äöüß]|datum|wert|einheit|ergebnis|befund|valeur|résultat|résult|resultado")
_SUMS = re.compile(
    r"(?:total|sum|number|count|printed|page|report|end of|gedruckt|seite)\b.*", re.I
)


class Results:
    """Reads the rows of one table; the columns and all their cells settle how."""

    def __init__(
        self, table: Table, layout: Layout, asked: Asked, others: Beside | None = None
    ) -> None:
        """Take a table; ``others`` is what other tables of the file show."""
        self._table, self._layout, self._others = table, layout, others or Beside()
        self._fields = dict(layout.fields)
        self._without_numbers_of_papers()
        self._people = People(table, layout)
        self._above = "" if "date" in self._fields else dated_above(table.above)
        cells = [text for row in table.rows for text in row.cells if text]
        self._days = Days(
            table.name,
            self._dates(),
            asked,
            american=is_american([*cells, *table.headings]),
            beside=[*table.column(layout.fields.get("born")), *self._others.dates],
            file=table.file,
        )
        self._figures = self._made_figures(asked)
        self._seen: Counter[str] = Counter()
        self._odd: list[Cell] = []

    def read(self) -> Reading:
        """Return a draft for each result, what was left out, and what is worth knowing."""
        drafts, skipped = self._table.read_rows(self._row)
        notices = [
            *dict.fromkeys(self._days.notices),
            *self._say_odd(),
            *self._say_above(),
            *self._table.unused(self._used()),
        ]
        return Reading(drafts, skipped, list(self._people.found.values()), notices)

    # The columns ---------------------------------------------------------------------------

    def _without_numbers_of_papers(self) -> None:
        """Drop a column called ``Ref`` or ``Sample`` that holds numbers of papers or tubes."""
        ranges = self._table.column(self._fields.get("range"))
        read = any(Range(text).has_bounds for text in ranges)
        if ranges and not read and all(map(_ID.fullmatch, ranges)):
            del self._fields["range"]
        samples = self._table.column(self._fields.get("specimen"))
        if samples and all(map(_ID.fullmatch, samples)):
            del self._fields["specimen"]

    def _used(self) -> list[int]:
        measures = (one.column for one in self._layout.measures)
        return [*self._fields.values(), *measures, *self._layout.dates]

    def _dates(self) -> list[Cell]:
        if self._layout.holds is Holds.DATES:
            return [Cell(0, self._table.headings[column]) for column in self._layout.dates]
        return [cell for row in self._table.rows if (cell := self._date_cell(row)).text]

    def _date_cell(self, row: Row) -> Cell:
        return Cell(row.line, self._cell(row, "date") or self._above, self._cell(row, "time"))

    def _made_figures(self, asked: Asked) -> Figures:
        printed = [one for row in self._table.rows for _test, one in self._printed(row)]
        return Figures(
            self._table.name,
            [one.value for one in printed],
            [one.range for one in printed if one.range],
            asked,
            abroad=any(_ABROAD.search(one.casefold()) for one in self._table.headings),
            beside=self._others.numbers,
            file=self._table.file,
        )

    # The rows ------------------------------------------------------------------------------

    def _row(self, row: Row) -> Iterator[ReadEntry]:
        self._table.check_width(row)
        shared = {name: self._cell(row, name) for name in ("lab", "specimen", "notes")}
        if self._is_sum(row):
            raise ValueError(
                _("It has no date, unit or range: it reads like a line under a table.")
            )
        told = list(self._results_of(row))
        if not told:
            raise ValueError(_no_result(shared["notes"]))
        about = self._people.of(row)
        for values in told:
            whole = values | shared
            yield ReadEntry(
                "result",
                self._origin(whole, about),
                whole,
                self._table.where(row),
                pointer=row.pointer,
                about=about,
            )

    def _results_of(self, row: Row) -> Iterator[dict[str, Any]]:
        if self._layout.holds is Holds.DATES:
            yield from self._by_date(row)
            return
        date = self._date(row)
        for at, (test, printed) in enumerate(self._printed(row)):
            yield self._result(test, printed) | self._beside(row, at) | date

    def _date(self, row: Row) -> dict[str, Any]:
        """Read the date of a row; beside a number, words that are none are kept as they stand."""
        cell = self._date_cell(row)
        try:
            return self._days.read(cell).values("date") if cell.text else {}
        except ValueError:
            texts = [one.value for _test, one in self._printed(row)]
            if not any(map(str.isdigit, "".join(texts))):
                raise
        self._odd.append(cell)
        return {"unread": {"date": cell.text[:100]}}

    def _say_odd(self) -> list[str]:
        if not self._odd:
            return []
        text = ngettext(
            "{file}: “{text}” in line {number} is not a date. The entry is kept, and its date "
            "stays open: put it right there.",
            "{file}: {count} dates are none, such as “{text}” in line {number}. The entries are "
            "kept, and their dates stay open: put them right there.",
            len(self._odd),
        )
        first = self._odd[0]
        said = text.format(
            file=self._table.name, text=first.text[:40], number=first.line, count=len(self._odd)
        )
        return [said]

    def _say_above(self) -> list[str]:
        """Say which date was taken for rows that have none of their own."""
        if not self._above or self._layout.holds is Holds.DATES:
            return []
        text = _("{file}: the rows have no dates. The one above them, {date}, holds for all.")
        return [text.format(file=self._table.name, date=self._above)]

    def _by_date(self, row: Row) -> Iterator[dict[str, Any]]:
        for (test, printed), column in zip(self._printed(row), self._filled(row), strict=True):
            date = self._days.read(Cell(0, self._table.headings[column])).values("date")
            yield self._result(test, printed) | date

    def _filled(self, row: Row) -> list[int]:
        return [column for column in self._layout.dates if self._table.cell(row, column)]

    def _printed(self, row: Row) -> list[tuple[str, Printed]]:
        """Return the tests of a row with what is printed beside each."""
        if self._layout.holds is Holds.MEASURES:
            cells = ((one, self._table.cell(row, one.column)) for one in self._layout.measures)
            return [
                (one.test, parted(Printed(text, one.unit, range=one.range), one.test))
                for one, text in cells
                if text
            ]
        test, found = named(self._cell(row, "test"), self._cell(row, "unit"))
        flag, between = self._cell(row, "flag"), self._range(row) or found.range
        columns = self._filled(row) if self._layout.dates else [self._fields.get("value")]
        texts = [text for column in columns if (text := self._table.cell(row, column))]
        return [(test, parted(Printed(text, found.unit, flag, between), test)) for text in texts]

    def _result(self, test: str, printed: Printed) -> dict[str, Any]:
        if not test:
            raise ValueError(_("The row does not name its test."))
        between = self._figures.range(printed.range, printed.unit)
        return {
            "test": test,
            "value": self._figures.value(printed.value, between),
            "unit": printed.unit,
            "flag": printed.flag,
            "range": between,
        }

    def _beside(self, row: Row, at: int) -> dict[str, Any]:
        """Return what stands beside the value: its codes, or the panel of its column."""
        if self._layout.holds is Holds.MEASURES:
            shown = [m for m in self._layout.measures if self._table.cell(row, m.column)]
            return {"panel": shown[at].panel}
        return {name: self._cell(row, name) for name in ("panel", "code", "unit_code")}

    def _cell(self, row: Row, name: str) -> str:
        return self._table.cell(row, self._fields.get(name))

    def _range(self, row: Row) -> str:
        low, high = self._cell(row, "low"), self._cell(row, "high")
        if whole := self._cell(row, "range"):
            return whole
        if low and high:
            return f"{low}-{high}"
        return f"≥{low}" if low else f"≤{high}" if high else ""

    def _is_sum(self, row: Row) -> bool:
        """Tell a sum or the like under the table from a result."""
        if self._layout.holds is not Holds.RESULT:
            return False
        plain = [self._cell(row, name) for name in ("date", "unit", "range", "low", "high")]
        others = "date" in self._fields or "unit" in self._fields
        return others and not any(plain) and bool(_SUMS.fullmatch(self._cell(row, "test")))

    def _origin(self, values: dict[str, Any], about: str) -> str:
        """Name a result by what it says; the second of two equal ones gets a number."""
        date = values.get("date")
        when = date.iso if date else values.get("unread", {}).get("date", "")
        parts = [values["test"].casefold(), when, values["value"].text, values["unit"]]
        name = mark("\n".join(parts))
        self._seen[about + name] += 1
        count = self._seen[about + name]
        return f"table:{name}" + (f"-{count}" if count > 1 else "")


def _no_result(notes: str) -> str:
    said = _("There is no result in this row.")
    return f"{said} {notes}" if notes else said
