"""What a file takes back by its id alone is found, also where the journal knows another number."""

import json
from typing import Any

import pytest

from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.journal.file import Journal
from tests.exchange.bundles import Body, concept, observation, patient, resource
from tests.exchange.imports.conftest import Plans

SYSTEM = "https://lab.example/accession"


def _number(value: str) -> list[Body]:
    return [{"system": SYSTEM, "value": value}]


TOLD = {
    "result": observation("k31", identifier=_number("A-77")),
    "allergy": resource(
        "AllergyIntolerance", "k31", code=concept("Lupin"), identifier=_number("A-77")
    ),
    "medicine": resource(
        "MedicationStatement",
        "k31",
        status="active",
        medicationCodeableConcept=concept("Quinine"),
        identifier=_number("A-77"),
    ),
}


def _gone(url: str, **more: Any) -> str:
    entry = {"request": {"method": "DELETE", "url": url}, **more}
    return json.dumps({"resourceType": "Bundle", "type": "transaction", "entry": [entry]})


def _asked_about(made: Plan) -> list[str]:
    return [item.entry for item in [*made.changed, *made.same] if item.told or item.waits]


@pytest.mark.parametrize("kind", TOLD)
@pytest.mark.parametrize("way", ["{type}/k31", "https://gp.example/fhir/{type}/k31/_history/4"])
def test_a_deletion_by_id_is_asked(
    journal: Journal, bring: Plans, plan: Plans, kind: str, way: str
) -> None:
    told = TOLD[kind]
    bring("told.json", patient(), told)
    [row] = journal.entries(kind)
    made = plan("gone.json", _gone(way.format(type=told["resourceType"])))
    [question] = made.unanswered
    assert "was deleted where it came from" in question.text
    assert _asked_about(made) == [row.id]
    assert made.skipped == ()


def test_a_deletion_by_number_is_asked(journal: Journal, bring: Plans, plan: Plans) -> None:
    bring("told.json", patient(), TOLD["result"])
    url = "Observation?identifier=https%3A%2F%2Flab.example%2Faccession%7CA-77"
    [question] = plan("gone.json", _gone(url)).unanswered
    assert "was deleted where it came from" in question.text


@pytest.mark.parametrize("kind", TOLD)
def test_a_shell_that_says_only_that_it_was_wrong_is_asked(
    journal: Journal, bring: Plans, plan: Plans, kind: str
) -> None:
    told = TOLD[kind]
    bring("told.json", patient(), told)
    [row] = journal.entries(kind)
    shell = {"resourceType": told["resourceType"], "id": "k31", "status": "entered-in-error"}
    if kind == "allergy":
        shell = {**shell, "verificationStatus": concept("", "entered-in-error")}
    made = plan("back.json", json.dumps(shell))
    assert len(made.unanswered) == 1
    assert _asked_about(made) == [row.id]


def test_an_id_of_two_sources_is_only_named(journal: Journal, bring: Plans, plan: Plans) -> None:
    bring("one.json", patient(), TOLD["result"])
    other = observation("k31", code=concept("Zinc"), identifier=_number("B-12"))
    bring("two.json", patient(), other)
    made = plan("gone.json", _gone("Observation/k31"))
    assert made.unanswered == ()
    assert [one.why[:51] for one in made.skipped] == [
        "The file says that Observation/k31 was deleted wher"
    ]


@pytest.mark.parametrize("url", ["Observation?identifier=A-77", "Observation?status=final"])
def test_what_leads_to_no_one_thing_is_only_named(
    journal: Journal, bring: Plans, plan: Plans, url: str
) -> None:
    bring("told.json", patient(), TOLD["result"])
    made = plan("gone.json", _gone(url))
    assert (made.unanswered, made.changed, len(made.skipped)) == ((), (), 1)
