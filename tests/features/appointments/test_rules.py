"""What is to come, to ask and to do."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.features.appointments.kind import ANSWER, APPOINTMENT, QUESTION, TASK
from secondop_desktop.features.appointments.rules.answers import (
    answered_by_all,
    grid,
    not_answered_by,
)
from secondop_desktop.features.appointments.rules.coming import (
    ahead,
    coming_first,
    is_ahead,
    overdue,
    place_counted,
)
from secondop_desktop.features.appointments.rules.question_bank import TEMPLATES
from secondop_desktop.features.appointments.rules.questions import (
    answer_said,
    is_open,
    of_visit,
    same_words,
)
from secondop_desktop.journal.user_order import in_order
from secondop_desktop.journal.values.dates import PartialDate
from tests.features.rows import day, row

NOW = datetime.fromisoformat("2026-07-14T10:30")


@pytest.mark.parametrize(
    ("when", "status", "coming"),
    [
        ("2026-07-14T10:30", "planned", True),
        ("2026-07-14T10:29", "planned", False),
        ("2026-07-14", "", True),
        ("2026-07-13", "", False),
        ("2026-07", "", True),
        ("2026-06", "", False),
        ("2026", "planned", True),
        ("2026-08-01", "cancelled", False),
        ("2026-08-01", "done", False),
    ],
)
def test_still_to_come(when: str, status: str, coming: bool) -> None:
    assert is_ahead(row(APPOINTMENT, when=day(when), status=status), NOW) is coming


def test_without_a_date_it_is_not_put_before_the_others() -> None:
    assert not is_ahead(row(APPOINTMENT), NOW)


@given(st.lists(st.datetimes(NOW - timedelta(9), NOW + timedelta(9))))
def test_the_next_one_is_first(moments: list[datetime]) -> None:
    rows = [row(APPOINTMENT, when=PartialDate.of(moment)) for moment in moments]
    found = [one.when.stored for one in ahead(rows, NOW)]
    assert found == sorted(found)
    assert len(found) == sum(moment >= NOW for moment in moments)


def test_questions_keep_the_users_order() -> None:
    second, first, unranked = row(QUESTION, rank=2), row(QUESTION, rank=1), row(QUESTION)
    assert in_order([unranked, second, first]) == (first, second, unranked)


def test_an_appointment_gets_its_open_questions() -> None:
    wanted = row(QUESTION, appointments=("a", "b"), rank=1)
    rows = [
        wanted,
        row(QUESTION, appointments=("b",)),
        row(QUESTION, appointments=("a",), status="answered"),
        row(QUESTION),
    ]
    assert of_visit(rows, [], "a") == (wanted,)
    assert not is_open(rows[2])


@pytest.mark.parametrize(
    ("values", "late"),
    [
        ({"due": day("2026-07-13")}, True),
        ({"due": day("2026-07-14")}, False),
        ({"due": day("2026-07")}, False),
        ({"due": day("2026-07-13"), "done": True}, False),
        ({}, False),
    ],
)
def test_a_task_is_overdue_when_its_day_has_passed(values: dict[str, Any], late: bool) -> None:
    assert overdue(row(TASK, **values), date(2026, 7, 14)) is late


@given(st.one_of(st.none(), st.integers()))
def test_opinions_are_counted_from_1(place: int | None) -> None:
    wrong = place is not None and place < 1
    assert bool(place_counted(row(APPOINTMENT, opinion_place=place))) == wrong


def test_the_bank_is_rich_plain_and_has_each_question_once() -> None:
    questions = [question for template in TEMPLATES for question in template.questions]
    assert len({same_words(question) for question in questions}) == len(questions)
    assert 60 <= len(questions) <= 90
    assert all(question.endswith("?") for question in questions)
    groups = [template.group for template in TEMPLATES]
    assert len(set(groups)) == len(groups) == 11
    assert all(len(template.questions) >= 6 for template in TEMPLATES)


def test_the_bank_is_short_and_never_advises() -> None:
    questions = [question for template in TEMPLATES for question in template.questions]
    assert max(len(question.split()) for question in questions) <= 16
    words = " ".join(questions).casefold()
    assert [word for word in _NEVER if word in words] == []


_NEVER = ("recommend", "abnormal", "score", "best", "you should", "analyse", "detect", "serious")


def test_those_to_come_stand_before_the_past() -> None:
    said: dict[str, dict[str, Any]] = {
        "today, over by the clock": {"when": day("2026-07-14T09:00")},
        "tomorrow": {"when": day("2026-07-15")},
        "no day": {},
        "yesterday": {"when": day("2026-07-13")},
        "long ago": {"when": day("2019")},
        "called off": {"when": day("2026-08-01"), "status": "cancelled"},
    }
    rows = [row(APPOINTMENT, purpose=name, **values) for name, values in reversed(said.items())]
    assert [one.purpose for one in coming_first(rows, NOW)] == [
        "today, over by the clock",
        "tomorrow",
        "no day",
        "called off",
        "yesterday",
        "long ago",
    ]


def test_a_visit_has_what_is_asked_and_what_was_answered_there() -> None:
    asked = row(QUESTION, id="1", rank=2, appointments=("a",))
    heard = row(QUESTION, id="2", rank=1, status="answered")
    rows = [asked, heard, row(QUESTION, id="3", status="answered", appointments=("a",))]
    answers = [row(ANSWER, question="2", appointment="a"), row(ANSWER, question="3")]
    assert of_visit(rows, answers, "a") == (heard, asked)


def test_an_answer_says_something_or_that_there_was_none() -> None:
    assert answer_said(row(ANSWER, text="Yes")) == ""
    assert answer_said(row(ANSWER, no_answer="later")) == ""
    assert answer_said(row(ANSWER)).startswith("Write what they said")


def _asked_twice() -> Any:
    visits = [
        row(APPOINTMENT, id="a", provider="bell", when=day("2026-05-02T10:30")),
        row(APPOINTMENT, id="b", provider="kaya", when=day("2026-06-01")),
    ]
    questions = [
        row(QUESTION, id="1", text="Sure?", rank=1, appointments=("a", "b")),
        row(QUESTION, id="2", text="Wait?", rank=2, appointments=("a",)),
        row(QUESTION, id="3", text="Gone", status="dropped"),
    ]
    answers = [
        row(ANSWER, id="x", question="1", appointment="a", text="Very."),
        row(ANSWER, id="y", question="1", provider="kaya", text="Hardly.", date=day("2026-06-03")),
        row(ANSWER, id="z", question="2", provider="bell", no_answer="later"),
        row(ANSWER, id="w", question="3", provider="bell", text="Yes"),
    ]
    return grid(questions, answers, visits)


def test_answers_stand_under_who_gave_them() -> None:
    found = _asked_twice()
    assert [column.provider for column in found.columns] == ["bell", "kaya"]
    assert [[date.iso for date in column.dates] for column in found.columns] == [
        ["2026-05-02"],
        ["2026-06-01", "2026-06-03"],
    ]
    said = [[[reply.text for reply in cell.replies] for cell in line.cells] for line in found.lines]
    assert said == [[["Very."], ["Hardly."]], [[""], []]]
    assert [cell.appointment for cell in found.lines[1].cells] == ["a", None]


def test_answers_are_filtered_by_facts() -> None:
    found = _asked_twice()
    assert [line.question for line in answered_by_all(found).lines] == ["1"]
    assert [line.question for line in not_answered_by(found, "kaya").lines] == ["2"]
    assert [line.question for line in not_answered_by(found, "bell").lines] == ["2"]


def test_an_answer_by_nobody_has_a_column_of_its_own_at_the_end() -> None:
    questions = [row(QUESTION, id="1")]
    answers = [row(ANSWER, question="1", text="A"), row(ANSWER, question="1", provider="bell")]
    assert [column.provider for column in grid(questions, answers, []).columns] == ["bell", None]
