"""Reference ranges keep what they are for, and only the usual one says above or below."""

from decimal import Decimal
from typing import Any

import pytest

from secondop_desktop.exchange.fhir.ranges import ranges
from secondop_desktop.journal.values.quantities import Quantity, Range, Side

MEANING = "http://terminology.hl7.org/CodeSystem/referencerange-meaning"


def _between(low: str, high: str, **more: Any) -> dict[str, Any]:
    return {"low": {"value": Decimal(low)}, "high": {"value": Decimal(high)}} | more


def _counted(text: str) -> dict[str, Any]:
    """Return a range of cells, whose text may bear the code of its unit."""
    ends = {"low": 4, "high": 11}
    unit = {"unit": "10³/uL", "system": "http://unitsofmeasure.org", "code": "10*3/uL"}
    return {"text": text, **{name: {"value": one, **unit} for name, one in ends.items()}}


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
        ([_between("60", "90", text="60 - 90 g")], "g", "60-90"),
        ([_between("60", "90", text="Normal range")], "g", "60-90"),
        (
            [_between("60", "90", type={"coding": [{"system": MEANING, "code": "normal"}]})],
            "g",
            "60-90",
        ),
        ([_between("60", "90", text="65-90")], "g", "65-90: 60-90"),
        ([_counted("4.0 - 11.0 10*3/uL")], "10³/uL", "4-11"),
        ([_counted("4-11 10³/UL")], "10³/uL", "4-11"),
        ([_counted("4-11 cells")], "10³/uL", "4-11 cells: 4-11"),
    ],
)
def test_ranges_as_printed(given: Any, unit: str, expected: str) -> None:
    assert ranges(given, unit) == (expected, "")


def test_a_range_in_another_unit_is_never_compared() -> None:
    other, _more = ranges([{"low": {"value": 3, "unit": "g/dL"}}], "g/L")
    assert Range(other).side(Quantity("2")) is None
    same, _more = ranges([{"low": {"value": 3, "unit": "g/L"}}], "g/L")
    assert Range(same).side(Quantity("2")) is Side.BELOW


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"text": "Luteal phase"}, "Luteal phase: 2-9"),
        ({"type": {"text": "Panic values"}}, "Panic values: 2-9"),
        (
            {"type": {"coding": [{"system": MEANING, "code": "therapeutic"}]}},
            "therapeutic desired level: 2-9",
        ),
        ({"appliesTo": [{"text": "women"}, {"text": "smokers"}]}, "for women, smokers: 2-9"),
        ({"age": {"low": {"value": 65, "unit": "years"}}}, "for age ≥65 years: 2-9"),
        (
            {
                "text": "Trough",
                "type": {"text": "therapeutic"},
                "age": {"high": {"value": 16, "unit": "a"}},
            },
            "Trough, therapeutic, for age ≤16 years: 2-9",
        ),
    ],
)
def test_a_labelled_range_keeps_its_label_and_says_no_side(more: Any, expected: str) -> None:
    printed, others = ranges([_between("2", "9", **more)], "U/L")
    assert (printed, others) == (expected, "")
    for value in ("1", "5", "10"):
        assert Range(printed).side(Quantity(value)) is None


def test_beside_the_usual_range_the_others_stand_apart() -> None:
    critical = _between("2.5", "6.5", type={"text": "Critical range"})
    printed, others = ranges([critical, _between("3.5", "5.3")], "mmol/L")
    assert (printed, others) == ("3.5-5.3", "Critical range: 2.5-6.5")
    assert Range(printed).side(Quantity("6.1")) is Side.ABOVE


def test_two_usual_ranges_say_no_side() -> None:
    printed, others = ranges([_between("1", "2"), _between("3", "4")], "")
    assert (printed, others) == ("1-2; 3-4", "")
    assert Range(printed).side(Quantity("9")) is None
