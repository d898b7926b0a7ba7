"""MedicationRequest and MedicationStatement become medicines."""

from typing import Any

import pytest

from secondop_desktop.exchange.fhir.context import AddedError, LeftOutError, UnreadableError
from secondop_desktop.features.medicines.fhir import STATUS
from secondop_desktop.features.medicines.kind import KIND
from tests.exchange.bundles import Body, concept, resource, told
from tests.features.rows import names, row

ASPIRIN = concept("Aspirin 75mg tablets", "319775004")
DAILY = [{"text": "One daily", "patientInstruction": "With food"}]


def _request(**parts: Any) -> Body:
    body = {"status": "active", "intent": "order", "medicationCodeableConcept": ASPIRIN}
    return resource("MedicationRequest", "m", **(body | parts))


def _statement(**parts: Any) -> Body:
    body = {"status": "active", "medicationCodeableConcept": ASPIRIN}
    return resource("MedicationStatement", "s", **(body | parts))


def test_all_that_a_prescription_tells() -> None:
    body = _request(
        dosageInstruction=DAILY,
        authoredOn="2024-03-05T10:00:00Z",
        dispenseRequest={"validityPeriod": {"end": "2024-09-05"}},
        reasonCode=[concept("Angina")],
        requester={"reference": "Practitioner/x", "display": "Dr Shah"},
        statusReason=concept("Stomach pain"),
        note=[{"text": "Check in June"}],
    )
    [values] = told(body)
    assert {n: str(value) for n, value in values.items() if n != "prescriber"} == {
        "name": "Aspirin 75mg tablets",
        "dose": "One daily",
        "how_taken": "With food",
        "reason": "Angina",
        "start": "5 March 2024",
        "why_stopped": "Stomach pain",
        "status": "taking",
        "code": "SNOMED CT 319775004",
        "notes": "Check in June\nPrescription valid: until 5 September 2024",
    }
    assert values["prescriber"].origin == "fhir-name:dr shah"


@pytest.mark.parametrize(
    ("parts", "status"),
    [
        ({"status": "stopped"}, "stopped"),
        ({"status": "completed"}, "stopped"),
        ({"status": "draft"}, "planned"),
        ({"intent": "proposal"}, "planned"),
        ({"status": "active"}, "taking"),
        ({"status": "ended"}, "stopped"),
        ({"status": "on-hold"}, "on hold"),
        ({"status": "cancelled"}, "not issued"),
        ({"status": "unknown"}, "not known"),
        ({"intent": "option"}, "planned"),
        ({"intent": "plan"}, "taking"),
        ({"intent": "proposal", "reportedBoolean": True}, "taking"),
        ({"intent": "proposal", "status": "cancelled"}, "not issued"),
        ({"doNotPerform": True}, "avoid"),
        ({"doNotPerform": False}, "taking"),
        ({"dosageInstruction": [{"asNeededBoolean": True}]}, "as needed"),
    ],
)
def test_whether_it_is_taken(parts: Body, status: str | None) -> None:
    [values] = told(_request(**parts))
    assert values.get("status") == status


def test_how_it_is_taken_is_told_in_its_words() -> None:
    adherence = {"code": concept("Half the dose, by her own choice")}
    [values] = told(_statement(status="recorded", adherence=adherence))
    assert "How it is taken: Half the dose, by her own choice" in values["notes"]


def test_the_words_kept_are_those_that_are_offered() -> None:
    assert set(STATUS.values()) - {""} <= dict(KIND.by_name["status"].choices).keys()


@pytest.mark.parametrize("inside", [True, False])
def test_a_medication_told_elsewhere_is_followed(inside: bool) -> None:
    drug = {"resourceType": "Medication", "id": "d", "code": ASPIRIN}
    body = _request(medicationReference={"reference": "#d" if inside else "Medication/d"})
    del body["medicationCodeableConcept"]
    [values] = told(body | {"contained": [drug]}) if inside else told(body, drug)
    assert (values["name"], values["code"]) == ("Aspirin 75mg tablets", "SNOMED CT 319775004")


@pytest.mark.parametrize(
    "medication",
    [
        {"medicationReference": {"reference": "Medication/x", "display": "Aspirin 75mg tablets"}},
        {"medication": {"concept": ASPIRIN}},
        {"medication": {"reference": {"display": "Aspirin 75mg tablets"}}},
    ],
)
def test_other_ways_to_name_a_medicine(medication: Body) -> None:
    body = _request() | medication
    del body["medicationCodeableConcept"]
    [values] = told(body)
    assert values["name"] == "Aspirin 75mg tablets"


def test_ingredients_name_a_medicine_that_has_no_name() -> None:
    parts = [{"itemCodeableConcept": concept("A")}, {"itemReference": {"display": "B"}}]
    drug = {"resourceType": "Medication", "id": "d", "ingredient": parts}
    body = _request(medicationReference={"reference": "Medication/d"})
    del body["medicationCodeableConcept"]
    [values] = told(body, drug)
    assert values["name"] == "A + B"


def test_a_statement_says_from_when_to_when() -> None:
    [values] = told(_statement(effectivePeriod={"start": "2015-03", "end": "2016"}, dosage=DAILY))
    assert (values["start"].iso, values["stop"].iso, values["dose"]) == (
        "2015-03",
        "2016",
        "One daily",
    )


@pytest.mark.parametrize(
    ("parts", "status"),
    [
        ({"taken": "y"}, "taking"),
        ({"taken": "n"}, "not taken"),
        ({"taken": "unk"}, "taking"),
        ({"taken": "unk", "status": "completed"}, "stopped"),
        ({"taken": "na"}, "taking"),
        ({"status": "not-taken"}, "not taken"),
        ({"status": "completed"}, "stopped"),
        ({"status": "stopped"}, "stopped"),
        ({"status": "intended"}, "planned"),
        ({"status": "on-hold"}, "on hold"),
        ({"status": "unknown"}, "not known"),
        ({"status": "recorded"}, None),
        ({"status": "recorded", "adherence": {"code": concept("", "taking")}}, "taking"),
        ({"status": "recorded", "adherence": {"code": concept("", "not-taking")}}, "not taken"),
        ({"status": "recorded", "adherence": {"code": concept("Not taking")}}, "not taken"),
        ({"status": "draft"}, "planned"),
    ],
)
def test_whether_a_statement_says_that_it_is_taken(parts: Body, status: str | None) -> None:
    [values] = told(_statement(**parts))
    assert values.get("status") == status


@pytest.mark.parametrize(
    ("status", "title"),
    [
        ("not-taken", "Aspirin 75mg tablets (not taken)"),
        ("on-hold", "Aspirin 75mg tablets"),
        ("stopped", "Aspirin 75mg tablets"),
    ],
)
def test_what_was_never_taken_says_so_in_its_title(status: str, title: str) -> None:
    [values] = told(_statement(status=status))
    assert KIND.title(row(KIND, **values), names) == title


def test_the_way_and_the_most_have_fields_of_their_own() -> None:
    most = {"numerator": {"value": 8, "unit": "puff"}, "denominator": {"value": 1, "unit": "d"}}
    one = {"text": "Two puffs", "route": concept("Inhalation"), "maxDosePerPeriod": most}
    [values] = told(_request(dosageInstruction=[one]))
    assert (values["route"], values["maximum"]) == ("Inhalation", "8 puff in 1 day")


def test_the_days_of_a_statement_may_stand_in_its_dose() -> None:
    bounds = {"start": "2022-01-05", "end": "2022-03-01"}
    one = {"text": "One daily", "timing": {"repeat": {"boundsPeriod": bounds}}}
    [values] = told(_statement(dosage=[one]))
    assert (values["start"].iso, values["stop"].iso) == ("2022-01-05", "2022-03-01")


def test_how_much_is_handed_out_is_a_note() -> None:
    supply = {
        "validityPeriod": {"start": "2024-03-01", "end": "2024-08-31"},
        "quantity": {"value": 56, "unit": "tablet"},
        "expectedSupplyDuration": {"value": 28, "unit": "day", "code": "d"},
        "numberOfRepeatsAllowed": 6,
    }
    [values] = told(_request(dispenseRequest=supply))
    assert "stop" not in values
    assert values["notes"] == (
        "Prescription valid: from 1 March 2024 until 31 August 2024\n"
        "Dispensed each time: 56 tablet, 28 days\nRepeats allowed: 6"
    )


def test_a_prescription_that_was_taken_back_adds_nothing_to_its_medicine() -> None:
    wrong = _request(status="entered-in-error", dosageInstruction=DAILY) | {"id": "wrong"}
    [values] = told(_statement(basedOn=[{"reference": "MedicationRequest/wrong"}]), wrong)
    assert "dose" not in values


def test_a_statement_and_its_prescriptions_are_one_medicine() -> None:
    plan = _request(dosageInstruction=DAILY, requester={"display": "Dr Shah"}) | {"id": "plan"}
    issue = _request(basedOn=[{"reference": "MedicationRequest/plan"}]) | {"id": "issue"}
    statement = _statement(basedOn=[{"reference": "MedicationRequest/plan"}])
    [values] = told(statement, plan, issue)
    assert values["dose"] == "One daily"
    assert values["prescriber"].origin == "fhir-name:dr shah"
    for one in (plan, issue):
        with pytest.raises(AddedError, match="Aspirin 75mg tablets"):
            told(one, plan if one is issue else issue, statement)


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"status": "entered-in-error"}, "by mistake"),
        ({"medicationCodeableConcept": concept("", "no-known-medications")}, "takes no medicines"),
        ({"medicationCodeableConcept": concept("", "no-medication-info")}, "nothing is known"),
    ],
)
def test_what_is_no_medicine_is_left_out(parts: Body, why: str) -> None:
    with pytest.raises(LeftOutError, match=why):
        told(_statement(**parts))


@pytest.mark.parametrize(
    ("parts", "why"),
    [({"medicationCodeableConcept": {}}, "which")],
)
def test_what_must_not_be_taken_for_a_medicine(parts: Body, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        told(_request(**parts))
