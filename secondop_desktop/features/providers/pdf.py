"""Doctors and places on paper: who they are and how to reach them."""

from secondop_desktop.exchange.pdf.chapter import Chapter, Rows, lines, word
from secondop_desktop.exchange.pdf.flow import Block, Column, Table
from secondop_desktop.features.providers.model import Provider
from secondop_desktop.lang import N_, _


def _providers(rows: Rows) -> list[Block]:
    found = sorted(rows.of("provider"), key=lambda row: row.name.casefold())
    columns = [Column(_("Name"), 3), Column(_("Work"), 3), Column(_("How to reach them"), 4)]
    return [Table(columns, [_cells(row, rows) for row in found], row_headers=True)] if found else []


def _cells(row: Provider, rows: Rows) -> tuple[str, ...]:
    funding = word(rows, "provider", "funding", row.funding)
    work = lines(row.role, row.specialty, row.organisation, funding)
    return row.name, work, lines(row.address, row.phone, row.email, row.website)


CHAPTERS = {"provider": Chapter("provider", N_("Doctors and places"), ("provider",), _providers)}
