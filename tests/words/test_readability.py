"""Every text is read at the age of 10 to 12, by the figure of a formula."""

import sys
from collections import defaultdict
from collections.abc import Callable

import pytest

from tests.words.readability import Measured, measure, sentences, syllables, together, words_in
from tests.words.said import Said, in_glossary, in_help, in_letters, in_sources

MOST = 7.0
"""The highest grade of one text: it is read at the age of 12."""
ON_AVERAGE = 5.0
LETTER_MOST = 5.0
"""The highest grade of a letter, short as some are: it is read at the age of 10."""
LEAST_WORDS = 60
"""Of fewer words the formula says nothing: one long word decides."""
LONGEST_SENTENCE = 32
_GUIDANCE = ("rules", "leads", "letters", "drafts", "bank")

HARD = (
    "Notwithstanding considerable methodological heterogeneity, multidisciplinary evaluation "
    "facilitates individualised therapeutic optimisation."
)


def _rooms() -> dict[str, Measured]:
    """Measure the guidance of each source: texts of two sentences and more, and all in rules."""
    texts: dict[str, list[str]] = defaultdict(list)
    for said in in_sources():
        room = said.where.partition(":")[0]
        if len(list(sentences(said.text))) > 1 or any(part in room for part in _GUIDANCE):
            texts[room].append(said.text)
    return {room: together(texts[room]) for room in texts}


def _table(measured: dict[str, Measured]) -> str:
    rows = sorted(measured.items(), key=lambda row: -row[1].grade)
    lines = [f"{one.grade:5.1f}  {one.words:5}  {where}" for where, one in rows]
    return "\n".join(["grade  words  text", *lines])


def _hold(measured: dict[str, Measured]) -> None:
    """Print the figures, and refuse a text that is too hard, and a whole that is."""
    table = _table(measured)
    sys.stdout.write(f"{table}\n")
    long = {where: one for where, one in measured.items() if one.words >= LEAST_WORDS}
    hard = {where: round(one.grade, 1) for where, one in long.items() if one.grade > MOST}
    assert hard == {}, table
    mean = sum(one.grade * one.words for one in measured.values()) / sum(
        one.words for one in measured.values()
    )
    assert mean <= ON_AVERAGE, table


def test_every_help_topic_is_plain() -> None:
    _hold({said.where: measure(said.text) for said in in_help()})


def test_the_glossary_is_plain() -> None:
    found = in_glossary()
    _hold({"glossary": together(said.text for said in found)})
    hard = {said.where: _hard_words(said.text) for said in found}
    assert {where: words for where, words in hard.items() if len(words) > 5} == {}


def _hard_words(text: str) -> list[str]:
    """Return the words of three syllables and more."""
    return [word for word in words_in(text) if syllables(word) > 2]


def test_the_guidance_in_the_program_is_plain() -> None:
    rooms = _rooms()
    assert len(rooms) > 20
    _hold(rooms)


def test_every_letter_is_plain() -> None:
    found = {said.where: measure(said.text) for said in in_letters()}
    _hold(found)
    assert [where for where, one in found.items() if one.grade > LETTER_MOST] == []


@pytest.mark.parametrize("texts", [in_help, in_glossary, in_letters, in_sources])
def test_no_sentence_is_long(texts: Callable[[], list[Said]]) -> None:
    lines = [(said.where, line) for said in texts() for line in said.text.split("\n")]
    assert [one for one in lines if any(map(_too_long, sentences(one[1])))] == []


def _too_long(sentence: str) -> bool:
    return ":" not in sentence and len(words_in(sentence)) > LONGEST_SENTENCE


def test_a_hard_text_is_found_out() -> None:
    with pytest.raises(AssertionError, match="grade"):
        _hold({"hard": measure(" ".join([HARD] * 6))})


def test_the_formula_gives_the_grade_of_known_sentences() -> None:
    cat = measure("The cat sat on the mat.")
    assert (cat.words, cat.sentences, cat.syllables) == (6, 1, 6)
    assert cat.grade == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert measure(HARD).grade > 20


@pytest.mark.parametrize(
    ("word", "count"),
    [("haemoglobin", 4), ("asked", 1), ("wanted", 2), ("table", 2), ("choose", 1), ("2", 1)],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_list_belongs_to_the_sentence_before_it() -> None:
    assert len(list(sentences("Bring:\n\nletters\nglasses\n\nThat is all. Go."))) == 3
