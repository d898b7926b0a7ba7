"""Values keep every digit and sign they came with."""

from decimal import Decimal
from typing import Any

import pytest

from secondop_desktop.exchange.fhir import amounts
from secondop_desktop.exchange.fhir.codes import UCUM
from secondop_desktop.journal.values.quantities import Quantity


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
        (
            {"valueDateTime": "2024-07-01T23:30:00Z"},
            ("2 July 2024, 12:30am", "", ""),
        ),
        ({"valueDateTime": "2024-03"}, ("March 2024", "", "")),
        ({"valueTime": "10:30:00"}, ("10:30:00", "", "")),
        ({"valuePeriod": {"start": "2024", "end": "2025"}}, ("from 2024 until 2025", "", "")),
        ({"valueSampledData": {"data": "1 2"}}, ("", "", "")),
        ({}, ("", "", "")),
    ],
)
def test_values_of_all_types(body: dict[str, Any], expected: tuple[str, str, str]) -> None:
    assert amounts.value(body) == expected


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("[degF]", "°F"),
        ("Cel", "°C"),
        ("mm[Hg]", "mmHg"),
        ("[IU]/L", "IU/L"),
        ("10*9/L", "10⁹/L"),
        ("10*-3", "10⁻³"),
        ("mmol/L", "mmol/L"),
        ("1", ""),
    ],
)
def test_a_unit_that_came_as_its_code_is_printed_as_people_know_it(code: str, printed: str) -> None:
    quantity = {"value": 37, "system": UCUM, "code": code}
    assert amounts.quantity(quantity) == ("37", printed, code)


def test_what_a_computers_arithmetic_left_behind_is_not_said_in_words() -> None:
    noisy = {"value": Decimal("2.1200000000000001"), "unit": "mg"}
    assert amounts.phrase(noisy) == "2.12 mg"
    assert amounts.spread({"low": noisy, "high": {"value": 3}})[0] == "2.12-3"
    assert amounts.quantity(noisy)[0] == "2.1200000000000001"
    assert str(Quantity(amounts.quantity(noisy)[0])) == "2.12"
