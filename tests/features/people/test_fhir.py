"""A Patient becomes a person."""

import pytest

from tests.exchange.bundles import NHS_NUMBER, concept, patient, told


def test_all_that_a_patient_tells() -> None:
    gp = {"resourceType": "Practitioner", "id": "gp", "name": [{"text": "Dr Okafor"}]}
    body = patient(
        name=[{"family": "Hale", "given": ["Margaret"]}, {"use": "nickname", "text": "Peggy"}],
        identifier=[
            {"system": "urn:x", "value": "1"},
            {"system": NHS_NUMBER, "value": "9434765919"},
        ],
        gender="female",
        address=[{"line": ["1 High Street"], "city": "York"}],
        telecom=[{"system": "phone", "value": "1"}, {"system": "email", "value": "m@x.org"}],
        communication=[
            {"language": concept("English")},
            {"language": concept("Welsh"), "preferred": True},
        ],
        contact=[
            {
                "name": {"text": "Tom Hale"},
                "relationship": [concept("Son")],
                "telecom": [{"system": "phone", "value": "2"}],
            }
        ],
        generalPractitioner=[{"reference": "Practitioner/gp"}],
    )
    [values] = told(body, gp)
    assert {name: str(value) for name, value in values.items() if name != "gp"} == {
        "name": "Margaret Hale",
        "known_as": "Peggy",
        "birth_date": "3 May 1950",
        "nhs_number": "9434765919",
        "sex": "female",
        "address": "1 High Street\nYork",
        "phone": "1",
        "email": "m@x.org",
        "language": "Welsh",
        "emergency_contacts": "Tom Hale, Son, 2",
    }
    assert "gp" in values


@pytest.mark.parametrize(("date", "words"), [("1950", "1950"), ("1950-05", "May 1950")])
def test_a_partial_date_of_birth_stays_partial(date: str, words: str) -> None:
    [values] = told(patient(birthDate=date))
    assert str(values["birth_date"]) == words


def test_an_unknown_sex_is_not_answered() -> None:
    [values] = told(patient(gender="unknown"))
    assert "sex" not in values


def test_numbers_of_hospitals_are_kept_by_hospital() -> None:
    medical = {"coding": [{"code": "MR"}], "text": "Medical record number"}
    licence = {"coding": [{"code": "DL"}]}
    body = patient(
        identifier=[
            {"system": NHS_NUMBER, "value": "9434765919"},
            {"type": medical, "value": "K1", "assigner": {"display": "Kestrel Infirmary"}},
            {"type": medical, "value": "M2"},
            {"type": licence, "value": "L3", "assigner": {"display": "Licences"}},
            {"system": "urn:x", "value": "4"},
        ]
    )
    [values] = told(body)
    assert values["hospital_numbers"] == {"Kestrel Infirmary": "K1", "Medical record number": "M2"}
