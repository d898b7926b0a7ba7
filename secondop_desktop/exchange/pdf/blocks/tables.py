"""Tables: header cells with a scope, headers repeated as decoration, widths by content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondop_desktop.exchange.pdf.blocks.block import Block
from secondop_desktop.exchange.pdf.blocks.cell_rows import Cell, Row, Rows
from secondop_desktop.exchange.pdf.blocks.column_widths import shared_out
from secondop_desktop.exchange.pdf.blocks.prose import Content, Para, blocks_of, one_block
from secondop_desktop.exchange.pdf.blocks.spacing import rule, rules
from secondop_desktop.exchange.pdf.sheet import PRIMARY, Sheet, StyleName
from secondop_desktop.exchange.pdf.structure.lettering import Align
from secondop_desktop.exchange.pdf.structure.tags import Elem

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

_SAMPLE = 200  # rows are read to find out how wide the columns want to be


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its part of the width, its side.

    A share of 0 lets the content decide; shares above 1 are weights.
    """

    title: str
    share: float = 0.0
    align: Align = "left"


class Table(Rows):
    """A table of any length; one element in the structure however many pages it takes."""

    def __init__(
        self,
        columns: Sequence[Column | str],
        rows: Iterable[Sequence[Content]],
        *,
        row_headers: bool = False,
    ) -> None:
        """Take columns and rows of cells; ``row_headers`` makes each first cell a heading.

        Raises ValueError when a row has not one cell for each column.
        """
        self.columns = [Column(column) if isinstance(column, str) else column for column in columns]
        self.source = list(rows)
        self.row_headers = row_headers
        if any(len(row) != len(self.columns) for row in self.source):
            raise ValueError("each row of a table needs a cell for each column")
        super().__init__(Elem("Table"), len(self.source))
        self._head = Elem("THead")
        self._body = Elem("TBody")
        self._widths: list[float] = []
        self._heading: Row | None = None

    def headed(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the height of the heading."""
        return self._heading_row(canvas, width).height(canvas)

    def lay(self, canvas: TaggedCanvas, width: float, index: int) -> Row:
        """Return one row of cells."""
        elems = [Elem("TD") for _column in self.columns]
        if self.row_headers:
            elems[0] = _header("Row")
        blocks = [
            one_block(content, self._style(n), align=self.columns[n].align, elem=elems[n])
            for n, content in enumerate(self.source[index])
        ]
        return self._row(canvas, width, blocks, elems)

    def decorate(
        self, canvas: TaggedCanvas, x: float, top: float, width: float, rows: list[Row]
    ) -> None:
        """Draw the heading, as content the first time, and a line below each row."""
        heading = self._heading_row(canvas, width)
        if self._head.parent is None:
            with canvas.inside(self._head):
                heading.paint(canvas, x, top + heading.height(canvas))
        else:
            with canvas.artifact("Pagination"):
                heading.paint(canvas, x, top + heading.height(canvas))
        rule(canvas, x, top, x + width, colour=PRIMARY, thickness=1)
        levels = []
        y = top
        for row in rows:
            y -= row.height(canvas)
            levels.append(y)
        rules(canvas, x, levels, x + width)

    def paint_rows(self, canvas: TaggedCanvas, x: float, top: float, rows: list[Row]) -> None:
        """Draw the rows in the body of the table."""
        if not rows:
            return
        with canvas.inside(self._body):
            super().paint_rows(canvas, x, top, rows)

    def _style(self, column: int) -> StyleName:
        return "head" if self.row_headers and column == 0 else "cell"

    def _row(
        self, canvas: TaggedCanvas, width: float, blocks: list[Block], elems: list[Elem]
    ) -> Row:
        cells = []
        x = 0.0
        for block, elem, wide in zip(blocks, elems, self._fitted(canvas, width), strict=True):
            cells.append(Cell(block, x, wide, elem))
            x += wide + canvas.sheet.gutter
        return Row(cells, elem=Elem("TR"), pad=canvas.sheet.unit * 0.6)

    def _heading_row(self, canvas: TaggedCanvas, width: float) -> Row:
        if self._heading is None:
            elems = [_header("Column") for _column in self.columns]
            titles: list[Block] = [
                Para(column.title, "head", align=column.align, elem=elem)
                for column, elem in zip(self.columns, elems, strict=True)
            ]
            self._heading = self._row(canvas, width, titles, elems)
        return self._heading

    def _fitted(self, canvas: TaggedCanvas, width: float) -> list[float]:
        if not self._widths:
            total = width - canvas.sheet.gutter * (len(self.columns) - 1)
            shares = [column.share for column in self.columns]
            wants = [self._wanted(canvas.sheet, n) for n in range(len(self.columns))]
            self._widths[:] = shared_out(total, shares, wants)
        return self._widths

    def _wanted(self, sheet: Sheet, column: int) -> tuple[float, float]:
        """Return the widest word and the widest line of a column, in points."""
        paras = [Para(self.columns[column].title, "head")]
        for row in self.source[:_SAMPLE]:
            blocks = blocks_of(row[column], self._style(column))
            paras += [block for block in blocks if isinstance(block, Para)]
        sizes = [para.natural_width(sheet) for para in paras]
        return max(least for least, _most in sizes), max(most for _least, most in sizes)


def _header(scope: str) -> Elem:
    return Elem("TH", attributes=f"/O/Table/Scope/{scope}")
