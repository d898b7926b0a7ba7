"""References are followed wherever they can lead."""

import pytest

from secondop_desktop.exchange.fhir.references import References, display, short, target
from secondop_desktop.exchange.fhir.resources import Resource

DOCTOR = {"resourceType": "Practitioner", "id": "d1"}
FULL = "https://a.org/fhir/Practitioner/d1"
INSIDE = {"resourceType": "Medication", "id": "m"}


def _one(file: str = "f", url: str = FULL) -> Resource:
    return Resource("Practitioner", DOCTOR, file, file, url)


def _from(file: str = "f") -> Resource:
    body = {"resourceType": "Condition", "contained": [INSIDE, "nothing"]}
    return Resource("Condition", body, file, file)


@pytest.mark.parametrize(
    "text",
    [
        "Practitioner/d1",
        FULL,
        f"{FULL}/_history/3",
        "https://other.org/Practitioner/d1",
    ],
)
def test_all_forms_lead_to_the_resource(text: str) -> None:
    given = _one()
    assert References([given]).find({"reference": text}, _from()) is given


def test_a_uuid_leads_to_its_full_url() -> None:
    given = _one(url="urn:uuid:77")
    assert References([given]).find({"reference": "urn:uuid:77"}, _from()) is given


def test_the_resource_of_the_same_file_comes_first() -> None:
    here, there = _one("f"), _one("g")
    references = References([there, here])
    assert references.find("Practitioner/d1", _from("f")) is here
    assert references.find("Practitioner/d1", _from("h")) is there


def test_a_contained_resource_is_found_inside() -> None:
    found = References([]).find({"reference": "#m"}, _from())
    assert found is not None
    assert found.type == "Medication"
    holder = found.holder
    assert References([]).find({"reference": "#"}, found) is holder
    assert References([]).find({"reference": "#none"}, _from()) is None


@pytest.mark.parametrize("given", [None, {}, {"reference": 7}, {"reference": "Practitioner/x"}])
def test_what_leads_nowhere_is_none(given: object) -> None:
    assert References([_one()]).find(given, _from()) is None


def test_parts_of_a_reference() -> None:
    assert target({"reference": "Patient/1/_history/2"}) == "Patient/1"
    assert display({"display": "Dr  Shah"}) == "Dr Shah"
    assert short("https://a.org/fhir/Patient/1") == "Patient/1"
    assert short("urn:uuid:1") == "urn:uuid:1"
