"""Space, lines, page ends, and what must stay together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from secondop_desktop.exchange.pdf.blocks.block import Block, Cut, Stack
from secondop_desktop.exchange.pdf.blocks.prose import Content, Para, blocks_of
from secondop_desktop.exchange.pdf.sheet import DIVIDER, EDGE, Sheet, rgb

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas


class Gap(Block):
    """Empty space; it vanishes at the top of a page."""

    def __init__(self, size: Literal["s", "m", "l"] = "m") -> None:
        """Take a small, middle or large space."""
        self.size: Literal["s", "m", "l"] = size

    def height(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the space."""
        return canvas.sheet.gap(self.size)

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw nothing."""


class Rule(Block):
    """A thin line across, as decoration."""

    def space(self, sheet: Sheet) -> tuple[float, float]:
        """Return a small space on both sides."""
        return sheet.unit, sheet.unit

    def height(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the thickness."""
        return 0.5

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the line."""
        rule(canvas, x, top, x + width)


def rule(
    canvas: TaggedCanvas,
    left: float,
    y: float,
    right: float,
    *,
    colour: str = DIVIDER,
    thickness: float = 0.5,
) -> None:
    """Draw a level line as decoration."""
    rules(canvas, left, [y], right, colour=colour, thickness=thickness)


def rules(
    canvas: TaggedCanvas,
    left: float,
    levels: Sequence[float],
    right: float,
    *,
    colour: str = DIVIDER,
    thickness: float = 0.5,
) -> None:
    """Draw level lines at these heights as decoration."""
    if not levels:
        return
    lines = [f"{left:.2f} {y:.2f} m {right:.2f} {y:.2f} l" for y in levels]
    with canvas.artifact():
        canvas.setStrokeColorRGB(*rgb(colour))
        canvas.setLineWidth(thickness)
        canvas.write(" ".join([*lines, "S"]))


class NewPage(Block):
    """The end of a page, unless nothing stands on it yet."""

    def height(self, canvas: TaggedCanvas, width: float) -> float:
        """Return nothing: a page end has no height."""
        return 0.0

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw nothing."""


class Room(Block):
    """A page end unless this much room is left, in points."""

    def __init__(self, points: float) -> None:
        """Take the room that is wanted; at most the height of a page is waited for."""
        self.points = points

    def height(self, canvas: TaggedCanvas, width: float) -> float:
        """Return nothing."""
        return 0.0

    def cut(self, canvas: TaggedCanvas, width: float, room: float) -> Cut:
        """Ask for a page when the room is not there."""
        return (self, None) if room >= self.points else (None, self)

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw nothing."""


class Together(Stack):
    """Content that moves to the next page as one, unless it is taller than ``most`` of a page."""

    def __init__(self, *content: Content, most: float = 1.0) -> None:
        """Take the content in reading order, and how high it may be to stay whole (1: a page)."""
        super().__init__([block for part in content for block in blocks_of(part)])
        self.most = most

    def space(self, sheet: Sheet) -> tuple[float, float]:
        """Return the space before the first and after the last block."""
        if not self.blocks:
            return 0.0, 0.0
        return self.blocks[0].space(sheet)[0], self.blocks[-1].space(sheet)[1]

    def least(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the whole height, where it stays whole."""
        whole = self.height(canvas, width)
        return whole if self._stays(canvas, whole) else super().least(canvas, width)

    def cut(self, canvas: TaggedCanvas, width: float, room: float) -> Cut:
        """Refuse to be cut, where it stays whole."""
        whole = self.height(canvas, width)
        if whole <= room:
            return self, None
        return (None, self) if self._stays(canvas, whole) else super().cut(canvas, width, room)

    def _stays(self, canvas: TaggedCanvas, whole: float) -> bool:
        return whole <= canvas.sheet.height * self.most


class Noted(Stack):
    """A block and the note below it; an end of the block goes over where the note alone would."""

    def space(self, sheet: Sheet) -> tuple[float, float]:
        """Return the space before the block and after the note."""
        return self.blocks[0].space(sheet)[0], self.blocks[-1].space(sheet)[1]

    def least(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the least of the block, or all where the block stays whole."""
        least = super().least(canvas, width)
        whole = self.height(canvas, width)
        parted = least < self.blocks[0].height(canvas, width)
        return least if parted or whole > canvas.sheet.height else whole

    def cut(self, canvas: TaggedCanvas, width: float, room: float) -> Cut:
        """Cut the block, also where it would fit and only the note would not."""
        whole = self.height(canvas, width)
        if len(self.blocks) == 1 or whole <= room:
            return super().cut(canvas, width, room)
        high = self.blocks[0].height(canvas, width)
        head, tail = self.blocks[0].cut(canvas, width, min(room, high - 1))
        if tail is None or (head is None and whole > canvas.sheet.height):
            return super().cut(canvas, width, room)
        return self._cut_at(0, head, tail)


def noted(blocks: Sequence[Block], notes: Sequence[Block]) -> list[Block]:
    """Return the blocks with a note below the last, so that it stands on no page alone."""
    if not blocks or not notes:
        return [*blocks, *notes]
    return [*blocks[:-1], Noted([blocks[-1], *notes])]


class WritingLines(Block):
    """Ruled room to write by hand, as decoration below its printed label."""

    def __init__(self, count: int, label: str = "") -> None:
        """Take how many lines, and what they are for."""
        self.count = count
        self.label = label
        self._heads: Sequence[Block] = [Para(label, "label")] if label else []

    def space(self, sheet: Sheet) -> tuple[float, float]:
        """Return a small space before and a middle one after."""
        return sheet.gap("s"), sheet.gap("m")

    def _label_height(self, canvas: TaggedCanvas, width: float) -> float:
        return sum(block.height(canvas, width) for block in self._heads)

    def height(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the label and the lines."""
        return self._label_height(canvas, width) + self.count * canvas.sheet.writing_line

    def least(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the label and up to two lines."""
        lines = min(self.count, 2)
        return self._label_height(canvas, width) + lines * canvas.sheet.writing_line

    def cut(self, canvas: TaggedCanvas, width: float, room: float) -> Cut:
        """Go on with the lines that did not fit."""
        left = room - self._label_height(canvas, width)
        fitting = int(left / canvas.sheet.writing_line)
        if fitting >= self.count:
            return self, None
        if self.least(canvas, width) > room:
            return None, self
        head = WritingLines(fitting, self.label)
        head._heads = self._heads
        return head, WritingLines(self.count - fitting)

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the label, then the lines."""
        for block in self._heads:
            block.paint(canvas, x, top, width)
        y = top - self._label_height(canvas, width)
        for _line in range(self.count):
            y -= canvas.sheet.writing_line
            rule(canvas, x, y, x + width, colour=EDGE, thickness=0.4)
