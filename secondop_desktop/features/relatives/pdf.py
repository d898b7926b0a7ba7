"""The family history on paper: who had what, at what age, and whether they died of it."""

from secondop_desktop.exchange.pdf.blocks.flow import Block, Column, Content
from secondop_desktop.exchange.pdf.pages.chapter import (
    Chapter,
    Rows,
    below,
    day_of,
    lines,
    on,
    papers,
    table,
    titled,
    word,
)
from secondop_desktop.features.relatives.model import Relative
from secondop_desktop.features.relatives.rules import age_words, end_words
from secondop_desktop.lang import N_, _


def _relatives(rows: Rows) -> list[Block]:
    columns = [
        Column(_("Who"), 3),
        Column(_("What they have or had"), 4),
        Column(_("Age, and how it ended"), 4),
        Column(_("Notes"), 4),
    ]
    return table(
        rows, columns, [_cells(row, rows) for row in rows.of("relative")], row_headers=True
    )


def _cells(row: Relative, rows: Rows) -> list[Content]:
    end = lines(age_words(row), day_of(row, "date"), *end_words(row))
    sure = word(rows, "relative", "certainty", row.certainty)
    written = on(_("written down {date}"), day_of(row, "recorded"))
    said = below(sure, row.notes, written, papers(rows, *row.records))
    return [titled(row.who), row.condition, end, said]


CHAPTERS = {"relative": Chapter("relative", N_("Family history"), ("relative",), _relatives)}
