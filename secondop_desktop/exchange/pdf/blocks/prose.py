"""Headings and paragraphs, and how any content becomes blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Self

from secondop_desktop.exchange.pdf.blocks.block import Block, Cut, Stack
from secondop_desktop.exchange.pdf.sheet import Sheet, Style, StyleName
from secondop_desktop.exchange.pdf.structure.lettering import Align, letter
from secondop_desktop.exchange.pdf.structure.tags import Elem
from secondop_desktop.exchange.pdf.text.readable import Missing, readable
from secondop_desktop.exchange.pdf.text.runs import Run, Words, paragraphs, plain
from secondop_desktop.exchange.pdf.text.ties import tied
from secondop_desktop.exchange.pdf.text.typeset import Line, Stretch, balanced, broken, styled_lines

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

Content = Words | Block | Sequence[Words | Block]


class Para(Block):
    """One paragraph; a newline starts a new line. It is cut with two lines on either side."""

    tag: ClassVar[str] = "P"

    def __init__(
        self,
        words: Words,
        style: StyleName = "body",
        *,
        place: str = "",
        align: Align = "left",
        elem: Elem | None = None,
    ) -> None:
        """Take the words; ``place`` makes it a target of links, ``elem`` replaces its tag."""
        self.words = words
        self.style: StyleName = style
        self.place = place
        self.align: Align = align
        self.elem = elem
        self._typed: list[list[Stretch]] | None = None
        self._lines: list[Line] | None = None
        self._broken_for = 0.0

    def look(self, sheet: Sheet) -> Style:
        """Return the measures of this paragraph."""
        return sheet.styles[self.style]

    def space(self, sheet: Sheet) -> tuple[float, float]:
        """Return the spaces of the style."""
        style = self.look(sheet)
        return style.before, style.after

    def lines(self, canvas: TaggedCanvas, width: float) -> list[Line]:
        """Return the lines at this width; the words are read once."""
        if self._lines is None or (self._typed is not None and self._broken_for != width):
            if self._typed is None:
                self._typed = styled_lines(self.words, self.look(canvas.sheet), canvas.missing)
            even = self.look(canvas.sheet).even
            self._lines = (balanced if even else broken)(self._typed, width)
            self._broken_for = width
        return self._lines

    def natural_width(self, sheet: Sheet) -> tuple[float, float]:
        """Return the width of the longest word and of the longest typed line."""
        typed = styled_lines(self.words, self.look(sheet), Missing())
        words = [
            ink.width(word)
            for line in typed
            for text, ink in line
            for word in tied(text).split(" ")
        ]
        lines = [sum(ink.width(text) for text, ink in line) for line in typed]
        return max(words, default=0.0), max(lines, default=0.0)

    def height(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the height of all lines."""
        return len(self.lines(canvas, width)) * self.look(canvas.sheet).leading

    def least(self, canvas: TaggedCanvas, width: float) -> float:
        """Return two lines, or all when only one would be left over."""
        lines = len(self.lines(canvas, width))
        return self.look(canvas.sheet).leading * (lines if lines <= 3 else 2)

    def cut(self, canvas: TaggedCanvas, width: float, room: float) -> Cut:
        """Leave neither the first nor the last line alone."""
        lines = self.lines(canvas, width)
        fitting = int((room + 0.01) / self.look(canvas.sheet).leading)
        if fitting >= len(lines):
            return self, None
        fitting = min(fitting, len(lines) - 2)
        if fitting < 2:
            return None, self
        self.elem = self.elem or Elem(self.tag)
        return self._part(lines[:fitting], self.place), self._part(lines[fitting:], "")

    def _part(self, lines: list[Line], place: str) -> Self:
        part = type(self).__new__(type(self))
        part.__dict__.update(self.__dict__)
        part._typed, part._lines, part.place = None, lines, place
        return part

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the lines."""
        style = self.look(canvas.sheet)
        if self.place:
            canvas.place(self.place, top)
        elem = self.elem or Elem(self.tag)
        lines = self.lines(canvas, width)
        letter(canvas, elem, lines, x, style.baseline(top), style.leading, width, self.align)


class Again(Para):
    """Words that stand on an earlier page already: here they are decoration."""

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the lines outside the structure."""
        with canvas.artifact("Pagination"):
            super().paint(canvas, x, top, width)


class Legend(Para):
    """Words that explain the signs in what follows; they stay with it."""

    stays_with_next: ClassVar[bool] = True


class Heading(Para):
    """A heading of level 1 to 3 and its entry in the outline; it stays with what follows."""

    stays_with_next: ClassVar[bool] = True

    def __init__(self, level: int, words: Words, *, place: str = "", outline: str = "") -> None:
        """Take the words; ``outline`` are other words for the bookmark."""
        names: tuple[StyleName, ...] = ("h1", "h2", "h3")
        self._heading = Elem("H")
        super().__init__(words, names[level - 1], place=place, elem=self._heading)
        self.level = level
        self.outline = outline

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the heading; its first part goes into the outline."""
        if self._heading.parent is None:
            self._heading.tag = canvas.heading_tag(self.level)
            title = " ".join(readable(self.outline or plain(self.words), Missing()).split())
            canvas.bookmark(title or "–", self.level - 1, top)
        super().paint(canvas, x, top, width)


def blocks_of(
    content: Content, style: StyleName = "body", *, align: Align = "left", elem: Elem | None = None
) -> list[Block]:
    """Return any content as blocks; a single paragraph becomes the content of ``elem`` itself."""
    if isinstance(content, Block):
        return [content]
    if isinstance(content, str | Run):
        return _paragraphs(content, style, align, elem)
    found: list[Block] = []
    words: list[str | Run] = []
    for part in content:
        if isinstance(part, str | Run):
            words.append(part)
            continue
        if words:
            found += _paragraphs(words, style, align, None)
            words = []
        found += blocks_of(part, style, align=align)
    return found + (_paragraphs(words, style, align, None if found else elem) if words else [])


def _paragraphs(words: Words, style: StyleName, align: Align, elem: Elem | None) -> list[Block]:
    parts = paragraphs(words)
    only = elem if len(parts) == 1 else None
    return [Para(part, style, align=align, elem=only) for part in parts]


def one_block(
    content: Content, style: StyleName = "body", *, align: Align = "left", elem: Elem | None = None
) -> Block:
    """Return any content as one block."""
    blocks = blocks_of(content, style, align=align, elem=elem)
    return blocks[0] if len(blocks) == 1 else Stack(blocks)
