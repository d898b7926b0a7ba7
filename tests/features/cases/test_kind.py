"""How a second-opinion case shows itself."""

from secondop_desktop.features.cases.kind import KIND, REASONS
from tests.features.rows import day, names, row

QUESTION = "Do I need the operation now?"


def test_title_is_its_short_name_else_the_question() -> None:
    assert KIND.title(row(KIND, title="Knee", question=QUESTION), names) == "Knee"
    assert KIND.title(row(KIND, question=QUESTION), names) == QUESTION
    assert KIND.title(row(KIND), names) == "Second opinion"


def test_line_says_what_the_title_does_not() -> None:
    knee = row(KIND, title="Knee", question=QUESTION, route="nhs", closed=day("2026-03"))
    assert KIND.line(knee, names) == f"{QUESTION} · NHS · closed March 2026"
    assert KIND.line(row(KIND, question=QUESTION), names) == ""


def test_there_are_eight_reasons() -> None:
    assert len(REASONS) == 8


def test_a_wrong_step_or_round_is_refused() -> None:
    wrong = row(KIND, round=0, steps={"8": "completed"})
    assert all(rule(wrong) for rule in KIND.rules)
