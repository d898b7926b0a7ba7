"""Dates as far as they are known."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.journal.values.dates import PartialDate, undated_first, undated_last


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """Any date, known to any part."""
    day, clock, about = draw(st.dates()), draw(st.times()), draw(st.booleans())
    whole = PartialDate(day.year, day.month, day.day, clock, about)
    return draw(
        st.sampled_from(
            [
                whole,
                replace(whole, clock=None),
                replace(whole, clock=None, day=None),
                replace(whole, clock=None, day=None, month=None),
            ]
        )
    )


@given(partial_dates())
def test_what_is_stored_comes_back(kept: PartialDate) -> None:
    assert PartialDate.parse(kept.stored) == kept
    assert PartialDate.parse(kept.iso, about=kept.about) == kept


@given(st.lists(partial_dates()))
def test_sorting_is_that_of_the_stored_text(dates: list[PartialDate]) -> None:
    assert [kept.stored for kept in sorted(dates)] == sorted(kept.stored for kept in dates)


@given(st.lists(st.none() | partial_dates()))
def test_what_has_no_date_stands_at_one_end(dates: list[PartialDate | None]) -> None:
    known = sorted(kept for kept in dates if kept)
    none = [None] * dates.count(None)
    assert sorted(dates, key=undated_first) == [*none, *known]
    assert sorted(dates, key=undated_last) == [*known, *none]


@given(partial_dates(), partial_dates())
def test_earlier_days_come_first(one: PartialDate, other: PartialDate) -> None:
    if one.last_day < other.first_day:
        assert one < other


@given(partial_dates())
def test_the_less_precise_comes_just_before_what_it_may_contain(kept: PartialDate) -> None:
    year = PartialDate(kept.year)
    assert year == kept or year < kept
    assert year.first_day <= kept.first_day <= kept.last_day <= year.last_day


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_moment_keeps_its_minute(moment: datetime) -> None:
    kept = PartialDate.of(moment)
    assert kept.clock == time(moment.hour, moment.minute)
    assert PartialDate.of(moment.date()) == kept.without_time()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024", "2024"),
        ("2024-03", "2024-03"),
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T10:30", "2024-03-05T10:30"),
        ("2024-03-05 10:30", "2024-03-05T10:30"),
        ("2024-03-05T10:30:59.123+05:30", "2024-03-05T05:00"),
        ("2024-03-05T10:30:00Z", "2024-03-05T10:30"),
        ("2025-08-05T08:15:00Z", "2025-08-05T09:15"),
        ("2025-06-30T23:10:00.5+00:00", "2025-07-01T00:10"),
        ("2025-08-05T08:15:00+01:00", "2025-08-05T08:15"),
        ("2025-12-31T22:00-05:30", "2026-01-01T03:30"),
        (" 2024-02-29 ", "2024-02-29"),
    ],
)
def test_iso_is_read(text: str, iso: str) -> None:
    assert PartialDate.parse(text).iso == iso


@pytest.mark.parametrize(
    "text",
    [
        *("", "24", "03/05/2024", "2024-3-5", "2024-13", "2024-00", "2024-02-30", "2024-03-00"),
        *("2023-02-29", "2024-03-05T24:00", "2024-03-05T10", "0000", "March 2024", "2024-03-05x"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "parts",
    [(2024, None, 5), (2024, 3, None, time(10)), (2024, 0), (2024, 3, 0), (2024, 13), (10000,)],
)
def test_parts_that_make_no_date_are_refused(parts: tuple[Any, ...]) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate(*parts)


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        (PartialDate(2019), "2019"),
        (PartialDate(2019, about=True), "about 2019"),
        (PartialDate(2024, 3), "March 2024"),
        (PartialDate(2024, 3, 5), "5 March 2024"),
        (PartialDate(2026, 7, 14, time(10, 30)), "14 July 2026, 10:30am"),
        (PartialDate(2026, 7, 14, time(0, 0)), "14 July 2026, midnight"),
    ],
)
def test_it_is_said_in_words(kept: PartialDate, words: str) -> None:
    assert str(kept) == words


def test_the_weekday_is_said_where_the_day_is_known() -> None:
    assert PartialDate(2026, 7, 14).words(weekday=True) == "Tuesday 14 July 2026"
    assert PartialDate(2026, 7).words(weekday=True) == "July 2026"


def test_a_month_ends_on_its_last_day() -> None:
    assert PartialDate(2024, 2).last_day == date(2024, 2, 29)
    assert PartialDate(2023, 2).last_day == date(2023, 2, 28)
    assert PartialDate(2023).last_day == date(2023, 12, 31)


@pytest.mark.parametrize(
    ("iso", "skipped"),
    [
        ("2025-03-30T01:20", True),
        ("2025-03-30T02:00", False),
        ("2025-10-26T01:20", False),
        ("2025-03-30", False),
    ],
)
def test_a_time_over_which_the_clocks_went_is_told(iso: str, skipped: bool) -> None:
    assert PartialDate.parse(iso).is_skipped is skipped
