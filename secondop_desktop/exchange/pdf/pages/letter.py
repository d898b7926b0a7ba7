"""A letter on A4 paper: who it is from, who it goes to, the date, the subject and the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from secondop_desktop.exchange.outgoing.letter import (
    Closing,
    Items,
    Letter,
    Paragraph,
    Subject,
    Title,
    parts,
)
from secondop_desktop.exchange.pdf.blocks.block import Block
from secondop_desktop.exchange.pdf.blocks.lists import List
from secondop_desktop.exchange.pdf.blocks.prose import Heading, Para
from secondop_desktop.exchange.pdf.blocks.spacing import Gap, Together, WritingLines
from secondop_desktop.exchange.pdf.pages.document import Built
from secondop_desktop.exchange.pdf.pages.page_breaks import OnPage, Pages
from secondop_desktop.exchange.pdf.sheet import LARGE, MM, STANDARD, TEXT, Sheet, Style
from secondop_desktop.exchange.pdf.structure.lettering import say
from secondop_desktop.exchange.pdf.structure.metadata import Info
from secondop_desktop.exchange.pdf.text.readable import Missing, readable
from secondop_desktop.exchange.pdf.text.typeset import styled_lines
from secondop_desktop.lang import _

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

_SENDER_AT = 0.56
"""Where the sender's block begins, as a part of the width."""
_NOTES = 6
_CLOSER = ((1.0, _NOTES), (0.94, 5), (0.88, 4), (0.82, 3), (0.76, 3))
_OF_LETTER = 3
"""Sizes, and lines for notes, that are tried until it fits on one page; a letter is not tried in
the smallest. What fits in none is as large as others, on more pages."""
_ADDRESS, _END = 50 * MM, 80 * MM
"""From the top of the paper: the address as a window envelope shows it (DL, folded twice)."""
_LEAST = 9.0
"""Points of a subject that would not fit into one line."""
_SIGN = 14 * MM
"""Room to sign."""
_ENDING = 0.25
"""Of a page: the last words and the name stay together where that leaves no large hole above."""
_ONE_LINE = 400
"""Letters of which no line holds as many, however narrow they are."""


def preview(
    letter: Letter, *, large_print: bool = False, on_page: OnPage | None = None
) -> tuple[bytes, Built]:
    """Return a letter as a tagged PDF; ``on_page`` may raise to stop."""
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

    title = " ".join(readable(letter.title, Missing()).split()) or _("Letter")
    paper = _paper(LARGE if large_print else STANDARD)
    tried = _CLOSER if letter.sheet else _CLOSER[:_OF_LETTER]
    for share, notes in [*tried[: 1 if large_print else None], _CLOSER[0]]:
        canvas = TaggedCanvas(_closer(paper, share), Info(title, letter.lang))
        Pages(canvas, on_page).fill(_blocks(letter, canvas.sheet, notes))
        if canvas.page == 0:
            break
    pages = canvas.page + 1
    data = canvas.finish(_Foot(title).draw)
    return data, Built(pages, canvas.missing, canvas.places)


def _closer(sheet: Sheet, share: float) -> Sheet:
    """Return the sheet with smaller letters and spaces: one sheet to take along is one page."""
    styles = {
        name: replace(
            style,
            size=style.size * share,
            leading=style.leading * share,
            before=style.before * share,
            after=style.after * share,
        )
        for name, style in sheet.styles.items()
    }
    return sheet if share == 1.0 else replace(sheet, styles=styles, unit=sheet.unit * share)


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


def _blocks(letter: Letter, sheet: Sheet, notes: int) -> list[Block]:
    found: list[Block] = []
    if letter.sheet and letter.sender:
        found.append(Para(" · ".join(letter.sender.splitlines()), "small"))
    elif letter.sender or letter.recipient:
        found.append(_Head(letter.sender, letter.recipient))
    if letter.date:
        found += [Para(letter.date), Gap("s")]
    for part in parts(letter):
        if isinstance(part, Closing):
            before = [found.pop()] if found and type(found[-1]) is Para else []
            ends = Para(part.words), _Room(_SIGN), Para(part.name)
            found.append(Together(*before, *ends, most=_ENDING))
        elif isinstance(part, Items) and found and _leads(found[-1]):
            found.append(Together(found.pop(), *_part(part, sheet, notes)))
        else:
            found += _part(part, sheet, notes)
    return found


def _leads(block: Block) -> bool:
    """Tell whether a paragraph leads the list below it."""
    return type(block) is Para and str(block.words).rstrip().endswith(":")


def _part(part: Paragraph | Items | Title | Subject, sheet: Sheet, notes: int) -> list[Block]:
    if isinstance(part, Subject):
        return [_Subject(part.text)]
    if isinstance(part, Title):
        lines: list[Block] = [WritingLines(notes)] if part.bare else []
        return [Heading(2, part.text), *lines]
    if isinstance(part, Items):
        return [List(part.items)]
    return [Para(part.text)]


class _Subject(Heading):
    """What the letter is about, in one line as long as its letters stay large enough."""

    def __init__(self, text: str) -> None:
        super().__init__(1, text)
        self._looks: dict[tuple[Style, float], Style] = {}

    def look(self, sheet: Sheet) -> Style:
        """Return the style, its letters small enough for one line if nine points are enough.

        All parts of a long one share what was found: each asks again and again.
        """
        style = super().look(sheet)
        if sheet.large:
            return style
        asked = style, sheet.width
        if asked not in self._looks:
            self._looks[asked] = self._in_one_line(*asked)
        return self._looks[asked]

    def _in_one_line(self, style: Style, width: float) -> Style:
        typed = styled_lines(self.words, style, Missing())
        wide = max((sum(ink.width(text) for text, ink in line) for line in typed), default=0.0)
        size = max(_LEAST, style.size * min(1.0, (width - 1) / max(wide, 1.0)))
        return replace(style, size=size)


class _Room(Block):
    """Room to sign."""

    def __init__(self, points: float) -> None:
        self.points = points

    def height(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the room."""
        return self.points

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw nothing."""


class _Head(Block):
    """Who it is from, right of the middle, and the address where an envelope's window is."""

    def __init__(self, sender: str, recipient: str) -> None:
        self.sender, self.recipient = Para(sender), _Address(recipient)

    def space(self, sheet: Sheet) -> tuple[float, float]:
        """Return a small space below."""
        return 0.0, sheet.gap("s")

    def height(self, canvas: TaggedCanvas, width: float) -> float:
        """Return the height down to the end of the window, more for longer blocks."""
        start = _ADDRESS - canvas.sheet.top
        left = start + self.recipient.height(canvas, width * _SENDER_AT)
        right = self.sender.height(canvas, width * (1 - _SENDER_AT))
        ends = [right, max(left, _END - canvas.sheet.top) if self.recipient.words else 0.0]
        return max(ends)

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw both, who it is from first."""
        apart = width * _SENDER_AT
        if self.sender.words:
            self.sender.paint(canvas, x + apart, top, width - apart)
        if self.recipient.words:
            below = max(top - (_ADDRESS - canvas.sheet.top), 0.0)
            self.recipient.paint(canvas, x, below, apart - canvas.sheet.gutter)


class _Address(Para):
    """An address, its lines as close as the window of an envelope needs."""

    def look(self, sheet: Sheet) -> Style:
        """Return the style with lines that fit into the window."""
        style = super().look(sheet)
        count = len(str(self.words).splitlines()) or 1
        leading = min(style.leading, (_END - _ADDRESS) / count)
        if sheet.large or leading < _LEAST * 1.15:
            return style
        return replace(style, leading=leading, size=min(style.size, leading / 1.15))


class _Foot:
    """The foot from the second page on: which page it is of how many, and of which letter."""

    def __init__(self, title: str) -> None:
        self.title = title.partition(",")[0][:_ONE_LINE]  # birthday and number stand on page one

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
