"""Each step leads straight to what it needs, by keyboard."""

import pytest

from secondop_desktop.features.cases.page import CasePage
from tests.features.desk import settle
from tests.window.keyboard import use


@pytest.mark.parametrize(
    ("step", "words", "place"),
    [
        ("1", "Write a letter to ask for it", "letter:new:ask"),
        ("1", "Make a sheet to take to the GP", "letter:new:sheet"),
        ("3", "Write the letter for the referral", "letter:new:referral"),
        ("4", "Go through what the second doctor needs", "record:needed"),
        ("7", "Write a letter that tells what you decided", "letter:new:decided"),
    ],
)
def test_a_step_leads_to_its_letter_or_list(
    page: CasePage, step: str, words: str, place: str
) -> None:
    wanted: list[str] = []
    page.place_wanted.connect(wanted.append)
    page.open_entry(step)
    settle()
    use(words)
    assert wanted == [place]
