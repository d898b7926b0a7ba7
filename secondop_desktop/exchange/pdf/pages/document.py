"""One document: its story, its running header and footer, and its file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from secondop_desktop.exchange.pdf.blocks.block import Block
from secondop_desktop.exchange.pdf.blocks.prose import blocks_of
from secondop_desktop.exchange.pdf.blocks.spacing import rule
from secondop_desktop.exchange.pdf.pages.page_breaks import OnPage, Pages
from secondop_desktop.exchange.pdf.sheet import MM, Style, paper
from secondop_desktop.exchange.pdf.structure.lettering import letter, say
from secondop_desktop.exchange.pdf.structure.metadata import Info
from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.exchange.pdf.text.readable import Missing, readable
from secondop_desktop.exchange.pdf.text.runs import Words
from secondop_desktop.exchange.pdf.text.typeset import balanced, styled_lines
from secondop_desktop.lang import _

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas


@dataclass(frozen=True, slots=True)
class About:
    """What every page says, in words that are ready to print.

    ``title`` and ``author`` go into the file (no author when empty), ``person`` and ``born`` into
    the header, ``made`` (when and with what) and ``notice`` into the footer.
    """

    title: str
    person: str
    born: str
    made: str
    notice: str
    lang: str = "en-GB"
    author: str = ""


@dataclass(frozen=True, slots=True)
class Built:
    """How many pages, which characters no font has, and on which page each place is."""

    pages: int
    missing: Missing
    places: dict[str, int]


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
) -> tuple[bytes, Built]:
    """Return the same document as bytes, without a file."""
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

    info = Info(_said(about.title), about.lang, _said(about.author))
    canvas = TaggedCanvas(paper(large=large_print, turned=landscape), info)
    for text in (about.person, about.born, about.made, about.notice):
        readable(text, canvas.missing)  # they are drawn on each page, but counted once
    Pages(canvas, on_page).fill(blocks_of(story))
    pages = canvas.page + 1
    data = canvas.finish(_Chrome(about).draw)
    return data, Built(pages, canvas.missing, canvas.places)


def _said(text: str) -> str:
    """Return a text for the properties of the file: one line, no odd characters."""
    return " ".join(readable(text, Missing()).split())


class _Chrome:
    """The running header and footer: decoration to a reading machine, not content."""

    def __init__(self, about: About) -> None:
        self.about = about

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Draw around one finished page."""
        sheet = canvas.sheet
        above = sheet.page[1] - sheet.top + 6 * MM
        below = sheet.bottom - 4 * MM
        with canvas.artifact("Pagination"):
            rule(canvas, sheet.side, above, sheet.side + sheet.width)
            rule(canvas, sheet.side, below, sheet.side + sheet.width)
            self._header(canvas, above + 2.5 * MM)
            self._footer(canvas, below, page, pages)

    def _header(self, canvas: TaggedCanvas, y: float) -> None:
        sheet = canvas.sheet
        name = Style(sheet.chrome.size + 1, sheet.chrome.leading, bold=True)
        right = sheet.side + sheet.width
        born = say(canvas, self.about.born, sheet.chrome, right, y, "right", sheet.width / 2)
        say(canvas, self.about.person, name, sheet.side, y, room=sheet.width - born - 12)

    def _footer(self, canvas: TaggedCanvas, y: float, page: int, pages: int) -> None:
        sheet, style = canvas.sheet, canvas.sheet.chrome
        y -= style.leading + 3
        numbers = _("Page {page} of {pages}").format(page=page, pages=pages)
        bold = Style(style.size, style.leading, bold=True)
        taken = say(canvas, numbers, bold, sheet.side + sheet.width, y, "right")
        say(canvas, self.about.made, style, sheet.side, y, room=sheet.width - taken - 12)
        lines = balanced(styled_lines(self.about.notice, style, Missing()), sheet.width)[:3]
        letter(canvas, canvas.root, lines, sheet.side, y - style.leading, style.leading, 0)
