"""The opinions side by side on paper, with the person's own marks and every source."""

from collections.abc import Sequence

from secondop_desktop.exchange.pdf.chapter import Chapter, Rows, day, lines, word
from secondop_desktop.exchange.pdf.flow import Block, Column, Facts, Table
from secondop_desktop.exchange.pdf.text import Run, muted
from secondop_desktop.features.opinions import rules
from secondop_desktop.features.opinions.rules import Cell, Grid, Said
from secondop_desktop.lang import N_, _

ACROSS = 3
"""Opinions beside one another; more than these follow in a second table."""


def _opinions(rows: Rows) -> list[Block]:
    blocks: list[Block] = []
    for case in dict.fromkeys(row.case for row in rows.of("opinion")):
        whole = rules.grid(
            [row for row in rows.of("opinion") if row.case == case],
            rows.of("statement"),
            [row for row in rows.of("mark") if row.case == case],
        )
        for start in range(0, len(whole.columns), ACROSS):
            blocks += _part(whole, start, rows)
    return blocks


def _part(whole: Grid, start: int, rows: Rows) -> list[Block]:
    shown = whole.columns[start : start + ACROSS]
    opinions = {row.id: row for row in rows.of("opinion")}
    facts = []
    for column in shown:
        row = opinions[column.id]
        how = word(rows, "opinion", "how", row.how)
        letter = rows.names(row.record)
        known = ", ".join(p for p in (rows.names(row.provider), day(row.date), how, letter) if p)
        facts.append((column.title, lines(known or _("not recorded by whom"), row.overall)))
    heads = [Column(_("About"), 2), *(Column(column.title, 4) for column in shown)]
    marked = len(whole.columns) > 1
    columns = [*heads, Column(_("My mark"), 2)] if marked else heads
    cells = [_row(row, start, marked=marked) for row in whole.rows if _known(row)]
    table = [Table(columns, cells, row_headers=True)] if cells else []
    return [Facts(facts), *table]


def _known(row: rules.Row) -> bool:
    return bool(row.mark or row.note or any(cell.said for cell in row.cells))


def _row(row: rules.Row, start: int, *, marked: bool) -> list[list[str | Run] | str]:
    cells = [_said(cell) for cell in row.cells[start : start + ACROSS]]
    mark = lines(_(dict(rules.MARKS).get(row.mark, "")), row.note)
    return [_(row.label), *cells, *([mark] if marked else [])]


def _said(cell: Cell) -> list[str | Run] | str:
    """Return what was said with its source under it."""
    if not cell.said:
        return "–"
    words: list[str | Run] = []
    for one in cell.said:
        words += ["\n"] if words else []
        words += _statement(one)
    return words


def _statement(one: Said) -> Sequence[str | Run]:
    text = one.text or (_("Not discussed") if one.not_discussed else "–")
    page = _("page {page}").format(page=one.page) if one.page and not one.source else ""
    stands = one.source or page
    return [text, muted(f"\n{stands}")] if stands else [text]


CHAPTERS = {
    "opinion": Chapter(
        "opinion", N_("The opinions side by side"), ("opinion", "statement", "mark"), _opinions
    )
}
