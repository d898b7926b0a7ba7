"""Doses as they are written."""

from typing import Any

import pytest

from secondop_desktop.exchange.fhir.dosage import as_needed, dose, how_taken, times

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
            ("1 tablet", "2 × every day, Oral"),
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


def test_the_times_of_the_instructions_come_before_those_of_the_prescription() -> None:
    valid = {"start": "2024-01-01", "end": "2024-02-01"}
    bounds = {"timing": {"repeat": {"boundsPeriod": {"start": "2024-01-05"}}}}
    assert times([bounds], valid) == ("2024-01-05", "2024-02-01")
    assert times(None, None) == (None, None)
