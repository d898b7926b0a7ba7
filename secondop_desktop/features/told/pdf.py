"""Who was told what, on paper."""

from secondop_desktop.exchange.pdf.blocks.flow import Block, Column, Content
from secondop_desktop.exchange.pdf.pages.chapter import (
    Chapter,
    Rows,
    below,
    dated,
    day_of,
    lines,
    papers,
    table,
    word,
)
from secondop_desktop.features.told.model import Told
from secondop_desktop.lang import N_, _


def _table(rows: Rows) -> list[Block]:
    columns = [
        Column(_("Date"), 3),
        Column(_("Who, and how"), 3),
        Column(_("What they were told or given"), 4),
        Column(_("What they answered"), 4),
    ]
    return table(rows, columns, [_cells(row, rows) for row in dated(rows.of("told"), "date")])


def _cells(row: Told, rows: Rows) -> tuple[Content, ...]:
    who = lines(rows.names(row.provider), word(rows, "told", "how", row.how))
    return day_of(row, "date"), who, below(row.what, papers(rows, *row.records)), row.answer


CHAPTERS = {"told": Chapter("told", N_("Who was told"), ("told",), _table)}
