"""Encounters and Appointments become appointments."""

import pytest

from secondop_desktop.exchange.fhir.context import LeftOutError
from secondop_desktop.features.appointments import fhir
from secondop_desktop.features.appointments.kind import APPOINTMENT
from tests.exchange.bundles import Body, concept, resource, told


def test_all_that_an_encounter_tells() -> None:
    body = resource(
        "Encounter",
        "e",
        status="finished",
        type=[concept("Check up")],
        reasonCode=[concept("Chest pain")],
        participant=[{"individual": {"reference": "Practitioner/x", "display": "Dr Shah"}}],
        period={"start": "2024-03-05T10:30:00Z"},
        serviceProvider={"display": "City Hospital"},
        location=[{"location": {"display": "Room 3"}}],
        **{"class": {"code": "AMB", "display": "ambulatory"}},
    )
    [values] = told(body)
    assert {name: str(value) for name, value in values.items() if name != "provider"} == {
        "purpose": "Chest pain",
        "notes": "Check up\nambulatory",
        "when": "5 March 2024, 10:30am",
        "how": "in person",
        "place": "Room 3, City Hospital",
        "status": "done",
    }
    assert values["provider"].origin == "fhir-name:dr shah"


def test_all_that_an_appointment_tells() -> None:
    people = [
        {"actor": {"reference": "Patient/pat", "display": "Margaret"}},
        {"actor": {"reference": "Location/l", "display": "Clinic 4"}},
        {"actor": {"reference": "Practitioner/x", "display": "Dr Shah"}},
    ]
    body = resource(
        "Appointment",
        "a",
        status="booked",
        description="Second opinion",
        start="2030-07-14T10:30:00+01:00",
        participant=people,
        comment="Bring scans",
    )
    [values] = told(body)
    assert {name: str(value) for name, value in values.items() if name != "provider"} == {
        "purpose": "Second opinion",
        "when": "14 July 2030, 10:30am",
        "place": "Clinic 4",
        "status": "planned",
        "notes": "Bring scans",
    }
    assert values["provider"].origin == "fhir-name:dr shah"


@pytest.mark.parametrize(
    ("status", "expected"), [("cancelled", "cancelled"), ("noshow", "missed"), ("arrived", None)]
)
def test_whether_it_took_place(status: str, expected: str | None) -> None:
    [values] = told(resource("Appointment", "a", status=status))
    assert values.get("status") == expected
    assert values["purpose"] == "Appointment"


def test_the_words_kept_are_those_that_are_offered() -> None:
    offered = APPOINTMENT.by_name
    assert set(fhir.STATUS.values()) <= dict(offered["status"].choices).keys()
    assert set(fhir.HOW.values()) <= dict(offered["how"].choices).keys()


@pytest.mark.parametrize("kind", ["Encounter", "Appointment"])
def test_what_was_entered_by_mistake_is_left_out(kind: str) -> None:
    body: Body = resource(kind, "x", status="entered-in-error")
    with pytest.raises(LeftOutError, match="by mistake"):
        told(body)


def test_a_moment_is_told_on_the_clock_in_the_uk() -> None:
    [values] = told(resource("Appointment", "a", status="booked", start="2031-08-05T22:45:00Z"))
    assert values["when"].iso == "2031-08-05T23:45"


def test_a_stay_says_until_when_with_whom_and_where_to() -> None:
    people = [{"individual": {"display": name}} for name in ("Dr One", "Dr Two")]
    body = resource(
        "Encounter",
        "e",
        status="finished",
        participant=people,
        period={"start": "2024-02-01", "end": "2024-02-19"},
        hospitalization={"dischargeDisposition": concept("Home with carers")},
        diagnosis=[{"condition": {"reference": "Condition/c", "display": "Pneumonia"}}],
    )
    [values] = told(body)
    assert values["provider"].origin == "fhir-name:dr one"
    assert values["notes"].splitlines() == [
        "With: Dr One, Dr Two",
        "Until: 19 February 2024",
        "Afterwards: Home with carers",
        "About: Pneumonia",
    ]


def test_what_an_appointment_says_beside_its_time() -> None:
    body = resource(
        "Appointment",
        "a",
        status="checked-in",
        start="2024-07-01T09:00:00Z",
        end="2024-07-01T09:30:00Z",
        patientInstruction="Eat nothing before",
        requestedPeriod=[{"start": "2024-06-01", "end": "2024-07-31"}],
    )
    [values] = told(body)
    assert values["notes"].splitlines() == [
        "Status: checked in",
        "Until: 10:30am",
        "Asked for: from 1 June 2024 until 31 July 2024",
        "What to do before: Eat nothing before",
    ]
