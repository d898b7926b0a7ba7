"""When a record that was asked for should come."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.features.records.kind import KIND
from secondop_desktop.features.records.rules.requests import (
    arrived,
    awaited,
    due,
    due_words,
    gathered,
    overdue,
    pages_counted,
)
from secondop_desktop.journal.values.dates import PartialDate
from tests.features.rows import day, row

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def asked(text: str, **values: Any) -> Any:
    return row(KIND, state="asked", asked=PartialDate.parse(text), **values)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("2026-03-05", "2026-04-05"),
        ("2026-01-31", "2026-02-28"),
        ("2024-01-30", "2024-02-29"),
        ("2026-12-31", "2027-01-31"),
        ("2026-12", "2027-01"),
        ("2026-03-05T10:30", "2026-04-05"),
        ("2026-01-31 ~", "2026-02-28 ~"),
    ],
)
def test_due_one_calendar_month_later(text: str, answer: str) -> None:
    assert due(asked(text)) == PartialDate.parse(answer)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("2026-01-31", "2026-04-30"),
        ("2025-11-30", "2026-02-28"),
        ("2025-11", "2026-02"),
    ],
)
def test_extended_means_three_months_from_asking(text: str, answer: str) -> None:
    assert due(asked(text, extended=True)) == PartialDate.parse(answer)


@given(day=DAYS, extended=st.booleans())
def test_due_keeps_the_day_or_takes_the_months_last(day: date, extended: bool) -> None:
    found = due(row(KIND, asked=PartialDate.of(day), extended=extended))
    assert found
    assert (found.year - day.year) * 12 + (found.month or 0) - day.month == (3 if extended else 1)
    assert found.day == min(day.day, monthrange(found.year, found.month or 0)[1])


@pytest.mark.parametrize("text", ["2026", "9999-12-01"])
def test_no_date_is_invented(text: str) -> None:
    assert due(asked(text)) is None
    assert not overdue(asked(text), date.max)
    assert due_words(asked(text), date.max) == ""


def test_never_asked_is_never_due() -> None:
    assert due(row(KIND, state="wanted")) is None
    assert not awaited(row(KIND, state="wanted"))


@given(day=DAYS)
def test_overdue_from_the_day_after(day: date) -> None:
    one = row(KIND, asked=PartialDate.of(day))
    last = due(one)
    assert last
    assert not overdue(one, last.last_day)
    assert overdue(one, last.last_day + timedelta(days=1))


def test_a_month_is_overdue_only_when_it_is_over() -> None:
    assert not overdue(asked("2026-03"), date(2026, 4, 30))
    assert overdue(asked("2026-03"), date(2026, 5, 1))


@pytest.mark.parametrize("come", [{"state": "received"}, {"received": day("2026-03-20")}])
def test_what_has_come_is_not_overdue(come: dict[str, Any]) -> None:
    one = row(KIND, asked=day("2026-03-05"), **come)
    assert arrived(one)
    assert not awaited(one)
    assert not overdue(one, date(2030, 1, 1))
    assert due_words(one, date(2030, 1, 1)) == ""


def test_due_is_said_in_words() -> None:
    letter = asked("2026-03-05")
    assert due_words(letter, date(2026, 4, 5)) == "due by 5 April 2026"
    assert due_words(letter, date(2026, 4, 6)) == "was due 5 April 2026"


def test_gathered_counts_only_what_was_wanted() -> None:
    rows = [
        row(KIND),
        row(KIND, state="wanted"),
        asked("2026-03-05"),
        row(KIND, state="received"),
        row(KIND, asked=day("2026-03"), received=day("2026-04")),
    ]
    assert gathered(rows) == (2, 4)


@given(st.one_of(st.none(), st.integers()))
def test_a_record_has_at_least_one_page(pages: int | None) -> None:
    assert bool(pages_counted(row(KIND, pages=pages))) == (pages is not None and pages < 1)
