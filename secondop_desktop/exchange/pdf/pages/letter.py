"""A letter on A4 paper: who it is from, who it goes to, the date, the subject and the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from secondop_desktop.exchange.outgoing.letter import Items, Letter, Part, Title, parts
from secondop_desktop.exchange.pdf.blocks.block import Block
from secondop_desktop.exchange.pdf.blocks.lists import List
from secondop_desktop.exchange.pdf.blocks.prose import Heading, Para
from secondop_desktop.exchange.pdf.blocks.spacing import Gap, Together, WritingLines
from secondop_desktop.exchange.pdf.pages.document import Built
from secondop_desktop.exchange.pdf.pages.page_breaks import OnPage, Pages
from secondop_desktop.exchange.pdf.sheet import LARGE, MM, STANDARD, TEXT, Sheet
from secondop_desktop.exchange.pdf.structure.lettering import letter as draw_lines
from secondop_desktop.exchange.pdf.structure.lettering import say
from secondop_desktop.exchange.pdf.structure.metadata import Info
from secondop_desktop.exchange.pdf.structure.tags import Elem
from secondop_desktop.exchange.pdf.text.readable import Missing, readable
from secondop_desktop.exchange.pdf.text.typeset import Line
from secondop_desktop.lang import _

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

_SENDER_AT = 0.56
"""Where the sender's block begins, as a part of the width."""
_NOTES = 6
_ONE_LINE = 400
"""Letters of which no line holds as many, however narrow they are."""


def preview(
    letter: Letter, *, large_print: bool = False, on_page: OnPage | None = None
) -> tuple[bytes, Built]:
    """Return a letter as a tagged PDF; ``on_page`` may raise to stop."""
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

    title = " ".join(readable(letter.title, Missing()).split()) or _("Letter")
    canvas = TaggedCanvas(_paper(LARGE if large_print else STANDARD), Info(title, letter.lang))
    Pages(canvas, on_page).fill(_blocks(letter))
    pages = canvas.page + 1
    data = canvas.finish(_Foot(title).draw)
    return data, Built(pages, canvas.missing, canvas.places)


def _paper(sheet: Sheet) -> Sheet:
    """Return the sheet of a document with the margins and the quiet headings of a letter."""
    styles = dict(sheet.styles)
    body = styles["body"]
    size, leading = (body.size, body.leading) if sheet.large else (11.0, 15.5)
    styles["body"] = replace(body, size=size, leading=leading, after=leading * 0.6)
    styles["h1"] = replace(styles["strong"], size=size, leading=leading, before=leading * 0.3,
                           after=leading * 0.6, colour=TEXT)  # fmt: skip
    styles["h2"] = replace(styles["h2"], size=size + 1, leading=leading + 1, before=leading * 0.5,
                           after=3)  # fmt: skip
    return replace(sheet, styles=styles, side=24 * MM, top=18 * MM, bottom=19 * MM)


def _blocks(letter: Letter) -> list[Block]:
    found: list[Block] = []
    if letter.sender:
        found.append(_Right(letter.sender))
    if letter.recipient:
        found += [Para(letter.recipient), Gap("s")]
    if letter.date:
        found += [Para(letter.date), Gap("s")]
    if letter.subject:
        found.append(Heading(1, letter.subject))
    for part in parts(letter):
        found += _part(part)
    return _closing_together(found) if not letter.sheet else found


def _part(part: Part) -> list[Block]:
    if isinstance(part, Title):
        notes: list[Block] = [WritingLines(_NOTES)] if part.bare else []
        return [Heading(2, part.text), *notes]
    if isinstance(part, Items):
        return [List(part.items)]
    return [Para(part.text)]


def _closing_together(blocks: list[Block]) -> list[Block]:
    """Let the closing words not stand alone on a page of their own."""
    if len(blocks) < 3 or not all(type(block) is Para for block in blocks[-2:]):
        return blocks
    return [*blocks[:-2], _Tail(blocks[-2], blocks[-1])]


class _Tail(Together):
    """The last words and the name: together where they are short, cut like others where not."""

    def cut(
        self, canvas: TaggedCanvas, width: float, room: float
    ) -> tuple[Block | None, Block | None]:
        """Refuse to be cut only where that leaves no large hole above."""
        if self.height(canvas, width) <= canvas.sheet.height * 0.25:
            return super().cut(canvas, width, room)
        return super(Together, self).cut(canvas, width, room)


class _Right(Para):
    """Lines that begin right of the middle, as a sender's address does."""

    def lines(self, canvas: TaggedCanvas, width: float) -> list[Line]:
        """Return the lines in the narrower room."""
        return super().lines(canvas, width * (1 - _SENDER_AT))

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw them right of the middle."""
        style, elem = self.look(canvas.sheet), self.elem or Elem(self.tag)
        left, room = x + width * _SENDER_AT, width * (1 - _SENDER_AT)
        lines = self.lines(canvas, width)
        draw_lines(canvas, elem, lines, left, style.baseline(top), style.leading, room)


class _Foot:
    """The foot from the second page on: which page it is of how many, and of which letter."""

    def __init__(self, title: str) -> None:
        self.title = title[:_ONE_LINE]

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Draw below one finished page, as decoration."""
        if page == 1:
            return
        sheet, style = canvas.sheet, canvas.sheet.chrome
        y = sheet.bottom - 9 * MM
        with canvas.artifact("Pagination"):
            numbers = _("Page {page} of {pages}").format(page=page, pages=pages)
            right = sheet.side + sheet.width
            taken = say(canvas, numbers, style, right, y, "right")
            say(canvas, self.title, style, sheet.side, y, room=sheet.width - taken - 12)
