"""Lists, facts (label and value), and a table of contents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from secondop_desktop.exchange.pdf.blocks.block import Block, Within
from secondop_desktop.exchange.pdf.blocks.cell_rows import Cell, Laid, Row, Rows
from secondop_desktop.exchange.pdf.blocks.prose import Content, Para, blocks_of, one_block
from secondop_desktop.exchange.pdf.blocks.spacing import rules
from secondop_desktop.exchange.pdf.sheet import Sheet
from secondop_desktop.exchange.pdf.structure.lettering import say
from secondop_desktop.exchange.pdf.structure.tags import Elem
from secondop_desktop.exchange.pdf.text.bidi import base_level, has_rtl
from secondop_desktop.exchange.pdf.text.runs import Run, Words, plain, runs

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

Mark = Literal["bullet", "number", "box", "none"]
_NUMBERING = {"bullet": "Disc", "number": "Decimal", "box": "None", "none": "None"}
_SIGNS = {"bullet": "•", "box": "□"}
_LABELS = 0.3  # of the width, for the labels of facts in one column


class List(Rows):
    """A list with bullets, numbers, boxes to tick, or nothing before its items."""

    def __init__(self, items: Sequence[Content], *, mark: Mark = "bullet") -> None:
        """Take the items in order."""
        numbering = f"/O/List/ListNumbering/{_NUMBERING[mark]}"
        super().__init__(Elem("L", attributes=numbering), len(items))
        self.items = list(items)
        self.mark: Mark = mark

    def space(self, sheet: Sheet) -> tuple[float, float]:
        """Return the space of a paragraph."""
        return 0.0, sheet.styles["body"].after

    def lay(self, canvas: TaggedCanvas, width: float, index: int) -> Row:
        """Return the mark and the item beside it."""
        body = Elem("LBody")
        indent = self._indent(canvas.sheet)
        item = self.items[index]
        from_right = _runs_from_right(item)
        content = one_block(item, elem=body)
        cells = [Cell(content, 0.0 if from_right else indent, width - indent, body)]
        if indent:
            label = Elem("Lbl")
            sign = _SIGNS.get(self.mark, f"{index + 1}.")
            mark = Para(sign, align="right" if from_right else "left", elem=label)
            cells.insert(0, Cell(mark, width - indent if from_right else 0.0, indent, label))
        return Row(cells, elem=Elem("LI"), pad=canvas.sheet.unit * 0.12)

    def _indent(self, sheet: Sheet) -> float:
        if self.mark == "none":
            return 0.0
        digits = len(str(len(self.items))) if self.mark == "number" else 1
        return sheet.styles["body"].size * (0.8 + 0.65 * digits)


def _runs_from_right(content: Content) -> bool:
    """Return whether content begins with words from right to left: its mark stands there too."""
    if isinstance(content, Block):
        return isinstance(content, Para) and _runs_from_right(content.words)
    if isinstance(content, str | Run):
        words = plain(content)
        return has_rtl(words) and base_level(words) == 1
    return bool(content) and _runs_from_right(content[0])


class Facts(Laid):
    """Labels with their values: beside them in one column, above them in two or three.

    Large print has two columns at most.
    """

    def __init__(
        self, pairs: Sequence[tuple[str, Content]], *, columns: Literal[1, 2, 3] = 1
    ) -> None:
        """Take the pairs in reading order, which goes along each row."""
        super().__init__()
        self.pairs = list(pairs)
        self.columns = columns

    def rows(self, sheet: Sheet) -> Rows:
        """Return the pairs in rows that are not too narrow."""
        return _Pairs(self.pairs, min(self.columns, 2 if sheet.large else 3))


class _Pairs(Rows):
    """Rows of so many pairs."""

    def __init__(self, pairs: Sequence[tuple[str, Content]], across: int) -> None:
        self.groups = [pairs[n : n + across] for n in range(0, len(pairs), across)]
        self.across = across
        super().__init__(Elem("L", attributes="/O/List/ListNumbering/None"), len(self.groups))

    def lay(self, canvas: TaggedCanvas, width: float, index: int) -> Row:
        pad = canvas.sheet.unit * 0.5
        if self.across == 1:
            label, value = self.groups[index][0]
            return Row(_beside(canvas, width, label, value), elem=Elem("LI"), pad=pad)
        gutter = 2 * canvas.sheet.gutter
        wide = (width - gutter * (self.across - 1)) / self.across
        cells = [
            Cell(_below(label, value), n * (wide + gutter), wide)
            for n, (label, value) in enumerate(self.groups[index])
        ]
        return Row(cells, pad=pad)

    def decorate(
        self, canvas: TaggedCanvas, x: float, top: float, width: float, rows: list[Row]
    ) -> None:
        """Draw a thin line between the rows."""
        levels = []
        for row in rows[:-1]:
            top -= row.height(canvas)
            levels.append(top)
        rules(canvas, x, levels, x + width)


def _beside(canvas: TaggedCanvas, width: float, label: str, value: Content) -> list[Cell]:
    name, body = Elem("Lbl"), Elem("LBody")
    first = (width - canvas.sheet.gutter) * _LABELS
    second = width - canvas.sheet.gutter - first
    return [
        Cell(Para(label, "fact", elem=name), 0.0, first, name),
        Cell(one_block(value, elem=body), first + canvas.sheet.gutter, second, body),
    ]


def _below(label: str, value: Content) -> Block:
    name = Para(label, "label", elem=Elem("Lbl"))
    body = Elem("LBody")
    return Within(Elem("LI"), [name, Within(body, blocks_of(value, elem=body))])


class Contents(Rows):
    """What is on which page; an entry whose place is not printed has no number."""

    def __init__(self, entries: Sequence[tuple[Words, str]]) -> None:
        """Take words and the place they lead to, in order."""
        super().__init__(Elem("TOC"), len(entries))
        self.entries = list(entries)

    def lay(self, canvas: TaggedCanvas, width: float, index: int) -> Row:
        """Return one entry and the room for its number."""
        words, place = self.entries[index]
        entry, page = Elem("Reference"), Elem("P")
        room = canvas.sheet.styles["body"].size * 3
        quiet = [
            Run(run.text, run.bold, run.italic, run.muted, f"#{place}", plain(words), quiet=True)
            for run in runs(words)
        ]
        cells = [
            Cell(Para(quiet, elem=entry), 0.0, width - room, entry),
            Cell(_PageNumber(place, page), width - room, room, page),
        ]
        return Row(cells, elem=Elem("TOCI"), pad=canvas.sheet.unit * 0.5)

    def decorate(
        self, canvas: TaggedCanvas, x: float, top: float, width: float, rows: list[Row]
    ) -> None:
        """Draw a thin line below each entry, to lead the eye to its number."""
        levels = []
        for row in rows:
            top -= row.height(canvas)
            levels.append(top)
        rules(canvas, x, levels, x + width)


class _PageNumber(Block):
    """A page number that is known only when all pages are drawn."""

    def __init__(self, place: str, elem: Elem) -> None:
        self.place = place
        self.elem = elem

    def height(self, canvas: TaggedCanvas, width: float) -> float:
        return canvas.sheet.styles["body"].leading

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        style = canvas.sheet.styles["body"]
        baseline = style.baseline(top)

        def number() -> None:
            page = canvas.page_of(self.place)
            say(canvas, str(page or ""), style, x + width, baseline, "right")

        with canvas.marked(self.elem):
            canvas.later(number)
