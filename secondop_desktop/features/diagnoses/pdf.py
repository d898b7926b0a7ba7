"""Diagnoses on paper: each as it was told, by whom, when, and how sure."""

from secondop_desktop.exchange.pdf.blocks.flow import Block, Column, Content
from secondop_desktop.exchange.pdf.pages.chapter import (
    Chapter,
    Rows,
    dated,
    day_of,
    lines,
    on,
    papers,
    table,
    titled,
    word,
)
from secondop_desktop.features.diagnoses.model import Diagnosis
from secondop_desktop.features.diagnoses.rules import doubt
from secondop_desktop.lang import N_, _


def _diagnoses(rows: Rows) -> list[Block]:
    columns = [
        Column(_("Diagnosis"), 5),
        Column(_("Told"), 3),
        Column(_("How sure, and how it is now"), 3),
        Column(_("Records about it"), 3),
    ]
    cells = [_cells(row, rows) for row in dated(rows.of("diagnosis"), "date")]
    return table(rows, columns, cells, row_headers=True)


def _cells(row: Diagnosis, rows: Rows) -> list[Content]:
    sure = word(rows, "diagnosis", "certainty", row.certainty)
    now = doubt(row, rows.today) or word(rows, "diagnosis", "status", row.status)
    ended = on(_("ended {date}"), day_of(row, "ended"))
    other = rows.names(row.version_of)
    view = _("another view of: {diagnosis}").format(diagnosis=other) if other else ""
    name = titled(row.name, row.stage, row.body_site, view, row.notes)
    recorded = on(_("written down {date}"), day_of(row, "recorded"))
    told = lines(day_of(row, "date"), row.began_words, recorded, rows.names(row.given_by))
    return [name, told, lines(sure, now, ended, row.ended_words), papers(rows, *row.records)]


CHAPTERS = {"diagnosis": Chapter("diagnosis", N_("Diagnoses as told"), ("diagnosis",), _diagnoses)}
