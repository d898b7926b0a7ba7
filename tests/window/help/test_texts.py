"""The texts of the help: every screen has one, every link leads somewhere, English fills gaps."""

import re
from pathlib import Path

import pytest

from secondop_desktop import lang
from secondop_desktop.paths import resource
from secondop_desktop.widgets.background.text_folding import fold
from secondop_desktop.window import pictures
from secondop_desktop.window.actions import ACTS
from secondop_desktop.window.empty_page_texts import LEADS
from secondop_desktop.window.help import topics as help_topics
from secondop_desktop.window.help.glossary import letter_of, term_for, terms, terms_for
from secondop_desktop.window.help.pages import address_in, is_there, link_to, page_at
from secondop_desktop.window.help.searching import search
from secondop_desktop.window.help.topics import keys, topics, translated
from tests.words.said import in_sources

_LINK = re.compile(r"\]\(([^)]*)\)")
_NAMED = re.compile(r"(?:[Pp]ress|[Cc]hoose|[Tt]ick|[Uu]nder|[Ff]ind|[Oo]pen) “([^”]+)”")
"""What a reader is told to press or to look for."""
ASKED_FOR = (
    "steps",
    "nhs-route",
    "private-route",
    "on-behalf",
    "asking-for-records",
    "safe-to-wait",
    "keeping-safe",
    "privacy",
    "what-it-is-not",
)


def test_every_screen_has_a_topic() -> None:
    screens = {*pictures.keys(), *LEADS, "welcome", *(f"case-{step}" for step in range(1, 8))}
    assert screens - set(topics()) == set()
    assert set(ASKED_FOR) <= set(topics())


def test_every_file_is_a_topic_and_the_other_way_round() -> None:
    files = {path.stem for path in resource("help", "en").glob("*.md")}
    assert files == set(keys())
    assert len(keys()) == len(set(keys()))


@pytest.mark.parametrize("key", keys())
def test_a_topic_is_long_enough_to_help_and_short_enough_to_read(key: str) -> None:
    topic = topics()[key]
    assert topic.title
    assert 120 <= len(topic.words.split()) <= 300
    assert "## " in topic.body


@pytest.mark.parametrize("key", [*keys(), "contents", "words"])
def test_every_link_leads_somewhere(key: str) -> None:
    page = page_at(key)
    links = _LINK.findall(page.body)
    assert [link for link in links if not is_there(address_in(link))] == []
    assert links or key == "what-it-is-not"


def test_the_contents_lead_to_every_topic() -> None:
    assert set(keys()) <= set(_LINK.findall(page_at("contents").body))


def test_a_topic_that_is_not_there_opens_the_contents() -> None:
    assert page_at("nowhere") == page_at("contents")
    assert not is_there("nowhere")


def test_the_keys_are_all_told() -> None:
    body = topics()["keys"].body
    told = {act.shortcut for act in ACTS if act.shortcut}
    assert {key for key in told if f"**{key}**" not in body} == set()


def test_every_button_the_help_names_is_there() -> None:
    labels = {said.text.replace("&", "") for said in in_sources()}
    named = {(key, name) for key, topic in topics().items() for name in _NAMED.findall(topic.body)}
    assert len(named) > 30
    assert {one for one in named if one[1] not in labels} == set()


def test_a_language_without_a_text_falls_back_to_english(tmp_path: Path) -> None:
    for code in ("en", "cy"):
        (tmp_path / code).mkdir()
        (tmp_path / code / "home.md").touch()
    (tmp_path / "en" / "bin.md").touch()
    assert translated(tmp_path, "cy", "home.md").parent.name == "cy"
    assert translated(tmp_path, "cy", "bin.md").parent.name == "en"


def test_the_help_speaks_the_language_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lang._Language, "code", "cy")
    assert topics()["home"].title
    assert terms()
    assert help_topics._read("cy").keys() == help_topics._read("en").keys()


# The glossary ---------------------------------------------------------------------------------


def test_the_glossary_has_enough_words_in_order() -> None:
    words = list(terms())
    assert len(words) >= 160
    assert words == sorted(words, key=fold)
    assert len({fold(word) for word in words}) == len(words)


@pytest.mark.parametrize("word", terms())
def test_a_word_is_said_in_one_to_three_sentences(word: str) -> None:
    term = terms()[word]
    assert 1 <= len(re.findall(r"[.!?]”?(?=\s|$)", term.text)) <= 3
    assert term.text[0].isupper() or term.text[0] in "“?"
    assert len(set(term.names)) == len(term.names)
    assert is_there(address_in(link_to(f"word:{word}")))


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("bd", "BD"),
        ("TDS", "TDS"),
        ("prn", "PRN"),
        ("o/e", "O/E"),
        ("?", "? (the question mark)"),
        ("#", "# (the hash sign)"),
        ("Hæmoglobin", None),
        ("HÄEMOGLOBIN", "Haemoglobin"),
        ("biopsies", None),
        ("lesions", "Lesion"),
        ("“benign”,", "Benign"),
        ("mets", "Metastasis"),
        ("", None),
    ],
)
def test_a_word_is_found_as_it_stands_in_a_letter(typed: str, word: str | None) -> None:
    found = term_for(typed)
    assert (found.word if found else None) == word


def test_a_short_form_with_two_meanings_finds_both() -> None:
    assert {term.word for term in terms_for("SR")} == {"M/R", "Sinus rhythm"}
    assert term_for("SR") is None


def test_words_stand_under_their_letter() -> None:
    assert letter_of(terms()["Biopsy"]) == "B"
    assert letter_of(terms()["# (the hash sign)"]) == "#"


# Searching ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("biopsy", "word:Biopsy"),
        ("bin", "bin"),
        ("oédema", "word:Oedema"),
        ("power of attorney", "word:LPA"),
        ("memory stick", None),
        ("#", "word:# (the hash sign)"),
    ],
)
def test_search_looks_through_help_and_words_together(typed: str, first: str | None) -> None:
    found = search(typed)
    assert found
    assert first is None or found[0].address == first
    assert all(is_there(one.address) for one in found)


def test_search_finds_nothing_for_nothing() -> None:
    assert search("  ") == ()
    assert search("xyzzy") == ()
