"""Values keep every digit and sign they came with."""

from decimal import Decimal
from typing import Any

import pytest

from secondop_desktop.exchange.fhir import amounts
from secondop_desktop.exchange.fhir.codes import UCUM
from secondop_desktop.journal.quantities import Quantity, Range, Side


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"valueQuantity": {"value": Decimal("7.0"), "unit": "%"}}, ("7.0", "%", "")),
        ({"valueQuantity": {"value": 5, "comparator": "<", "unit": "mg/L"}}, ("<5", "mg/L", "")),
        ({"valueQuantity": {"value": Decimal("1E+2")}}, ("100", "", "")),
        (
            {"valueQuantity": {"value": 1, "code": "g/L", "system": UCUM}},
            ("1", "g/L", "g/L"),
        ),
        ({"valueQuantity": {"unit": "mg/L"}}, ("", "mg/L", "")),
        ({"valueString": "No growth"}, ("No growth", "", "")),
        ({"valueCodeableConcept": {"text": "Positive"}}, ("Positive", "", "")),
        ({"valueBoolean": False}, ("no", "", "")),
        ({"valueInteger": 0}, ("0", "", "")),
        (
            {"valueRange": {"low": {"value": 2, "unit": "mm"}, "high": {"value": 4}}},
            ("2-4", "mm", ""),
        ),
        ({"valueRange": {"high": {"value": 4, "unit": "mm"}}}, ("≤4", "mm", "")),
        (
            {"valueRatio": {"numerator": {"value": 1}, "denominator": {"value": 128}}},
            ("1:128", "", ""),
        ),
        (
            {
                "valueRatio": {
                    "numerator": {"value": 5, "unit": "mg"},
                    "denominator": {"value": 1, "unit": "mL"},
                }
            },
            ("5 mg / 1 mL", "", ""),
        ),
        ({"valueDateTime": "2024-03"}, ("2024-03", "", "")),
        ({"valueTime": "10:30:00"}, ("10:30:00", "", "")),
        ({"valuePeriod": {"start": "2024", "end": "2025"}}, ("2024 / 2025", "", "")),
        ({"valueSampledData": {"data": "1 2"}}, ("", "", "")),
        ({}, ("", "", "")),
    ],
)
def test_values_of_all_types(body: dict[str, Any], expected: tuple[str, str, str]) -> None:
    assert amounts.value(body) == expected


@pytest.mark.parametrize(
    ("given", "unit", "expected"),
    [
        ([{"low": {"value": Decimal("3.50"), "unit": "g"}, "high": {"value": 5}}], "g", "3.50-5"),
        ([{"low": {"value": 3}}], "g", "≥3"),
        ([{"high": {"value": 5, "unit": "g"}}], "g", "≤5"),
        ([{"high": {"value": 5, "unit": "mg"}}], "g", "≤5 mg"),
        ([{"text": "Not seen"}], "", "Not seen"),
        ([{"text": "men 1-2"}, {"text": "women 2-3"}], "", "men 1-2; women 2-3"),
        (None, "g", ""),
    ],
)
def test_ranges_as_printed(given: Any, unit: str, expected: str) -> None:
    assert amounts.reference_range(given, unit) == expected


def test_a_range_in_another_unit_is_never_compared() -> None:
    range_ = amounts.reference_range([{"low": {"value": 3, "unit": "g/dL"}}], "g/L")
    assert Range(range_).side(Quantity("2")) is None
    same = amounts.reference_range([{"low": {"value": 3, "unit": "g/L"}}], "g/L")
    assert Range(same).side(Quantity("2")) is Side.BELOW
