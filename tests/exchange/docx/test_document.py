"""Letters as Word documents."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document

from secondop_desktop.exchange.outgoing.docx import document
from secondop_desktop.exchange.outgoing.letter import Letter
from tests import soffice
from tests.exchange.letters import LETTER, SHEET
from tests.exchange.pdf.papers import words_of


def _read(*letters: Letter) -> Any:
    return Document(BytesIO(document(letters)))


def _lines(found: Any) -> list[tuple[str, str]]:
    return [(one.style.name, one.text) for one in found.paragraphs]


def test_every_part_is_a_paragraph_of_its_style() -> None:
    assert _lines(_read(LETTER)) == [
        ("Sender", "Ann Lee\n1 High Street"),
        ("Recipient", "Dr Bell\nMill Lane"),
        ("Letter date", "3 July 2026"),
        ("Normal", "Dear Dr Bell,"),
        ("Heading 1", "Copies of my records"),
        ("Normal", "I would like:"),
        ("List Bullet", "the scan"),
        ("List Bullet", "the letter"),
        ("Closing words", "Yours,"),
        ("Normal", "Ann"),
    ]


def test_a_sheet_has_headings_and_room_to_write() -> None:
    assert _lines(_read(SHEET))[:4] == [
        ("Heading 1", "For my visit"),
        ("Heading 2", "My question"),
        ("Normal", "Why?"),
        ("Heading 2", "Notes"),
    ]
    assert [style for style, _text in _lines(_read(SHEET))].count("Room to write") == 6


def test_it_says_its_title_and_language_and_nothing_of_us() -> None:
    about = _read(LETTER).core_properties
    assert (about.title, about.language) == ("Copies of my records", "en-GB")
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    with ZipFile(BytesIO(document([LETTER]))) as parts:
        names = parts.namelist()
        assert not [name for name in names if "thumbnail" in name or "customXml" in name]
        assert {info.date_time[0] for info in parts.infolist()} == {1980}
        whole = b"".join(parts.read(name) for name in names)
        assert b'w:lang w:val="en-GB"' in parts.read("word/styles.xml")
    for word in (b"python-docx", b"Macintosh", b"secondop", b"/tmp", b"/home"):
        assert word not in whole


def test_same_letter_same_bytes() -> None:
    assert document([LETTER, SHEET]) == document([LETTER, SHEET])


def test_pages_are_numbered_from_the_second_on_and_anew_for_each_letter() -> None:
    found = _read(LETTER, SHEET)
    assert len(found.sections) == 2
    for section in found.sections:
        assert section.different_first_page_header_footer
        assert section.first_page_footer.paragraphs[0].text == ""
        footer = section.footer.paragraphs[0]._p.xml
        assert re.findall(r'w:instr="(\w+)"', footer) == ["PAGE", "SECTIONPAGES"]
    assert found.sections[0].page_width.mm == pytest.approx(210, abs=0.1)


def test_text_from_right_to_left_is_set_so() -> None:
    found = _read(Letter("", "", "", "", "مرحبا دكتور\n\nHello"))
    right, left = found.paragraphs
    assert right._p.pPr.find(right._p.nsmap["w"].join("{}") + "bidi") is not None
    assert left._p.pPr is None or b"bidi" not in left._p.xml.encode()


@pytest.mark.parametrize(
    "text",
    ["\x00\x07\x1b[31m red", "\ud800 half", "😀 ŵ 中文", "a\tb\r\nc", "<w:p>&amp;", "w" * 100_000],
)
def test_absurd_text_is_kept_as_far_as_a_document_can(text: str) -> None:
    found = _read(Letter(text, text, text, text, text, name=text))
    kept = re.sub("[\x00-\x08\x0b-\x1f\ud800-\udfff]", "", text.replace("\r\n", "\n"))
    texts = [paragraph.text for paragraph in found.paragraphs]
    assert texts.count(kept) == 5, len(kept)  # a comparison would print it all


def test_a_long_list_is_made_in_good_time() -> None:
    found = _read(Letter("", "", "", "", "\n".join(f"- item {n}" for n in range(2_000))))
    assert len(found.paragraphs) == 2_000


@pytest.mark.long
def test_another_program_opens_it(tmp_path: Path) -> None:
    target = tmp_path / "letter.docx"
    target.write_bytes(document([LETTER, SHEET]))
    words = words_of(soffice.as_pdf(target, tmp_path).read_bytes())
    for part in ("Ann Lee", "Dr Bell", "Copies of my records", "the scan", "Notes"):
        assert part in words
