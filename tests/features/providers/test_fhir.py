"""Practitioners, their roles and organisations become doctors and places."""

from typing import Any

from tests.exchange.bundles import Body, concept, told


def _body(kind: str, entry: str = "", **parts: Any) -> Body:
    return {"resourceType": kind, "id": entry, **parts}


CLINIC = _body("Organization", "o", name="City Hospital", telecom=[{"system": "url", "value": "x"}])
DOCTOR = _body(
    "Practitioner",
    "d",
    name=[{"family": "Shah", "given": ["Amina"]}],
    identifier=[{"system": "https://fhir.hl7.org.uk/Id/gmc-number", "value": "7"}],
)
ROLE = _body(
    "PractitionerRole",
    "r",
    practitioner={"reference": "Practitioner/d"},
    organization={"reference": "Organization/o"},
    code=[concept("Consultant")],
    specialty=[concept("Cardiology")],
)


def test_a_practitioner_is_read_with_the_role() -> None:
    assert told(DOCTOR, ROLE, CLINIC) == [
        {
            "name": "Amina Shah",
            "gmc_number": "7",
            "role": "Consultant",
            "specialty": "Cardiology",
            "organisation": "City Hospital",
        }
    ]


def test_a_qualification_says_what_somebody_is() -> None:
    [values] = told(DOCTOR | {"qualification": [{"code": concept("Surgeon")}]})
    assert values["role"] == "Surgeon"


def test_a_role_without_its_person_bears_the_name_beside_it() -> None:
    alone = ROLE | {"practitioner": {"reference": "Practitioner/x", "display": "Dr Penn"}}
    [values] = told(alone, CLINIC)
    assert (values["name"], values["organisation"]) == ("Dr Penn", "City Hospital")
    [nameless] = told(ROLE | {"practitioner": None}, CLINIC)
    assert nameless["name"] == "City Hospital"


def test_an_organisation_is_a_place() -> None:
    assert told(CLINIC) == [{"name": "City Hospital", "website": "x"}]


def test_without_a_name_there_is_nobody() -> None:
    assert told(_body("Practitioner", "d")) == []
    assert told(_body("PractitionerRole", "r")) == []
    assert told(_body("Organization", "o")) == []
