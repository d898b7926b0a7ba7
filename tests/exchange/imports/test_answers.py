""" "None" and "not asked" stay apart, and an answer never contradicts the entries."""

from typing import Any

import pytest

from secondop_desktop.journal.file import Journal
from tests.exchange.bundles import LOINC, SNOMED, Body, concept, patient, resource
from tests.exchange.imports.conftest import Plans

IPS = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips"


def _allergy(name: str, code: str, system: str = SNOMED, **parts: Any) -> Body:
    body = resource("AllergyIntolerance", "a1", code=concept(name, code, system), **parts)
    return body | {"patient": body.pop("subject")}


def _section(code: str, why: str) -> Body:
    empty = {"code": concept("", code, LOINC), "emptyReason": concept(why, why)}
    return resource("Composition", "doc", section=[empty])


@pytest.mark.parametrize(("code", "system"), [("no-known-allergies", IPS), ("716186003", SNOMED)])
def test_no_known_allergies_is_an_answer_about_the_person(
    journal: Journal, bring: Plans, plan: Plans, code: str, system: str
) -> None:
    made = bring("a.json", patient(), _allergy("No known allergies", code, system))
    [person] = journal.entries("person")
    assert person.no_known_allergies is True
    assert journal.entries("allergy") == []
    assert [one.why for one in made.skipped] == [
        "It says “no known allergies”: that is an answer about the person, not an entry."
    ]
    assert plan("a.json", patient(), _allergy("No known allergies", code, system)).changed == ()


@pytest.mark.parametrize(
    ("code", "system", "field"),
    [
        ("48765-2", LOINC, "no_known_allergies"),
        ("886921000000105", SNOMED, "no_known_allergies"),
        ("933361000000108", SNOMED, "takes_no_medicines"),
    ],
)
@pytest.mark.parametrize("why", ["nilknown", "nil-known"])
def test_an_empty_list_that_says_so_is_an_answer(
    journal: Journal, bring: Plans, code: str, system: str, field: str, why: str
) -> None:
    empty = {"code": concept("", code, system), "emptyReason": concept("", why)}
    bring("a.json", patient(), resource("List", "l", **empty))
    [person] = journal.entries("person")
    assert getattr(person, field) is True
    assert journal.entries("record") == []


@pytest.mark.parametrize("why", ["notasked", "no-content-recorded", "withheld"])
def test_a_list_that_is_empty_for_another_reason_answers_nothing(
    journal: Journal, bring: Plans, why: str
) -> None:
    empty = {"code": concept("", "48765-2", LOINC), "emptyReason": concept("", why)}
    bring("a.json", patient(), resource("List", "l", **empty))
    assert journal.entries("person")[0].no_known_allergies is None
    assert len(journal.entries("record")) == 1


def test_takes_no_medicines_is_an_answer_about_the_person(journal: Journal, bring: Plans) -> None:
    coded = concept("No known medications", "no-known-medications", IPS)
    statement = resource("MedicationStatement", "m", medicationCodeableConcept=coded)
    bring("a.json", patient(), statement)
    [person] = journal.entries("person")
    assert (person.takes_no_medicines, person.no_known_allergies) == (True, None)


def test_an_answer_reaches_the_only_person_without_a_patient(
    journal: Journal, bring: Plans
) -> None:
    bring("a.json", _allergy("No known allergy", "716186003"))
    [person] = journal.entries("person")
    assert person.no_known_allergies is True


def test_not_knowing_answers_nothing(journal: Journal, bring: Plans) -> None:
    bring("a.json", patient(), _allergy("No information", "no-allergy-info", IPS))
    [person] = journal.entries("person")
    assert person.no_known_allergies is None
    assert journal.entries("allergy") == []


def test_no_known_food_allergy_is_not_no_known_allergy(journal: Journal, bring: Plans) -> None:
    made = bring("a.json", patient(), _allergy("No known food allergy", "429625007"))
    [person] = journal.entries("person")
    assert person.no_known_allergies is None
    assert "no answer for all allergies" in made.skipped[0].why


@pytest.mark.parametrize(("why", "expected"), [("nilknown", True), ("notasked", None)])
def test_an_empty_section_says_why(
    journal: Journal, bring: Plans, why: str, expected: bool | None
) -> None:
    bring("a.json", patient(), _section("48765-2", why))
    bring("b.json", patient(), _section("10160-0", why) | {"id": "two"})
    [person] = journal.entries("person")
    assert (person.no_known_allergies, person.takes_no_medicines) == (expected, expected)


def test_an_answer_that_entries_contradict_is_left_out(journal: Journal, bring: Plans) -> None:
    bring("a.json", patient(), _allergy("Penicillin", "764146007"))
    made = bring("b.json", patient(), _allergy("No known allergy", "716186003") | {"id": "a2"})
    [person] = journal.entries("person")
    assert person.no_known_allergies is None
    assert made.notices[0].startswith("The file says “no known allergies”, but")


def test_a_medicine_that_was_stopped_does_not_contradict(journal: Journal, bring: Plans) -> None:
    [person] = journal.entries("person")
    with journal.change("Add") as change:
        change.add("medicine", person=person.id, name="Aspirin", status="stopped")
    bring("a.json", patient(), _section("10160-0", "nilknown"))
    [person] = journal.entries("person")
    assert person.takes_no_medicines is True


def test_an_allergy_that_denies_the_answer_comes_in_and_is_asked_about(
    journal: Journal, bring: Plans
) -> None:
    [person] = journal.entries("person")
    with journal.change("Edit") as change:
        change.edit("person", person.id, no_known_allergies=True)
    made = bring("a.json", patient(), _allergy("Latex", "300916003"))
    assert len(journal.entries("allergy")) == 1
    assert [one for one in made.notices if "asks which is right" in one]
