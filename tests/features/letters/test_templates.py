"""The texts that letters are made of: whole, and filled from what the journal knows."""

import re
from pathlib import Path

import pytest

from secondop_desktop import lang
from secondop_desktop.catalogue import KINDS
from secondop_desktop.features.letters.operations.facts import facts
from secondop_desktop.features.letters.operations.templates import template
from secondop_desktop.features.letters.rules import Fact
from secondop_desktop.journal.file import Journal
from secondop_desktop.paths import resource
from tests.features.letters.scene import TODAY, TYPES, filled

TEXTS = sorted(resource("letters", "en").glob("*.txt"))
every_text = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)


def test_every_type_has_a_text_in_both_voices() -> None:
    assert {path.stem for path in TEXTS} == {name for key in TYPES for name in (key, f"{key}-for")}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Fact]:
    place = tmp_path_factory.mktemp("known") / "full.secondop"
    with Journal.create(place, KINDS) as journal:
        scene = filled(journal)
        found = [facts(scene.shelf, scene.ids[to], TODAY) for to in ("gp", "first", "office")]
    return {name: fact for one in found for name, fact in one.items()}


@every_text
def test_every_slot_is_one_that_the_journal_can_fill(path: Path, known: dict[str, Fact]) -> None:
    slots = set(re.findall(r"\{[?!]?(\w+)\}", path.read_text("utf-8")))
    assert slots - known.keys() == set()
    assert re.sub(r"\{[?!]?\w+\}", "", path.read_text("utf-8")).count("{") == 0


def test_a_language_without_letters_uses_the_english_ones() -> None:
    lang.use("xx")
    try:
        assert template("ask", by_helper=False)[1].startswith(
            "{?hospital}Hospital number: {hospital}.\n\nDear {doctor},"
        )
    finally:
        lang.use("en")


_OWN_WORDS = ("plan", "reasons_words", "why", "change_mind", "communication")


@pytest.mark.parametrize("slot", _OWN_WORDS)
@pytest.mark.parametrize("path", [path for path in TEXTS if path.stem.endswith("-for")])
def test_a_helper_says_whose_words_are_told(path: Path, slot: str) -> None:
    """Or "I feel well" would be what the helper says of themselves."""
    lines = [line for line in path.read_text("utf-8").splitlines() if f"{{{slot}}}" in line]
    assert all("in {their} own words: " in line.lower() for line in lines)
