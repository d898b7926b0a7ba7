"""What is to come, to ask and to do."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.features.appointments.kind import APPOINTMENT, QUESTION, TASK
from secondop_desktop.features.appointments.rules import (
    TEMPLATES,
    ahead,
    in_order,
    is_ahead,
    is_open,
    overdue,
    place_counted,
    to_ask,
    to_do,
)
from secondop_desktop.journal.dates import PartialDate
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
    assert to_ask(rows, "a") == (wanted,)
    assert not is_open(rows[2])


def test_tasks_go_by_date_and_done_ones_go() -> None:
    later, sooner = row(TASK, due=day("2026-09")), row(TASK, due=day("2026-08-30"))
    undated = row(TASK)
    assert to_do([undated, later, row(TASK, done=True), sooner]) == (sooner, later, undated)


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


def test_templates_are_questions_each_once() -> None:
    questions = [question for template in TEMPLATES for question in template.questions]
    assert len(questions) == len(set(questions)) > 20
    assert all(question.endswith("?") for question in questions)
    assert len({template.group for template in TEMPLATES}) == len(TEMPLATES)
