"""Letters on paper."""

import pytest

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


@pytest.mark.parametrize("private", [False, True])
def test_its_head_is_printed_and_its_versions_follow_it_for_few(*, private: bool) -> None:
    sheet = Sheet()
    sheet.private = private
    sheet.add("letter", title="Thanks", text="Before.", version_of="letter2")
    letter = sheet.add(
        "letter",
        title="Thanks",
        sender="Ann\n1 High Street",
        recipient="Dr Shah",
        subject="My thanks",
        sent=day("2024-05-02"),
        how="post",
        text="Thank you.",
    )
    assert letter == "letter2"
    sent = "Thanks sent 2 May 2024, by post Ann 1 High Street Dr Shah My thanks Thank you."
    assert sheet.printed(LETTERS) == (f"{sent} Kept version: Thanks Before." if private else sent)
