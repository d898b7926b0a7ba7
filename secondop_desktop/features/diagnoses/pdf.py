"""Diagnoses on paper: each as it was told, by whom, when, and how sure."""

from secondop_desktop.exchange.pdf.chapter import Chapter, Rows, dated, day, lines, word
from secondop_desktop.exchange.pdf.flow import Block, Column, Table
from secondop_desktop.features.diagnoses.model import Diagnosis
from secondop_desktop.lang import N_, _


def _diagnoses(rows: Rows) -> list[Block]:
    found = dated(rows.of("diagnosis"), "date")
    columns = [
        Column(_("Diagnosis"), 4),
        Column(_("Told by"), 3),
        Column(_("When"), 2),
        Column(_("How sure, and how it is now"), 3),
    ]
    return [Table(columns, [_cells(row, rows) for row in found], row_headers=True)] if found else []


def _cells(row: Diagnosis, rows: Rows) -> tuple[str, ...]:
    sure = word(rows, "diagnosis", "certainty", row.certainty)
    now = word(rows, "diagnosis", "status", row.status)
    name = lines(row.name, row.stage, row.body_site, row.notes)
    when = day(row.date) or _("not recorded")
    ended = _("ended {date}").format(date=day(row.ended)) if row.ended else ""
    return name, rows.names(row.given_by), when, lines(sure, now, ended)


CHAPTERS = {"diagnosis": Chapter("diagnosis", N_("Diagnoses as told"), ("diagnosis",), _diagnoses)}
