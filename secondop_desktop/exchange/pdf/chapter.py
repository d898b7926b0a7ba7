"""What a chapter of the summary is: its key, its heading, and how it is laid out from rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from secondop_desktop.exchange.pdf.flow import Block, Column, Table
from secondop_desktop.journal.kinds import Kind, Kinds, Names
from secondop_desktop.lang import _


class Rows(Protocol):
    """Gives a chapter the rows to print: of one person, without what is left out."""

    kinds: Kinds
    names: Names
    today: date

    def of(self, kind: str) -> Sequence[Any]:
        """Return the rows of a kind, in the order in which they were entered."""
        ...


@dataclass(frozen=True)
class Chapter:
    """One chapter; ``kinds`` names every kind whose entries it prints.

    ``make`` returns an empty list when there is nothing to print. ``usual`` says whether it is
    printed unless the person chooses otherwise.
    """

    key: str
    title: str
    kinds: tuple[str, ...]
    make: Callable[[Rows], list[Block]]
    usual: bool = True


def word(rows: Rows, kind: str, field: str, value: str) -> str:
    """Return the words of a choice, such as "Confirmed"."""
    return _(rows.kinds[kind].by_name[field].label_of(value)) if value else ""


def day(when: Any) -> str:
    """Return a date in words, or nothing."""
    return when.words() if when else ""


def lines(*parts: str) -> str:
    """Put what is known on lines of its own."""
    return "\n".join(part for part in parts if part)


def source(rows: Rows, row: Any) -> str:
    """Say where a fact stands: its own words, else the record and page it came from."""
    said = str(getattr(row, "source", ""))
    record = rows.names(row.record)
    if record and row.page:
        return _("{record}, page {page}").format(record=record, page=row.page)
    return said or record


def dated(rows: Sequence[Any], name: str) -> list[Any]:
    """Order rows by a date, the earliest first and the undated last."""
    return sorted(rows, key=lambda row: w.stored if (w := getattr(row, name)) else "9999")


def plain(kind: Kind) -> Chapter:
    """Return the chapter of a kind that has none of its own: date, title, line and notes."""
    return Chapter(kind.name, kind.plural, (kind.name,), lambda rows: _table(kind, rows), False)


def _table(kind: Kind, rows: Rows) -> list[Block]:
    found = rows.of(kind.name)
    columns = [Column(_("Date"), 2), Column(_(kind.label), 3), Column(_("More"), 4)]
    cells = [_cells(kind, row, rows) for row in found]
    if not kind.when:
        columns, cells = columns[1:], [cell[1:] for cell in cells]
    return [Table(columns, cells)] if found else []


def _cells(kind: Kind, row: Any, rows: Rows) -> tuple[str, ...]:
    when = getattr(row, kind.when) if kind.when else None
    said = lines(kind.line(row, rows.names), str(getattr(row, "notes", "")))
    return day(when), kind.title(row, rows.names), said
