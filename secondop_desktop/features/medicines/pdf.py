"""Medicines on paper: what is taken now, and what was stopped and why."""

from collections.abc import Sequence

from secondop_desktop.exchange.pdf.chapter import Chapter, Rows, day, lines, word
from secondop_desktop.exchange.pdf.flow import Block, Column, Heading, Table
from secondop_desktop.features.medicines.model import Medicine
from secondop_desktop.features.medicines.rules import in_use
from secondop_desktop.lang import N_, _


def _medicines(rows: Rows) -> list[Block]:
    found = rows.of("medicine")
    now = [row for row in found if in_use(row, rows.today)]
    before = [row for row in found if row not in now]
    blocks: list[Block] = [_table(now, rows)] if now else []
    if before:
        blocks += [Heading(3, _("Not taken now")), _table(before, rows)]
    return blocks


def _table(found: Sequence[Medicine], rows: Rows) -> Table:
    columns = [
        Column(_("Medicine and dose"), 3),
        Column(_("How it is taken"), 3),
        Column(_("For, and by whom"), 3),
        Column(_("From and until"), 3),
    ]
    return Table(columns, [_cells(row, rows) for row in found], row_headers=True)


def _cells(row: Medicine, rows: Rows) -> tuple[str, ...]:
    since = _("from {date}").format(date=day(row.start)) if row.start else ""
    until = _("until {date}").format(date=day(row.stop)) if row.stop else ""
    state = word(rows, "medicine", "status", row.status)
    name = lines(row.name, row.dose, row.notes)
    why = lines(row.reason, rows.names(row.prescriber))
    return name, row.how_taken, why, lines(state, since, until, row.why_stopped)


CHAPTERS = {"medicine": Chapter("medicine", N_("Medicines"), ("medicine",), _medicines)}
