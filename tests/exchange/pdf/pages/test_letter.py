"""Letters on A4 paper."""

from io import BytesIO
from itertools import product
from pathlib import Path

import pikepdf
import pytest

from secondop_desktop.exchange.outgoing.letter import Items, Letter, Paragraph, Title, parts
from secondop_desktop.exchange.pdf.pages.letter import preview
from tests.exchange.letters import LETTER, SHEET
from tests.exchange.pdf.papers import artifacts, pages_of, tree, words_of
from tests.verapdf import accepted_as, accepted_as_ua1

LONG = "\n\n".join(f"Paragraph {n}. " + "Some words that go on. " * 12 for n in range(60))


def _made(letter: Letter, *, large_print: bool = False) -> bytes:
    return preview(letter, large_print=large_print)[0]


def test_the_structure_follows_the_letter() -> None:
    assert tree(_made(LETTER)) == (
        "Document\n"
        "  P Ann Lee1 High Street\n"
        "  P Dr BellMill Lane\n"
        "  P 3 July 2026\n"
        "  P Dear Dr Bell,\n"
        "  H1 Copies of my records\n"
        "  P I would like:\n"
        "  L:Disc\n"
        "    LI\n      Lbl ·\n      LBody the scan\n"
        "    LI\n      Lbl ·\n      LBody the letter\n"
        "  P Yours,\n"
        "  P Ann\n"
    )


def test_one_page_has_no_number() -> None:
    assert artifacts(_made(LETTER)) == []


def test_the_foot_names_the_letter_whole() -> None:
    about = "Second opinion: Ann Lee, born 3 March 1950, NHS number 999 048 1237"
    data = _made(Letter("Ann", "Dr Bell", "3 July 2026", about, LONG), large_print=True)
    second = artifacts(data)
    assert any("Second opinion: Ann Lee" in text for text in second)
    assert not any("born" in text for text in second)


def test_pages_are_numbered_from_the_second_on() -> None:
    data = _made(Letter("Ann", "Dr Bell", "3 July 2026", "About it", LONG))
    pages = pages_of(data)
    assert len(pages) > 3
    assert "Page 1 of" not in pages[0]
    for number, page in enumerate(pages[1:], 2):
        assert f"Page {number} of {len(pages)}" in page
        assert "About it" in page


def test_a_long_letter_loses_nothing() -> None:
    words = words_of(_made(Letter("", "", "", "", LONG)))
    assert all(f"Paragraph {n}." in words for n in range(60))


def test_the_name_at_the_end_never_stands_alone() -> None:
    for lines in range(20, 60):
        text = "\n".join(["A line."] * lines) + "\n\nThank you.\n\nYours sincerely,\nAnn Lee"
        last = pages_of(_made(Letter("", "", "", "", text)))[-1]
        assert "Thank you." in last


def test_a_sheet_has_headings_and_room_to_write() -> None:
    found = tree(_made(SHEET))
    assert "H2 My question\n" in found
    assert "H2 Notes\n" in found


def test_same_letter_same_bytes_and_large_print_is_larger() -> None:
    assert _made(LETTER) == _made(LETTER)
    long = Letter("", "", "", "", LONG)
    assert len(pages_of(_made(long, large_print=True))) > len(pages_of(_made(long)))


def test_what_no_font_has_is_counted_and_named() -> None:
    data, built = preview(Letter("", "", "", "", "Hello 😀 and 漢字 and مرحبا"))
    assert built.missing.count == 3
    assert "Hello [grinning face] and [text in Chinese] and مرحبا" in words_of(data)


def test_only_what_is_in_the_letter_is_in_the_file() -> None:
    plain = BytesIO()
    with pikepdf.open(BytesIO(_made(Letter("", "", "", "", "Hello.")))) as pdf:
        assert dict(pdf.docinfo) == {"/Title": "Letter"}
        pdf.save(
            plain,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    data = plain.getvalue()
    assert b"pdfuaid:part" in data, "what is packed could not be searched"
    for word in (b"secondop", b"Author", b"creator", b"CreationDate", b"CreateDate", b"Producer"):
        assert word.lower() not in data.lower()


def test_it_is_accepted_as_accessible(tmp_path: Path) -> None:
    hard = Letter("Ŵyn 😀\n" * 3, "", "", "α β ≤ µ", LONG[:9_000] + "\n\n- a\n- ب\n- c", name="x")
    letters = (LETTER, SHEET, hard, Letter("", "", "", "", ""))
    found = []
    for (number, letter), large in product(enumerate(letters), (False, True)):
        found.append(tmp_path / f"{number}-{large}.pdf")
        found[-1].write_bytes(_made(letter, large_print=large))
    accepted_as_ua1(*found)
    accepted_as("3a", *found)


@pytest.mark.parametrize(
    ("text", "sheet", "found"),
    [
        ("One.\nTwo.\n\nThree.", False, [Paragraph("One.\nTwo."), Paragraph("Three.")]),
        ("A:\n- a\n• b\nB.", False, [Paragraph("A:"), Items(("a", "b")), Paragraph("B.")]),
        ("Notes:", False, [Paragraph("Notes:")]),
        ("Notes:", True, [Title("Notes", bare=True)]),
        ("Why:\nBecause:", True, [Title("Why"), Paragraph("Because:")]),
        ("5 - 3\n-no list", False, [Paragraph("5 - 3\n-no list")]),
        ("  \n \n", False, []),
    ],
)
def test_the_parts_of_a_text(text: str, sheet: bool, found: list[object]) -> None:
    assert parts(Letter("", "", "", "", text, sheet=sheet)) == found
