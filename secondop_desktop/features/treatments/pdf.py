"""Treatments on paper: what was done, when and by whom, how it turned out, what was left in."""

from secondop_desktop.exchange.pdf.blocks.flow import Block, Column, Content, Para, Table
from secondop_desktop.exchange.pdf.pages.chapter import (
    Chapter,
    Rows,
    brief_of,
    dated,
    day_of,
    dotted,
    lines,
    listed,
    on,
    papers,
    table,
    titled,
    word,
)
from secondop_desktop.exchange.pdf.text.runs import bold
from secondop_desktop.features.treatments.model import Treatment
from secondop_desktop.features.treatments.rules import doubt
from secondop_desktop.lang import N_, _, in_short, inside

_LETTERS = 150


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
    amount = listed(row.cycles, row.dose)
    name = row.name or rows.names(row.id)
    what = titled(name, row.body_site, amount, reason, _implants(row))
    came = lines(row.response, _side_effects(row), row.why_stopped, row.notes)
    who = lines(rows.names(row.given_by), rows.names(row.place))
    return [what, _when(row, rows), who, came, papers(rows, *row.records)]


def _when(row: Treatment, rows: Rows) -> str:
    """Say from when until when, in the words told, and how that fits what it is marked as."""
    begun, ended = day_of(row, "date"), day_of(row, "until")
    until = on(_("until {date}"), ended if ended != begun else "")
    state = word(rows, "treatment", "status", "" if row.status == "done" else row.status)
    return lines(begun, until, row.date_words, doubt(row, rows.today) or state)


def _side_effects(row: Treatment) -> str:
    text = _("Side effects: {effects}")
    return text.format(effects=row.side_effects) if row.side_effects else ""


def _implants(row: Treatment) -> str:
    text = _("Left in the body: {implants}")
    return text.format(implants=row.implants) if row.implants else ""


def _in_short(rows: Rows) -> list[Block]:
    """Return a line for each treatment that was done or is to be: when, what, what came of it."""
    found = [row for row in dated(rows.of("treatment"), "date") if row.status != "not done"]
    lines_of = [(_brief_when(row, rows), _named(row, rows), _came(row, rows)) for row in found]
    if rows.large:
        return [Para([bold(f"{w}  " if w else ""), n, f" – {c}"], "tight") for w, n, c in lines_of]
    columns = [Column(_("When"), 2), Column(_("What"), 5), Column(_("How it turned out"), 6)]
    return [Table(columns, lines_of, look="tight")] if lines_of else []


def _brief_when(row: Treatment, rows: Rows) -> str:
    begun, ended = brief_of(row, "date") or row.date_words, brief_of(row, "until")
    return listed(begun, on(_("until {date}"), ended if ended != begun else ""))


def _named(row: Treatment, rows: Rows) -> str:
    where = rows.names(row.place) or rows.names(row.given_by)
    return listed(rows.names(row.id), inside(row.body_site), row.cycles, row.dose, where)


def _came(row: Treatment, rows: Rows) -> str:
    """Say how it turned out in short, and whole what was left in the body: scanners ask for it."""
    said = dotted(row.response.rstrip(". "), _side_effects(row))
    return dotted(doubt(row, rows.today), _implants(row), in_short(said, _LETTERS))


CHAPTERS = {
    "treatment-list": Chapter(
        "treatment-list", N_("Operations and treatments"), ("treatment",), _in_short, usual=True
    ),
    "treatment": Chapter("treatment", N_("Treatments"), ("treatment",), _treatments),
}
