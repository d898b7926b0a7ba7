"""Lists of medicines and of appointments as drafts."""

from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.denials import says_not
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.read_entries import Link, ReadEntry, Reading, mark
from secondop_desktop.exchange.tables.beside import Beside
from secondop_desktop.exchange.tables.cells import Row
from secondop_desktop.exchange.tables.days import Cell, Days, ReadDate, as_written
from secondop_desktop.exchange.tables.headings import times_of_day
from secondop_desktop.exchange.tables.layout import Holds, Layout
from secondop_desktop.exchange.tables.people import People
from secondop_desktop.exchange.tables.table import Table
from secondop_desktop.lang import _


class Lists:
    """Reads a list in which each row is a medicine or an appointment."""

    def __init__(
        self, table: Table, layout: Layout, asked: Asked, others: Beside | None = None
    ) -> None:
        """Take a table; ``others`` is what other tables of the file show."""
        self._table, self._fields = table, layout.fields
        self._is_medicine = layout.holds is Holds.MEDICINE
        self._people = People(table, layout)
        self._times = _times_of_day(table) if self._is_medicine else []
        cells = [cell for row in table.rows for cell in self._dates(row).values() if cell.text]
        dates = (others or Beside()).dates
        self._days = Days(
            table.name,
            cells,
            asked,
            coming=True,
            beside=dates,
            file=table.file,
            sheet=any(row.sheet for row in table.rows[:1]),
        )

    def read(self) -> Reading:
        """Return a draft for each row, those it names beside it, and what was left out."""
        drafts, skipped = self._table.read_rows(self._row)
        notices = [
            *dict.fromkeys(self._days.notices),
            *self._table.unused([*self._fields.values(), *self._times]),
        ]
        return Reading(drafts, skipped, list(self._people.found.values()), notices)

    def _row(self, row: Row) -> Iterator[ReadEntry]:
        self._table.check_width(row)
        about, where = self._people.of(row), self._table.where(row)
        values = self._medicine(row) if self._is_medicine else self._appointment(row)
        if doctor := self._doctor(row):
            field, name = doctor
            origin = f"table-provider:{mark(name.casefold())}"
            values[field] = Link(origin)
            yield ReadEntry(
                "provider",
                origin,
                {"name": name},
                where,
                alike="name",
                pointer=row.pointer,
                about=about,
            )
        kind = "medicine" if self._is_medicine else "appointment"
        origin = f"table-{kind}:{mark(_mark_of(values))}"
        written = {name: as_written(cell) for name, cell in self._dates(row).items()}
        yield ReadEntry(
            kind, origin, values, where, pointer=row.pointer, about=about, written=written
        )

    def _doctor(self, row: Row) -> tuple[str, str] | None:
        field = "prescriber" if self._is_medicine else "provider"
        name = self._cell(row, field)
        return (field, name) if name else None

    def _medicine(self, row: Row) -> dict[str, Any]:
        values = self._texts(row, "name", "dose", "how_taken", "route", "reason", "notes")
        if not values.get("name"):
            raise ValueError(_("The row does not name its medicine."))
        if says_not(values["name"]):
            raise ValueError(_("The row says what is not taken, so it is not a medicine."))
        taken = ", ".join(filter(None, (self._at_times(row), values.get("how_taken", ""))))
        return values | ({"how_taken": taken} if taken else {}) | self._when(row)

    def _at_times(self, row: Row) -> str:
        """Say how much is taken when, where each time of day has a column: ``Morning: 1``."""
        told = ((self._table.headings[at], self._table.cell(row, at)) for at in self._times)
        return ", ".join(f"{heading}: {text}" for heading, text in told if text)

    def _appointment(self, row: Row) -> dict[str, Any]:
        values = self._texts(row, "purpose", "place", "notes")
        if not values.get("purpose"):
            values["purpose"] = _("Appointment")
        return values | self._when(row)

    def _texts(self, row: Row, *names: str) -> dict[str, Any]:
        return {name: text for name in names if (text := self._cell(row, name))}

    def _dates(self, row: Row) -> dict[str, Cell]:
        if self._is_medicine:
            return {name: Cell(row.line, self._cell(row, name)) for name in ("start", "stop")}
        return {"when": Cell(row.line, self._cell(row, "date"), self._cell(row, "time"))}

    def _when(self, row: Row) -> dict[str, Any]:
        """Return the dates of a row; words in place of one (``ongoing``) are kept beside it."""
        values: dict[str, Any] = {}
        unread: dict[str, str] = {}
        for name, cell in self._dates(row).items():
            if cell.text:
                told = self._read_date(cell).values(name)
                unread |= told.pop("unread", {})
                values |= told
        return values | ({"unread": unread} if unread else {})

    def _read_date(self, cell: Cell) -> ReadDate:
        """Read a date; a medicine's may be words such as ``ongoing``, kept as they are."""
        try:
            return self._days.read(cell)
        except ValueError:
            if self._is_medicine:
                return ReadDate(unread=cell.text[:100])
            raise

    def _cell(self, row: Row, name: str) -> str:
        return self._table.cell(row, self._fields.get(name))


def _times_of_day(table: Table) -> list[int]:
    """Return the columns of a plan of medicines that say how much is taken at what time."""
    found = times_of_day(table.headings)
    return found if len(found) > 1 else []


def _mark_of(values: Mapping[str, Any]) -> str:
    return "\n".join(f"{name}={value}".casefold() for name, value in sorted(values.items()))
