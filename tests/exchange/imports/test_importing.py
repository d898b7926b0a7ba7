"""Any file becomes a plan, and the plan one change that one step takes back."""

import json
from pathlib import Path
from typing import Any

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.entry_json import to_json
from secondop_desktop.journal.file import Journal
from tests.exchange.bundles import Body, bundle, concept, observation, patient, resource, written
from tests.exchange.imports.conftest import Plans, Put

CONDITION = resource("Condition", "c1", code=concept("Angina", "194828000"))
EVERYTHING: tuple[Body, ...] = (
    patient(),
    CONDITION,
    observation("o1"),
    resource(
        "MedicationRequest",
        "m1",
        status="active",
        intent="order",
        medicationCodeableConcept=concept("Aspirin 75mg tablets"),
    ),
    resource("CarePlan", "p1", title="Walk every day"),
    resource("Claim", "x1"),
    resource("Claim", "x2"),
)


def _everything(journal: Journal) -> dict[str, Any]:
    return {
        name: [to_json(kind, row) for row in journal.entries(name)]
        for name, kind in journal.kinds.items()
    }


def test_what_is_read_is_planned_and_nothing_is_written(journal: Journal, plan: Plans) -> None:
    before = journal.path.read_bytes()
    made = plan("bundle.json", *EVERYTHING)
    assert [(item.kind, item.title) for item in made.new] == [
        ("record", "Care plan: Walk every day"),
        ("record", "Bills (2)"),
        ("diagnosis", "Angina"),
        ("result", "Haemoglobin 13.4 g/L"),
        ("medicine", "Aspirin 75mg tablets"),
    ]
    assert journal.path.read_bytes() == before


def test_the_second_import_of_a_file_finds_everything_the_same(
    journal: Journal, bring: Plans, plan: Plans
) -> None:
    first = bring("bundle.json", *EVERYTHING)
    again = plan("bundle.json", *EVERYTHING)
    assert (again.new, again.changed) == ((), ())
    assert len(again.same) == len(first.new) + len(first.same)
    assert importing.apply(journal, again) == ()


def test_the_same_entries_in_another_file_are_the_same(bring: Plans, plan: Plans) -> None:
    bring("bundle.json", *EVERYTHING)
    other = plan("export.json", patient(), observation("o1"), CONDITION)
    assert (other.new, other.changed) == ((), ())


def test_one_undo_takes_an_import_back_and_redo_brings_it_again(
    journal: Journal, bring: Plans
) -> None:
    before = json.dumps(_everything(journal))
    bring("bundle.json", *EVERYTHING)
    assert journal.undo_label() == "Bring in bundle.json"
    journal.undo()
    assert json.dumps(_everything(journal)) == before
    journal.redo()
    assert [row.name for row in journal.entries("diagnosis")] == ["Angina"]


def test_applying_returns_the_ids_in_the_order_of_the_plan(journal: Journal, plan: Plans) -> None:
    made = plan("bundle.json", *EVERYTHING)
    ids = importing.apply(journal, made)
    assert [journal.kind_of(entry).name for entry in ids] == [item.kind for item in made.new]


def test_the_summary_counts_and_says_what_was_skipped(plan: Plans) -> None:
    summary = plan("bundle.json", *EVERYTHING).summary()
    assert (summary["new"], summary["changed"], summary["same"]) == (5, 0, 1)
    assert summary["skipped"] == [
        {
            "where": "bundle.json",
            "why": "2 entries of the type “Claim” are about bills or computers: they are listed in "
            "the record “Bills (2)”.",
        },
    ]


def test_files_that_refer_to_each_other_are_read_together(journal: Journal, put: Put) -> None:
    doctor = {"resourceType": "Practitioner", "id": "doc", "name": [{"family": "Shah"}]}
    told = resource(
        "Condition", "c1", code=concept("Angina"), asserter={"reference": "Practitioner/doc"}
    )
    paths = [put("Condition.ndjson", written(told)), put("Practitioner.ndjson", written(doctor))]
    made = importing.read(paths, journal)
    importing.apply(journal, made)
    [row] = journal.entries("diagnosis")
    assert made.name == "2 files"
    assert journal.name(row.given_by) == "Shah"


def test_ndjson_is_read_line_by_line(plan: Plans) -> None:
    lines = "\n".join(map(written, (patient(), observation("o1"), observation("o2"))))
    made = plan("export.ndjson", lines)
    assert [item.where for item in made.new] == [
        "export.ndjson, line 2 (Observation/o1)",
        "export.ndjson, line 3 (Observation/o2)",
    ]


def test_a_single_resource_is_read(plan: Plans) -> None:
    assert [item.title for item in plan("one.json", written(CONDITION)).new] == ["Angina"]


def test_json_that_is_not_fhir_is_kept_as_a_record(plan: Plans) -> None:
    made = plan("settings.json", '{"colour": "blue"}')
    assert [(item.kind, item.title) for item in made.new] == [("record", "settings")]


def test_a_text_that_begins_with_a_bracket_is_a_text(plan: Plans) -> None:
    assert [item.kind for item in plan("notes.txt", "[Ward round] all well").new] == ["record"]


def test_files_of_several_sorts_make_one_plan(journal: Journal, put: Put) -> None:
    table = put("bloods.csv", "test,value,unit,date\nFerritin,12,µg/L,2024-03-05\n")
    made = importing.read([put("b.json", CONDITION), table, put("n.txt", "Note")], journal)
    assert sorted(item.kind for item in made.new) == ["diagnosis", "record", "result"]


def test_an_empty_journal_gets_its_person_from_the_file(empty: Journal, put: Put) -> None:
    doctor = {"resourceType": "Practitioner", "id": "gp", "name": [{"family": "Okafor"}]}
    whole = patient(generalPractitioner=[{"reference": "Practitioner/gp"}])
    path = put("bundle.json", whole, CONDITION, doctor)
    made = importing.read([path], empty)
    importing.apply(empty, made)
    [person] = empty.entries("person")
    [diagnosis] = empty.entries("diagnosis")
    assert made.person is None
    assert (person.name, empty.name(person.gp)) == ("Margaret Hale", "Okafor")
    assert diagnosis.person == person.id
    assert importing.read([path], empty).new == ()


def test_every_entry_that_counts_is_imported_or_listed(plan: Plans) -> None:
    bodies = [
        patient(),
        *(resource("Condition", f"c{n}", code=concept(f"Illness {n}")) for n in range(20)),
        *(observation(f"o{n}", value=n) for n in range(20)),
        resource("Condition", "nameless"),
        resource("Observation", "void", code=concept("Weight"), status="final"),
        {"resourceType": "AllergyIntolerance", "id": "a1", "code": 7},
    ]
    made = plan("bundle.json", *bodies)
    found = [item for item in made.new if item.kind in {"diagnosis", "result", "allergy"}]
    assert len(found) == 40
    assert [item.title for item in made.new if item.kind == "record"][1] == "Weight"
    assert [one.where.rpartition("(")[2] for one in made.skipped] == [
        "Condition/nameless)",
        "AllergyIntolerance/a1)",
    ]


def test_a_bundle_is_read_whatever_its_name(journal: Journal, tmp_path: Path) -> None:
    path = tmp_path / "download"
    path.write_text(written(bundle(CONDITION)), encoding="utf-8-sig")
    assert [item.title for item in importing.read([path], journal).new] == ["Angina"]
