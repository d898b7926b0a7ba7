"""Tables of results as drafts; a row that cannot be read is named with its line."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.exchange.read_entries import ReadEntry, Reading, mark
from secondop_desktop.exchange.tables.above import dated_above, dates_above
from secondop_desktop.exchange.tables.beside import Beside
from secondop_desktop.exchange.tables.cells import Row
from secondop_desktop.exchange.tables.choosing import chosen_part
from secondop_desktop.exchange.tables.days import Cell, Days, as_written
from secondop_desktop.exchange.tables.figures import Figures, is_american, limits
from secondop_desktop.exchange.tables.headings import BETWEEN, RESULTS, Headings, roles
from secondop_desktop.exchange.tables.layout import Holds, Layout
from secondop_desktop.exchange.tables.left_out import Beyond, summed_up
from secondop_desktop.exchange.tables.measures import (
    Measure,
    is_note,
    meant,
    measure,
    without_prefix,
)
from secondop_desktop.exchange.tables.no_results import (
    is_mean,
    is_sum,
    refuse_figures,
    standing,
    sum_said,
)
from secondop_desktop.exchange.tables.people import People
from secondop_desktop.exchange.tables.pressures import One, apart
from secondop_desktop.exchange.tables.signs import told_by_signs
from secondop_desktop.exchange.tables.table import Table
from secondop_desktop.exchange.tables.writing import is_time
from secondop_desktop.journal.values.printed_parts import Printed, named, parted
from secondop_desktop.journal.values.quantities import Range
from secondop_desktop.lang import _, ngettext

_ID = re.compile(r"(?=.*\d)(?=.*[-/A-Za-z])[A-Za-z]*[-/]?[\w-]*\d[\w/-]*")
_ABROAD = re.compile(r"[äöüß]|datum|wert|einheit|ergebnis|befund|valeur|résultat|résult|resultado")
_TAKEN = re.compile(r"insulin|carbohydrate|\bfood\b|kohlenhydrate", re.IGNORECASE)
"""Headings of meters under which stands what was taken, and no result."""

_RANGES = Headings({"range": RESULTS["range"]})

_SHOWN = 3
"""So many of the rows that a question is about are named with it."""


class Results:
    """Reads the rows of one table; the columns and all their cells settle how."""

    def __init__(
        self, table: Table, layout: Layout, asked: Asked, others: Beside | None = None
    ) -> None:
        """Take a table; ``others`` is what other tables of the file show."""
        self._table, self._layout, self._others = table, layout, others or Beside()
        self._asked = asked
        self._fields = dict(layout.fields)
        self._known: dict[int, list[One]] = {}
        self._without_numbers_of_papers()
        self._people = People(table, layout)
        self._above = "" if "date" in self._fields else dated_above(table.above)
        self._carried = self._asked_for_dates_above(asked)
        cells = [text for row in table.rows for text in row.cells if text]
        self._days = Days(
            table.name,
            self._dates(),
            asked,
            american=is_american([*cells, *table.headings]),
            beside=[
                *table.column(layout.fields.get("born")),
                *dates_above(table.above),
                *self._others.dates,
            ],
            file=table.file,
            sheet=any(row.sheet for row in table.rows[:1]),
        )
        self._figures = self._made_figures(asked)
        self._seen: Counter[str] = Counter()
        self._odd: list[Cell] = []

    def read(self) -> Reading:
        """Return a draft for each result, what was left out, and what is worth knowing."""
        drafts, skipped = self._table.read_rows(self._row_once)
        drafts, left = chosen_part(drafts, self._table.file, self._asked)
        notices = [
            *left,
            *dict.fromkeys(self._days.notices),
            *self._say_odd(),
            *self._say_above(),
            *self._table.unused(self._used()),
        ]
        return Reading(
            drafts, summed_up(skipped, self._table.name), list(self._people.found.values()), notices
        )

    # The columns ---------------------------------------------------------------------------

    def _without_numbers_of_papers(self) -> None:
        """Drop a column called ``Ref`` or ``Sample`` that holds numbers of papers or tubes."""
        ranges = self._table.column(self._fields.get("range"))
        read = any(Range(text).has_bounds for text in ranges)
        if ranges and not read and all(map(_ID.fullmatch, ranges)):
            del self._fields["range"]
        others = [at for at, head in enumerate(self._table.headings) if roles([head], _RANGES)]
        if sum(bool(self._table.column(at)) for at in others) > 1:
            self._fields.pop("range", None)  # of two, one may be that of men
        samples = self._table.column(self._fields.get("specimen"))
        if samples and all(map(_ID.fullmatch, samples)):
            del self._fields["specimen"]

    def _used(self) -> list[int]:
        measures = (one.column for one in self._layout.measures)
        marks = (at for one in self._layout.marks.values() for at in one.values())
        whens = (at for one in self._layout.whens.values() for at in one.values())
        others = (*self._layout.signs, *whens)
        return [*self._fields.values(), *measures, *self._layout.dates, *marks, *others]

    def _dates(self) -> Iterator[Cell]:
        if self._layout.holds is Holds.DATES:
            return self._dates_above()
        columns = (-1, *self._layout.whens)
        cells = (self._date_cell(row, at) for row in self._table.rows for at in columns)
        return (cell for cell in cells if cell.text)

    def _dates_above(self) -> Iterator[Cell]:
        told = self._layout.told
        for at in self._layout.dates:
            head = self._table.headings[at].split(BETWEEN)[0]
            yield Cell(0, head, told.get(at, {}).get("time", ""))

    def _date_cell(self, row: Row, column: int = -1) -> Cell:
        """Return the date and time of a row, or of a column that has its own."""
        own = self._layout.whens.get(column, {})
        clock = self._table.cell(row, own.get("time")) if own else self._cell(row, "time")
        date = self._cell(row, "date") or self._carried.get(row.line, "") or self._above
        date = self._table.cell(row, own["date"]) if "date" in own else date
        return Cell(row.line, date, clock if is_time(clock) else "")

    def _asked_for_dates_above(self, asked: Asked) -> dict[int, str]:
        """Ask whether a date holds for the rows below that have none; say for which it does."""
        found: dict[int, str] = {}
        last = ""
        for row in self._table.rows:
            date = self._cell(row, "date")
            last = date or last
            if last and not date and self._holds_values(row) and not self._is_sum(row):
                found[row.line] = last
        if not found or self._layout.holds is Holds.DATES:
            return {}
        return found if asked.ask(_question_of_dates_above(self._table, found)) == "above" else {}

    def _holds_values(self, row: Row) -> bool:
        columns = [one.column for one in self._layout.measures] or [self._fields.get("value", -1)]
        return any(self._table.cell(row, at) for at in columns)

    def _time_words(self, row: Row, column: int = -1) -> str:
        """Return what stands in place of a time of day without being one: ``Morning``."""
        own = self._layout.whens.get(column, {})
        text = self._table.cell(row, own.get("time")) if own else self._cell(row, "time")
        return text if text and not is_time(text) else ""

    def _made_figures(self, asked: Asked) -> Figures:
        printed = [one.printed for row in self._table.told_rows for one in self._printed(row)]
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

    def _row_once(self, row: Row) -> Iterator[ReadEntry]:
        """Read a row whose printed values nobody asks for again."""
        try:
            yield from self._row(row)
        finally:
            self._known.pop(row.line, None)

    def _row(self, row: Row) -> Iterator[ReadEntry]:
        self._table.check_width(row)
        shared = {name: self._cell(row, name) for name in ("lab", "specimen", "notes")}
        told = told_by_signs(self._table, self._layout.signs, row)
        shared["notes"] = _both(shared["notes"], told)
        if self._is_sum(row):
            raise ValueError(sum_said(self._layout.holds))
        shared["notes"] = _both(shared["notes"], standing(self._cell(row, "status")))
        refuse_figures(self._cell(row, "unit"))
        found = [(one, self._values(row, one)) for one in apart(self._printed(row))]
        if not found:
            raise ValueError(self._no_result(row, _both(shared["notes"], self._time_words(row))))
        about = self._people.of(row)
        for one, values in found:
            whole = values | {name: _both(shared[name], values.get(name, "")) for name in shared}
            yield ReadEntry(
                "result",
                self._origin(whole, about),
                whole,
                self._table.where(row),
                pointer=row.pointer,
                about=about,
                written=self._written(row, one),
            )

    def _written(self, row: Row, one: One) -> dict[str, str]:
        if self._layout.holds is Holds.DATES:
            return {}
        return {"date": as_written(self._date_cell(row, one.column))}

    def _no_result(self, row: Row, notes: str) -> str:
        held = self._beyond.held(row)
        said = _("There is no result in this row.")
        if any(map(_TAKEN.search, held)):
            said = _("The row is about insulin or food, and holds no result.")
        told = _("It holds: {what}.").format(what=", ".join(held)) if held else ""
        return " ".join(filter(None, (said, told, notes)))

    @cached_property
    def _beyond(self) -> Beyond:
        return Beyond(self._table, self._fields.values())

    def _values(self, row: Row, one: One) -> dict[str, Any]:
        values = self._result(one.test, one.printed) | one.beside | self._date_of(row, one)
        said = _both(self._time_words(row, one.column), values.get("notes", ""))
        return values | {"notes": said}

    def _date_of(self, row: Row, one: One) -> dict[str, Any]:
        if self._layout.holds is not Holds.DATES:
            return self._date(row, one.column)
        told = self._layout.told.get(one.column, {})
        heading = self._table.headings[one.column].split(BETWEEN)[0]
        return self._days.read(Cell(0, heading, told.get("time", ""))).values("date")

    def _date(self, row: Row, column: int) -> dict[str, Any]:
        """Read the date of a row; beside a number, words that are none are kept as they stand."""
        cell = self._date_cell(row, column)
        try:
            return self._days.read(cell).values("date") if cell.text else {}
        except ValueError:
            texts = [one.printed.value for one in self._printed(row)]
            if not any(map(str.isdigit, "".join(texts))):
                raise
        self._odd.append(cell)
        return {"unread": {"date": as_written(cell)}}

    def _say_odd(self) -> list[str]:
        if not self._odd:
            return []
        text = ngettext(
            "{file}: “{text}” in line {number} is not a date. The entry is kept with its "
            "date left empty. You can correct it there.",
            "{file}: {count} of the dates cannot be read, such as “{text}” in line {number}. "
            "The entries are kept with their dates left empty. You can correct them there.",
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
        text = _("{file}: the rows have no dates. The date above them, {date}, is used for all.")
        return [text.format(file=self._table.name, date=self._above)]

    def _printed(self, row: Row) -> list[One]:
        """Return the values of a row with their tests and what is printed beside each."""
        if row.line not in self._known:
            self._known[row.line] = self._read_printed(row)
        return self._known[row.line]

    def _read_printed(self, row: Row) -> list[One]:
        if self._layout.holds is Holds.MEASURES:
            return [one for measure in self._layout.measures if (one := self._of(row, measure))]
        said, note = self._test_of(row)
        test, found = named(said, self._cell(row, "unit"))
        test, panel = meant(test)
        between = self._range(row) or found.range
        beside = {name: self._cell(row, name) for name in ("panel", "code", "unit_code")}
        beside |= {"panel": beside["panel"] or panel, "notes": note}
        columns = self._layout.dates or [self._fields.get("value", -1)]
        return [
            self._with_marks(
                One(
                    column,
                    test,
                    Printed(text, found.unit, self._cell(row, "flag"), between),
                    beside,
                ),
                row,
            )
            for column in columns
            if (text := self._table.cell(row, column))
        ]

    def _test_of(self, row: Row) -> tuple[str, str]:
        """Return the test of a row; where it only says when, the heading over it is the test."""
        test = without_prefix(self._cell(row, "test"))
        heading = self._table.headings[self._fields["test"]] if "test" in self._fields else ""
        if self._layout.holds is Holds.DATES and is_note(test) and measure(0, heading):
            return heading, test
        return test, ""

    def _of(self, row: Row, one: Measure) -> One | None:
        text = self._table.cell(row, one.column)
        beside = {"panel": one.panel, "notes": one.note}
        printed = Printed(text, one.unit, range=one.range)
        return self._with_marks(One(one.column, one.test, printed, beside), row) if text else None

    def _with_marks(self, one: One, row: Row) -> One:
        """Add what stands in columns beside a value, and part what stands in its own cell."""
        marks = self._layout.marks.get(one.column, {})
        said = {name: text for name, at in marks.items() if (text := self._table.cell(row, at))}
        told = self._layout.told.get(one.column, {})
        beside = one.beside | {name: text for name, text in told.items() if name != "time"}
        printed = replace(one.printed, **said) if said else one.printed
        whole = parted(printed, one.test)
        if not whole.unit and whole.value[-1:].isdigit() and (unit := self._unit_above(one.column)):
            whole = replace(whole, unit=unit)
        return One(one.column, one.test, whole, beside)

    def _unit_above(self, column: int) -> str:
        """Return the unit in the heading of the values, as in ``Result (mmol/L)``."""
        if column != self._fields.get("value"):
            return ""
        return named(self._table.headings[column])[1].unit

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

    def _cell(self, row: Row, name: str) -> str:
        return self._table.cell(row, self._fields.get(name))

    def _range(self, row: Row) -> str:
        whole = self._cell(row, "range")
        return whole or limits(self._cell(row, "low"), self._cell(row, "high"))

    def _is_sum(self, row: Row) -> bool:
        """Tell a sum or the like under the table from a result."""
        if self._layout.holds is Holds.MEASURES:
            firsts = (self._cell(row, "date"), next(filter(None, row.cells), ""))
            return any(map(is_mean, firsts))
        if any(self._cell(row, name) for name in ("date", "unit", "range", "low", "high")):
            return False
        others = "date" in self._fields or "unit" in self._fields
        return others and is_sum(self._cell(row, "test"))

    def _origin(self, values: dict[str, Any], about: str) -> str:
        """Name a result by what it says; the second of two equal ones gets a number."""
        date = values.get("date")
        when = date.iso if date else values.get("unread", {}).get("date", "")
        parts = [values["test"].casefold(), when, values["value"].text, values["unit"]]
        name = mark("\n".join(parts))
        self._seen[about + name] += 1
        count = self._seen[about + name]
        return f"table:{name}" + (f"-{count}" if count > 1 else "")


def _both(shared: str, own: str) -> str:
    return ". ".join(filter(None, (own, shared)))


def _question_of_dates_above(table: Table, found: Mapping[int, str]) -> Question:
    text = ngettext(
        "{count} row of {file} has no date (line {number}). Is it from {date} too, the date "
        "above it?",
        "{count} rows of {file} have no date, such as line {number}. Are they from the date "
        "above them too, there {date}?",
        len(found),
    )
    line, date = next(iter(found.items()))
    said = text.format(count=len(found), file=table.name, number=line, date=date[:40])
    choices = (
        Choice("above", _("Yes, until another date follows")),
        Choice("open", _("No: leave their dates empty")),
    )
    rows = [row for row in table.rows if row.line in found]
    about = tuple(map(table.where, rows[:_SHOWN]))
    return Question("dates-above", said, choices, "open", about=about)
