"""Minutes of a recording, as people write them."""

import pytest

from secondop_desktop.features.records.rules.minutes import minute_line, read_minute


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("12:30", "12:30"),
        (" 4:05 ", "4:05"),
        ("04.05", "4:05"),
        ("12", "12:00"),
        ("75:10", "1:15:10"),
        ("1:02:05", "1:02:05"),
        ("0:40", "0:40"),
    ],
)
def test_a_minute_is_read_as_written(typed: str, kept: str) -> None:
    assert read_minute(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "soon", "12:61", "1:75:00", "12:3", "-1", "12:30 pm", "1:2:3:4"]
)
def test_what_is_no_minute_is_none(typed: str) -> None:
    assert read_minute(typed) == ""


def test_a_line_says_that_it_is_no_time_of_day() -> None:
    assert minute_line("12:30", "the risks") == "12:30 in the recording: the risks"
    assert minute_line("12:30", "") == "12:30 in the recording"
