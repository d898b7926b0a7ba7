"""Lists (of medicines, appointments, treatments and the like) as drafts."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.denials import says_not
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.read_entries import Link, ReadEntry, Reading, mark
from secondop_desktop.exchange.tables.beside import Beside
from secondop_desktop.exchange.tables.cells import Row
from secondop_desktop.exchange.tables.days import Cell, Days, ReadDate, as_written
from secondop_desktop.exchange.tables.headings import plain, times_of_day
from secondop_desktop.exchange.tables.layout import LISTS, Holds, Layout
from secondop_desktop.exchange.tables.list_sorts import NOTES, UNREAD
from secondop_desktop.exchange.tables.people import People
from secondop_desktop.exchange.tables.scales import of_ten, out_of_ten, with_scale
from secondop_desktop.exchange.tables.table import Table
from secondop_desktop.exchange.tables.writing import is_time
from secondop_desktop.lang import _


class Lists:
    """Reads a list in which each row is one entry of one kind."""

    def __init__(
        self, table: Table, layout: Layout, asked: Asked, others: Beside | None = None
    ) -> None:
        """Take a table; ``others`` is what other tables of the file show."""
        self._table, self._fields = table, layout.fields
        self._sort = LISTS[layout.holds]
        self._people = People(table, layout)
        self._of_ten = self._scales()
        self._times = _times_of_day(table) if layout.holds is Holds.MEDICINE else []
        cells = [cell for row in table.rows for cell in self._dates(row).values() if cell.text]
        self._days = Days(
            table.name,
            cells,
            asked,
            coming=self._sort.coming,
            beside=(others or Beside()).dates,
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
        self._check_alone(row)
        about, where, kind = self._people.of(row), self._table.where(row), self._sort.kind
        values = self._values(row)
        for field in self._sort.doctors:
            if name := self._cell(row, field):
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
        origin = f"table-{kind}:{mark(_mark_of(values))}"
        written = {name: as_written(cell) for name, cell in self._dates(row).items()}
        yield ReadEntry(
            kind, origin, values, where, pointer=row.pointer, about=about, written=written
        )

    def _check_alone(self, row: Row) -> None:
        """Leave out what stands alone in a row and is no entry: a sum, or a remark between rows."""
        filled = [cell for cell in row.cells if cell]
        if not filled or any(map(_says_more, filled[1:])):
            return
        if _SUM.fullmatch(filled[0]):
            raise ValueError(_("The row sums up others, so it is no entry of its own."))
        if len(filled) == 1 and len(row.cells) > 1 and _REMARK.search(filled[0]):
            said = _("It reads like a remark between the rows: “{text}”.")
            raise ValueError(said.format(text=filled[0][:80]))

    def _values(self, row: Row) -> dict[str, Any]:
        """Return what a row says; raises ValueError where it names nothing, or what is not."""
        sort = self._sort
        values = {name: text for name in sort.texts if (text := self._cell(row, name))}
        self._check_name(values.get(sort.name, ""))
        values |= {sort.name: values.get(sort.name) or _("Appointment")}
        taken = ", ".join(filter(None, (self._at_times(row), values.get("how_taken", ""))))
        beside = [(name, text) for name in sort.beside if (text := self._cell(row, name))]
        beside += [("time", part_of_day)] if (part_of_day := self._words_for_time(row)) else []
        told, odd = self._choices(row)
        days, words = self._when(row)
        values |= {**_beside(told, values), **days, **({"how_taken": taken} if taken else {})}
        values |= self._severities(row)
        for name, text in (*beside, *odd, *words):
            field = sort.odd.get(name, NOTES)
            said = f"{self._heading(name)}: {text}"
            values[field] = "; ".join(filter(None, (values.get(field, ""), said)))
        return values

    def _check_name(self, name: str) -> None:
        if not name and self._sort.unnamed:
            raise ValueError(_(self._sort.unnamed))
        if self._sort.denied and (says_not(name) or _NIL.fullmatch(name.strip())):
            raise ValueError(_(self._sort.denied))

    def _at_times(self, row: Row) -> str:
        """Say how much is taken when, where each time of day has a column: ``Morning: 1``."""
        told = ((self._table.headings[at], self._table.cell(row, at)) for at in self._times)
        return ", ".join(f"{heading}: {text}" for heading, text in told if text)

    def _choices(self, row: Row) -> tuple[dict[str, str], list[tuple[str, str]]]:
        """Return what words of a choice mean, and those that mean none of them."""
        values: dict[str, str] = {}
        odd = []
        for name, words in self._sort.words.items():
            text = self._cell(row, name)
            if (found := words.get(plain(text))) is not None:
                values |= found
            elif text:
                odd.append((name, text))
        return values, odd

    def _dates(self, row: Row) -> dict[str, Cell]:
        if "when" in self._sort.days:
            return {"when": Cell(row.line, self._cell(row, "date"), self._cell(row, "time"))}
        clock = "" if self._words_for_time(row) else self._cell(row, "time")
        return {
            name: Cell(row.line, self._cell(row, name), clock if name == "date" else "")
            for name in self._sort.days
        }

    def _words_for_time(self, row: Row) -> str:
        """Return what stands in place of a time of day, such as ``after lunch``."""
        text = "" if "when" in self._sort.days else self._cell(row, "time")
        return text if text and not (is_time(text) and self._cell(row, "date")) else ""

    def _scales(self) -> set[str]:
        """Return the columns whose numbers certainly count out of ten."""
        columns = {
            name: at for name in self._sort.scale if (at := self._fields.get(name)) is not None
        }
        table = self._table
        return {
            name for name, at in columns.items() if out_of_ten(table.headings[at], table.column(at))
        }

    def _severities(self, row: Row) -> dict[str, Any]:
        """Return numbers out of ten, and any other words of such a column as they are written."""
        values: dict[str, Any] = {}
        for name, words in self._sort.scale.items():
            text = self._cell(row, name)
            number = of_ten(text, alone=name in self._of_ten)
            if number is not None:
                values[name] = number
            elif text:
                values[words] = with_scale(text, self._heading(name))
        return values

    def _when(self, row: Row) -> tuple[dict[str, Any], list[tuple[str, str]]]:
        """Return the dates of a row, and the words in place of one that go into the notes.

        Others (``ongoing``, ``as a child``) are kept in the field for them, or beside the date.
        """
        values: dict[str, Any] = {}
        unread: dict[str, str] = {}
        words = []
        for name, cell in self._dates(row).items():
            if not cell.text:
                continue
            date, said = self._read_date(cell, self._sort.days[name])
            told = date.values(name)
            unread |= told.pop("unread", {})
            values |= told
            if said and self._sort.days[name] == NOTES:
                words.append((name, said))
            elif said:
                values[self._sort.days[name]] = said
        return values | ({"unread": unread} if unread else {}), words

    def _read_date(self, cell: Cell, instead: str) -> tuple[ReadDate, str]:
        """Read a date, or return the words in place of one, which some lists keep."""
        try:
            return self._days.read(cell), ""
        except ValueError:
            if not instead:
                raise
            words = cell.text[:100]
            return (ReadDate(unread=words), "") if instead == UNREAD else (ReadDate(), words)

    def _heading(self, name: str) -> str:
        return self._table.headings[self._fields[name]]

    def _cell(self, row: Row, name: str) -> str:
        return self._table.cell(row, self._fields.get(name))


_SUM = re.compile(
    r"(?:grand |sub-?)?(?:totals?|summe|gesamt|cyfanswm)\s*"
    r"(?:[:=]?\s*[\d.,]*|[:=(].*|(?:of|number|medic\w+|items|entries|drugs|tablets|tests)\b.*)"
    r"|(?:number|count) of .*",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\b(?:reviewed|updated|printed|checked|prepared|written|discussed) (?:by|on|at|with)\b"
    r"|\bas of\b"
    r"|^(?:page|note|nb|see|please|list|copy)\b|\bend of\b",
    re.IGNORECASE,
)
"""What people write between the rows of a list, and no name of a medicine or an illness is."""


def _says_more(cell: str) -> bool:
    return any(map(str.isalpha, cell))


_NIL = re.compile(r"nkd?a|nk[df]a|-+", re.IGNORECASE)
"""No known (drug) allergies, as it is written for short."""


def _beside(told: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    """Return what words of a choice mean, with what the row itself says of the same: why."""
    return {name: _both(word, said.get(name, "")) for name, word in told.items()}


def _both(word: str, said: str) -> str:
    if said.casefold().startswith(word.casefold()):
        return said
    return "; ".join(filter(None, (word, said)))


def _times_of_day(table: Table) -> list[int]:
    """Return the columns of a plan of medicines that say how much is taken at what time."""
    found = times_of_day(table.headings)
    return found if len(found) > 1 else []


def _mark_of(values: Mapping[str, Any]) -> str:
    return "\n".join(f"{name}={value}".casefold() for name, value in sorted(values.items()))
