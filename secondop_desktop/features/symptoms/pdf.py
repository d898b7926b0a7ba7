"""Symptom notes on paper, in the person's own words."""

from secondop_desktop.exchange.pdf.blocks.flow import Block, Column
from secondop_desktop.exchange.pdf.pages.chapter import Chapter, Rows, dated, day_of, lines, table
from secondop_desktop.features.symptoms.model import Symptom
from secondop_desktop.features.symptoms.rules import severity_text
from secondop_desktop.lang import N_, _


def _symptoms(rows: Rows) -> list[Block]:
    columns = [
        Column(_("Date"), 3),
        Column(_("What"), 6),
        Column(_("How bad"), 4),
        Column(_("What helps"), 3),
    ]
    return table(rows, columns, [_cells(row) for row in dated(rows.of("symptom"), "date")], name=1)


def _cells(row: Symptom) -> tuple[str, ...]:
    return day_of(row, "date"), lines(row.what, row.notes), severity_text(row), row.helps


CHAPTERS = {"symptom": Chapter("symptom", N_("Symptoms, in my words"), ("symptom",), _symptoms)}
