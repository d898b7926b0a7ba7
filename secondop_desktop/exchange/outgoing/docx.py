"""Letters as Word documents (Office Open XML, ECMA-376): real paragraphs, lists and styles."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from secondop_desktop.exchange.outgoing.direction_controls import without_controls
from secondop_desktop.exchange.outgoing.docx_parts import (
    ABOVE_ADDRESS,
    ADDRESS,
    BLOCK_LEADING,
    FIXED_DAY,
    page_number,
    shape,
    stripped,
    undated,
)
from secondop_desktop.exchange.outgoing.letter import (
    Closing,
    Items,
    Letter,
    Part,
    Subject,
    Title,
    parts,
)
from secondop_desktop.lang import _, in_short

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOTES = 6
_LEAST_ROOM = 6  # points
_SHORT = 400
_FOOT_LETTERS = 60
_LONGEST_TITLE = 255  # python-docx refuses more


def document(letters: Sequence[Letter]) -> bytes:
    """Return a document of these letters, each on a page of its own; same input, same bytes."""
    from docx import Document

    made = Document()
    shape(made, letters[0].lang)
    _describe(made, letters)
    for number, letter in enumerate(letters):
        if number:
            _next_letter(made)
        _write(made, letter)
        _footer(made.sections[-1], letter)
    kept = BytesIO()
    stripped(made)
    made.save(kept)
    return undated(kept.getvalue())


def _describe(made: Any, letters: Sequence[Letter]) -> None:
    """Say the title and language; no name of a person, a program or this computer."""
    about = made.core_properties
    title = _plain(letters[0].title) if len(letters) == 1 else _("Letters")
    about.title = in_short(title, _LONGEST_TITLE)
    about.language = letters[0].lang
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.created = about.modified = datetime(*FIXED_DAY, tzinfo=UTC)


def _next_letter(made: Any) -> None:
    """Begin a section: the pages of each letter are counted anew."""
    from docx.enum.section import WD_SECTION
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    section = made.add_section(WD_SECTION.NEW_PAGE)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    section._sectPr.append(numbers)


def _write(made: Any, letter: Letter) -> None:
    if letter.sender:
        _block(_paragraph(made, "Sender"), letter.sender, ABOVE_ADDRESS)
    if letter.recipient:
        start = 0.0 if letter.sender else ABOVE_ADDRESS
        _block(_paragraph(made, "Recipient"), letter.recipient, ADDRESS, start)
    if letter.date:
        _lines(_paragraph(made, "Letterdate"), letter.date)
    for part in parts(letter):
        _part(made, part)


def _block(paragraph: Any, text: str, room: float, before: float = 0.0) -> None:
    """Fill a paragraph that takes so much room, in points, where its lines leave any."""
    from docx.shared import Pt

    _lines(paragraph, text)
    left = room - len(text.splitlines()) * BLOCK_LEADING
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.space_after = Pt(max(left, _LEAST_ROOM))


def _part(made: Any, part: Part) -> None:
    if isinstance(part, Subject):
        _lines(_paragraph(made, "Heading1"), part.text)
    elif isinstance(part, Closing):
        words = _paragraph(made, "Closingwords")
        _lines(words, part.words)
        words.paragraph_format.keep_with_next = len(part.words) < _SHORT
        _lines(made.add_paragraph(), part.name)
    elif isinstance(part, Title):
        _lines(_paragraph(made, "Heading2"), part.text)
        for _line in range(_NOTES if part.bare else 0):
            _paragraph(made, "Roomtowrite")
    elif isinstance(part, Items):
        for item in part.items:
            listed = _paragraph(made, "ListBullet")
            _lines(listed, item)
        listed.paragraph_format.space_after = made.styles["Normal"].paragraph_format.space_after
    else:
        _lines(made.add_paragraph(), part.text)


def _paragraph(made: Any, style: str) -> Any:
    """Add a paragraph of the style with this id; finding it by name is slow in long lists."""
    paragraph = made.add_paragraph()
    paragraph._p.style = style
    return paragraph


def _lines(paragraph: Any, text: str) -> None:
    """Fill a paragraph; a typed line end stays one, a line from right to left is set so."""
    from docx.oxml import OxmlElement

    run = paragraph.add_run()
    for number, line in enumerate(_plain(text).split("\n")):
        if number:
            run.add_break()
        run.add_text(line)
    if _from_right(text):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))


def _footer(section: Any, letter: Letter) -> None:
    """Put the page number below every page but the first."""
    section.different_first_page_header_footer = True
    section.footer.is_linked_to_previous = False
    section.first_page_footer.is_linked_to_previous = False
    paragraph = section.footer.paragraphs[0]
    paragraph.style = "Footer"
    before, _page, rest = _("Page {page} of {pages}").partition("{page}")
    between, _pages, after = rest.partition("{pages}")
    title = in_short(_plain(letter.title), _FOOT_LETTERS)
    paragraph.add_run(f"{title}\t{before}" if title else f"\t{before}")
    page_number(paragraph, "PAGE")
    paragraph.add_run(between)
    page_number(paragraph, "SECTIONPAGES")
    if after:
        paragraph.add_run(after)


def _plain(text: str) -> str:
    """Return the text without what XML cannot hold, with one kind of line end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
    return _NOT_XML.sub("", without_controls(lines))


def _from_right(text: str) -> bool:
    """Tell whether the first letter that has a direction is written from right to left."""
    ways = (unicodedata.bidirectional(char) for char in text)
    return next((way in {"R", "AL"} for way in ways if way in {"L", "R", "AL"}), False)
