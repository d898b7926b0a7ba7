"""Procedures, medicine given and implants become treatments."""

from typing import Any

import pytest

from secondop_desktop.exchange.fhir.context import (
    AddedError,
    Context,
    LeftOutError,
    OnlyToldError,
    UnreadableError,
    WithdrawnError,
)
from secondop_desktop.features.treatments.fhir import courses, implants, procedures
from secondop_desktop.features.treatments.kind import STATUS, TYPE
from tests.exchange.bundles import Body, concept, pool, resource, told


def _procedure(name: str = "Hemicolectomy", **parts: Any) -> Body:
    return resource("Procedure", "p", **({"code": concept(name, "9001")} | parts))


def _given(key: str, day: str, **parts: Any) -> Body:
    medicine = {"medicationCodeableConcept": concept("Oxaliplatin")}
    return resource("MedicationAdministration", key, effectiveDateTime=day, **(medicine | parts))


def test_all_that_a_procedure_tells() -> None:
    stent = {"resourceType": "Device", "id": "s", "type": concept("Drug-eluting stent")}
    stent |= {"manufacturer": "Corvex", "serialNumber": "S-7"}
    body = _procedure(
        "Coronary stent insertion",
        status="completed",
        bodySite=[concept("Left coronary artery")],
        performedPeriod={"start": "2022-03-01", "end": "2022-03-02"},
        reasonCode=[concept("Angina")],
        outcome=concept("No more pain"),
        complication=[concept("Bruise"), concept("Fever")],
        focalDevice=[{"action": concept("Implanted"), "manipulated": {"reference": "Device/s"}}],
        note=[{"text": "Through the wrist"}],
        followUp=[concept("Clinic in six weeks")],
    )
    [values] = told(body, stent)
    assert {name: str(value) for name, value in values.items()} == {
        "name": "Coronary stent insertion",
        "type": "procedure",
        "body_site": "Left coronary artery",
        "date": "1 March 2022",
        "until": "2 March 2022",
        "reason": "Angina",
        "status": "done",
        "response": "No more pain",
        "side_effects": "Bruise\nFever",
        "implants": "Drug-eluting stent, Made by: Corvex, Serial number: S-7, Implanted",
        "code": "SNOMED CT 9001",
        "notes": "Through the wrist",
        "narrative": "Afterwards: Clinic in six weeks",
    }


@pytest.mark.parametrize(
    ("procedure", "device", "action", "left_in"),
    [
        ("Colonoscopy with polypectomy", "Colonoscope", "", False),
        ("Replacement of the hip", "Hip prosthesis", "", True),
        ("Insertion of pacemaker", "Pacemaker", "Implanted", True),
        ("Removal of pacemaker", "Pacemaker", "Explanted", False),
        ("Removal of ureteric stent", "Ureteric stent", "", False),
        ("Removal and replacement of ureteric stent", "Ureteric stent", "", True),
        ("Laparoscopy", "Trocar", "Removed", False),
    ],
)
def test_only_what_stays_is_told_as_left_in_the_body(
    procedure: str, device: str, action: str, left_in: bool
) -> None:
    thing = {"resourceType": "Device", "id": "d", "type": concept(device)}
    did = {"action": concept(action)} if action else {}
    focal = [{"manipulated": {"reference": "Device/d"}, **did}]
    [values] = told(_procedure(procedure, status="completed", focalDevice=focal), thing)
    said = f"{device}, {action}" if action else device
    assert values.get("implants", "") == (said if left_in else "")
    assert values.get("notes", "") == ("" if left_in else f"Device: {said}")


def test_the_words_kept_are_those_that_are_offered() -> None:
    told_ = {*procedures.STATUS.values(), *courses.STATUS.values(), *implants.STATUS.values()}
    assert told_ <= dict(STATUS).keys()


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Right hemicolectomy", "operation"),
        ("Total knee replacement", "operation"),
        ("Screening colonoscopy", "procedure"),
        ("Ultrasound guided biopsy", "procedure"),
        ("Radiotherapy to the chest", "radiotherapy"),
        ("Combination chemotherapy", "course"),
        ("Speech therapy", "therapy"),
        ("Acupuncture", "procedure"),
    ],
)
def test_what_sort_it_is_by_its_words(name: str, sort: str) -> None:
    [values] = told(_procedure(name))
    assert values["type"] == sort
    assert sort in dict(TYPE)


def test_what_its_sender_calls_it_goes_before_its_words() -> None:
    surgical = {"coding": [{"code": "387713003"}]}
    [values] = told(_procedure("Biopsy", category=surgical))
    assert values["type"] == "operation"


@pytest.mark.parametrize(
    "name", ["Depression screening", "Blood typing", "Documentation of medicines", "CT of abdomen"]
)
def test_what_was_only_looked_at_stays_a_record(name: str) -> None:
    with pytest.raises(OnlyToldError):
        told(_procedure(name))


@pytest.mark.parametrize(
    ("parts", "field", "said"),
    [
        ({"performedString": "just after the war"}, "date_words", "just after the war"),
        ({"performedString": "from the spring on"}, "date_words", "from the spring on"),
        ({"performedAge": {"value": 9, "unit": "years"}}, "date_words", "at age 9"),
        ({"occurrenceDateTime": "2020"}, "date", "2020"),
        ({"status": "not-done", "statusReason": concept("Fever")}, "why_stopped", "Fever"),
        ({"status": "not-done"}, "status", "not done"),
        ({"notDone": True}, "status", "not done"),
        ({"reason": [{"concept": concept("Pain")}]}, "reason", "Pain"),
    ],
)
def test_it_reads_older_and_newer_files(parts: Body, field: str, said: str) -> None:
    [values] = told(_procedure(**parts))
    assert str(values[field]) == said


def test_one_day_is_told_once() -> None:
    period = {"start": "2021-07-06T13:27:37+00:00", "end": "2021-07-06T13:42:37+00:00"}
    [values] = told(_procedure(performedPeriod=period))
    assert ("until" in values, values["date"].iso) == (False, "2021-07-06")


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (_procedure(status="entered-in-error"), WithdrawnError),
        (resource("Procedure", "p"), UnreadableError),
        (_procedure(code={"coding": [{"code": "no-known-procedures"}]}), LeftOutError),
        (_procedure(code={"coding": [{"code": "no-procedure-info"}]}), LeftOutError),
    ],
)
def test_what_is_no_treatment_is_named(body: Body, error: type[Exception]) -> None:
    with pytest.raises(error):
        told(body)


def test_medicine_given_several_times_is_one_course() -> None:
    first = _given("a", "2023-02-14", status="completed", dosage={"text": "85 mg/m2"})
    second = _given("b", "2023-01-31", status="completed", dosage={"text": "65 mg/m2"})
    other = _given("c", "2023-01-01", medicationCodeableConcept=concept("Saline"))
    wrong = _given("d", "2019-01-01", status="entered-in-error")
    [values] = told(first, second, other, wrong)
    assert {name: str(value) for name, value in values.items()} == {
        "name": "Oxaliplatin",
        "type": "course",
        "date": "31 January 2023",
        "until": "14 February 2023",
        "cycles": "given 2 times",
        "dose": "85 mg/m2; 65 mg/m2",
        "status": "done",
        "narrative": "Given on 14 February 2023",
    }


def test_each_further_dose_is_told_with_the_course() -> None:
    first, second = _given("a", "2023-01-31"), _given("b", "2023-02-14")
    together = pool(first, second)
    context = Context(together, together.resources[1])
    with pytest.raises(AddedError, match="Oxaliplatin"):
        list(courses.read_administration(second, context))


def test_of_two_people_each_has_their_own_course() -> None:
    mine = _given("a", "2023-01-31", subject={"reference": "Patient/one"})
    hers = _given("b", "2023-02-14", subject={"reference": "Patient/two"})
    [values] = told(mine, hers)
    assert "cycles" not in values


def test_an_implant_in_use_is_a_treatment_and_a_shaver_is_not() -> None:
    hip = {"resourceType": "Device", "id": "h", "type": concept("Hip prosthesis")}
    shaver = {"resourceType": "Device", "id": "s", "type": concept("Electric shaver")}
    use = {"status": "active", "timingPeriod": {"start": "2015-02"}}
    [values] = told(
        resource("DeviceUseStatement", "u", device={"reference": "Device/h"}, **use), hip
    )
    assert (values["name"], values["type"], values["implants"], values["date"].iso) == (
        "Hip prosthesis",
        "implant",
        "Hip prosthesis",
        "2015-02",
    )
    with pytest.raises(OnlyToldError):
        told(resource("DeviceUseStatement", "u", device={"reference": "Device/s"}), shaver)


def test_a_dose_that_was_left_out_is_told_as_that_and_not_as_given() -> None:
    left_out = {"status": "not-done", "statusReason": [concept("Low platelets")]}
    given = _given("1", "2024-01-09", status="completed")
    [values] = told(given, _given("2", "2024-01-30", **left_out))
    assert (str(values["date"]), values.get("until")) == ("9 January 2024", None)
    assert (values.get("cycles", ""), values["status"]) == ("", "done")
    assert "Not given on 30 January 2024: Low platelets" in values["notes"]


def test_medicine_that_was_never_given_says_no_day_on_which_it_was() -> None:
    [values] = told(_given("1", "2024-01-30", status="not-done"))
    assert values["status"] == "not done"
    assert "Given on" not in values.get("narrative", "")
