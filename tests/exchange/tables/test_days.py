"""Dates and times as tables write them."""

import pytest

from secondop_desktop.exchange.tables.days import read_date, read_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024/3/5", "2024-03-05"),
        ("2024-03-05T09:15:30Z", "2024-03-05T09:15"),
        ("2024-03-05 09:15:30.123+01:00", "2024-03-05T09:15"),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
        ("05/03/2024", "2024-03-05"),
        ("5.3.24", "2024-03-05"),
        ("5-3-1968", "1968-03-05"),
        ("05/03/69", "1969-03-05"),
        ("05/03/2024 9:15 pm", "2024-03-05T21:15"),
        ("03/2024", "2024-03"),
        ("5 March 2024", "2024-03-05"),
        ("5th Mar. 2024", "2024-03-05"),
        ("05-Mar-24", "2024-03-05"),
        ("Tue, 5 Mar 2024, 09:15", "2024-03-05T09:15"),
        ("Mar 5, 2024", "2024-03-05"),
        ("Jan 01 2026", "2026-01-01"),
        ("March 2024", "2024-03"),
    ],
)
def test_dates_are_read_as_far_as_they_go(text: str, expected: str) -> None:
    assert read_date(text).iso == expected


@pytest.mark.parametrize("text", ["", "soon", "31/02/2024", "13/13/2024", "5 Foo 2024", "45000"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a date|out of range|must be in|not in tuple"):
        read_date(text)


def test_a_time_in_its_own_cell_belongs_to_a_whole_date_only() -> None:
    assert read_date("05/03/2024", "08:05").iso == "2024-03-05T08:05"
    assert read_date("March 2024", "08:05").iso == "2024-03"


@pytest.mark.parametrize(
    ("text", "hour"), [("12:30 am", 0), ("12:30 PM", 12), ("11.30pm", 23), ("00:30", 0)]
)
def test_both_clocks_are_read(text: str, hour: int) -> None:
    assert (read_time(text).hour, read_time(text).minute) == (hour, 30)
