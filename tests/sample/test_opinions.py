"""Two opinions on every aspect, told apart in exactly three by the user's own marks."""

import pytest

from secondop_desktop.features.decisions.rules.checks import answered_no
from secondop_desktop.features.decisions.rules.options import lacks_waiting
from secondop_desktop.features.opinions.rules.aspects import ASPECTS, MARKS
from secondop_desktop.features.opinions.rules.side_by_side import Grid, grid, only_differences
from secondop_desktop.journal.file import Journal


@pytest.fixture(scope="module")
def compared(story: Journal) -> Grid:
    return grid(story.entries("opinion"), story.entries("statement"), story.entries("mark"))


def test_there_are_two_opinions(compared: Grid) -> None:
    assert [column.place for column in compared.columns] == [1, 2]
    assert len({column.provider for column in compared.columns}) == 2


def test_exactly_three_aspects_differ(compared: Grid) -> None:
    rows = only_differences(compared).rows
    assert [row.aspect for row in rows] == ["certainty", "plan", "urgency"]
    assert all(row.note for row in rows)


def test_every_mark_is_used(compared: Grid) -> None:
    assert {row.mark for row in compared.rows} == {word for word, _label in MARKS} | {""}


def test_both_speak_of_every_aspect_with_a_source(compared: Grid) -> None:
    assert len(compared.rows) == len(ASPECTS)
    cells = [cell for row in compared.rows for cell in row.cells]
    assert all(len(cell.said) == 1 for cell in cells)
    silent = [cell for cell in cells if cell.not_discussed]
    assert len(silent) == 1
    assert all(cell.source and cell.text for cell in cells if cell not in silent)


def test_statements_are_one_to_four_sentences(compared: Grid) -> None:
    texts = [cell.text for row in compared.rows for cell in row.cells if cell.text]
    assert all(1 <= text.count(". ") + 1 <= 4 and text.endswith(".") for text in texts)


def test_both_doctors_answered_the_same_questions(story: Journal) -> None:
    doctors: dict[str, set[str]] = {}
    for answer in story.entries("answer"):
        if answer.text:
            doctors.setdefault(answer.question, set()).add(answer.provider)
    assert [len(who) for who in doctors.values()] == [2, 2, 2, 2]


def test_waiting_is_an_option_and_every_opinion_has_a_view_of_each(story: Journal) -> None:
    options = story.entries("option")
    assert not lacks_waiting(options)
    opinions = {row.id for row in story.entries("opinion")}
    assert all(option.stances.keys() == opinions for option in options)


def test_readiness_grew_between_two_days(story: Journal) -> None:
    before, after = sorted(story.entries("readiness"), key=lambda row: row.date.stored)
    assert before.date < after.date
    assert len(answered_no(before)) > len(answered_no(after)) > 0
