"""What is new, what changed, and what the user wrote stays."""

from typing import Any

import pytest

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from tests.exchange.bundles import Body, concept, observation, patient, resource, written
from tests.exchange.imports.conftest import Plans, Put

OURS = patient(identifier=[{"system": "urn:hospital-a", "value": "1"}])
"""The patient of a hospital that says which one it is."""


def _angina(**parts: Any) -> Body:
    return resource("Condition", "c1", **({"code": concept("Angina")} | parts))


def test_only_the_fields_that_the_file_tells_differently_are_edited(
    journal: Journal, bring: Plans
) -> None:
    bring("a.json", OURS, _angina(clinicalStatus=concept("active", "active")))
    [row] = journal.entries("diagnosis")
    with journal.change("Edit") as change:
        change.edit("diagnosis", row.id, notes="My own note", body_site="heart")
    made = bring("b.json", OURS, _angina(clinicalStatus=concept("resolved", "resolved")))
    [after] = journal.entries("diagnosis")
    assert [dict(item.edits).keys() for item in made.changed] == [{"status", "origin_hash"}]
    assert (after.status, after.notes, after.body_site) == ("resolved", "My own note", "heart")


def test_a_field_that_the_user_changed_stays_and_the_plan_says_so(
    journal: Journal, bring: Plans, plan: Plans
) -> None:
    bring("a.json", OURS, observation("o1", value="13.4"))
    [row] = journal.entries("result")
    with journal.change("Edit") as change:
        change.edit("result", row.id, unit="g/dL")
    quantity = {"value": 134, "unit": "g/l"}
    made = bring("b.json", OURS, observation("o1", valueQuantity=quantity))
    [after] = journal.entries("result")
    assert (str(after.value), after.unit) == ("134", "g/dL")
    assert made.notices == (
        "Haemoglobin 134 g/l: you changed “Unit, as printed” yourself, and the file says "
        "something else. What you wrote stays.",
    )
    assert plan("b.json", OURS, observation("o1", valueQuantity=quantity)).changed == ()


def test_what_the_file_no_longer_tells_is_emptied(journal: Journal, bring: Plans) -> None:
    bring("a.json", OURS, _angina(severity=concept("Severe")))
    bring("b.json", OURS, _angina())
    [row] = journal.entries("diagnosis")
    assert row.stage == ""


def test_a_reference_that_differs_is_edited(journal: Journal, bring: Plans, plan: Plans) -> None:
    doctors = [{"resourceType": "Practitioner", "id": n, "name": [{"family": n}]} for n in "ab"]
    for name in "ab":
        by = {"reference": f"Practitioner/{name}"}
        bring(f"{name}.json", OURS, _angina(asserter=by), *doctors)
    [row] = journal.entries("diagnosis")
    assert journal.name(row.given_by) == "b"
    assert plan("b2.json", OURS, _angina(asserter=by), *doctors).changed == ()


def test_what_was_put_away_stays_away(journal: Journal, bring: Plans, plan: Plans) -> None:
    bring("a.json", OURS, _angina())
    [row] = journal.entries("diagnosis")
    with journal.change("Remove") as change:
        change.put_away("diagnosis", row.id)
    made = plan("b.json", OURS, _angina(severity=concept("Severe")))
    assert (made.new, made.changed) == ((), ())


def test_another_thing_with_the_same_number_overwrites_nothing(
    journal: Journal, bring: Plans, plan: Plans
) -> None:
    glucose = observation(
        "o1",
        code=concept("Glucose"),
        effectiveDateTime="2025-01-01",
        valueQuantity={"value": 5, "unit": "mmol/L"},
    )
    bring("hospital-a.json", patient(), observation("o1"))
    bring("hospital-b.json", patient(), glucose)
    assert sorted(row.test for row in journal.entries("result")) == ["Glucose", "Haemoglobin"]
    assert plan("hospital-b.json", patient(), glucose).new == ()
    assert plan("hospital-a.json", patient(), observation("o1")).new == ()


def test_a_doctor_typed_by_hand_is_not_added_again(journal: Journal, bring: Plans) -> None:
    [person] = journal.entries("person")
    with journal.change("Add") as change:
        known = change.add("provider", name="Dr Amina Shah", person=person.id, phone="0123")
    doctor = {"resourceType": "Practitioner", "id": "d", "name": [{"text": "dr amina shah"}]}
    bring("a.json", patient(), _angina(asserter={"reference": "Practitioner/d"}), doctor)
    [row] = journal.entries("diagnosis")
    [provider] = journal.entries("provider")
    assert (row.given_by, provider.phone) == (known, "0123")


def test_a_file_attached_by_hand_is_not_added_again(journal: Journal, plan: Plans) -> None:
    [person] = journal.entries("person")
    with journal.change("Attach") as change, (journal.path.parent / "n.txt").open("wb+") as file:
        file.write(b"Note")
        stored = journal.attach(change, file, "n.txt")
        change.add("record", person=person.id, title="My note", file=stored.hash)
    assert [item.title for item in plan("other.txt", "Note").same] == ["other"]


def test_only_what_nobody_said_of_the_person_is_filled_in(
    journal: Journal, bring: Plans, plan: Plans
) -> None:
    [person] = journal.entries("person")
    with journal.change("Edit") as change:
        change.edit("person", person.id, phone="01632 960001")
    reach = [{"system": "phone", "value": "07700 900001"}, {"system": "email", "value": "m@x.org"}]
    made = bring("a.json", patient(telecom=reach, gender="female"))
    [after] = journal.entries("person")
    assert [item.kind for item in made.changed] == ["person"]
    assert (after.phone, after.email, after.sex) == ("01632 960001", "m@x.org", "female")
    assert plan("a.json", patient(telecom=reach, gender="female")).changed == ()


def test_what_the_user_emptied_is_not_filled_again(
    journal: Journal, bring: Plans, plan: Plans
) -> None:
    bring("a.json", patient(gender="female"))
    [person] = journal.entries("person")
    with journal.change("Edit") as change:
        change.edit("person", person.id, sex="")
    reach = [{"system": "phone", "value": "07700 900001"}]
    made = plan("b.json", patient(gender="female", telecom=reach))
    assert [sorted(item.edits) for item in made.changed] == [["origin", "origin_hash", "phone"]]


def test_two_exports_of_two_hospitals_do_not_fight_over_the_person(
    journal: Journal, bring: Plans
) -> None:
    one = patient(identifier=[{"system": "urn:a", "value": "1"}], gender="female")
    two = patient(identifier=[{"system": "urn:b", "value": "9"}], gender="other")
    bring("a.json", one)
    assert bring("b.json", two).changed == ()
    assert bring("a.json", one).changed == ()


@pytest.mark.parametrize("value", ["7.0", "0.50", "<5", "1200"])
def test_equal_values_are_equal_however_often_they_come(
    journal: Journal, put: Put, value: str
) -> None:
    path = put("t.csv", f"test,value,date\nTSH,{value},2024-03-05\n")
    importing.apply(journal, importing.read([path], journal))
    [row] = journal.entries("result")
    assert str(row.value) == value
    assert len(importing.read([path], journal).same) == 1


def test_a_file_that_says_only_the_month_takes_no_day_away(journal: Journal, bring: Plans) -> None:
    bring("a.json", OURS, _angina(onsetDateTime="2025-05-05"))
    made = bring("b.json", OURS, _angina(onsetDateTime="2025-05", bodySite=[concept("chest")]))
    [row] = journal.entries("diagnosis")
    assert (row.date.iso, row.body_site) == ("2025-05-05", "chest")
    assert [dict(one.edits).keys() for one in made.changed] == [{"body_site", "origin_hash"}]
    bring("c.json", OURS, _angina(onsetDateTime="2025-06", bodySite=[concept("chest")]))
    assert journal.entries("diagnosis")[0].date.iso == "2025-06"


def test_a_file_that_says_only_the_day_takes_no_time_away(journal: Journal, put: Put) -> None:
    def result(when: str) -> str:
        body = observation("o1", effectiveDateTime=when)
        return written({"resourceType": "Bundle", "type": "collection",
                        "entry": [{"resource": OURS}, {"resource": body}]})  # fmt: skip

    first, then = "2025-05-05T08:40:00+01:00", "2025-05-05"
    importing.apply(journal, importing.read([put("a.json", result(first))], journal))
    plan = importing.read([put("b.json", result(then))], journal)
    importing.apply(journal, plan)
    assert [row.date.iso for row in journal.entries("result")] == ["2025-05-05T08:40"]
