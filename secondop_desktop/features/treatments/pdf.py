"""Treatments on paper: what was done, when and by whom, how it turned out, what was left in."""

from secondop_desktop.exchange.pdf.blocks.flow import Block, Column, Content
from secondop_desktop.exchange.pdf.pages.chapter import (
    Chapter,
    Rows,
    dated,
    day,
    lines,
    listed,
    named,
    table,
    titled,
    word,
)
from secondop_desktop.features.treatments.model import Treatment
from secondop_desktop.features.treatments.rules import doubt
from secondop_desktop.lang import N_, _


def _treatments(rows: Rows) -> list[Block]:
    columns = [
        Column(_("Treatment"), 4),
        Column(_("When"), 2),
        Column(_("Who did it, and where"), 3),
        Column(_("How it turned out"), 4),
        Column(_("Records about it"), 3),
    ]
    cells = [_cells(row, rows) for row in dated(rows.of("treatment"), "date")]
    return table(rows, columns, cells, row_headers=True)


def _cells(row: Treatment, rows: Rows) -> list[Content]:
    reason = _("for {reason}").format(reason=row.reason) if row.reason else ""
    what = titled(
        rows.names(row.id), row.body_site, listed(row.cycles, row.dose), reason, _implants(row)
    )
    came = lines(row.response, _side_effects(row), row.why_stopped, row.notes)
    who = lines(rows.names(row.given_by), rows.names(row.place))
    return [what, _when(row, rows), who, came, named(rows, *row.records)]


def _when(row: Treatment, rows: Rows) -> str:
    """Say from when until when, in the words told, and how that fits what it is marked as."""
    until = _("until {date}").format(date=day(row.until)) if row.until else ""
    state = word(rows, "treatment", "status", row.status if row.status == "going on" else "")
    return lines(day(row.date), until, row.date_words, doubt(row, rows.today) or state)


def _side_effects(row: Treatment) -> str:
    text = _("Side effects: {effects}")
    return text.format(effects=row.side_effects) if row.side_effects else ""


def _implants(row: Treatment) -> str:
    text = _("Left in the body: {implants}")
    return text.format(implants=row.implants) if row.implants else ""


CHAPTERS = {
    "treatment": Chapter("treatment", N_("Treatments"), ("treatment",), _treatments, usual=True)
}
