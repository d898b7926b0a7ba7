"""A letter on paper: the address in the window, the subject in one line, room to sign."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from secondop_desktop.exchange.outgoing.letter import Closing, Letter, Paragraph, Subject, parts
from secondop_desktop.exchange.pdf.pages.letter import preview

_MM = 72 / 25.4
_TOP = 297 * _MM
_TEXT = "Dear Dr Okonkwo,\n\nI write to you. Thank you.\n\nYours sincerely,\nAnn Lee\n\ncc: Dr Wu"


def _letter(lines: int = 7, **more: object) -> Letter:
    known = {
        "sender": "Ann Lee\n1 High Street\nOldtown\nPhone: 01632 960100",
        "recipient": "\n".join(f"Address {n}" for n in range(1, lines + 1)),
        "date": "3 July 2026",
        "subject": "Second opinion: Ann Lee, born 3 March 1950, NHS number 999 048 1237",
        "text": _TEXT,
    }
    return Letter(**{**known, **more})  # type: ignore[arg-type]


def _boxes(data: bytes, words: str) -> list[tuple[float, float]]:
    """Return how far below the top of the paper each line with these words is, in millimetres."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        text = page.get_textpage()
        found = []
        search = text.search(words)
        while hit := search.get_next():
            _left, low, _right, high = text.get_charbox(hit[0])
            found.append(((_TOP - high) / _MM, (_TOP - low) / _MM))
        search.close()
        text.close()
        page.close()
    return found


@pytest.mark.parametrize("lines", [1, 4, 7])
@pytest.mark.parametrize("sender", ["", "Ann", "\n".join(["A line above"] * 9)])
def test_the_address_is_where_the_window_is(lines: int, sender: str) -> None:
    data, built = preview(_letter(lines, sender=sender))
    places = _boxes(data, "Address ")
    assert len(places) == lines
    assert all(high >= 50 and low <= 80 for high, low in places)
    ((date, _low),) = _boxes(data, "3 July 2026")
    assert date >= 80
    assert built.pages == 1


def test_the_subject_is_one_line_below_the_greeting() -> None:
    data, _built = preview(
        _letter(subject="Referral: Ann Wilhelmina Lee-Featherstonehaugh, " + "x" * 40)
    )
    ((start, _),), ((end, _),) = _boxes(data, "Referral"), _boxes(data, "xxxx")[:1]
    assert abs(start - end) < 2
    ((greeting, _),), ((text, _),) = _boxes(data, "Dear Dr"), _boxes(data, "I write")
    assert greeting < start < text


@pytest.mark.parametrize(
    ("text", "greeting", "rest"),
    [
        ("Dear Mrs Abara\n\nThank you.", "Dear Mrs Abara", "Thank you."),
        ("Dear Mrs Abara,\nThank you.", "Dear Mrs Abara,", "Thank you."),
        ("Hello Ken!\nThank you.\nAnn", "Hello Ken!", "Thank you.\nAnn"),
        ("To whom it may concern:\n\nThank you.", "To whom it may concern:", "Thank you."),
        ("12 May\nDear Dr. Abara\nThank you.", "12 May\nDear Dr. Abara", "Thank you."),
        ("Annwyl Dr Abara,\n\nDiolch.", "Annwyl Dr Abara,", "Diolch."),
    ],
)
def test_a_greeting_written_by_hand_stands_above_the_subject(
    text: str, greeting: str, rest: str
) -> None:
    found = parts(_letter(text=text, subject="My results"))
    assert found == [Paragraph(greeting), Subject("My results"), Paragraph(rest)]


@pytest.mark.parametrize("text", ["Thank you for it.", "Dear me, it is late. I wait for you."])
def test_where_nobody_is_greeted_the_subject_stands_first(text: str) -> None:
    found = parts(_letter(text=text, subject="My results"))
    assert found == [Subject("My results"), Paragraph(text)]


def test_there_is_room_to_sign() -> None:
    data, _built = preview(_letter())
    (words,), (name,) = _boxes(data, "Yours"), _boxes(data, "Ann Lee")[-1:]
    assert name[0] - words[1] > 12


def test_what_a_letter_is_made_of() -> None:
    found = parts(_letter())
    assert found[1] == Subject(_letter().subject)
    assert found[3] == Closing("Yours sincerely,", "Ann Lee")
    assert len(found) == 5


def test_a_sheet_to_take_along_is_one_page() -> None:
    text = "\n\n".join(f"Heading {n}:\n{'Some words of it. ' * 14}" for n in range(9))
    data, built = preview(
        _letter(sheet=True, sender="", recipient="", text=f"{text}\n\nWhat the GP said:")
    )
    assert built.pages == 1
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) == 1
