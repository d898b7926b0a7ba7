"""The summary of the sample, against ReportLab laying out the same words by its own means.

The baseline has the words of each block ready and gives them to ReportLab as any program would:
headings and prose as its paragraphs, tables as its tables with a paragraph in each cell, columns
beside each other as a table of one row. It chooses nothing, and has no tags, links or bookmarks.
Ours reads the journal, chooses what fits on page one and puts its rows into words as well.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate
from reportlab.platypus import Table as BareTable

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.pdf.blocks.block import Stack
from secondop_desktop.exchange.pdf.blocks.flow import Block, Content, Para, SideBySide, Table
from secondop_desktop.exchange.pdf.blocks.lists import Facts, List
from secondop_desktop.exchange.pdf.blocks.prose import blocks_of
from secondop_desktop.exchange.pdf.sheet import STANDARD
from secondop_desktop.exchange.pdf.text.fonts import BODY, family
from secondop_desktop.exchange.pdf.text.runs import plain
from secondop_desktop.journal.file import Journal
from secondop_desktop.sample import write_sample
from secondop_desktop.summary.choices import Choices
from secondop_desktop.summary.page_one.room import Room
from secondop_desktop.summary.snapshot import Snapshot
from secondop_desktop.summary.story import preview, story
from tests.benchmarks.figures import Figure
from tests.benchmarks.rounds import by_turns, timed, times

_ROUNDS = 11
_WANTED = 1.5
_CELL = STANDARD.styles["cell"]


def figures(folder: Path) -> Iterator[Figure]:
    """Measure the summary as it is printed where nobody chooses anything."""
    write_sample(path := folder / "sample.secondop")
    with Journal.open(path, KINDS) as journal:
        choices = Choices(journal.entries("person")[0].id)
        blocks = story(Snapshot(journal, choices), Room(STANDARD))
        made = preview(journal, choices)[1]
        family()  # registers the fonts
        bare = _Bare()
        name = "The summary of the sample"
        bare.printed(blocks)
        yield Figure(f"{name}, its words", made.words, bare.words, unit="words")
        ours, raw = by_turns(
            _ROUNDS, timed(lambda: preview(journal, choices)), timed(lambda: bare.printed(blocks))
        )
    yield from times(name, ours, raw, _WANTED)


class _Bare:
    """ReportLab's own flowables with the words of our blocks."""

    def __init__(self) -> None:
        self.words = 0
        self._style = ParagraphStyle(
            "words", fontName=BODY, fontSize=_CELL.size, leading=_CELL.leading
        )

    def printed(self, blocks: Sequence[Block]) -> int:
        """Print the blocks and return the number of pages."""
        self.words = 0
        sheet = STANDARD
        document = SimpleDocTemplate(BytesIO(), pagesize=sheet.page)
        document.build([part for block in blocks for part in self._laid(block, sheet.width)])
        return int(document.page)

    def _laid(self, block: Block, width: float) -> list[Flowable]:
        if isinstance(block, Para):
            return [self._paragraph(plain(block.words))]
        if isinstance(block, Table):
            return self._table([[c.title for c in block.columns], *block.source], width)
        if isinstance(block, Facts):
            return self._table(block.pairs, width)
        if isinstance(block, SideBySide):
            return self._beside(block.columns, width)
        return [part for inner in _inner(block) for part in self._content(inner, width)]

    def _content(self, content: Content, width: float) -> list[Flowable]:
        return [part for block in blocks_of(content) for part in self._laid(block, width)]

    def _table(self, rows: Sequence[Sequence[Content]], width: float) -> list[Flowable]:
        if not rows:
            return []
        wide = width / len(rows[0])
        return [BareTable([[self._content(cell, wide) for cell in row] for row in rows])]

    def _beside(self, columns: Sequence[Sequence[Block]], width: float) -> list[Flowable]:
        wide = width / len(columns)
        row = [[part for b in column for part in self._laid(b, wide)] for column in columns]
        return [BareTable([row], colWidths=[wide] * len(columns))]

    def _paragraph(self, text: str) -> Paragraph:
        self.words += len(text.split())
        return Paragraph(escape(text), self._style)


def _inner(block: Block) -> Sequence[Content]:
    if isinstance(block, List):
        return block.items
    return block.blocks if isinstance(block, Stack) else ()
