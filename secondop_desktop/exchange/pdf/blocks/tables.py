"""Tables: header cells with a scope, headers repeated as decoration, widths by content."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from secondop_desktop.exchange.pdf.blocks.block import Block
from secondop_desktop.exchange.pdf.blocks.cell_rows import Cell, Row, Rows
from secondop_desktop.exchange.pdf.blocks.column_widths import shared_out
from secondop_desktop.exchange.pdf.blocks.prose import Again, Content, Para, blocks_of, one_block
from secondop_desktop.exchange.pdf.blocks.spacing import rule, rules
from secondop_desktop.exchange.pdf.sheet import MARKED, PRIMARY, Sheet, StyleName, rgb
from secondop_desktop.exchange.pdf.structure.lettering import Align
from secondop_desktop.exchange.pdf.structure.tags import Elem
from secondop_desktop.exchange.pdf.text.runs import Run, Words, bold, muted, plain
from secondop_desktop.lang import _

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

Look = Literal["cell", "tight", "grid"]
_PAD, _CLOSE_PAD = 0.6, 0.18  # of the unit, above and below a row
_CLOSE_GUTTER = 1.2  # of the unit
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
        look: Look = "cell",
        headed: bool = True,
        tinted: Collection[int] = (),
    ) -> None:
        """Take columns and rows of cells; ``row_headers`` makes each first cell a heading.

        A row that is cut then bears the first words of its heading again. ``tight`` and ``grid``
        are closer and smaller than ``cell``; ``tinted`` are the numbers of rows that stand out.
        Raises ValueError when a row has not one cell for each column.
        """
        self.columns = [Column(column) if isinstance(column, str) else column for column in columns]
        self.source = list(rows)
        self.row_headers = row_headers
        self.look: Look = look
        self.is_headed = headed
        self.tinted = frozenset(tinted)
        if any(len(row) != len(self.columns) for row in self.source):
            raise ValueError("each row of a table needs a cell for each column")
        super().__init__(Elem("Table"), len(self.source))
        self._head = Elem("THead")
        self._body = Elem("TBody")
        self._widths: list[float] = []
        self._heading: Row | None = None

    def space(self, sheet: Sheet) -> tuple[float, float]:
        """Return the space around it; a close one spares room."""
        return super().space(sheet) if self.look == "cell" else (sheet.unit / 2, sheet.unit)

    def headed(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the height of the heading."""
        if not self.is_headed:
            return 0.0
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
        return self._row(canvas, width, blocks, elems, again=self._again(index))

    def _again(self, index: int) -> Block | None:
        """Return the heading of a row as it stands again where the row goes on."""
        head = self.source[index][0] if self.row_headers else ""
        if isinstance(head, Sequence) and not isinstance(head, str):
            head = next(iter(head), "")
        if not isinstance(head, str | Run) or not plain(head):
            return None
        said = [bold(plain(head)), muted(" " + _("(continued)"))]
        return Again(said, self.look)

    def decorate(
        self, canvas: TaggedCanvas, x: float, top: float, width: float, rows: list[Row]
    ) -> None:
        """Draw the heading, as content the first time, and a line below each row."""
        self._tint(canvas, x, top, width, rows)
        if self.is_headed:
            self._paint_heading(canvas, x, top, width)
        rule(canvas, x, top, x + width, colour=PRIMARY, thickness=1 if self.is_headed else 0.5)
        levels = []
        y = top
        for row in rows:
            y -= row.height(canvas)
            levels.append(y)
        rules(canvas, x, levels, x + width)

    def _tint(
        self, canvas: TaggedCanvas, x: float, top: float, width: float, rows: list[Row]
    ) -> None:
        for index, row in enumerate(rows, self.start):
            height = row.height(canvas)
            if index in self.tinted:
                with canvas.artifact("Background"):
                    canvas.setFillColorRGB(*rgb(MARKED))
                    canvas.rect(x, top - height, width, height, stroke=0, fill=1)
            top -= height

    def _paint_heading(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        heading = self._heading_row(canvas, width)
        if self._head.parent is None:
            with canvas.inside(self._head):
                heading.paint(canvas, x, top + heading.height(canvas))
        else:
            with canvas.artifact("Pagination"):
                heading.paint(canvas, x, top + heading.height(canvas))

    def paint_rows(self, canvas: TaggedCanvas, x: float, top: float, rows: list[Row]) -> None:
        """Draw the rows in the body of the table."""
        if not rows:
            return
        with canvas.inside(self._body):
            super().paint_rows(canvas, x, top, rows)

    def _style(self, column: int) -> StyleName:
        if self.look != "cell":
            return self.look
        return "head" if self.row_headers and column == 0 else "cell"

    def _gutter(self, sheet: Sheet) -> float:
        return sheet.gutter if self.look == "cell" else sheet.unit * _CLOSE_GUTTER

    def _row(
        self,
        canvas: TaggedCanvas,
        width: float,
        blocks: list[Block],
        elems: list[Elem],
        again: Block | None = None,
    ) -> Row:
        cells = []
        x = 0.0
        for block, elem, wide in zip(blocks, elems, self._fitted(canvas, width), strict=True):
            cells.append(Cell(block, x, wide, elem))
            x += wide + self._gutter(canvas.sheet)
        pad = _PAD if self.look == "cell" else _CLOSE_PAD
        return Row(cells, elem=Elem("TR"), pad=canvas.sheet.unit * pad, again=again)

    def _heading_row(self, canvas: TaggedCanvas, width: float) -> Row:
        if self._heading is None:
            elems = [_header("Column") for _column in self.columns]
            titles: list[Block] = [
                Para(self._title(column), self._head_style(), align=column.align, elem=elem)
                for column, elem in zip(self.columns, elems, strict=True)
            ]
            self._heading = self._row(canvas, width, titles, elems)
        return self._heading

    def _head_style(self) -> StyleName:
        return "head" if self.look == "cell" else self.look

    def _title(self, column: Column) -> Words:
        return column.title if self.look == "cell" else bold(column.title)

    def _fitted(self, canvas: TaggedCanvas, width: float) -> list[float]:
        if not self._widths:
            total = width - self._gutter(canvas.sheet) * (len(self.columns) - 1)
            shares = [column.share for column in self.columns]
            wants = [self._wanted(canvas.sheet, n) for n in range(len(self.columns))]
            self._widths[:] = shared_out(total, shares, wants)
        return self._widths

    def _wanted(self, sheet: Sheet, column: int) -> tuple[float, float]:
        """Return the widest word and the widest line of a column, in points."""
        paras = [Para(self._title(self.columns[column]), self._head_style())]
        for row in self.source[:_SAMPLE]:
            blocks = blocks_of(row[column], self._style(column))
            paras += [block for block in blocks if isinstance(block, Para)]
        sizes = [para.natural_width(sheet) for para in paras]
        return max(least for least, _most in sizes), max(most for _least, most in sizes)


def _header(scope: str) -> Elem:
    return Elem("TH", attributes=f"/O/Table/Scope/{scope}")
