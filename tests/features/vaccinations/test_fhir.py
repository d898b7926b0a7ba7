"""An Immunization becomes a vaccination, whatever version of FHIR tells it."""

from typing import Any

import pytest

from secondop_desktop.exchange.fhir.context import LeftOutError, UnreadableError
from secondop_desktop.features.vaccinations.fhir import STATUS
from secondop_desktop.features.vaccinations.kind import STATUS as OFFERED
from tests.exchange.bundles import Body, concept, resource, told


def _event(**parts: Any) -> Body:
    return resource("Immunization", "i", **({"vaccineCode": concept("Yellow fever")} | parts))


def test_all_that_one_dose_tells() -> None:
    body = _event(
        status="completed",
        occurrenceDateTime="2019-08-09T10:00:00+01:00",
        lotNumber="YF77",
        expirationDate="2020-01-01",
        site=concept("Left arm"),
        route=concept("Under the skin"),
        protocolApplied=[
            {"doseNumberPositiveInt": 1, "seriesDosesPositiveInt": 2},
        ],
        note=[{"text": "For Ghana"}],
    )
    [values] = told(body)
    assert {name: str(value) for name, value in values.items()} == {
        "name": "Yellow fever",
        "date": "9 August 2019",
        "dose_number": "1 of 2",
        "lot": "YF77",
        "site": "Left arm",
        "route": "Under the skin",
        "status": "given",
        "notes": "For Ghana",
        "narrative": "Use by: 1 January 2020\nCourse: Dose number: 1; Doses in the course: 2",
    }


def test_the_words_kept_are_those_that_are_offered() -> None:
    assert set(STATUS.values()) <= dict(OFFERED).keys()


@pytest.mark.parametrize(
    ("parts", "field", "said"),
    [
        ({"occurrenceString": "as a child"}, "date_words", "as a child"),
        ({"date": "2018-06-28"}, "date", "28 June 2018"),
        ({"status": "not-done", "statusReason": concept("Declined")}, "why_not", "Declined"),
        ({"notGiven": True}, "status", "not given"),
        ({"explanation": {"reasonNotGiven": [concept("Unwell")]}}, "why_not", "Unwell"),
        ({"protocolApplied": [{"doseNumberString": "booster"}]}, "dose_number", "booster"),
        ({"protocolApplied": [{"doseNumber": "3"}]}, "dose_number", "3"),
        ({"vaccinationProtocol": [{"doseSequence": 2}]}, "dose_number", "2"),
        ({"protocolApplied": [{"targetDisease": [concept("Mumps")]}]}, "against", "Mumps"),
    ],
)
def test_it_reads_older_and_newer_files(parts: Body, field: str, said: str) -> None:
    [values] = told(_event(**parts))
    assert str(values[field]) == said


def test_uk_core_names_the_procedure_and_the_vaccine_is_told_too() -> None:
    named = {
        "url": "https://fhir.hl7.org.uk/Extension-UKCore-VaccinationProcedure",
        "valueCodeableConcept": concept("Flu vaccination"),
    }
    [values] = told(_event(extension=[named]))
    assert values["name"] == "Flu vaccination"
    assert "Vaccine: Yellow fever" in values["notes"]


def test_a_vaccine_that_is_not_known_is_called_by_its_procedure() -> None:
    unknown = {"coding": [{"system": "http://hl7.org/fhir/v3/NullFlavor", "code": "UNK"}]}
    named = {
        "url": "https://fhir.hl7.org.uk/Extension-CareConnect-VaccinationProcedure-1",
        "valueCodeableConcept": concept("First hepatitis A vaccination"),
    }
    [values] = told(_event(vaccineCode=unknown | {"text": "Unknown"}, extension=[named]))
    assert (values["name"], values.get("notes", "")) == ("First hepatitis A vaccination", "")


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (_event(status="entered-in-error"), LeftOutError),
        (resource("Immunization", "i"), UnreadableError),
        (_event(vaccineCode={"coding": [{"code": "no-known-immunizations"}]}), LeftOutError),
        (_event(vaccineCode={"coding": [{"code": "no-immunization-info"}]}), LeftOutError),
    ],
)
def test_what_is_no_vaccination_is_named(body: Body, error: type[Exception]) -> None:
    with pytest.raises(error):
        told(body)
