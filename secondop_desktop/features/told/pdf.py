"""Who was told what, on paper."""

from secondop_desktop.exchange.pdf.chapter import Chapter, Rows, dated, day, lines, word
from secondop_desktop.exchange.pdf.flow import Block, Column, Table
from secondop_desktop.features.told.model import Told
from secondop_desktop.lang import N_, _


def _told(rows: Rows) -> list[Block]:
    found = dated(rows.of("told"), "date")
    columns = [
        Column(_("Date"), 2),
        Column(_("Who, and how"), 3),
        Column(_("What they were told or given"), 4),
        Column(_("What they answered"), 4),
    ]
    return [Table(columns, [_cells(row, rows) for row in found])] if found else []


def _cells(row: Told, rows: Rows) -> tuple[str, ...]:
    who = lines(rows.names(row.provider), word(rows, "told", "how", row.how))
    given = [rows.names(record) for record in row.records]
    return day(row.date), who, lines(row.what, *given), row.answer


CHAPTERS = {"told": Chapter("told", N_("Who was told"), ("told",), _told, usual=False)}
