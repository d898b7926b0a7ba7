"""Letters on paper."""

from secondop_desktop.features.letters.pdf import CHAPTERS
from tests.features.paper import Sheet
from tests.features.rows import day

LETTERS = CHAPTERS["letter"]


def test_a_letter_as_it_was_written() -> None:
    sheet = Sheet()
    to = sheet.add("provider", name="Dr Shah")
    text = "Dear Dr Shah,\n\nThank you.\n\nAnn"
    sheet.add("letter", title="Thanks", to=to, type="thanks", sent=day("2024-05-02"), text=text)
    assert sheet.printed(LETTERS) == (
        "Thanks Say thank you, to Dr Shah, sent 2 May 2024 Dear Dr Shah, Thank you. Ann"
    )
    assert len(LETTERS.make(sheet)) == 5  # a paragraph stays a paragraph


def test_a_draft_to_somebody_left_out_names_nobody() -> None:
    sheet = Sheet()
    to = sheet.add("provider", name="Dr Shah")
    sheet.hidden = {to}
    sheet.add("letter", to=to, text="Hello.")
    assert sheet.printed(LETTERS) == "Letter without a title not sent yet Hello."
