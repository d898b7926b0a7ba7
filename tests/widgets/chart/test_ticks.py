"""Axis marks are round, enclose what is shown, and never overlap."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from secondop_desktop.widgets.chart.ticks import dates, values

Day = datetime.date


def _measure(text: str) -> float:
    return 8.0 * len(text)


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        (104, 121, ["100", "105", "110", "115", "120", "125"]),
        (0.2, 0.9, ["0.2", "0.4", "0.6", "0.8", "1.0"]),
        (3.5, 5.1, ["3.5", "4.0", "4.5", "5.0", "5.5"]),
        (0, 20000, ["0", "5000", "10000", "15000", "20000"]),
    ],
)
def test_values_are_marked_at_round_numbers(low: float, high: float, texts: list[str]) -> None:
    assert [tick.text for tick in values(low, high, 6)] == texts


@given(st.floats(-1e6, 1e6, allow_nan=False), st.floats(0, 1e6, allow_nan=False), st.integers(2, 8))
def test_values_are_always_enclosed(low: float, spread: float, most: int) -> None:
    assume(spread == 0 or spread > abs(low) * 1e-6 + 1e-6)
    ticks = values(low, low + spread, most)
    assert 2 <= len(ticks) <= 2 * most + 2
    slack = 1e-6 * max(1.0, abs(low) + spread)
    assert ticks[0].at <= low + slack
    assert ticks[-1].at >= low + spread - slack
    assert all(one.at < other.at for one, other in pairwise(ticks))
    assert len({tick.text for tick in ticks}) == len(ticks)


@pytest.mark.parametrize(
    ("first", "last", "width", "texts"),
    [
        (Day(2019, 5, 1), Day(2026, 7, 1), 250, "2020 2022 2024 2026"),
        (Day(2026, 1, 10), Day(2026, 4, 2), 500, "February 2026 March 2026 April 2026"),
        (Day(2026, 7, 1), Day(2026, 7, 31), 300, "1 July 2026 16 July 2026 31 July 2026"),
        (Day(2026, 7, 1), Day(2026, 7, 31), 120, "1 July 2026"),
    ],
)
def test_dates_are_marked_in_words(first: Day, last: Day, width: int, texts: str) -> None:
    assert " ".join(tick.text for tick in dates(first, last, width, _measure)) == texts


def test_one_day_is_one_mark() -> None:
    (only,) = dates(Day(2026, 7, 14), Day(2026, 7, 14), 300, _measure)
    assert only.text == "14 July 2026"


@given(st.dates(Day(1930, 1, 1), Day(2090, 1, 1)), st.integers(1, 20_000), st.integers(60, 2000))
def test_dates_never_overlap_and_keep_their_distance(first: Day, days: int, width: int) -> None:
    last = first + datetime.timedelta(days)
    ticks = dates(first, last, width, _measure)
    assert ticks
    for one, other in pairwise(ticks):
        gap = (other.at - one.at) / days * width
        assert gap >= (_measure(one.text) + _measure(other.text)) / 2
    assert all(first.toordinal() <= tick.at <= last.toordinal() for tick in ticks)
