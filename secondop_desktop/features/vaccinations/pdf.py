"""Vaccinations on paper."""

from secondop_desktop.exchange.pdf.blocks.flow import Block, Column, Content
from secondop_desktop.exchange.pdf.pages.chapter import (
    Chapter,
    Rows,
    below,
    dated,
    day_of,
    lines,
    listed,
    papers,
    table,
    titled,
    word,
)
from secondop_desktop.features.vaccinations.model import Vaccination
from secondop_desktop.features.vaccinations.rules import dose_words
from secondop_desktop.lang import N_, _


def _vaccinations(rows: Rows) -> list[Block]:
    columns = [
        Column(_("Vaccine"), 4),
        Column(_("When"), 2),
        Column(_("Dose and batch"), 3),
        Column(_("Where"), 3),
        Column(_("Notes"), 4),
    ]
    cells = [_cells(row, rows) for row in dated(rows.of("vaccination"), "date")]
    return table(rows, columns, cells, row_headers=True)


def _cells(row: Vaccination, rows: Rows) -> list[Content]:
    against = row.against if row.against.lower() not in row.name.lower() else ""
    status = "" if row.status == "given" else row.status
    state = word(rows, "vaccination", "status", status)
    lot = _("batch {number}").format(number=row.lot) if row.lot else ""
    where = lines(rows.names(row.place), rows.names(row.given_by), listed(row.site, row.route))
    said = below(row.why_not, row.reaction, row.notes, papers(rows, *row.records))
    what = titled(row.name or rows.names(row.id), against, state)
    when = lines(day_of(row, "date"), row.date_words)
    return [what, when, lines(dose_words(row), lot), where, said]


CHAPTERS = {
    "vaccination": Chapter(
        "vaccination", N_("Vaccinations"), ("vaccination",), _vaccinations, usual=False
    )
}
