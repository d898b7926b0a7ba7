"""Allergies on paper."""

from secondop_desktop.exchange.pdf.chapter import Chapter, Rows, day, lines, table, titled, word
from secondop_desktop.exchange.pdf.flow import Block, Column, Content
from secondop_desktop.features.allergies.model import Allergy
from secondop_desktop.features.allergies.rules import is_fact
from secondop_desktop.lang import N_, _


def _allergies(rows: Rows) -> list[Block]:
    columns = [
        Column(_("Reacts to"), 3),
        Column(_("What happens"), 4),
        Column(_("How strong"), 2),
        Column(_("Since"), 2),
    ]
    cells = [_cells(row, rows) for row in rows.of("allergy") if is_fact(row)]
    return table(rows, columns, cells, row_headers=True)


def _cells(row: Allergy, rows: Rows) -> list[Content]:
    strong = word(rows, "allergy", "severity", row.severity)
    status = word(rows, "allergy", "status", "" if row.status == "active" else row.status)
    kind = word(rows, "allergy", "kind_of", row.kind_of)
    what = titled(row.substance, "" if kind == row.substance else kind)
    return [what, lines(row.reaction, row.notes), lines(strong, status), day(row.since)]


CHAPTERS = {"allergy": Chapter("allergy", N_("Allergies"), ("allergy",), _allergies)}
