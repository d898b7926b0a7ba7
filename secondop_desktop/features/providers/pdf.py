"""Doctors and places on paper: who they are and how to reach them; and how one was chosen."""

from secondop_desktop.exchange.pdf.blocks.flow import Block, Column, Content, Heading
from secondop_desktop.exchange.pdf.pages.chapter import (
    Chapter,
    Rows,
    address,
    dotted,
    facts,
    lines,
    table,
    titled,
    word,
)
from secondop_desktop.features.providers.model import Provider
from secondop_desktop.journal.user_order import in_order
from secondop_desktop.lang import N_, _


def _providers(rows: Rows) -> list[Block]:
    found = sorted(_to_tell(rows), key=lambda row: row.name.casefold())
    columns = [Column(_("Name and work"), 5), Column(_("How to reach them"), 5)]
    return table(rows, columns, [_cells(row, rows) for row in found], row_headers=True)


def _to_tell(rows: Rows) -> list[Provider]:
    """Leave out who was only thought of: whom the person did not choose is told to few."""
    found = list(rows.of("provider"))
    if rows.private:
        return found
    known = {
        getattr(row, field.name)
        for name, kind in rows.kinds.items()
        for field in kind.fields
        if field.refers == "provider"
        for row in rows.of(name)
        if not isinstance(getattr(row, field.name), tuple)
    }
    return [row for row in found if not row.shortlisted or row.id in known]


def _cells(row: Provider, rows: Rows) -> list[Content]:
    work = dotted(row.role, row.specialty)
    place = "" if row.organisation == row.name else row.organisation
    where = dotted(place, word(rows, "provider", "funding", row.funding))
    number = _("GMC number {number}").format(number=row.gmc_number) if row.gmc_number else ""
    reach = lines(address(row.address), row.phone, row.email, row.website)
    return [titled(row.name, work, where, number), reach]


def _shortlist(rows: Rows) -> list[Block]:
    found = in_order(rows.of("provider"))
    blocks: list[Block] = []
    for row in found:
        known = facts(*_found_out(row))
        blocks += [Heading(3, rows.names(row.id)), *known] if known else []
    return blocks


def _found_out(row: Provider) -> list[tuple[str, Content]]:
    apart = "" if row.independent is None else _("Yes") if row.independent else _("No")
    return [
        (_("Does not work with the first doctor"), apart),
        (_("Experience"), row.experience),
        (_("How long the wait is"), row.waiting_time),
        (_("How far away"), row.distance),
        (_("What it may cost"), row.cost_note),
        (_("Notes"), row.notes),
    ]


CHAPTERS = {
    "provider": Chapter("provider", N_("Doctors and places"), ("provider",), _providers),
    "shortlist": Chapter("shortlist", N_("Choosing a doctor"), (), _shortlist, private=True),
}
