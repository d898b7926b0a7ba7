"""The band follows the range printed with each result, and never guesses."""

import datetime

from secondop_desktop.widgets.chart.points import Point, stretches


def _point(day: int, low: float | None, high: float | None) -> Point:
    return Point(datetime.date(2026, 1, day), 5.0, "", low=low, high=high)


def _days(day: float) -> float:
    return datetime.date(2026, 1, 1).toordinal() + day - 1


def test_one_range_is_one_stretch() -> None:
    (only,) = stretches([_point(1, 4, 6), _point(11, 4, 6), _point(21, 4, 6)])
    assert (only.start, only.end, only.changed) == (_days(1), _days(21), False)


def test_a_new_range_is_cut_half_way() -> None:
    first, second = stretches([_point(1, 4, 6), _point(11, 4, 7)])
    assert first.end == second.start == _days(6)
    assert first.changed
    assert not second.changed
    assert not second.begun
    assert (first.high, second.high) == (6, 7)


def test_results_without_a_range_have_no_band() -> None:
    first, second = stretches([_point(1, 4, 6), _point(11, None, None), _point(21, 4, 6)])
    assert (first.end, second.start) == (_days(6), _days(16))
    assert first.changed
    assert second.begun
    assert stretches([_point(1, None, None)]) == []


def test_a_range_may_have_one_end() -> None:
    (only,) = stretches([_point(1, None, 6)])
    assert (only.low, only.high) == (None, 6)


def test_no_results_no_band() -> None:
    assert stretches([]) == []


def test_a_limit_is_not_a_measured_value() -> None:
    assert Point(datetime.date(2026, 1, 1), 0.5, "", "<").exact is False
    assert _point(1, 4, 6).exact is True
