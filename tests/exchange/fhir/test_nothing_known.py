"""That there is nothing is often said in words alone; it is no entry of that name."""

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.fhir.nothing_known import (
    NO_ALLERGIES,
    NO_MEDICINES,
    NO_PROBLEMS,
    NO_SOME_ALLERGIES,
    NOT_KNOWN,
    Nothing,
)
from secondop_desktop.exchange.fhir.reading import read


@pytest.mark.parametrize(
    ("nothing", "text"),
    [
        (NO_ALLERGIES, "No known allergies."),
        (NO_ALLERGIES, "NKA"),
        (NO_ALLERGIES, "No known allergies (situation)"),
        (NO_SOME_ALLERGIES, "No known latex allergy (finding)"),
        (NOT_KNOWN, "Allergy status unknown"),
        (NOT_KNOWN, "Medication history is not known"),
        (NO_ALLERGIES, "Patient has no known allergies"),
        (NO_SOME_ALLERGIES, "No known drug allergy"),
        (NO_SOME_ALLERGIES, "NKDA"),
        (NO_SOME_ALLERGIES, "Nil known"),
        (NO_MEDICINES, "No regular medication"),
        (NO_MEDICINES, "Takes no medicines"),
        (NO_PROBLEMS, "No known medical problems"),
        (NO_PROBLEMS, "No relevant medical history of note"),
        (NO_PROBLEMS, "Nothing significant"),
        (NO_MEDICINES, "Not on any medicines"),
        (NOT_KNOWN, "Unknown"),
        (NOT_KNOWN, "No allergies recorded"),
        (NOT_KNOWN, "Allergies not recorded"),
    ],
)
def test_words_say_it_where_there_is_no_code(nothing: Nothing, text: str) -> None:
    assert nothing.is_said_by({"text": text})


@pytest.mark.parametrize(
    "text",
    ["Nickel", "Noradrenaline", "Nilotinib", "Known latex allergy", "Fever of unknown origin"],
)
def test_other_names_are_names(text: str) -> None:
    for nothing in (NO_ALLERGIES, NO_SOME_ALLERGIES, NO_MEDICINES, NO_PROBLEMS, NOT_KNOWN):
        assert not nothing.is_said_by({"text": text})


def test_only_all_allergies_answer_for_all() -> None:
    assert not NO_ALLERGIES.is_said_by({"text": "No known food allergies"})
    assert not NO_ALLERGIES.is_said_by({"text": "None"})
    assert not NO_ALLERGIES.is_said_by({"text": "No other allergies"})
    assert not NO_MEDICINES.is_said_by({"text": "No other medicines"})


DENIED = (
    {"resourceType": "Condition", "id": "1", "code": {"text": "No history of stroke"}},
    {"resourceType": "Condition", "id": "2", "code": {"text": "Nil of note"}},
    {"resourceType": "Condition", "id": "3", "code": {"text": "Nodular goitre"}},
    {"resourceType": "AllergyIntolerance", "id": "4", "code": {"text": "No reaction to eggs"}},
    {
        "resourceType": "MedicationStatement",
        "id": "5",
        "status": "active",
        "medicationCodeableConcept": {"text": "No blood thinner"},
    },
    {
        "resourceType": "FamilyMemberHistory",
        "id": "6",
        "status": "completed",
        "relationship": {"text": "Father"},
        "condition": [{"code": {"text": "No cancer"}}],
    },
)


def test_what_is_denied_is_no_fact_and_is_not_lost() -> None:
    bundle = {"resourceType": "Bundle", "entry": [{"resource": one} for one in DENIED]}
    found = read([("d.json", bundle)], KINDS)
    kinds = {draft.kind for draft in found.drafts}
    assert kinds == {"record", "diagnosis", "relative"}
    [diagnosis] = [one.values["name"] for one in found.drafts if one.kind == "diagnosis"]
    assert diagnosis == "Nodular goitre"
    [father] = [one.values for one in found.drafts if one.kind == "relative"]
    assert (father["condition"], father["notes"]) == ("", "No cancer")
    kept = " ".join(one.values["title"] for one in found.drafts if one.kind == "record")
    assert all(text in kept for text in ("stroke", "eggs", "blood thinner"))
    assert len(found.skipped) == 4
