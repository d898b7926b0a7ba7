"""Allergies on paper."""

from secondop_desktop.exchange.pdf.chapter import Chapter, Rows, day, lines, word
from secondop_desktop.exchange.pdf.flow import Block, Column, Table
from secondop_desktop.features.allergies.model import Allergy
from secondop_desktop.lang import N_, _


def _allergies(rows: Rows) -> list[Block]:
    found = rows.of("allergy")
    columns = [
        Column(_("Reacts to"), 3),
        Column(_("What happens"), 4),
        Column(_("How strong"), 2),
        Column(_("Since"), 2),
    ]
    return [Table(columns, [_cells(row, rows) for row in found], row_headers=True)] if found else []


def _cells(row: Allergy, rows: Rows) -> tuple[str, ...]:
    strong = word(rows, "allergy", "severity", row.severity)
    status = word(rows, "allergy", "status", row.status)
    what = lines(row.substance, word(rows, "allergy", "kind_of", row.kind_of))
    return what, lines(row.reaction, row.notes), lines(strong, status), day(row.since)


CHAPTERS = {"allergy": Chapter("allergy", N_("Allergies"), ("allergy",), _allergies)}
