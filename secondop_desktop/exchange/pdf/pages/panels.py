"""One sheet of paper in several panels, to be cut or folded: content flows from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from secondop_desktop.exchange.pdf.blocks.block import Block, Cut, Stack
from secondop_desktop.exchange.pdf.pages.document import About, Built
from secondop_desktop.exchange.pdf.pages.page_breaks import OnPage, Pages
from secondop_desktop.exchange.pdf.sheet import EDGE, MM, Sheet, Style, rgb
from secondop_desktop.exchange.pdf.structure.lettering import say
from secondop_desktop.exchange.pdf.structure.metadata import Info
from secondop_desktop.exchange.pdf.text.readable import Missing, readable
from secondop_desktop.exchange.pdf.text.typeset import broken, styled_lines

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

_FOOT = 4 * MM


@dataclass(frozen=True)
class Panels:
    """How many panels lie across and down, and the size and the margin of each, in points."""

    across: int
    down: int
    width: float
    height: float
    margin: float

    @property
    def inside(self) -> tuple[float, float]:
        """Return the room for content in one panel, above the line at its foot."""
        return self.width - 2 * self.margin, self.height - 2 * self.margin - _FOOT

    def corners(self, sheet: Sheet) -> list[tuple[float, float]]:
        """Return the upper left corner of each panel, row by row, in the middle of the paper."""
        left = (sheet.page[0] - self.across * self.width) / 2
        top = sheet.page[1] - (sheet.page[1] - self.down * self.height) / 2
        return [
            (left + column * self.width, top - row * self.height)
            for row in range(self.down)
            for column in range(self.across)
        ]


def scaled(sheet: Sheet, by: float) -> Sheet:
    """Return the measures with all letters and spaces larger or smaller."""
    styles = {
        name: replace(
            style, size=style.size * by, leading=style.leading * by,
            before=style.before * by, after=style.after * by,
        )
        for name, style in sheet.styles.items()
    }  # fmt: skip
    return replace(sheet, styles=styles, unit=sheet.unit * by)


def height_of(blocks: Sequence[Block], sheet: Sheet, panels: Panels) -> float:
    """Return how high blocks are in a panel of this width; they can be drawn nowhere else."""
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

    return Stack(blocks).height(TaggedCanvas(sheet, Info("")), panels.inside[0])


def preview(
    blocks: Sequence[Block],
    about: About,
    sheet: Sheet,
    panels: Panels,
    *,
    on_page: OnPage | None = None,
) -> tuple[bytes, Built]:
    """Return a tagged PDF of these blocks, on as many sheets as they take."""
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

    panel = panels.inside[1]  # what is tall, and so may be parted, is so for a panel
    edges = replace(sheet, top=sheet.page[1] - panel, bottom=0.0, side=0.0)
    title = " ".join(readable(about.title, Missing()).split())
    canvas = TaggedCanvas(edges, Info(title, about.lang))
    for text in (about.person, about.born, about.made):
        readable(text, canvas.missing)
    used: list[int] = []
    Pages(canvas, on_page).fill([_Sheet(Stack(blocks), panels, used)])
    pages = canvas.page + 1
    said = [part for part in (about.person, about.born, about.made) if part]
    data = canvas.finish(_Foot(said, panels, used).draw)
    return data, Built(pages, canvas.missing, canvas.places, canvas.words)


class _Sheet(Block):
    """All panels of one sheet of paper; ``used`` learns how many of them hold something."""

    def __init__(self, content: Stack, panels: Panels, used: list[int]) -> None:
        self.content, self.panels, self.used = content, panels, used
        self.held: list[Stack] = []

    def height(self, canvas: TaggedCanvas, width: float) -> float:
        return canvas.sheet.height

    def cut(self, canvas: TaggedCanvas, width: float, room: float) -> Cut:
        """Fill the panels of one sheet; what is left goes on to the next."""
        wide, high = self.panels.inside
        full, rest = _Sheet(self.content, self.panels, self.used), self.content
        for _panel in range(self.panels.across * self.panels.down):
            if not rest.blocks:
                break
            head, rest = _parted(rest, canvas, wide, high)
            full.held.append(head)
        return full, _Sheet(rest, self.panels, self.used) if rest.blocks else None

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        self.used.append(len(self.held))
        wide, margin = self.panels.inside[0], self.panels.margin
        for (left, upper), held in zip(self.panels.corners(canvas.sheet), self.held, strict=False):
            held.paint(canvas, left + margin, upper - margin, wide)


def _parted(content: Stack, canvas: TaggedCanvas, wide: float, high: float) -> tuple[Stack, Stack]:
    """Return what fits, and the rest; what cannot be made smaller goes in as it is."""
    head, rest = content.cut(canvas, wide, high)
    if head is None:
        return Stack(content.blocks[:1]), Stack(content.blocks[1:])
    return _stack(head), _stack(rest)


def _stack(block: Block | None) -> Stack:
    if block is None:
        return Stack([])
    return block if isinstance(block, Stack) else Stack([block])


class _Foot:
    """At the foot of each panel whose it is, and where to cut or to fold; decoration."""

    def __init__(self, said: Sequence[str], panels: Panels, used: Sequence[int]) -> None:
        self.said, self.panels, self.used = said, panels, used

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Draw on one finished sheet."""
        panels, style = self.panels, canvas.sheet.chrome
        corners = panels.corners(canvas.sheet)[: self.used[page - 1]]
        foot = self._fitting(style)
        with canvas.artifact("Pagination"):
            for left, top in corners:
                low = top - panels.height + panels.margin
                say(canvas, foot, style, left + panels.margin, low, room=panels.inside[0])
            if panels.across * panels.down > 1:
                self._edges(canvas, corners)

    def _fitting(self, style: Style) -> str:
        """Return as much of the foot as fits whole: the name at least."""
        for count in range(len(self.said), 1, -1):
            foot = " · ".join(self.said[:count])
            if len(broken(styled_lines(foot, style, Missing()), self.panels.inside[0])) == 1:
                return foot
        return self.said[0] if self.said else ""

    def _edges(self, canvas: TaggedCanvas, corners: Sequence[tuple[float, float]]) -> None:
        canvas.setStrokeColorRGB(*rgb(EDGE))
        canvas.setLineWidth(0.4)
        canvas.setDash(2, 3)
        for left, top in corners:
            canvas.rect(left, top - self.panels.height, self.panels.width, self.panels.height)
