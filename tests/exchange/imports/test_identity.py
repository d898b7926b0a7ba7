"""A new thing never takes the place of an old one, and an old one told anew is not added again."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.journal.file import Journal
from tests.exchange.bundles import Body, concept, observation, patient, resource, written
from tests.exchange.imports.conftest import Plans, Put

Bring = Callable[..., Plan]


def _allergy(name: str, to: str, *, reaction: str = "", whose: str = "pat", **parts: Any) -> Body:
    told = {"reaction": [{"manifestation": [concept(reaction)]}]} if reaction else {}
    body = resource("AllergyIntolerance", name, code=concept(to), **told, **parts)
    return body | {"patient": {"reference": f"Patient/{whose}"}}


def _urea(name: str, value: str = "6.1", date: str = "2025-02-11", **parts: Any) -> Body:
    quantity = {"value": Decimal(value), "unit": "mmol/L"}
    dated = {"effectiveDateTime": date, "valueQuantity": quantity, "code": concept("Urea")}
    return observation(name, **(dated | parts))


def _at(host: str, body: Body) -> Body:
    return {"fullUrl": f"https://{host}/{body['resourceType']}/{body['id']}", "resource": body}


@pytest.fixture
def bring_all(journal: Journal, put: Put) -> Bring:
    """Imports several files in one command."""

    def apply(*files: tuple[str, list[Body]], **answers: str) -> Plan:
        paths = [put(name, *bodies) for name, bodies in files]
        plan = importing.read(paths, journal, answers=answers)
        importing.apply(journal, plan)
        return plan

    return apply


def _counts(plan: Plan) -> tuple[int, int, int]:
    own = [
        [one for one in items if one.kind != "person"]
        for items in (plan.new, plan.changed, plan.same)
    ]
    return len(own[0]), len(own[1]), len(own[2])


def test_two_hospitals_number_their_allergies_from_one(journal: Journal, bring: Plans) -> None:
    bring("a.json", _allergy("1", "Aspirin", reaction="Wheeze"))
    bring("b.json", _allergy("1", "Nickel", reaction="Rash"))
    told = {(row.substance, row.reaction) for row in journal.entries("allergy")}
    assert told == {("Aspirin", "Wheeze"), ("Nickel", "Rash")}


def test_one_sample_number_on_two_tests_makes_two_results(journal: Journal, bring: Plans) -> None:
    number = [{"system": "urn:lab", "value": "S-77"}]
    bring("a.json", patient(), _urea("u", identifier=number))
    bring("b.json", patient(), _urea("k", "4.4", identifier=number, code=concept("Potassium")))
    later = _urea("v", "6.9", "2025-02-11T14:00:00Z", identifier=number)
    bring("c.json", patient(), later)
    found = sorted((row.test, str(row.value)) for row in journal.entries("result"))
    assert found == [("Potassium", "4.4"), ("Urea", "6.1"), ("Urea", "6.9")]


def test_a_corrected_value_under_the_same_number_is_a_change(
    journal: Journal, bring: Plans
) -> None:
    number = [{"system": "urn:lab", "value": "S-78"}]
    bring("a.json", patient(), _urea("u", "6.1", identifier=number))
    made = bring("b.json", patient(), _urea("w", "9.1", identifier=number))
    assert _counts(made) == (0, 1, 0)
    assert [str(row.value) for row in journal.entries("result")] == ["9.1"]


def test_two_files_of_one_command_hide_nothing_of_each_other(
    journal: Journal, bring_all: Bring
) -> None:
    files = [("a.json", [patient(), _urea("1")]), ("b.json", [patient(), observation("1")])]
    assert _counts(bring_all(*files)) == (2, 0, 0)
    assert {row.test for row in journal.entries("result")} == {"Urea", "Haemoglobin"}
    assert _counts(bring_all(*files[::-1])) == (0, 0, 2)
    assert _counts(bring_all(files[1])) == (0, 0, 1)


def test_a_bundle_merged_from_two_servers_keeps_both(journal: Journal, plan: Plans) -> None:
    two = [_at("north.example", _urea("1")), _at("south.example", _urea("1", "12", "2025-03-01"))]
    whole = {"resourceType": "Bundle", "entry": [{"resource": patient()}, *two]}
    made = plan("merged.json", written(whole))
    assert [one.title for one in made.new] == ["Urea 6.1 mmol/L", "Urea 12 mmol/L"]
    assert made.skipped == ()


def test_each_servers_own_doctor_is_meant(journal: Journal, bring: Plans) -> None:
    def server(host: str, doctor: str, disease: str) -> list[Body]:
        by = {"reference": "Practitioner/1"}
        one = resource("Condition", "1", code=concept(disease), asserter=by)
        who = {"resourceType": "Practitioner", "id": "1", "name": [{"text": doctor}]}
        return [_at(host, one), _at(host, who)]

    entries = [{"resource": patient()}, *server("a.org", "Dr Ames", "Gout")]
    entries += server("b.org", "Dr Bligh", "Asthma")
    bring("m.json", json.dumps({"resourceType": "Bundle", "entry": entries}))
    given = {row.name: journal.name(row.given_by) for row in journal.entries("diagnosis")}
    assert given == {"Gout": "Dr Ames", "Asthma": "Dr Bligh"}


def test_a_doctor_of_the_same_number_elsewhere_is_another(journal: Journal, bring: Plans) -> None:
    for hospital, doctor, disease in (("a", "Dr Ames", "Gout"), ("b", "Dr Bligh", "Asthma")):
        by = {"reference": "Practitioner/1"}
        one = resource("Condition", f"c{hospital}", code=concept(disease), asserter=by)
        who = {"resourceType": "Practitioner", "id": "1", "name": [{"text": doctor}]}
        for _again in range(2):
            made = bring(f"{hospital}.json", patient(), one, who)
        assert _counts(made) == (0, 0, 2)
    given = {row.name: journal.name(row.given_by) for row in journal.entries("diagnosis")}
    assert given == {"Gout": "Dr Ames", "Asthma": "Dr Bligh"}


def _export(day: int) -> list[Body]:
    """Return the same facts under ids made anew for each export."""
    uuid = f"{day:08d}-0000-4000-8000-00000000000"
    meta = {"meta": {"lastUpdated": f"2025-05-{day:02}T08:00:00Z"}}
    flag = resource("Flag", f"{uuid}4", code=concept("Falls"), **meta)
    return [
        _allergy(f"{uuid}1", "Kiwi", reaction="Itch") | meta,
        _urea(f"{uuid}2") | meta,
        _urea(f"{uuid}3") | meta,
        flag,
    ]


def test_an_export_with_new_ids_is_known_by_its_facts(journal: Journal, bring: Plans) -> None:
    assert _counts(bring("mon.json", *_export(5))) == (4, 0, 0)
    assert _counts(bring("fri.json", *_export(9))) == (0, 0, 4)
    assert len(journal.entries("result")) == 2


def test_two_exports_in_one_command_are_told_once(journal: Journal, bring_all: Bring) -> None:
    files = [("mon.json", _export(5)), ("fri.json", _export(9))]
    made = bring_all(*files)
    assert len(journal.entries("allergy")) == 1
    assert _counts(made)[0] + _counts(made)[2] == 8
    assert _counts(bring_all(*files))[:2] == (0, 0)


def test_where_the_source_is_not_known_it_is_asked_and_nothing_lost_meanwhile(
    journal: Journal, put: Put, bring: Plans
) -> None:
    bring("a.json", _allergy("1", "Aspirin", reaction="Anaphylaxis"))
    path = put("b.json", _allergy("1", "Aspirin", reaction="Rash"))
    made = importing.read([path], journal)
    [question] = made.questions
    assert question.text == (
        "In b.json: Aspirin looks like an entry in the journal, but some details differ "
        "(What happens). Is it the same?"
    )
    assert (question.answer, made.unanswered) == ("", (question,))
    same = importing.read([path], journal, answers={"same": "same"})
    assert _counts(same) == (0, 1, 0)
    importing.apply(journal, importing.read([path], journal, answers={"same": "apart"}))
    assert [row.reaction for row in journal.entries("allergy")] == ["Anaphylaxis", "Rash"]
    again = importing.read([path], journal)
    assert (_counts(again), again.questions) == ((0, 0, 1), ())


def test_a_source_that_is_named_needs_no_question(journal: Journal, bring: Plans) -> None:
    def told(reaction: str, source: str) -> Plan:
        meta = {"meta": {"source": source}}
        return bring(f"{reaction}.json", _allergy("1", "Aspirin", reaction=reaction) | meta)

    told("Anaphylaxis", "https://ward.example")
    assert _counts(told("Wheeze", "https://ward.example#55ab")) == (0, 1, 0)
    assert [row.reaction for row in journal.entries("allergy")] == ["Wheeze"]


def test_files_of_one_name_are_told_apart(journal: Journal, tmp_path: Path) -> None:
    paths = []
    for folder, body in (("a", _urea("1")), ("b", observation("1"))):
        (tmp_path / folder).mkdir()
        paths.append(tmp_path / folder / "export.json")
        paths[-1].write_text(written(body), "utf-8")
    assert _counts(importing.read(paths, journal)) == (2, 0, 0)
