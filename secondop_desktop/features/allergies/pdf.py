"""Allergies on paper."""

from secondop_desktop.exchange.pdf.blocks.flow import Block, Column, Content
from secondop_desktop.exchange.pdf.pages.chapter import (
    Chapter,
    Rows,
    day_of,
    lines,
    on,
    table,
    titled,
    word,
)
from secondop_desktop.features.allergies.model import Allergy
from secondop_desktop.features.allergies.rules import is_fact
from secondop_desktop.lang import N_, _


def _allergies(rows: Rows) -> list[Block]:
    columns = [
        Column(_("Reacts to"), 3),
        Column(_("What happens"), 4),
        Column(_("How strong, and how sure"), 3),
        Column(_("Since"), 3),
    ]
    cells = [_cells(row, rows) for row in rows.of("allergy") if is_fact(row)]
    return table(rows, columns, cells, row_headers=True)


def _cells(row: Allergy, rows: Rows) -> list[Content]:
    strong = word(rows, "allergy", "severity", row.severity)
    danger = word(rows, "allergy", "criticality", row.criticality)
    status = word(rows, "allergy", "status", "" if row.status == "active" else row.status)
    sure = word(rows, "allergy", "certainty", row.certainty)
    kind = word(rows, "allergy", "kind_of", row.kind_of)
    what = titled(row.substance, "" if kind == row.substance else kind)
    happens = lines(row.reaction, row.route, row.notes)
    return [what, happens, lines(strong, danger, sure, status), _since(row, rows)]


def _since(row: Allergy, rows: Rows) -> str:
    """Say since when, when it last happened, and when and by whom it was written down."""
    last = on(_("last {date}"), day_of(row, "last"))
    recorded = on(_("written down {date}"), day_of(row, "recorded"))
    return lines(day_of(row, "since"), last, recorded, rows.names(row.recorder))


CHAPTERS = {"allergy": Chapter("allergy", N_("Allergies"), ("allergy",), _allergies)}
