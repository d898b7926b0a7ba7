"""How often and when, in plain words."""

from typing import Any

import pytest

from secondop_desktop.exchange.fhir import timing


def _repeat(**parts: Any) -> dict[str, Any]:
    return {"repeat": parts}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"frequency": 1, "period": 1, "periodUnit": "d"}, ["once a day"]),
        ({"period": 1, "periodUnit": "wk"}, ["once a week"]),
        ({"frequency": 2, "period": 1, "periodUnit": "mo"}, ["twice a month"]),
        ({"frequency": 4, "period": 1, "periodUnit": "d"}, ["4 times a day"]),
        (
            {"frequency": 2, "frequencyMax": 3, "period": 1, "periodUnit": "d"},
            ["2 to 3 times a day"],
        ),
        ({"frequencyMax": 6, "period": 24, "periodUnit": "h"}, ["up to 6 times every 24 hours"]),
        ({"period": 6, "periodUnit": "h"}, ["every 6 hours"]),
        ({"frequency": 1, "period": 4, "periodMax": 6, "periodUnit": "h"}, ["every 4 to 6 hours"]),
        ({"frequency": 2, "period": 2, "periodUnit": "wk"}, ["twice every 2 weeks"]),
        ({"frequency": 1, "period": 3, "periodUnits": "d"}, ["every 3 days"]),
        ({"frequency": 3}, ["3 times"]),
        ({}, []),
    ],
)
def test_how_often(parts: dict[str, Any], expected: list[str]) -> None:
    assert timing.often(_repeat(**parts)) == expected


@pytest.mark.parametrize("code", timing.SHORT)
def test_every_abbreviation_is_said_in_words(code: str) -> None:
    said = timing.often({"code": {"coding": [{"code": code}]}})
    assert said == [timing.SHORT[code]]
    assert timing.often({"code": {"coding": [{"code": code, "display": "As sent"}]}}) == ["As sent"]


@pytest.mark.parametrize("code", timing.WHEN)
def test_every_event_of_the_day_is_said_in_words(code: str) -> None:
    assert timing.moments(_repeat(when=[code])) == [timing.WHEN[code]]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"dayOfWeek": ["mon"]}, ["on Mondays"]),
        ({"dayOfWeek": ["tue", "thu", "sat"]}, ["on Tuesdays, Thursdays and Saturdays"]),
        ({"dayOfWeek": "sun"}, ["on Sundays"]),
        ({"timeOfDay": ["08:00:00", "20:30"]}, ["at 8am and 8:30pm"]),
        ({"timeOfDay": ["noonish"]}, ["at noonish"]),
        ({"when": ["ACM"], "offset": 30}, ["30 minutes before breakfast"]),
        (
            {"when": ["MORN", "NIGHT"], "dayOfWeek": ["wed"]},
            ["on Wednesdays", "in the morning and at night"],
        ),
        ({"when": ["XYZ"]}, ["XYZ"]),
        ({}, []),
    ],
)
def test_when(parts: dict[str, Any], expected: list[str]) -> None:
    assert timing.moments(_repeat(**parts)) == expected


def test_single_moments() -> None:
    event = {"event": ["2024-05-01", "2024-07-01T09:00:00Z"]}
    assert timing.moments(event) == ["on 1 May 2024 and 1 July 2024, 10am"]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"boundsDuration": {"value": 10, "unit": "days", "code": "d"}}, ["for 10 days"]),
        ({"boundsDuration": {"value": 1, "unit": "week"}}, ["for 1 week"]),
        (
            {"boundsRange": {"low": {"value": 5, "code": "d"}, "high": {"value": 7, "code": "d"}}},
            ["for 5 days to 7 days"],
        ),
        (
            {"boundsPeriod": {"start": "2024-01-01", "end": "2024-02"}},
            ["from 1 January 2024 until February 2024"],
        ),
        ({"count": 3}, ["3 times in all"]),
        ({"count": 3, "countMax": 5}, ["3 to 5 times in all"]),
        ({"duration": 30, "durationUnit": "min"}, ["over 30 minutes each time"]),
    ],
)
def test_for_how_long(parts: dict[str, Any], expected: list[str]) -> None:
    assert timing.lasting(_repeat(**parts), dated=True) == expected


@pytest.mark.parametrize("given", [None, "daily", {"repeat": "daily"}, {"code": {}}])
def test_what_says_nothing(given: Any) -> None:
    assert timing.often(given) == []
    assert timing.moments(given) == []
    assert timing.lasting(given, dated=True) == []
