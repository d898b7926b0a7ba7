"""Parts of resources are called in plain words, without the type of their value behind them."""

import pytest

from secondop_desktop.exchange.fhir.labels import extension, label
from secondop_desktop.exchange.fhir.ranges import ranges


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("contentString", "Content"),
        ("outcomeCodeableConcept", "Outcome"),
        ("outcomeReference", "Outcome"),
        ("scheduledPeriod", "When"),
        ("valueSampledData", "Value"),
        ("maxDosePerPeriod", "Max dose per period"),
        ("reference", "See"),
    ],
)
def test_a_part_is_called_by_what_it_is(name: str, said: str) -> None:
    assert label(name) == said


def test_what_a_publisher_adds_loses_the_marks_of_its_address() -> None:
    assert extension("https://x.example/StructureDefinition/ext-EndReason") == "End reason"


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("Luteal phase", "Luteal phase: 5-9"),
        ("second trimester", "second trimester: 5-9"),
        ("Men over 60", "for men over 60: 5-9"),
        ("TPN patients", "for TPN patients: 5-9"),
    ],
)
def test_a_range_says_for_whom_or_when_it_holds(who: str, said: str) -> None:
    given = {"low": {"value": 5}, "high": {"value": 9}, "appliesTo": [{"text": who}]}
    assert ranges([given], "IU/L")[0] == said
