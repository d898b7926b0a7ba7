"""An Observation becomes test results."""

from decimal import Decimal

import pytest

from secondop_desktop.exchange.fhir.context import LeftOutError, UnreadableError
from tests.exchange.bundles import LOINC, Body, concept, observation, resource, told


def test_all_that_an_observation_tells() -> None:
    body = observation(
        "o1",
        valueQuantity={
            "value": Decimal("7.0"),
            "comparator": "<",
            "unit": "mmol/L",
            "system": "http://unitsofmeasure.org",
            "code": "mmol/L",
        },
        referenceRange=[{"low": {"value": Decimal("3.50")}, "high": {"value": 8}}],
        interpretation=[concept("", "L"), concept("Low", "")],
        specimen={"reference": "Specimen/s"},
        performer=[{"reference": "Organization/lab"}],
        note=[{"text": "Fasting"}],
        status="amended",
    )
    lab = {"resourceType": "Organization", "id": "lab", "name": "City Lab"}
    blood = {"resourceType": "Specimen", "id": "s", "type": concept("Venous blood")}
    [values] = told(body, lab, blood)
    assert {name: str(value) for name, value in values.items()} == {
        "test": "Haemoglobin",
        "value": "<7.0",
        "unit": "mmol/L",
        "unit_code": "mmol/L",
        "range": "3.50-8",
        "flag": "L, Low",
        "date": "5 March 2024, 10:30am",
        "specimen": "Venous blood",
        "lab": "City Lab",
        "code": "LOINC 718-7",
        "notes": "amended\nFasting",
    }


def test_blood_pressure_is_two_results_of_one_panel() -> None:
    parts = [
        {"code": concept("Systolic", "8480-6", LOINC), "valueQuantity": {"value": 120}},
        {"code": concept("Diastolic", "8462-4", LOINC), "valueQuantity": {"value": 80}},
        {"code": concept("Position"), "dataAbsentReason": concept("Unknown")},
    ]
    body = observation("o1", code=concept("Blood pressure"), component=parts)
    del body["valueQuantity"]
    assert [(one["test"], str(one["value"]), one["panel"]) for one in told(body)] == [
        ("Systolic", "120", "Blood pressure"),
        ("Diastolic", "80", "Blood pressure"),
    ]


def test_a_value_beside_its_components_is_a_result_too() -> None:
    part = {"code": concept("Position"), "valueString": "lying"}
    assert [one["test"] for one in told(observation(component=[part]))] == [
        "Haemoglobin",
        "Position",
    ]


def test_a_report_gives_panel_lab_date_and_record() -> None:
    body = observation("o1")
    del body["effectiveDateTime"]
    report = resource(
        "DiagnosticReport",
        "r",
        code=concept("Full blood count"),
        conclusion="All well",
        result=[{"reference": "Observation/o1"}],
        performer=[{"display": "City Lab"}],
        effectiveDateTime="2024-03-05",
    )
    [values] = told(body, report)
    assert (values["panel"], values["lab"], values["date"].iso) == (
        "Full blood count",
        "City Lab",
        "2024-03-05",
    )
    assert values["record"].origin == "fhir:Patient/pat/DiagnosticReport/r"


def test_the_day_of_issue_will_do_without_its_time() -> None:
    body = observation(issued="2024-03-06T10:00:00Z")
    del body["effectiveDateTime"]
    [values] = told(body)
    assert values["date"].iso == "2024-03-06"


def test_a_date_that_cannot_be_read_is_kept_beside() -> None:
    [values] = told(observation(effectiveDateTime="5th of March"))
    assert values["unread"] == {"date": "5th of March"}


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"dataAbsentReason": concept("Not performed")}, "has no value: Not performed"),
        ({"component": [{"dataAbsentReason": concept("Error")}]}, "has no value: Error"),
        ({"hasMember": [{"reference": "Observation/x"}]}, "holds other results together"),
        ({"valueSampledData": {"data": "1 2"}}, "no value that can be shown"),
        ({"status": "entered-in-error", "valueInteger": 1}, "marked as “entered-in-error”"),
    ],
)
def test_an_observation_without_a_value_says_why(parts: Body, why: str) -> None:
    body = observation(**parts)
    del body["valueQuantity"]
    with pytest.raises(LeftOutError, match=why):
        told(body)


def test_a_value_of_nothing_cannot_be_read() -> None:
    with pytest.raises(UnreadableError, match="which test"):
        told(observation(code={}))
