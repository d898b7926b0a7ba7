"""Dates as exact as they were given."""

from typing import Any

import pytest

from secondop_desktop.exchange.fhir import dates
from secondop_desktop.journal.values.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "clock", "expected"),
    [
        ("2024", True, "2024"),
        ("2024-03", True, "2024-03"),
        ("2024-03-05T23:30:00+09:00", True, "2024-03-05T14:30"),
        ("2024-03-05T23:30:00.123Z", False, "2024-03-05"),
        ("2025-08-02T07:15:00Z", True, "2025-08-02T08:15"),
        ("2025-08-02T23:40:00+00:00", False, "2025-08-03"),
        ("2025-01-02T23:40:00Z", True, "2025-01-02T23:40"),
        ("2025-08-02T23:00:00Z", True, "2025-08-03"),
        ("2025-08-02T00:00:00Z", True, "2025-08-02"),
        ("2025-08-02T00:00:00.000+02:00", True, "2025-08-02"),
        ("2025-08-02T00:00:00", True, "2025-08-02"),
        ("2025-08-02T00:00:01Z", True, "2025-08-02T01:00"),
        ("2025-08-02T09:20:00", True, "2025-08-02T09:20"),
    ],
)
def test_a_date_is_kept_as_far_as_it_goes(text: str, clock: bool, expected: str) -> None:
    values: dict[str, Any] = {}
    dates.put_date(values, "date", text, clock=clock)
    assert values == {"date": PartialDate.parse(expected)}


def test_nothing_is_invented() -> None:
    values: dict[str, Any] = {}
    dates.put_date(values, "date", None)
    dates.put_date(values, "date", "")
    assert values == {}


def test_what_cannot_be_read_is_kept_beside_it() -> None:
    values: dict[str, Any] = {}
    dates.put_date(values, "date", "2024-13-40")
    dates.put_date(values, "ended", "last spring")
    assert values == {"unread": {"date": "2024-13-40", "ended": "last spring"}}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"effectiveDateTime": "2024"}, "2024"),
        ({"effectiveInstant": "2024-01-01T00:00:00Z"}, "2024-01-01T00:00:00Z"),
        ({"effectivePeriod": {"start": "2023", "end": "2024"}}, "2023"),
        ({"effectivePeriod": "2023"}, None),
        ({}, None),
    ],
)
def test_when_it_began(body: dict[str, Any], expected: str | None) -> None:
    assert dates.start(body, "effective") == expected


def test_when_it_ended() -> None:
    assert dates.end({"effectivePeriod": {"end": "2024"}}, "effective") == "2024"


@pytest.mark.parametrize("text", ["0019-06-01", "1199-06-01T00:00:00Z", "0202"])
def test_a_year_before_all_records_is_no_date(text: str) -> None:
    values: dict[str, object] = {}
    dates.put_date(values, "date", text)
    assert values == {"unread": {"date": text}}


def test_a_timing_began_with_the_first_of_its_events() -> None:
    timing = {"event": ["2024-06-09T08:00:00Z", "2024-06-02T08:00:00Z"]}
    assert dates.start({"effectiveTiming": timing}, "effective") == "2024-06-02T08:00:00Z"
