"""The opinions side by side on paper, with the person's own marks and every source."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import (
    Block,
    Column,
    Content,
    Heading,
    Para,
    SideBySide,
    Table,
    Together,
)
from secondop_desktop.exchange.pdf.pages.chapter import (
    Chapter,
    Rows,
    day,
    facts,
    lines,
    listed,
    source,
    table,
    word,
)
from secondop_desktop.exchange.pdf.text.runs import Run, bold, muted
from secondop_desktop.features.opinions import rules
from secondop_desktop.features.opinions.rules import Cell, Grid
from secondop_desktop.lang import N_, _

ACROSS = 3
"""Opinions beside one another on upright paper; more than these follow in a second table."""

ACROSS_WIDE = 4
"""The same on paper that lies on its side."""


def _opinions(rows: Rows) -> list[Block]:
    blocks: list[Block] = []
    found = {name: rows.of(name) for name in ("opinion", "mark")}
    cases = dict.fromkeys(row.case for name in found for row in found[name])
    for case in cases:
        mine = {name: [row for row in found[name] if row.case == case] for name in found}
        whole = rules.grid(mine["opinion"], rows.of("statement"), mine["mark"])
        if title := rows.names(case) if len(cases) > 1 else "":
            blocks.append(Heading(3, title))
        blocks += [*_who_said(whole, mine["opinion"], rows), *_compared(whole, rows)]
    return [*blocks, *_left_over(rows)]


def _left_over(rows: Rows) -> list[Block]:
    """Print what was begun without saying to which opinion it belongs."""
    found = [row for row in rows.of("statement") if not row.opinion]
    cells = [(rows.names(row.id), row.text, source(rows, row)) for row in found]
    columns = [Column(_("About"), 3), Column(_("What was said"), 6), Column(_("Where"), 3)]
    return table(rows, columns, cells)


def _who_said(whole: Grid, found: Sequence[Any], rows: Rows) -> list[Block]:
    """Say who gave each opinion, when, how, from what, and the whole of it in short."""
    by_id = {row.id: row for row in found}
    return facts(*((column.title, _about(by_id[column.id], rows)) for column in whole.columns))


def _about(row: Any, rows: Rows) -> Content:
    name = rows.names(row.provider)
    how = word(rows, "opinion", "how", row.how)
    at = rows.names(row.appointment)
    seen = listed(*filter(None, map(rows.names, (*row.records_seen, *row.results_seen))))
    based = _("Looked at: {records}").format(records=seen) if seen else ""
    by = listed(day(row.date), how[:1].lower() + how[1:], at, rows.names(row.record))
    parts: list[str | Run] = [bold(name), "\n"] if name else []
    parts += [muted(lines(by or _("date not recorded"), based))]
    said = lines(row.overall, row.notes)
    return [*parts, f"\n{said}"] if said else parts


def _compared(whole: Grid, rows: Rows) -> list[Block]:
    marked = len(whole.columns) > 1  # what was compared with an opinion left out is not told
    known = [row if marked else replace(row, mark="", note="") for row in whole.rows]
    known = [row for row in known if row.mark or row.note or any(c.said for c in row.cells)]
    if rows.large:
        return [_stacked(whole, row, rows) for row in known]
    across = _across(len(whole.columns), wide=rows.wide)
    starts = range(0, len(whole.columns), across)
    return [_table(whole, known, slice(at, at + across), rows) for at in starts] if known else []


def _across(count: int, *, wide: bool) -> int:
    """Return how many stand beside one another; two tables on wide paper share them evenly."""
    most = ACROSS_WIDE if wide else ACROSS
    return -(-count // -(-count // most)) if wide and count else most


def _table(whole: Grid, known: Sequence[rules.Row], shown: slice, rows: Rows) -> Block:
    """Lay out some opinions beside each other; the marks stand beside the first of them."""
    marked = shown.start == 0 and any(row.mark or row.note for row in known)
    columns = [Column(_("About"), 3), *(Column(c.title, 6) for c in whole.columns[shown])]
    cells = [[_(row.label), *(_said(c, rows) or "–" for c in row.cells[shown])] for row in known]
    if marked:
        columns.append(Column(_("My mark"), 4))
        cells = [[*line, _mark(row)] for line, row in zip(cells, known, strict=True)]
    return Table(columns, cells, row_headers=True)


def _mark(row: rules.Row) -> list[str | Run]:
    word = _(dict(rules.MARKS).get(row.mark, row.mark))
    return [bold(word), f"\n{row.note}" if word and row.note else row.note]


def _stacked(whole: Grid, row: rules.Row, rows: Rows) -> Block:
    """Lay out one aspect for large print: the opinions beside each other, the mark below."""
    beside = [
        [Para(column.title, "label"), Para(_said(cell, rows) or "–")]
        for column, cell in zip(whole.columns, row.cells, strict=True)
    ]
    mark = _mark(row) if row.mark or row.note else []
    return Together(
        Heading(3, _(row.label)),
        *([SideBySide(beside)] if beside else []),
        *([Para([_("My mark: "), *mark])] if mark else []),
    )


def _said(cell: Cell, rows: Rows) -> list[str | Run]:
    """Return what was said with its source under it; the opinion's own letter is named above."""
    letters = {row.id: row.record for row in rows.of("opinion")}
    words: list[str | Run] = []
    for one in cell.said:
        text = one.text or (_("Not discussed") if one.not_discussed else "–")
        stands = source(rows, one, without=letters[cell.opinion])
        words += ["\n" if words else "", text, muted(f"\n{stands}" if stands else "")]
    return words


CHAPTERS = {
    "opinion": Chapter(
        "opinion", N_("The opinions side by side"), ("opinion", "statement", "mark"), _opinions
    )
}
