"""The boxes of a date are read together, and the first thing wrong is described."""

from datetime import time

import pytest
from hypothesis import given

from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.widgets.fields.date_parts import DateParts, Needs
from tests.widgets.fields.test_date_words import dates


@given(dates())
def test_every_date_shown_is_read_back(known: PartialDate) -> None:
    assert DateParts.of(known).date() == known
    assert DateParts.of(known).problem("Date") is None


@given(dates())
def test_every_draft_is_put_back(known: PartialDate) -> None:
    shown = DateParts.of(known)
    broken = DateParts(shown.day, shown.month, "soon", shown.clock, shown.about)
    assert DateParts.from_draft(broken.draft) == broken


@pytest.mark.parametrize(
    ("parts", "needs", "problem"),
    [
        (DateParts(), "day", None),
        (DateParts("", "", "2019"), "year", None),
        (DateParts("", "", "2019"), "month", "“Date” must include a month"),
        (DateParts("", "7", "2019"), "day", "“Date” must include a day"),
        (DateParts("14", "7", ""), "year", "“Date” must include a year"),
        (DateParts("14", "", "2019"), "year", "“Date” must include a month"),
        (DateParts("5/11/26", "", ""), "year", "The year must have 4 numbers, like 2026"),
        (DateParts("5-1-48", "July", "2019"), "day", "The year must have 4 numbers, like 2026"),
        (DateParts("32", "7", "2019"), "year", "The day must be a number between 1 and 31"),
        (
            DateParts("14", "13", "2019"),
            "year",
            "The month must be a number between 1 and 12, or a month’s name",
        ),
        (DateParts("14", "7", "26"), "year", "The year must have 4 numbers, like 2026"),
        (DateParts("14", "7", "0000"), "year", "The year must have 4 numbers, like 2026"),
        (
            DateParts("30", "Feb", "2026"),
            "year",
            "“Date” must be a real date: February 2026 has 28 days",
        ),
        (DateParts("", "7", "2026", "5pm"), "year", "“Date” must include a day"),
        (DateParts("14", "7", "2026", "5:30"), "year", "The time must say am or pm, like 5:30pm"),
        (DateParts("14", "7", "2026", "tea"), "year", "The time must be like 10:30am or 17:30"),
        (
            DateParts("3/4/2026"),
            "year",
            "Date: choose which date is meant, 3 April 2026 or 4 March 2026",
        ),
        (DateParts("soon"), "year", "The day must be a number between 1 and 31"),
    ],
)
def test_problems(parts: DateParts, needs: Needs, problem: str | None) -> None:
    assert parts.problem("Date", needs) == problem


def test_a_problem_other_than_what_is_needed_leaves_no_value() -> None:
    assert DateParts("30", "2", "2026").date() is None
    assert DateParts("14", "7", "2026", "25:00").date() is None
    assert DateParts("", "7", "2026").date() == PartialDate(2026, 7)
    assert DateParts("14", "7", "2026", "17:30").date() == PartialDate(2026, 7, 14, time(17, 30))


def test_one_line_that_is_certainly_a_date_is_spread() -> None:
    assert DateParts.from_draft("14 July 2026") == DateParts("14", "July", "2026")
    assert DateParts.from_draft("last spring") == DateParts("last spring")
