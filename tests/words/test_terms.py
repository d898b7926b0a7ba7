"""One word for one thing, everywhere: the window, the paper, the help, the letters."""

import pytest

from tests.architecture.house import ROOT
from tests.words import said
from tests.words.terms import TERMS, against


def test_no_text_holds_a_word_that_was_decided_against() -> None:
    texts = [*said.in_sources(), *said.in_help(), *said.in_glossary(), *said.in_letters()]
    assert len(texts) > 1000
    found = [f"{one.where}: {fault}" for one in texts for fault in against(one.text)]
    assert found == []


def test_every_exception_is_said() -> None:
    texts = [*said.in_sources(), *said.in_help(), *said.in_glossary(), *said.in_letters()]
    whole = " ".join(" ".join(one.text.split()) for one in texts)
    assert [text for term in TERMS for text in term.but if text not in whole] == []


def test_the_list_for_people_names_every_term() -> None:
    listed = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    terms = listed.partition("## Terms")[2].partition("\n## ")[0]
    assert [term.say for term in TERMS if f"| {term.say} |" not in terms] == []


@pytest.mark.parametrize(
    "text",
    [
        "Who did you visit?",
        "The date is not put down yet.",
        "Import the letter first.",
        "Say by whom.",
        "What you put away stays here.",
        "Write it as it stands in the letter.",
        "A GP can send you to a specialist.",
        "Look at the questions of this case.",
    ],
)
def test_it_finds_what_it_is_for(text: str) -> None:
    assert list(against(text))
