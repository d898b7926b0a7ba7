"""The opinions side by side on paper, with the person's own marks and every source."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import (
    Block,
    Column,
    Heading,
    Para,
    SideBySide,
    Table,
    Together,
    noted,
)
from secondop_desktop.exchange.pdf.pages.chapter import (
    Chapter,
    Rows,
    brief_of,
    found_in,
    listed,
    source,
    table,
    word,
)
from secondop_desktop.exchange.pdf.text.runs import Run, bold, mention, muted
from secondop_desktop.features.opinions.rules import side_by_side
from secondop_desktop.features.opinions.rules.aspects import MARKS
from secondop_desktop.features.opinions.rules.side_by_side import Cell, Grid
from secondop_desktop.lang import N_, _, ngettext

ACROSS = 3
"""Opinions beside one another on upright paper; more than these follow in a second table."""

ACROSS_WIDE = 4
"""The same on paper that lies on its side."""

_PAIR = 2


def _opinions(rows: Rows) -> list[Block]:
    """Compare the opinions on the question that the paper is about."""
    found = {name: rows.of_case(name) for name in ("opinion", "mark")}
    others = len(rows.of("opinion")) - len(found["opinion"])
    text = ngettext(
        "{n} opinion on another question is not shown here.",
        "{n} opinions on other questions are not shown here.",
        others,
    )
    below: list[Block] = [Para(muted(text.format(n=others)), "small")] if others else []
    return [*noted(_of_cases(found, rows), below), *_left_over(rows)]


def _every(rows: Rows) -> list[Block]:
    """Compare the opinions on every question, one after the other."""
    return _of_cases({name: rows.of(name) for name in ("opinion", "mark")}, rows)


def _of_cases(found: Mapping[str, Sequence[Any]], rows: Rows) -> list[Block]:
    blocks: list[Block] = []
    cases = dict.fromkeys(row.case for name in found for row in found[name])
    for case in cases:
        mine = {name: [row for row in found[name] if row.case == case] for name in found}
        whole = side_by_side.grid(mine["opinion"], rows.of("statement"), mine["mark"])
        if title := rows.names(case) if len(cases) > 1 else "":
            blocks.append(Heading(3, title))
        blocks += [*_who_said(whole, mine["opinion"], rows), *_compared(whole, rows)]
    return blocks


def _left_over(rows: Rows) -> list[Block]:
    """Print what was begun without saying to which opinion it belongs."""
    found = [row for row in rows.of("statement") if not row.opinion]
    cells = [(rows.names(row.id), row.text, found_in(rows, row)) for row in found]
    columns = [Column(_("About"), 3), Column(_("What was said"), 6), Column(_("Where"), 3)]
    return table(rows, columns, cells)


def _who_said(whole: Grid, found: Sequence[Any], rows: Rows) -> list[Block]:
    """Say who gave each opinion, when, how, from what, and the whole of it in short."""
    by_id = {row.id: row for row in found}
    said = [_about(column.title, by_id[column.id], rows) for column in whole.columns]
    if rows.large or len(said) != _PAIR:
        return [*said]
    return [SideBySide(said)]


def _about(title: str, row: Any, rows: Rows) -> Block:
    name = rows.names(row.provider)
    how = word(rows, "opinion", "how", row.how)
    by = listed(brief_of(row, "date"), how[:1].lower() + how[1:]) or _("date not recorded")
    words: list[str | Run] = [bold(": ".join(part for part in (title, name) if part))]
    words.append(muted(f" – {by}"))
    if letter := rows.names(row.record):
        words += [muted(", "), mention(letter, f"record {row.record}", muted=True)]
    words += [f"\n{row.notes}"] if row.notes else []
    return Para([*words, *_seen(row, rows)], "tight")


def _seen(row: Any, rows: Rows) -> list[str | Run]:
    """Say which papers and results they looked at; each paper leads to where it is listed."""
    known = [(rows.names(entry), f"record {entry}") for entry in row.records_seen]
    count = sum(bool(rows.names(entry)) for entry in row.results_seen)
    results = ngettext("{n} test result", "{n} test results", count).format(n=count)
    known += [(results, "result")] if count else []
    words: list[str | Run] = []
    for name, place in known:
        if name:
            words += [muted(", " if words else ""), mention(name, place, muted=True)]
    return [muted("\n" + _("Looked at: ")), *words] if words else []


def _compared(whole: Grid, rows: Rows) -> list[Block]:
    marked = len(whole.columns) > 1  # what was compared with an opinion left out is not told
    known = [row if marked else replace(row, mark="", note="") for row in whole.rows]
    known = [row for row in known if row.mark or row.note or any(c.said for c in row.cells)]
    known.sort(key=lambda row: not row.differs)  # the others keep their order
    if rows.large:
        return [*_in_short(whole), *(one for row in known for one in _stacked(whole, row, rows))]
    across = _across(len(whole.columns), wide=rows.wide)
    starts = range(0, len(whole.columns), across)
    said = known or any(column.overall for column in whole.columns)
    return [_table(whole, known, slice(at, at + across), rows) for at in starts] if said else []


def _in_short(whole: Grid) -> list[Block]:
    """Say each opinion in short, for large print."""
    said = [column for column in whole.columns if column.overall]
    lines = [Para([bold(f"{column.title}: "), column.overall], "tight") for column in said]
    return [Together(Para(bold(_("In short")), "label"), *lines[:1]), *lines[1:]] if said else []


def _across(count: int, *, wide: bool) -> int:
    """Return how many stand beside one another; two tables on wide paper share them evenly."""
    most = ACROSS_WIDE if wide else ACROSS
    return -(-count // -(-count // most)) if wide and count else most


def _table(whole: Grid, known: Sequence[side_by_side.Row], shown: slice, rows: Rows) -> Block:
    """Lay out some opinions beside each other; the marks stand beside the first of them."""
    marked = shown.start == 0 and any(row.mark or row.note for row in known)
    columns = [Column(_("About"), 2.6), *(Column(c.title, 6) for c in whole.columns[shown])]
    cells = [
        [bold(_(row.label)), *(_words_of(c, rows) or "–" for c in row.cells[shown])]
        for row in known
    ]
    if marked:
        columns.append(Column(_("My mark"), 3.4))
        cells = [[*line, _mark(row)] for line, row in zip(cells, known, strict=True)]
    overall = [column.overall for column in whole.columns[shown]]
    if any(overall):
        said = [text or "–" for text in overall]
        cells.insert(0, [bold(_("In short")), *said, *([""] if marked else [])])
    tinted = [at for at, row in enumerate(known, int(any(overall))) if row.differs]
    return Table(columns, cells, row_headers=True, look="tight", tinted=tinted)


def _mark(row: side_by_side.Row) -> list[str | Run]:
    word = _(dict(MARKS).get(row.mark, row.mark))
    return [bold(word), f". {row.note}" if word and row.note else row.note]


def _stacked(whole: Grid, row: side_by_side.Row, rows: Rows) -> list[Block]:
    """Lay out one aspect for large print: each opinion below the one before, the mark last."""
    said = [
        Para([bold(f"{column.title}: "), *(_words_of(cell, rows) or ["–"])], "tight")
        for column, cell in zip(whole.columns, row.cells, strict=True)
    ]
    mark = _mark(row) if row.mark or row.note else []
    own = [Para([_("My mark: "), *mark], "tight")] if mark else []
    return [Together(Para(bold(_(row.label)), "label"), *said[:1]), *said[1:], *own]


def _words_of(cell: Cell, rows: Rows) -> list[str | Run]:
    """Return what was said with its source under it; the opinion's own letter is named above."""
    letters = {row.id: row.record for row in rows.of("opinion")}
    words: list[str | Run] = []
    for one in cell.said:
        text = one.text or (_("Not discussed") if one.not_discussed else "–")
        stands = source(rows, one, without=letters[cell.opinion])
        words += ["\n" if words else "", text]
        if stands:
            place = f"record {one.record or letters[cell.opinion]}"
            words += [muted(" ("), mention(stands, place, muted=True), muted(")")]
    return words


CHAPTERS = {
    "opinion": Chapter(
        "opinion",
        N_("The opinions side by side"),
        ("opinion", "statement", "mark"),
        _opinions,
        usual=True,
    ),
    "every-opinion": Chapter(
        "every-opinion", N_("Opinions on every question"), ("opinion", "statement", "mark"), _every
    ),
}
