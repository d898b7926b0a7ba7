"""Records on paper: what there is, from whom, and what is still awaited."""

from secondop_desktop.exchange.pdf.chapter import Chapter, Rows, dated, day, lines, word
from secondop_desktop.exchange.pdf.flow import Block, Column, Table
from secondop_desktop.features.records.model import Record
from secondop_desktop.features.records.rules import due_words
from secondop_desktop.lang import N_, _, ngettext


def _records(rows: Rows) -> list[Block]:
    found = dated(rows.of("record"), "date")
    columns = [
        Column(_("Date"), 2),
        Column(_("Record"), 4),
        Column(_("From"), 3),
        Column(_("Where it is"), 3),
    ]
    return [Table(columns, [_cells(row, rows) for row in found])] if found else []


def _cells(row: Record, rows: Rows) -> tuple[str, ...]:
    pages = ngettext("{number} page", "{number} pages", row.pages or 0).format(number=row.pages)
    kind = word(rows, "record", "type", row.type)
    title = lines(row.title, ", ".join(p for p in (kind, pages if row.pages else "") if p))
    state = word(rows, "record", "state", row.state)
    asked = _("asked for {date}").format(date=day(row.asked)) if row.asked else ""
    where = lines(state, row.place, asked, due_words(row, rows.today))
    holder = rows.names(row.from_provider) or rows.names(row.holder)
    return day(row.date), lines(title, row.notes), holder, where


CHAPTERS = {"record": Chapter("record", N_("Letters, scans and records"), ("record",), _records)}
