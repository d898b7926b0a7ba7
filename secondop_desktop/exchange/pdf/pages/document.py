"""One document: its story, its running header and footer, and its file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from secondop_desktop.exchange.pdf.blocks.block import Block
from secondop_desktop.exchange.pdf.blocks.prose import blocks_of
from secondop_desktop.exchange.pdf.blocks.spacing import rule
from secondop_desktop.exchange.pdf.pages.header import Header
from secondop_desktop.exchange.pdf.pages.page_breaks import OnPage, Pages
from secondop_desktop.exchange.pdf.sheet import MM, Sheet, Style, paper
from secondop_desktop.exchange.pdf.structure.lettering import letter, say
from secondop_desktop.exchange.pdf.structure.metadata import Info
from secondop_desktop.exchange.pdf.structure.numbering import Numbering
from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.exchange.pdf.text.readable import Missing, readable
from secondop_desktop.exchange.pdf.text.runs import Words
from secondop_desktop.exchange.pdf.text.typeset import broken, styled_lines

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

_CLEAR = 4 * MM
"""Between the line below the header and the text."""

_FOOT_LINES = 4
_WHOLE = Numbering()


@dataclass(frozen=True, slots=True)
class About:
    """What every page says, in words that are ready to print.

    ``title`` and ``author`` go into the file (no author when empty); ``person``, ``born`` (what
    else tells them from others) and ``reader`` (who it is for) into the header, ``made`` (when
    and with what) and ``notice`` into the footer.
    """

    title: str
    person: str
    born: str
    made: str
    notice: str
    lang: str = "en-GB"
    author: str = ""
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Built:
    """How many pages, which characters no font has, and on which page each place is.

    ``words`` are those to be read, without headers, footers and what is drawn.
    """

    pages: int
    missing: Missing
    places: dict[str, int]
    words: int = 0


def sheet_for(about: About, *, large_print: bool = False, landscape: bool = False) -> Sheet:
    """Return the sheet of a document: its text begins below as many lines as its header has."""
    sheet = paper(large=large_print, turned=landscape)
    return replace(sheet, top=sheet.top + Header(about, sheet).height + _CLEAR)


def build(
    target: Path,
    story: Sequence[Words | Block],
    about: About,
    *,
    large_print: bool = False,
    landscape: bool = False,
    on_page: OnPage | None = None,
) -> Built:
    """Write the document; the file is replaced only when the new one is whole.

    ``on_page`` hears each finished page's number and may raise to stop; nothing is written then.
    Raises UserError when the file cannot be written.
    """
    data, built = preview(
        story, about, large_print=large_print, landscape=landscape, on_page=on_page
    )
    write_whole(target, data)
    return built


def preview(
    story: Sequence[Words | Block],
    about: About,
    *,
    large_print: bool = False,
    landscape: bool = False,
    on_page: OnPage | None = None,
    numbering: Numbering = _WHOLE,
) -> tuple[bytes, Built]:
    """Return the same document as bytes, without a file; ``numbering`` says which part it is."""
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

    info = Info(_one_line(about.title), about.lang, _one_line(about.author))
    sheet = sheet_for(about, large_print=large_print, landscape=landscape)
    canvas = TaggedCanvas(sheet, info)
    canvas.numbering = numbering
    for text in (about.person, about.born, about.reader, about.made, about.notice):
        readable(text, canvas.missing)  # they are drawn on each page, but counted once
    Pages(canvas, on_page).fill(blocks_of(story))
    pages = canvas.page + 1
    data = canvas.finish(_Chrome(about, sheet).draw)
    return data, Built(pages, canvas.missing, canvas.places, canvas.words)


def _one_line(text: str) -> str:
    """Return a text for the properties of the file: one line, no odd characters."""
    return " ".join(readable(text, Missing()).split())


class _Chrome:
    """The running header and footer: decoration to a reading machine, not content."""

    def __init__(self, about: About, sheet: Sheet) -> None:
        self.header = Header(about, sheet)
        self.said = " ".join(part for part in (about.made, about.notice) if part)

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Draw around one finished page."""
        sheet = canvas.sheet
        below = sheet.bottom - 4 * MM
        with canvas.artifact("Pagination"):
            self.header.draw(canvas, sheet.page[1] - sheet.top + _CLEAR)
            rule(canvas, sheet.side, below, sheet.side + sheet.width)
            self._footer(canvas, below, page, pages)

    def _footer(self, canvas: TaggedCanvas, y: float, page: int, pages: int) -> None:
        sheet, style = canvas.sheet, canvas.sheet.chrome
        numbers = canvas.numbering.words(page, pages)
        bold = Style(style.size, style.leading, bold=True)
        first = y - style.leading - 1
        lines = broken(styled_lines(self.said, style, Missing()), sheet.width)[:_FOOT_LINES]
        last = first - style.leading * max(len(lines) - 1, 1)
        taken = say(canvas, numbers, bold, sheet.side + sheet.width, last, "right")
        if lines and lines[-1].width > sheet.width - taken - 12:
            narrow = sheet.width - (taken + 12) / max(len(lines), 1) * 1.2
            lines = broken(styled_lines(self.said, style, Missing()), narrow)[:_FOOT_LINES]
        letter(canvas, canvas.root, lines, sheet.side, first, style.leading, 0)
