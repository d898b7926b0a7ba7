"""An Observation becomes test results."""

from decimal import Decimal

import pytest

from secondop_desktop.exchange.fhir.context import LeftOutError, OnlyToldError, UnreadableError
from secondop_desktop.features.results.kind import KIND
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
        "state": "amended",
        "notes": "Fasting",
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
        ("Position", "no value: Unknown", "Blood pressure"),
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
        ({"hasMember": [{"reference": "Observation/x"}]}, "only a heading for other results"),
        ({"status": "entered-in-error", "valueInteger": 1}, "by mistake"),
        ({"status": "cancelled"}, "was cancelled"),
    ],
)
def test_an_observation_that_is_no_result_is_left_out(parts: Body, why: str) -> None:
    body = observation(**parts)
    del body["valueQuantity"]
    with pytest.raises(LeftOutError, match=why):
        told(body, observation("x"))


@pytest.mark.parametrize(
    "parts",
    [
        {"valueSampledData": {"data": "1 2"}},
        {"comment": "Slept badly"},
        {"hasMember": [{"reference": "Observation/elsewhere"}]},
        {"hasMember": [{"reference": "Observation/x"}], "note": [{"text": "Haemolysed"}]},
    ],
)
def test_an_observation_without_a_value_is_left_to_a_record(parts: Body) -> None:
    body = observation(**parts)
    del body["valueQuantity"]
    with pytest.raises(OnlyToldError):
        told(body, observation("x"))


def test_a_value_of_nothing_cannot_be_read() -> None:
    with pytest.raises(UnreadableError, match="which test"):
        told(observation(code={}))


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (concept("Haemolysed"), "no value: Haemolysed"),
        ({"coding": [{"code": "not-performed"}]}, "no value: not done"),
        ({"coding": [{"code": "as-text"}]}, "Too few cells to count"),
    ],
)
def test_a_value_that_is_missing_for_a_reason_is_told_by_it(reason: Body, expected: str) -> None:
    body = observation(
        dataAbsentReason=reason,
        text={"status": "generated", "div": "<div>Too few cells to count</div>"},
    )
    del body["valueQuantity"]
    [values] = told(body)
    assert str(values["value"]) == expected
    assert values["value"].number is None


def test_the_reason_may_stand_in_the_place_of_the_value() -> None:
    url = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
    absent = {"extension": [{"url": url, "valueCode": "masked"}]}
    [values] = told(observation(valueQuantity=absent))
    assert str(values["value"]) == "no value: held back"


def test_a_part_without_anything_is_told_beside_the_others() -> None:
    parts = [
        {"code": concept("Anti-A"), "valueCodeableConcept": {"coding": [{"display": "Positive"}]}},
        {"code": concept("Anti-B")},
    ]
    body = observation(code=concept("Blood group"), component=parts)
    del body["valueQuantity"]
    assert [(one["test"], str(one["value"])) for one in told(body)] == [
        ("Anti-A", "Positive"),
        ("Anti-B", "no value"),
    ]


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("registered", "preliminary"),
        ("preliminary", "preliminary"),
        ("final", "final"),
        ("amended", "amended"),
        ("corrected", "corrected"),
        ("appended", "amended"),
        ("unknown", "not known"),
    ],
)
def test_whether_it_is_final(status: str, state: str) -> None:
    [values] = told(observation(status=status))
    assert values["state"] == state
    assert state in dict(KIND.by_name["state"].choices)


def test_beside_the_usual_range_others_keep_their_label() -> None:
    critical = {"low": {"value": 70}, "type": concept("Call the ward")}
    usual = {"low": {"value": 120}, "high": {"value": 160}}
    [values] = told(observation(referenceRange=[critical, usual]))
    assert (str(values["range"]), values["other_ranges"]) == ("120-160", "Call the ward: ≥70")


def test_what_has_no_field_is_a_note_with_its_name() -> None:
    period = {"start": "2024-07-01T08:00:00Z", "end": "2024-07-02T08:00:00Z"}
    body = observation(
        effectivePeriod=period,
        method=concept("By hand"),
        bodySite=concept("Left arm"),
        text={"status": "additional", "div": "<div>Lipaemic</div>"},
    )
    del body["effectiveDateTime"]
    [values] = told(body)
    assert values["date"].iso == "2024-07-01T09:00"
    assert values["notes"].splitlines() == [
        "Lipaemic",
        "Part of the body: Left arm",
        "Method: By hand",
        "Time: from 1 July 2024, 9am until 2 July 2024, 9am",
    ]


def test_the_day_on_which_the_specimen_was_taken_is_that_of_the_result() -> None:
    body = observation(specimen={"reference": "Specimen/s"}, issued="2024-03-09T10:00:00Z")
    del body["effectiveDateTime"]
    taken = {"collectedDateTime": "2024-03-07"}
    blood = {"resourceType": "Specimen", "id": "s", "collection": taken}
    [values] = told(body, blood)
    assert values["date"].iso == "2024-03-07"
    assert values["notes"] == "Issued on: 9 March 2024"


def test_who_did_it_is_named_as_the_file_names_them() -> None:
    lab = {"resourceType": "Organization", "id": "lab", "name": "CITY LAB"}
    for shown, expected in (("City Lab", "CITY LAB"), ("Ward 7", "CITY LAB (Ward 7)")):
        by = {"reference": "Organization/lab", "display": shown}
        [values] = told(observation(performer=[by]), lab)
        assert values["lab"] == expected


def test_a_result_about_a_baby_or_a_donor_says_so() -> None:
    body = observation("o1", focus=[{"display": "Second twin"}, {"reference": "Device/graft"}])
    graft = {"resourceType": "Device", "id": "graft", "type": concept("Vein graft")}
    [values] = told(body, graft)
    assert values["notes"].startswith("What it is about: Second twin, Vein graft")
