"""A FamilyMemberHistory becomes an entry for each illness that it tells."""

from typing import Any

import pytest

from secondop_desktop.exchange.fhir.context import LeftOutError, UnreadableError
from tests.exchange.bundles import Body, concept, resource, told


def _history(**parts: Any) -> Body:
    return resource("FamilyMemberHistory", "f", **({"relationship": concept("aunt")} | parts))


def _years(number: int) -> Body:
    return {"value": number, "unit": "years"}


def test_each_illness_is_an_entry() -> None:
    body = _history(
        date="2011-03-18",
        deceasedAge=_years(80),
        sex=concept("Female"),
        condition=[
            {
                "code": concept("Stroke", "9002"),
                "onsetAge": _years(74),
                "contributedToDeath": True,
                "outcome": concept("Could not speak"),
                "note": [{"text": "In the garden"}],
            },
            {"code": concept("Gout"), "onsetString": "in her forties"},
        ],
        note=[{"text": "Lived in Cyprus"}],
    )
    first, second = told(body)
    assert {name: str(value) for name, value in first.items()} == {
        "who": "Aunt",
        "condition": "Stroke",
        "age": "74",
        "died_of_it": "True",
        "living": "died",
        "age_died": "80",
        "recorded": "18 March 2011",
        "code": "SNOMED CT 9002",
        "notes": "In the garden\nOutcome: Could not speak\nLived in Cyprus",
        "narrative": "Sex: Female",
    }
    assert (second["condition"], second["age"]) == ("Gout", "in her forties")
    assert "narrative" not in second


@pytest.mark.parametrize(
    ("parts", "field", "said"),
    [
        ({"deceasedBoolean": False}, "living", "living"),
        ({"deceasedBoolean": True}, "living", "died"),
        ({"deceasedDate": "1999-05"}, "age_died", "May 1999"),
        ({"deceasedString": "in the war"}, "age_died", "in the war"),
        (
            {"deceasedRange": {"low": {"value": 60, "unit": "a"}, "high": {"value": 65}}},
            "age_died",
            "60-65",
        ),
        ({"condition": [{"onsetAge": {"value": 9, "unit": "months"}}]}, "age", "9 months"),
        ({"condition": [{"contributedToDeath": False}]}, "died_of_it", "False"),
    ],
)
def test_what_is_known_of_life_and_death(parts: Body, field: str, said: str) -> None:
    [values] = told(_history(**parts))
    assert str(values[field]) == said


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (_history(status="entered-in-error"), LeftOutError),
        (resource("FamilyMemberHistory", "f"), UnreadableError),
    ],
)
def test_what_is_no_relative_is_named(body: Body, error: type[Exception]) -> None:
    with pytest.raises(error):
        told(body)
