"""Qualifiers that stand beside the usual ones, or in place of a value, are not lost."""

from typing import Any

import pytest

from secondop_desktop.exchange.fhir.telling import in_words
from tests.exchange.bundles import Body, concept, observation, resource, told


def _one(body: Body) -> dict[str, Any]:
    [found] = told(body)
    return dict(found)


def test_a_part_of_which_only_the_mark_is_told_is_a_result() -> None:
    parts = [
        {"code": concept("Nitrite"), "interpretation": [concept("Negative")]},
        {"code": concept("Leucocytes"), "valueQuantity": {"value": 3, "unit": "/µL"}},
        {"code": concept("Colour")},
    ]
    body = observation("dip", code=concept("Dipstick"), component=parts)
    del body["valueQuantity"]
    found = told(body)
    assert [(one["test"], str(one["value"]), one.get("flag", "")) for one in found] == [
        ("Nitrite", "Negative", ""),
        ("Leucocytes", "3", ""),
        ("Colour", "no value", ""),
    ]


def test_the_day_of_a_reaction_stays_beside_a_later_one() -> None:
    reaction = {"manifestation": [concept("Swelling")], "onset": "2016-09-14"}
    body = resource(
        "AllergyIntolerance", "a", code=concept("Wasp"), lastOccurrence="2021", reaction=[reaction]
    )
    assert "Reaction on: 14 September 2016" in _one(body)["notes"]
    alone = {name: one for name, one in body.items() if name != "lastOccurrence"}
    assert "Reaction on" not in _one(alone).get("notes", "")


@pytest.mark.parametrize(
    ("substitution", "said"),
    [
        ({"allowedBoolean": False, "reason": concept("Fits on others")},
         "not allowed (Fits on others)"),
        ({"allowedBoolean": True}, "allowed"),
        ({"allowedCodeableConcept": concept("Formulary only")}, "Formulary only"),
    ],
)  # fmt: skip
def test_whether_another_make_may_be_handed_out(substitution: Body, said: str) -> None:
    body = resource(
        "MedicationRequest",
        "m",
        status="active",
        medicationCodeableConcept=concept("Lamotrigine"),
        substitution=substitution,
    )
    assert f"Another make in its place: {said}" in _one(body)["notes"].splitlines()


@pytest.mark.parametrize(
    ("when", "said"),
    [("ACM", "20 minutes before breakfast"), ("WAKE", "on waking, 20 minutes later")],
)
def test_minutes_count_from_an_event_on_the_side_it_names(when: str, said: str) -> None:
    repeat = {"frequency": 1, "period": 1, "periodUnit": "d", "when": [when], "offset": 20}
    body = resource(
        "MedicationStatement",
        "m",
        status="active",
        medicationCodeableConcept=concept("Levothyroxine"),
        dosage=[{"timing": {"repeat": repeat}}],
    )
    assert said in _one(body)["how_taken"]


def test_an_age_of_a_range_has_its_unit_in_words() -> None:
    span = {"low": {"value": 4}, "high": {"value": 9}, "age": {"high": {"value": 18, "code": "mo"}}}
    body = observation("o", referenceRange=[span])
    assert "for age ≤18 months" in str(_one(body)["range"])


def test_a_stay_says_where_it_came_from() -> None:
    stay = {"admitSource": concept("Care home"), "dischargeDisposition": concept("Hospice")}
    body = resource("Encounter", "e", status="finished", type=[concept("Stay")])
    notes = _one(body | {"hospitalization": stay})["notes"]
    assert notes.splitlines() == ["Came from: Care home", "Afterwards: Hospice"]


def test_a_group_of_questions_keeps_its_name_and_units_of_time_are_words() -> None:
    asked = {"text": "Stairs", "answer": [{"valueQuantity": {"value": 3, "unit": "mo"}}]}
    body = resource("QuestionnaireResponse", "q", item=[{"text": "Getting about", "item": [asked]}])
    text = in_words(body, str)
    assert text.splitlines() == ["Getting about", "  Stairs: 3 months"]
