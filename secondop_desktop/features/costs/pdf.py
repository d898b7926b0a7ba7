"""Costs on paper: each sum as quoted or paid, and the sums of each state and currency."""

from secondop_desktop.exchange.pdf.blocks.flow import Block, Column, Content
from secondop_desktop.exchange.pdf.pages.chapter import (
    Chapter,
    Rows,
    below,
    dated,
    day_of,
    facts,
    lines,
    on,
    papers,
    table,
    word,
)
from secondop_desktop.features.costs.model import Cost
from secondop_desktop.features.costs.rules import currency_of, money, totals
from secondop_desktop.lang import N_, _


def _costs(rows: Rows) -> list[Block]:
    found = dated(rows.of("cost"), "date")
    columns = [
        Column(_("Date"), 3),
        Column(_("What for"), 4),
        Column(_("Sum"), 2, "right"),
        Column(_("Status and who pays"), 3),
    ]
    sums = [
        (word(rows, "cost", "state", one.state) or _("Other"), money(one.amount, one.currency))
        for one in totals(found)
    ]
    return [*table(rows, columns, [_cells(row, rows) for row in found]), *facts(*sums)]


def _cells(row: Cost, rows: Rows) -> tuple[Content, ...]:
    state = word(rows, "cost", "state", row.state)
    payer = word(rows, "cost", "payer", row.payer)
    due = on(_("due {date}"), day_of(row, "due"))
    what = below(row.what, rows.names(row.provider), papers(rows, row.record), row.notes)
    sum_ = money(row.amount, currency_of(row))
    return day_of(row, "date"), what, sum_, lines(state, payer, row.policy, row.authorisation, due)


CHAPTERS = {"cost": Chapter("cost", N_("Costs"), ("cost",), _costs, private=True)}
