"""A whole file: what becomes an entry, what is kept as it came, and why."""

import json
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.fhir import reading
from secondop_desktop.exchange.read_entries import Link, ReadEntry, Reading
from tests.exchange.bundles import Body, bundle, concept, observation, patient, resource


def _read(*bodies: Body) -> Reading:
    return reading.read([("b.json", bundle(*bodies))], KINDS)


def _drafts(*bodies: Body) -> list[ReadEntry]:
    return list(_read(*bodies).drafts)


def _why(found: Reading) -> list[str]:
    return [one.why for one in found.skipped]


def test_what_cannot_be_read_is_kept_and_listed() -> None:
    found = _read(resource("Condition", "c1", note=[{"text": "?"}]))
    assert _why(found) == ["It does not say which illness it is about. It is kept as a record."]
    [draft] = found.drafts
    assert json.loads(draft.values["raw"])["id"] == "c1"


@pytest.mark.parametrize(
    "broken",
    [
        {"resourceType": "Observation", "component": [7]},
        {"resourceType": "Observation", "valueQuantity": {"value": 1}, "referenceRange": ["x"]},
        {"resourceType": "Encounter", "period": "yesterday"},
        {"resourceType": "DocumentReference", "content": [{"attachment": "x"}]},
        {"resourceType": "DocumentReference", "content": [{"attachment": {"data": "?"}}]},
        {"resourceType": "AllergyIntolerance", "reaction": {"manifestation": 3}},
        {"resourceType": "MedicationRequest", "medicationCodeableConcept": ["x"]},
    ],
)
def test_parts_of_the_wrong_shape_stop_nothing(broken: Body) -> None:
    found = _read(observation("o1"), broken)
    assert [draft.kind for draft in found.drafts] == ["record", "result"]
    assert "is kept as a record." in found.skipped[0].why


def test_what_is_no_resource_is_kept_and_listed() -> None:
    document = {"resourceType": "Bundle", "entry": [{"resource": {"name": "?"}}]}
    found = reading.read([("b.json", document)], KINDS)
    assert _why(found) == ["This is not a FHIR resource. It is kept as a record."]
    assert [draft.kind for draft in found.drafts] == ["record"]


def test_book_keeping_makes_one_record_a_type() -> None:
    bodies = [resource("Claim", str(n)) for n in range(40)]
    bodies[7] |= {"created": "2023-02-01", "total": {"value": 12, "currency": "GBP"}}
    found = _read(*bodies, resource("Provenance", "p"))
    titles = [draft.values["title"] for draft in found.drafts]
    assert titles == ["Bills (40)", "Where entries came from (1)"]
    bills = found.drafts[0].values
    assert bills["date"].iso == "2023-02-01"
    assert bills["text"].startswith("1 February 2023: Written on: 1 February 2023; Total: 12 GBP")
    assert len(found.skipped) == 2


def test_clinicians_are_read_whether_others_refer_to_them_or_not() -> None:
    doctors = [{"resourceType": "Practitioner", "id": n, "name": [{"family": n}]} for n in "ab"]
    told = resource(
        "Condition", "c", code=concept("Angina"), asserter={"reference": "Practitioner/a"}
    )
    found = _read(told, *doctors, {"resourceType": "Location", "id": "l"})
    assert [(draft.kind, draft.values["name"]) for draft in found.drafts] == [
        ("provider", "a"),
        ("provider", "b"),
        ("diagnosis", "Angina"),
    ]
    assert _why(found) == ["It says nothing that could be shown."]


def test_a_name_without_its_resource_is_a_provider_too() -> None:
    asserter = {"reference": "Practitioner/elsewhere", "display": "Dr Shah"}
    drafts = _drafts(resource("Condition", "c", code=concept("Angina"), asserter=asserter))
    assert [draft.values["name"] for draft in drafts] == ["Dr Shah", "Angina"]


def test_a_name_that_a_resource_bears_as_well_is_one_provider() -> None:
    doctor = {"resourceType": "Practitioner", "id": "d", "name": [{"text": "Dr Shah"}]}
    by = [{"reference": "Practitioner/d"}, {"display": "dr shah"}]
    told = [
        resource("Condition", str(n), code=concept("Angina"), asserter=one)
        for n, one in enumerate(by)
    ]
    assert [draft.kind for draft in _drafts(doctor, *told)] == [
        "provider",
        "diagnosis",
        "diagnosis",
    ]


def test_the_patient_is_no_provider() -> None:
    asserter = {"reference": "Patient/pat", "display": "Margaret"}
    drafts = _drafts(resource("Condition", "c", code=concept("Angina"), asserter=asserter))
    assert [draft.kind for draft in drafts] == ["diagnosis"]


def test_a_document_is_kept_with_its_words() -> None:
    section = {"title": "Plan", "text": {"div": "<p>Rest</p>"}}
    [draft] = _drafts(resource("Composition", "d", title="Summary", section=[section]))
    assert draft.values["title"] == "Document: Summary"
    assert draft.values["text"] == "Plan\nRest"


def test_a_contained_patient_is_the_person() -> None:
    body = resource("Immunization", "i", contained=[patient(id="p")], vaccineCode=concept("MMR"))
    del body["subject"]
    found = _read(body | {"patient": {"reference": "#p"}})
    assert [person.values["name"] for person in found.people] == ["Margaret Hale"]


def test_a_link_to_what_was_not_read_is_dropped() -> None:
    report: dict[str, Any] = resource(
        "DiagnosticReport",
        "r",
        result=[{"reference": "Observation/o1"}],
        presentedForm=[{"data": "not base64!"}],
    )
    [kept, result] = _read(observation("o1"), report).drafts
    assert result.values["record"] == Link(kept.origin)
    [result] = _read(observation("o1"), report | {"status": "entered-in-error"}).drafts
    assert "record" not in result.values


def test_stu3_reads_alike() -> None:
    body = resource(
        "Condition",
        "c",
        clinicalStatus="active",
        verificationStatus="confirmed",
        code=concept("Angina"),
        assertedDate="2020-12-01T00:00:00+00:00",
    )
    [draft] = _drafts(body)
    values = draft.values
    assert (values["status"], values["certainty"], values["date"].iso) == (
        "active",
        "confirmed",
        "2020-12-01",
    )


@pytest.mark.parametrize("part", ["subject", "focus"])
def test_what_is_about_a_relative_is_named_and_left_out(part: str) -> None:
    twin = {part: {"reference": "RelatedPerson/twin"}}
    found = _read(patient(), observation("cord", code=concept("Cord pH"), **twin))
    assert "result" not in [draft.kind for draft in found.drafts]
    assert _why(found) == ["It is about another person."]


@pytest.mark.parametrize("denial", ["notGiven", "wasNotGiven"])
@pytest.mark.parametrize(
    ("kind", "named"),
    [
        ("Immunization", {"vaccineCode": concept("Rotavirus")}),
        ("MedicationAdministration", {"medicationCodeableConcept": concept("Cisplatin")}),
    ],
)
def test_what_an_older_edition_says_was_not_given(kind: str, named: Body, denial: str) -> None:
    body = resource(kind, "n", status="completed", **named, **{denial: True})
    [draft] = _drafts(body)
    assert draft.values["status"] in {"not given", "not done"}
