"""Symptom notes on paper, in the person's own words."""

from secondop_desktop.exchange.pdf.chapter import Chapter, Rows, dated, day, lines
from secondop_desktop.exchange.pdf.flow import Block, Column, Table
from secondop_desktop.features.symptoms.model import Symptom
from secondop_desktop.features.symptoms.rules import severity_text
from secondop_desktop.lang import N_, _


def _symptoms(rows: Rows) -> list[Block]:
    found = dated(rows.of("symptom"), "date")
    columns = [
        Column(_("Date"), 2),
        Column(_("What"), 4),
        Column(_("How bad"), 2),
        Column(_("What helps"), 3),
    ]
    return [Table(columns, [_cells(row) for row in found])] if found else []


def _cells(row: Symptom) -> tuple[str, ...]:
    return day(row.date), lines(row.what, row.notes), severity_text(row), row.helps


CHAPTERS = {"symptom": Chapter("symptom", N_("Symptoms, in my words"), ("symptom",), _symptoms)}
