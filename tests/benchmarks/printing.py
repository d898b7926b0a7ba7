"""A summary of two hundred pages, against ReportLab printing the same words in bare tables.

The bare tables are given their words and widths ready, have no tags, links, bookmarks, header or
footer, and their cells are broken into lines beforehand: ReportLab's own paragraphs take four
times as long. Ours reads the journal and puts its rows into words as well.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from reportlab.lib.utils import simpleSplit
from reportlab.platypus import SimpleDocTemplate
from reportlab.platypus import Table as BareTable

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.pdf.blocks.flow import Block, Content, Para, Table
from secondop_desktop.exchange.pdf.sheet import STANDARD
from secondop_desktop.exchange.pdf.text.fonts import BODY, family
from secondop_desktop.exchange.pdf.text.runs import Run, plain
from secondop_desktop.journal.file import Journal
from secondop_desktop.summary.choices import Choices
from secondop_desktop.summary.page_one.room import Room
from secondop_desktop.summary.snapshot import Snapshot
from secondop_desktop.summary.story import preview, story
from tests.benchmarks.figures import Figure
from tests.benchmarks.large import fill
from tests.benchmarks.rounds import by_turns, timed, times

_ENTRIES = 1_720
_TABLES = ("medicine", "symptom", "appointment", "every-result", "every-record")
_ROUNDS = 5
_WANTED = 1.5
_CHUNK = 500
"""Rows of one bare table: ReportLab takes ever longer for more."""

_CELL = STANDARD.styles["cell"]
_LOOK = [
    ("FONT", (0, 0), (-1, -1), BODY, _CELL.size, _CELL.leading),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, (0.8, 0.8, 0.8)),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), STANDARD.gutter),
    ("TOPPADDING", (0, 0), (-1, -1), STANDARD.unit * 0.6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), STANDARD.unit * 0.6),
]

Grid = tuple[list[float], list[list[str]]]
"""The widths of the columns in points, and the words of each row, the headings first."""


def figures(folder: Path) -> Iterator[Figure]:
    """Measure the complete form: every entry of the kinds that are tables."""
    path = folder / "large.secondop"
    fill(path, _ENTRIES)
    with Journal.open(path, KINDS) as journal:
        person = journal.entries("person")[0].id
        choices = Choices(person, sections=_TABLES, page_one=False)
        blocks = story(Snapshot(journal, choices), Room(STANDARD))
        grids = [_grid(block) for block in _tables(blocks)]
        pages = preview(journal, choices)[1].pages, _bare(grids)
        name = f"A summary of {pages[0]} pages"
        yield Figure(f"{name}, its pages", *pages, 1.1, "pages", own=True)
        ours, bare = by_turns(
            _ROUNDS, timed(lambda: preview(journal, choices)), timed(lambda: _bare(grids))
        )
    yield from times(name, ours, bare, _WANTED)


def _tables(blocks: Sequence[Block]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def _grid(table: Table) -> Grid:
    whole = sum(column.share for column in table.columns)
    widths = [STANDARD.width * column.share / whole for column in table.columns]
    heads = [column.title for column in table.columns]
    return widths, [heads, *([_text(cell) for cell in row] for row in table.source)]


def _text(content: Content) -> str:
    if isinstance(content, str | Run):
        return plain(content)
    if isinstance(content, Para):
        return f"\n{plain(content.words)}"
    assert not isinstance(content, Block)
    return "".join(_text(part) for part in content)


def _bare(grids: Sequence[Grid]) -> int:
    """Print them and return the number of pages."""
    family()  # registers the fonts
    file = BytesIO()
    document = SimpleDocTemplate(
        file,
        pagesize=STANDARD.page,
        leftMargin=STANDARD.side,
        rightMargin=STANDARD.side,
        topMargin=STANDARD.top,
        bottomMargin=STANDARD.bottom,
    )
    document.build([table for grid in grids for table in _bare_tables(*grid)])
    return int(document.page)


def _bare_tables(widths: Sequence[float], rows: Sequence[Sequence[str]]) -> Iterator[BareTable]:
    heads = [_broken(rows[0], widths)]
    for start in range(1, len(rows), _CHUNK):
        cells = [_broken(row, widths) for row in rows[start : start + _CHUNK]]
        yield BareTable(heads + cells, colWidths=widths, repeatRows=1, style=_LOOK)


def _broken(row: Sequence[str], widths: Sequence[float]) -> list[str]:
    return [
        "\n".join(simpleSplit(text, BODY, _CELL.size, width - STANDARD.gutter))
        for text, width in zip(row, widths, strict=True)
    ]
