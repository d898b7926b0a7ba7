"""Content that is set apart: tinted boxes, and columns side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from secondop_desktop.exchange.pdf.blocks.block import TALL, Block, Cut, Within
from secondop_desktop.exchange.pdf.blocks.cell_rows import Cell, Laid, Row, Rows
from secondop_desktop.exchange.pdf.blocks.prose import Content, Para, blocks_of
from secondop_desktop.exchange.pdf.sheet import DIVIDER, TINTS, Sheet, Tint, rgb
from secondop_desktop.exchange.pdf.structure.tags import Elem

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

_BAR = 3.0


class Box(Within):
    """Tinted content with a bar at its left, so that it stands out on a grey print too."""

    def __init__(
        self, content: Content, *, title: str = "", tint: Tint = "calm", close: bool = False
    ) -> None:
        """Take the content; ``title`` stands above it in bold. A ``close`` one spares room."""
        blocks = blocks_of(content)
        super().__init__(Elem("Div"), [Para(title, "strong"), *blocks] if title else blocks)
        self.tint: Tint = tint
        self.close = close

    def space(self, sheet: Sheet) -> tuple[float, float]:
        """Return a middle space on both sides, a small one where it is close."""
        size: Literal["s", "m"] = "s" if self.close else "m"
        return sheet.gap(size), sheet.gap(size)

    def _pad(self, sheet: Sheet) -> float:
        return sheet.unit * (0.7 if self.close else 1.6)

    def height(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the content with its padding."""
        pad = self._pad(canvas.sheet)
        return super().height(canvas, self._inner(canvas, width)) + 2 * pad

    def least(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the start of the content with its padding; the whole of a small box."""
        whole = self.height(canvas, width)
        if whole <= canvas.sheet.height * TALL:
            return whole
        return super().least(canvas, self._inner(canvas, width)) + 2 * self._pad(canvas.sheet)

    def cut(self, canvas: TaggedCanvas, width: float, room: float) -> Cut:
        """Go on in a second box, unless this one is small enough to go over whole."""
        whole = self.height(canvas, width)
        if whole <= room:
            return self, None
        if whole <= canvas.sheet.height * TALL:
            return None, self
        return super().cut(canvas, self._inner(canvas, width), room - 2 * self._pad(canvas.sheet))

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the tint and the bar, then the content."""
        height = self.height(canvas, width)
        fill, bar = TINTS[self.tint]
        with canvas.artifact("Background"):
            canvas.setFillColorRGB(*rgb(fill))
            canvas.rect(x, top - height, width, height, stroke=0, fill=1)
            canvas.setFillColorRGB(*rgb(bar))
            canvas.rect(x, top - height, _BAR, height, stroke=0, fill=1)
        pad = self._pad(canvas.sheet)
        super().paint(canvas, x + _BAR + pad, top - pad, self._inner(canvas, width))

    def _inner(self, canvas: TaggedCanvas, width: float) -> float:
        return max(width - _BAR - 2 * self._pad(canvas.sheet), 1.0)


class SideBySide(Laid):
    """Two to four columns to compare; in large print they stand two by two."""

    def __init__(self, columns: Sequence[Content], *, close: bool = False) -> None:
        """Take the columns from left to right, which is also the order of reading.

        ``close`` ones have little room around them and no line between them.
        """
        super().__init__()
        self.columns = [blocks_of(column) for column in columns]
        self.close = close

    def space(self, sheet: Sheet) -> tuple[float, float]:
        """Return the space around them."""
        return self.rows(sheet).space(sheet)

    def rows(self, sheet: Sheet) -> Rows:
        """Return the columns in rows that are not too narrow."""
        return _Columns(self.columns, 2 if sheet.large else 4, close=self.close)


class _Columns(Rows):
    """Columns in rows of at most so many."""

    def __init__(
        self, columns: Sequence[Sequence[Block]], most: int, *, close: bool = False
    ) -> None:
        self.close = close
        self.across = max(1, min(len(columns), most))
        super().__init__(Elem("Div"), -(-len(columns) // self.across))
        self.columns = [Within(Elem("Div"), column) for column in columns]

    def space(self, sheet: Sheet) -> tuple[float, float]:
        return (0.0, sheet.unit / 2) if self.close else (sheet.gap("s"), sheet.gap("s"))

    def lay(self, canvas: TaggedCanvas, width: float, index: int) -> Row:
        gutter = 2 * canvas.sheet.gutter
        wide = (width - gutter * (self.across - 1)) / self.across
        shown = self.columns[index * self.across : (index + 1) * self.across]
        cells = [Cell(column, n * (wide + gutter), wide) for n, column in enumerate(shown)]
        pad = 0.0 if self.close else canvas.sheet.unit * 0.5
        return Row(cells, pad=pad, tall=0.6)

    def decorate(
        self, canvas: TaggedCanvas, x: float, top: float, width: float, rows: list[Row]
    ) -> None:
        """Draw a thin upright line between the columns."""
        if self.close:
            return
        with canvas.artifact():
            canvas.setStrokeColorRGB(*rgb(DIVIDER))
            canvas.setLineWidth(0.5)
            for row in rows:
                foot = top - row.height(canvas)
                for cell in row.cells[1:]:
                    middle = x + cell.x - canvas.sheet.gutter
                    canvas.line(middle, top, middle, foot)
                top = foot
