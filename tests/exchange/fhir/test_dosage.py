"""Doses as they are written."""

from typing import Any

import pytest

from secondop_desktop.exchange.fhir.dosage import (
    as_needed,
    dose,
    how_taken,
    maximum,
    route,
    times,
)

TWICE = {"repeat": {"frequency": 2, "period": 1, "periodUnit": "d"}}
TABLET = [{"doseQuantity": {"value": 1, "unit": "tablet"}}]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([{"text": "Take one daily"}], ("Take one daily", "")),
        (
            [{"text": "As directed", "patientInstruction": "With food", "doseAndRate": TABLET}],
            ("As directed", "With food, 1 tablet"),
        ),
        (
            [{"doseAndRate": TABLET, "timing": TWICE, "route": {"text": "Oral"}}],
            ("1 tablet", "twice a day"),
        ),
        (
            [
                {
                    "doseQuantity": {"value": 5, "unit": "mL"},
                    "timing": {"repeat": {"period": 8, "periodUnit": "h"}},
                }
            ],
            ("5 mL", "every 8 hours"),
        ),
        ([{"timing": {"code": {"text": "At night"}}}], ("", "At night")),
        (
            [{"text": "One in the morning"}, {"text": "Two at night"}],
            ("One in the morning; Two at night", ""),
        ),
        (None, ("", "")),
        ("often", ("", "")),
    ],
)
def test_dose_and_how_it_is_taken(given: Any, expected: tuple[str, str]) -> None:
    assert (dose(given), how_taken(given)) == expected


def test_a_range_of_amounts() -> None:
    between = {"low": {"value": 1, "unit": "tablet"}, "high": {"value": 2, "unit": "tablet"}}
    assert dose([{"doseAndRate": [{"doseRange": between}]}]) == "1-2 tablet"


def test_as_needed_only_when_all_say_so() -> None:
    need, plain = {"asNeededBoolean": True}, {"text": "One daily"}
    assert as_needed([need, {"asNeededCodeableConcept": {"text": "pain"}}])
    assert not as_needed([need, plain])
    assert not as_needed(None)


def _period(start: str = "", end: str = "", **more: Any) -> dict[str, Any]:
    bounds = {name: text for name, text in (("start", start), ("end", end)) if text}
    return {"timing": {"repeat": {"boundsPeriod": bounds}}} | more


def test_it_lasts_from_the_first_start_to_the_last_end() -> None:
    steps = [_period("2024-02-01", "2024-02-29"), _period("2024-01-01", "2024-01")]
    assert times(steps) == ("2024-01-01", "2024-02-29")
    assert times([*steps, _period("2024-03-01")]) == ("2024-01-01", None)
    assert times([*steps, {"text": "One daily"}]) == ("2024-01-01", None)
    assert times(None) == (None, None)


def test_steps_are_told_whole_and_in_their_order() -> None:
    last = {
        "sequence": 2,
        "doseQuantity": {"value": 5, "unit": "mg"},
        "timing": {"repeat": {"dayOfWeek": ["fri"]}},
    }
    begin = {
        "sequence": 1,
        "text": "10 mg each day",
        "timing": {"repeat": {"boundsDuration": {"value": 2, "unit": "wk", "code": "wk"}}},
    }
    assert dose([last, begin]) == "10 mg each day, for 2 weeks; then 5 mg, on Fridays"
    assert how_taken([last, begin]) == ""


@pytest.mark.parametrize("words", ["then 4 mg daily", "Followed by 4 mg daily"])
def test_a_step_that_says_that_it_follows_is_not_told_so_twice(words: str) -> None:
    steps = [{"sequence": 1, "text": "8 mg daily"}, {"sequence": 2, "text": words}]
    assert dose(steps) == f"8 mg daily; {words}"


def test_steps_of_one_number_stand_side_by_side() -> None:
    morning = {
        "sequence": 1,
        "doseQuantity": {"value": 12, "unit": "units"},
        "timing": {"repeat": {"when": ["ACM"]}},
    }
    night = {
        "sequence": 1,
        "doseQuantity": {"value": 8, "unit": "units"},
        "timing": {"repeat": {"when": ["HS"]}},
    }
    assert dose([morning, night]) == "12 units, before breakfast; 8 units, at bedtime"


def test_what_a_text_does_not_say_stands_beside_it() -> None:
    weekly = {
        "text": "Four tablets",
        "timing": {
            "repeat": {"dayOfWeek": ["thu"], "frequency": 1, "period": 1, "periodUnit": "wk"}
        },
    }
    assert how_taken([weekly]) == "once a week, on Thursdays"
    said = {"text": "Four tablets once a week on Thursday", "timing": weekly["timing"]}
    assert how_taken([said]) == ""


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"text": "One for pain", "asNeededCodeableConcept": {"text": "Pain"}}, "as needed"),
        ({"text": "One", "asNeededCodeableConcept": {"text": "wheeze"}}, "as needed for wheeze"),
        ({"text": "One when required", "asNeededBoolean": True}, ""),
        ({"text": "One", "asNeeded": True}, "as needed"),
        ({"asNeededCodeableConcept": {"text": "as needed for cramp"}}, "as needed for cramp"),
        ({"asNeededCodeableConcept": {"text": "PRN: hay fever"}}, "as needed for hay fever"),
        (
            {"asNeededCodeableConcept": {"text": "Cramp (disorder)"}},
            "as needed for Cramp (disorder)",
        ),
        ({"asNeededCodeableConcept": {"text": "as needed (for hives)"}}, "as needed for hives"),
        ({"asNeededCodeableConcept": {"text": "when required"}}, "as needed"),
        ({"asNeededCodeableConcept": {"text": "if sleepless"}}, "as needed, if sleepless"),
        (
            {"text": "One", "asNeededFor": [{"text": "itch"}, {"text": "rash"}]},
            "as needed for itch, rash",
        ),
        ({"text": "One", "asNeededBoolean": False}, ""),
    ],
)
def test_what_it_is_needed_for(given: Any, expected: str) -> None:
    assert how_taken([given]) == expected


def test_the_way_and_the_most() -> None:
    day = {"numerator": {"value": 4, "unit": "g"}, "denominator": {"value": 24, "code": "h"}}
    one = {
        "text": "One",
        "route": {"text": "Sublingual"},
        "maxDosePerPeriod": day,
        "maxDosePerAdministration": {"value": 1, "unit": "g"},
        "maxDosePerLifetime": {"value": 550, "unit": "mg/m2"},
    }
    assert route([one, {"route": {"text": "Oral"}}]) == "Sublingual; Oral"
    assert maximum([one]) == "4 g in 24 hours; 1 g each time; 550 mg/m2 in a lifetime"
    assert maximum([one | {"maxDosePerPeriod": [day]}]) == maximum([one])
    assert (route(None), maximum("often")) == ("", "")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"rateQuantity": {"value": 2, "unit": "L/min"}}, "at 2 L/min"),
        (
            {
                "rateRatio": {
                    "numerator": {"value": 1, "unit": "L"},
                    "denominator": {"value": 8, "unit": "h"},
                }
            },
            "at 1 L in 8 hours",
        ),
        ({"rateRange": {"low": {"value": 1}, "high": {"value": 2, "unit": "mL/h"}}}, "at 1-2 mL/h"),
        (
            {
                "doseQuantity": {"value": 1, "unit": "g"},
                "rateQuantity": {"value": 5, "unit": "mL/h"},
            },
            "1 g at 5 mL/h",
        ),
    ],
)
def test_how_fast_it_is_given(given: Any, expected: str) -> None:
    assert dose([{"doseAndRate": [given]}]) == expected
    assert dose([given]) == expected
