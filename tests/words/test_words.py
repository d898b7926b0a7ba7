"""No text holds a word that advises, alarms, or claims an act of a doctor."""

import pytest

from tests.architecture.house import ROOT
from tests.words import said
from tests.words.avoided import ALLOWED, DISCLAIMER, faults
from tests.words.said import Said


def _all() -> list[Said]:
    return [*said.in_sources(), *said.in_help(), *said.in_glossary()]


def test_no_text_holds_an_avoided_word() -> None:
    texts = _all()
    assert len(texts) > 1000
    found = [f"{one.where}: {fault}" for one in texts for fault in faults(one.text)]
    assert found == []


def test_no_letter_holds_an_avoided_word() -> None:
    letters = said.in_letters()
    assert len(letters) > 10
    found = [f"{one.where}: {why}" for one in letters for why in faults(one.text, letter=True)]
    assert found == []
    assert [one.where for one in letters if "right" in one.text] == []


def test_a_letter_may_say_please_and_nothing_else() -> None:
    assert list(faults("Please tell me.", letter=True)) == []
    assert list(faults("Please tell me."))
    assert list(faults("Please recommend the best.", letter=True))


def test_every_allowed_sentence_is_said() -> None:
    texts = " ".join(" ".join(one.text.split()) for one in _all())
    assert [sentence for sentence in ALLOWED if sentence not in texts] == []


@pytest.mark.parametrize(
    "text",
    [
        "We analyse your results.",
        "This score is abnormal!",
        "You should ask for surgery.",
        "The best option is shown first.",
        "Oops, please enter a valid date. Sorry!",
        "Ask for a 2nd opinion, e.g. now.",
        "You have a right to a second opinion.",
        "Secondop diagnosed it.",
        f"{DISCLAIMER} We recommend it.",
    ],
)
def test_the_lint_finds_what_it_is_for(text: str) -> None:
    assert list(faults(text))


def test_the_disclaimer_may_say_what_it_does_not_do() -> None:
    assert list(faults(DISCLAIMER)) == []
    assert list(faults(DISCLAIMER.replace("does not diagnose", "can diagnose")))


def test_texts_are_read_from_the_sources() -> None:
    path = ROOT / "secondop_desktop" / "window" / "bin.py"
    texts = [one.text for one in said.marked(path)]
    assert "Bring back" in texts
    assert any(len(text) > 100 for text in texts)
