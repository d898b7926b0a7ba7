"""What a later file takes back is shown entry by entry, marked if agreed, and no longer a fact."""

from datetime import date
from typing import Any

import pytest

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from secondop_desktop.summary.choices import Choices
from secondop_desktop.summary.snapshot import Snapshot
from tests.exchange.bundles import Body, concept, observation, patient, resource
from tests.exchange.imports.conftest import Plans, Put

OURS = patient(identifier=[{"system": "urn:ward-7", "value": "99"}])
WRONG = {"status": "entered-in-error"}
WRONG_TO = {"verificationStatus": concept("", "entered-in-error")}
DOCTOR = {"asserter": {"display": "Dr Odell"}}

CASES: dict[str, tuple[str, Body, Body]] = {
    "a problem": (
        "diagnosis",
        resource("Condition", "c", code=concept("Gout"), clinicalStatus=concept("", "active")),
        resource("Condition", "c", code=concept("Gout"), **WRONG_TO),
    ),
    "a problem ruled out": (
        "diagnosis",
        resource("Condition", "c", code=concept("Gout"), clinicalStatus=concept("", "active")),
        resource("Condition", "c", code=concept("Gout"), verificationStatus=concept("", "refuted")),
    ),
    "an allergy": (
        "allergy",
        resource("AllergyIntolerance", "a", code=concept("Kiwi")),
        resource("AllergyIntolerance", "a", code=concept("Kiwi"), **WRONG_TO),
    ),
    "an allergy ruled out": (
        "allergy",
        resource("AllergyIntolerance", "a", code=concept("Kiwi")),
        resource("AllergyIntolerance", "a", verificationStatus=concept("", "refuted")),
    ),
    "a medicine": (
        "medicine",
        resource(
            "MedicationStatement",
            "m",
            status="active",
            medicationCodeableConcept=concept("Digoxin"),
        ),
        resource("MedicationStatement", "m", **WRONG),
    ),
    "a prescription": (
        "medicine",
        resource(
            "MedicationRequest", "m", status="active", medicationCodeableConcept=concept("Digoxin")
        ),
        resource(
            "MedicationRequest",
            "m",
            status="cancelled",
            medicationCodeableConcept=concept("Digoxin"),
        ),
    ),
    "a result": ("result", observation("o"), observation("o", **WRONG)),
    "a test": (
        "result",
        observation("o"),
        resource("Observation", "o", code=concept("Haemoglobin", "718-7"), status="cancelled"),
    ),
    "a visit": (
        "appointment",
        resource("Encounter", "e", status="finished", reasonCode=[concept("Cough")]),
        resource("Encounter", "e", reasonCode=[concept("Cough")], **WRONG),
    ),
    "a document": (
        "record",
        resource("DocumentReference", "d", status="current", description="Clinic letter"),
        resource("DocumentReference", "d", description="Clinic letter", **WRONG),
    ),
    "an operation": (
        "treatment",
        resource("Procedure", "p", status="completed", code=concept("Appendicectomy")),
        resource("Procedure", "p", code=concept("Appendicectomy"), **WRONG),
    ),
    "a vaccination": (
        "vaccination",
        resource("Immunization", "i", status="completed", vaccineCode=concept("Tetanus")),
        resource("Immunization", "i", **WRONG),
    ),
    "a relative": (
        "relative",
        resource("FamilyMemberHistory", "f", relationship=concept("Aunt")),
        resource("FamilyMemberHistory", "f", relationship=concept("Aunt"), **WRONG),
    ),
}


def _printed(journal: Journal, kind: str) -> list[Any]:
    """Return what the paper would say is so now."""
    [person] = journal.entries("person")
    rows = Snapshot(journal, Choices(person=person.id, today=date(2026, 3, 1)))
    return [row for row in rows.of(kind) if journal.kinds[kind].holds(row, rows.today)]


def _count(journal: Journal) -> int:
    return sum(len(journal.entries(name)) for name in journal.kinds if name != "person")


@pytest.mark.parametrize("case", CASES)
def test_it_is_shown_marked_and_no_longer_printed(
    journal: Journal, bring: Plans, plan: Plans, case: str
) -> None:
    kind, told, back = CASES[case]
    bring("told.json", OURS, told)
    [before] = journal.entries(kind)
    title, count = journal.name(before.id), _count(journal)
    assert _printed(journal, kind)
    made = plan("back.json", OURS, back)
    assert [(one.entry, one.told.startswith(f"“{title}” in your")) for one in made.changed] == [
        (before.id, True)
    ]
    assert [question.answer for question in made.questions] == ["mark"]
    importing.apply(journal, made)
    [after] = journal.entries(kind)
    assert _printed(journal, kind) == []
    assert journal.name(after.id) != title
    assert _count(journal) == count, "nothing was added beside it"
    again = plan("back.json", OURS, back)
    assert (again.new, again.changed, again.questions) == ((), (), ())
    journal.undo()
    assert journal.entries(kind) == [before], "one undo takes it back"


def test_left_as_it_is_nothing_changes(journal: Journal, bring: Plans, put: Put) -> None:
    _kind, told, back = CASES["an allergy ruled out"]
    bring("told.json", OURS, told)
    made = importing.read([put("b.json", OURS, back)], journal, answers={"taken-back": "leave"})
    assert (made.changed, [one.kind for one in made.same if one.told]) == ((), ["allergy"])
    importing.apply(journal, made)
    assert [row.certainty for row in journal.entries("allergy")] == [""]


@pytest.mark.parametrize("case", ["a problem", "a problem ruled out", "a result", "a document"])
def test_what_the_person_changed_since_is_asked(
    journal: Journal, bring: Plans, put: Put, case: str
) -> None:
    kind, told, back = CASES[case]
    bring("told.json", OURS, told)
    [row] = journal.entries(kind)
    with journal.change("Edit") as change:
        change.edit(kind, row.id, notes="My own words")
    path = put("back.json", OURS, back)
    made = importing.read([path], journal)
    [question] = made.questions
    assert question in made.unanswered
    assert "You changed it since" in question.text
    marked = importing.read([path], journal, answers={"taken-back": "mark"})
    importing.apply(journal, marked)
    [after] = journal.entries(kind)
    assert after.notes == "My own words"
    assert not _printed(journal, kind)


def test_the_persons_own_word_on_the_same_point_is_asked_about(
    journal: Journal, bring: Plans, plan: Plans
) -> None:
    _kind, told, back = CASES["a problem ruled out"]
    bring("told.json", OURS, told)
    [row] = journal.entries("diagnosis")
    with journal.change("Edit") as change:
        change.edit("diagnosis", row.id, certainty="suspected")
    [question] = plan("back.json", OURS, back).unanswered
    assert question.text.startswith(
        "“Gout” in your journal is now said to be ruled out in back.json"
    )


def test_all_parts_of_a_result_go_with_it(journal: Journal, bring: Plans, plan: Plans) -> None:
    parts = [
        {"code": concept(name, name), "valueQuantity": {"value": number, "unit": "mmHg"}}
        for name, number in (("Upper", 141), ("Lower", 87))
    ]
    pressure = observation("bp", code=concept("Blood pressure"), component=parts)
    del pressure["valueQuantity"]
    bring("told.json", OURS, pressure, observation("o"))
    made = bring("back.json", OURS, resource("Observation", "bp", **WRONG))
    assert len(made.changed) == len(made.questions) == 2
    assert [row.test for row in _printed(journal, "result")] == ["Haemoglobin"]


def test_who_took_it_back_is_named(journal: Journal, bring: Plans, plan: Plans) -> None:
    _kind, told, back = CASES["a problem"]
    bring("told.json", OURS, told)
    [item] = plan("back.json", OURS, back | DOCTOR).changed
    assert item.told == (
        "“Gout” in your journal is now marked as entered by mistake in back.json (Dr Odell)."
    )


def test_without_a_known_source_it_is_asked(journal: Journal, bring: Plans, plan: Plans) -> None:
    _kind, told, back = CASES["an allergy"]
    bring("told.json", patient(), told | {"note": [{"text": "As a child"}]})
    [question] = plan("back.json", patient(), back).unanswered
    assert "not certain" in question.text
    other = resource("AllergyIntolerance", "a", code=concept("Latex"), **WRONG_TO)
    made = plan("other.json", patient(), other)
    assert (made.questions, [one.why for one in made.skipped]) == (
        (),
        ["“Latex” is marked as entered by mistake."],
    )


def test_an_id_made_anew_is_found_by_what_it_said(
    journal: Journal, bring: Plans, plan: Plans
) -> None:
    one, other = (f"0b6d{n}a1c-0000-4000-8000-000000000000" for n in "12")
    bring("told.json", patient(), observation(one))
    [question] = plan("back.json", patient(), observation(other, **WRONG)).unanswered
    assert question.text.startswith("“Haemoglobin 13.4 g/L” in your journal")


def test_what_comes_true_again_is_an_ordinary_change(journal: Journal, bring: Plans) -> None:
    _kind, told, back = CASES["a problem"]
    for body in (told, back, told):
        bring("file.json", OURS, body)
    assert [row.name for row in _printed(journal, "diagnosis")] == ["Gout"]


def test_two_entries_are_asked_one_by_one(journal: Journal, bring: Plans, put: Put) -> None:
    problem, allergy = CASES["a problem"], CASES["an allergy"]
    bring("told.json", OURS, problem[1], allergy[1])
    path = put("back.json", OURS, problem[2], allergy[2])
    keys = [one.key for one in importing.read([path], journal).questions]
    assert len(keys) == 2
    made = importing.read([path], journal, answers={keys[0]: "leave"})
    importing.apply(journal, made)
    assert [len(_printed(journal, one)) for one in ("diagnosis", "allergy")] == [1, 0]
