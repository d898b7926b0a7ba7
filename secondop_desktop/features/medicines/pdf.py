"""Medicines on paper: what is taken now, and what was stopped and why."""

from collections.abc import Sequence

from secondop_desktop.exchange.pdf.blocks.flow import Block, Column, Content, Heading
from secondop_desktop.exchange.pdf.pages.chapter import (
    Chapter,
    Rows,
    day_of,
    lines,
    on,
    papers,
    table,
    titled,
    word,
)
from secondop_desktop.features.medicines.model import Medicine
from secondop_desktop.features.medicines.rules import Part, doubt, part
from secondop_desktop.lang import N_, _


def _medicines(rows: Rows) -> list[Block]:
    """Part the list as page one and the screen do, so that none stands under two answers."""
    parts: dict[Part, list[Medicine]] = {Part.NOW: [], Part.DOUBTED: [], Part.NOT_TAKEN: []}
    for row in rows.of("medicine"):
        found = part(row, rows.today)
        parts[Part.NOT_TAKEN if found is Part.STOPPED else found].append(row)
    blocks: list[Block] = []
    for one, heading in _HEADINGS.items():
        under = _table(parts[one], rows)
        blocks += [*([Heading(3, _(heading))] if heading and under else []), *under]
    return blocks


_HEADINGS = {
    Part.NOW: "",
    Part.DOUBTED: N_("Not certain whether taken now"),
    Part.NOT_TAKEN: N_("Not taken now"),
}


def _table(found: Sequence[Medicine], rows: Rows) -> list[Block]:
    columns = [
        Column(_("Medicine and dose"), 4),
        Column(_("How it is taken"), 3),
        Column(_("What for, and who prescribed it"), 3),
        Column(_("From and until"), 3),
        Column(_("Records about it"), 3),
    ]
    return table(rows, columns, [_cells(row, rows) for row in found], row_headers=True)


def _cells(row: Medicine, rows: Rows) -> list[Content]:
    since = on(_("from {date}"), day_of(row, "start"))
    until = on(_("until {date}"), day_of(row, "stop"))
    unsure = doubt(row, rows.today)
    plain = row.status == "taking" or (row.status == "stopped" and until)
    state = unsure or word(rows, "medicine", "status", "" if plain else row.status)
    name = titled(row.name, row.dose, row.notes)
    why = lines(row.reason, rows.names(row.prescriber))
    when = lines(state, since, until, row.why_stopped)
    most = _("at most {amount}").format(amount=row.maximum) if row.maximum else ""
    how = lines(row.how_taken, most, row.route)
    return [name, how, why, when, papers(rows, *row.records)]


CHAPTERS = {"medicine": Chapter("medicine", N_("Medicines"), ("medicine",), _medicines)}
