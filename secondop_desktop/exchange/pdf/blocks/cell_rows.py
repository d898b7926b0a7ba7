"""Rows of cells: what tables, lists, facts and columns have in common."""

from __future__ import annotations

import copy
from abc import abstractmethod
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from secondop_desktop.exchange.pdf.blocks.block import TALL, Block, Cut, Stack
from secondop_desktop.exchange.pdf.blocks.prose import Para
from secondop_desktop.exchange.pdf.sheet import Sheet
from secondop_desktop.exchange.pdf.structure.tags import Elem

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

_FEW = 3  # rows
_SLIVER = 40.0  # points: less room than this is not worth a piece of a row


@dataclass(slots=True)
class Cell:
    """Content at a distance from the left edge of its row; its element, if it has one."""

    block: Block
    x: float
    width: float
    elem: Elem | None = None


class Row:
    """Cells side by side, as high as the highest; a tall one can be cut across."""

    __slots__ = ("_height", "again", "cells", "elem", "pad", "tall")

    def __init__(
        self,
        cells: list[Cell],
        *,
        elem: Elem | None = None,
        pad: float = 0.0,
        tall: float = TALL,
        again: Block | None = None,
    ) -> None:
        """Take the cells in reading order; ``pad`` is the space above and below them.

        A row higher than ``tall`` parts of a page may be cut; ``again`` then stands in the first
        cell of what is left, where that would be empty.
        """
        self.cells = cells
        self.elem = elem
        self.pad = pad
        self.tall = tall
        self.again = again
        self._height: float | None = None

    def height(self, canvas: TaggedCanvas) -> float:
        """Return the height of the highest cell with its padding."""
        if self._height is None:
            inner = [cell.block.height(canvas, cell.width) for cell in self.cells]
            self._height = max(inner, default=0.0) + 2 * self.pad
        return self._height

    def least(self, canvas: TaggedCanvas) -> float:
        """Return the room that is needed to start this row."""
        whole = self.height(canvas)
        return min(whole, 2 * _SLIVER) if self.is_tall(canvas) else whole

    def is_tall(self, canvas: TaggedCanvas) -> bool:
        """Return whether this row may be cut."""
        return self.height(canvas) > canvas.sheet.height * self.tall

    def cut(self, canvas: TaggedCanvas, room: float) -> tuple[Row | None, Row | None]:
        """Cut every cell at the same height; each keeps its element."""
        if self.height(canvas) <= room:
            return self, None
        if not self.is_tall(canvas) or room < _SLIVER:
            return None, self
        inner = room - 2 * self.pad
        cuts = [cell.block.cut(canvas, cell.width, inner) for cell in self.cells]
        if not any(head for head, _tail in cuts):
            return None, self
        heads, tails = zip(*cuts, strict=True)
        return self._with(heads), self._with((tails[0] or self.again, *tails[1:]))

    def _with(self, blocks: tuple[Block | None, ...]) -> Row:
        cells = [
            replace(cell, block=block or Stack([]))
            for cell, block in zip(self.cells, blocks, strict=True)
        ]
        return Row(cells, elem=self.elem, pad=self.pad, tall=self.tall, again=self.again)

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the cells, each below its element."""
        if self.elem is None:
            self._paint_cells(canvas, x, top - self.pad)
            return
        with canvas.inside(self.elem):
            self._paint_cells(canvas, x, top - self.pad)

    def _paint_cells(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        for cell in self.cells:
            block, elem = cell.block, cell.elem
            if elem is None or (isinstance(block, Para) and block.elem is elem):
                block.paint(canvas, x + cell.x, top, cell.width)
                continue
            with canvas.inside(elem):
                block.paint(canvas, x + cell.x, top, cell.width)


class Rows(Block):
    """Rows one below the other; they are laid out one page at a time."""

    def __init__(self, elem: Elem, count: int) -> None:
        """Take the element all rows are in, and how many there are."""
        self.elem = elem
        self.start = 0
        self.end = count
        self._laid: dict[int, Row] = {}

    def space(self, sheet: Sheet) -> tuple[float, float]:
        """Return a small space before and a middle one after."""
        return sheet.gap("s"), sheet.gap("m")

    @abstractmethod
    def lay(self, canvas: TaggedCanvas, width: float, index: int) -> Row:
        """Return one row, made ready for this width."""

    def headed(self, _canvas: TaggedCanvas, _width: float) -> float:
        """Return the height of what stands above the rows on every page."""
        return 0.0

    def decorate(
        self, canvas: TaggedCanvas, x: float, top: float, width: float, rows: list[Row]
    ) -> None:
        """Draw the heading above top and the lines around these rows, which begin at top."""

    def row(self, canvas: TaggedCanvas, width: float, index: int) -> Row:
        """Return a row, laid out once."""
        if index not in self._laid:
            self._laid[index] = self.lay(canvas, width, index)
        return self._laid[index]

    def rows(self, canvas: TaggedCanvas, width: float) -> list[Row]:
        """Return all rows of this part."""
        return [self.row(canvas, width, n) for n in range(self.start, self.end)]

    def height(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the height of the heading and all rows."""
        rows = self.rows(canvas, width)
        return self.headed(canvas, width) + sum(row.height(canvas) for row in rows)

    def least(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the heading and two rows, or the start of tall ones; the whole of a few."""
        if self._are_few(canvas, width):
            return self.height(canvas, width)
        needed = self.headed(canvas, width)
        for n in range(self.start, min(self.start + 2, self.end)):
            row = self.row(canvas, width, n)
            if n > self.start and needed + row.least(canvas) > canvas.sheet.height * TALL:
                break
            needed += row.least(canvas)
            if row.is_tall(canvas):
                break
        return needed

    def cut(self, canvas: TaggedCanvas, width: float, room: float) -> Cut:
        """Go on with the first row that does not fit, or with the rest of it."""
        if self._are_few(canvas, width):
            return super().cut(canvas, width, room)
        used = self.headed(canvas, width)
        for n in range(self.start, self.end):
            row = self.row(canvas, width, n)
            if used + row.height(canvas) > room + 0.01:
                head, tail = row.cut(canvas, room - used)
                alone = n == self.end - 1 and n - self.start >= _FEW and head is None
                return self._parts(n - alone, head, None if alone else tail)
            used += row.height(canvas)
        return self, None

    def _are_few(self, canvas: TaggedCanvas, width: float) -> bool:
        """Return whether these rows are so few that they go over together."""
        if self.end - self.start > _FEW:
            return False
        return self.height(canvas, width) <= canvas.sheet.height * TALL

    def _parts(self, index: int, head: Row | None, tail: Row | None) -> Cut:
        """Return the rows before index with the head, and the tail with the rows after it."""
        # What is laid already stays so: to lay long cells again on each page takes ever longer.
        after = {n: row for n, row in self._laid.items() if n > index}
        rest = self._part(index, self.end, after | ({index: tail} if tail else {}))
        if index == self.start and head is None:
            return None, rest
        laid = {n: row for n, row in self._laid.items() if n < index}
        if head is None:
            return self._part(self.start, index, laid), rest
        return self._part(self.start, index + 1, {**laid, index: head}), rest

    def _part(self, start: int, end: int, laid: dict[int, Row]) -> Self:
        part = copy.copy(self)
        part.start, part.end, part._laid = start, end, laid
        return part

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw this part."""
        rows = self.rows(canvas, width)
        with canvas.inside(self.elem):
            top -= self.headed(canvas, width)
            self.decorate(canvas, x, top, width, rows)
            self.paint_rows(canvas, x, top, rows)

    def paint_rows(self, canvas: TaggedCanvas, x: float, top: float, rows: list[Row]) -> None:
        """Draw the rows one below the other."""
        for row in rows:
            row.paint(canvas, x, top)
            top -= row.height(canvas)


class Laid(Block):
    """A block whose rows depend on the sheet; it becomes them on the first page it meets."""

    def __init__(self) -> None:
        """Start without rows."""
        self._rows: Rows | None = None

    @abstractmethod
    def rows(self, sheet: Sheet) -> Rows:
        """Return the rows for this sheet."""

    def _made(self, canvas: TaggedCanvas) -> Rows:
        if self._rows is None:
            self._rows = self.rows(canvas.sheet)
        return self._rows

    def space(self, sheet: Sheet) -> tuple[float, float]:
        """Return a small space before and a middle one after."""
        return sheet.gap("s"), sheet.gap("m")

    def height(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the height of all rows."""
        return self._made(canvas).height(canvas, width)

    def least(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the height of the first rows."""
        return self._made(canvas).least(canvas, width)

    def cut(self, canvas: TaggedCanvas, width: float, room: float) -> Cut:
        """Cut the rows."""
        return self._made(canvas).cut(canvas, width, room)

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the rows."""
        self._made(canvas).paint(canvas, x, top, width)
