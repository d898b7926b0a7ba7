"""What a Bundle deletes is asked about where the journal holds it, and named where not."""

import pytest

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from tests.exchange.bundles import Body, concept, observation, patient, resource, written
from tests.exchange.imports.conftest import Put

OURS = patient(identifier=[{"system": "urn:ward-9", "value": "12"}])
SAVED = {
    "Observation/h1": observation("h1"),
    "AllergyIntolerance/h2": resource("AllergyIntolerance", "h2", code=concept("Mango")),
    "Goal/h3": resource("Goal", "h3", description=concept("Climb the stairs")),
}
KINDS_OF = {"Observation/h1": "result", "AllergyIntolerance/h2": "allergy", "Goal/h3": "record"}
SERVER = "https://ehr.example/r4/"


def _bundle(*entries: Body) -> str:
    return written({"resourceType": "Bundle", "type": "history", "entry": list(entries)})


def _told(name: str, base: str) -> str:
    told = {"resource": SAVED[name], **({"fullUrl": base + name} if base else {})}
    return _bundle({"resource": OURS}, told)


def _deleting(*urls: str) -> str:
    return _bundle(*({"request": {"method": "DELETE", "url": url}} for url in urls))


@pytest.mark.parametrize("base", ["", SERVER])
@pytest.mark.parametrize("name", SAVED)
def test_an_entry_of_the_journal_is_asked_about(
    journal: Journal, put: Put, base: str, name: str
) -> None:
    importing.apply(journal, importing.read([put("a.json", _told(name, base))], journal))
    kind = journal.kind(KINDS_OF[name])
    [row] = journal.entries(kind.name)
    path = put("gone.json", _deleting(name, "Observation/never-seen"))
    plan = importing.read([path], journal)
    [question] = plan.unanswered
    assert "deleted where it came from" in question.text
    assert journal.name(row.id) in question.text
    assert [one.where for one in plan.skipped] == ["gone.json, entry 2 (Observation/never-seen)"]
    left = importing.read([path], journal, answers={question.key: "leave"})
    assert (left.changed, len(left.same)) == ((), 1)
    importing.apply(journal, importing.read([path], journal, answers={question.key: "mark"}))
    [marked] = journal.entries(kind.name)
    assert not kind.is_fact(marked)
    assert not importing.read([path], journal).questions, "what is marked is not asked again"


@pytest.mark.parametrize(("base", "certain"), [(SERVER, True), ("", False)])
def test_it_says_whether_the_entry_is_meant_for_certain(
    journal: Journal, put: Put, base: str, certain: bool
) -> None:
    name = "AllergyIntolerance/h2"
    importing.apply(journal, importing.read([put("a.json", _told(name, base))], journal))
    path = put("gone.json", _deleting(SERVER + name))
    [question] = importing.read([path], journal).questions
    assert ("not certain" not in question.text) is certain


def test_the_same_number_on_another_server_is_not_meant(journal: Journal, put: Put) -> None:
    name = "Observation/h1"
    importing.apply(journal, importing.read([put("a.json", _told(name, SERVER))], journal))
    path = put("gone.json", _deleting(f"https://other.example/r4/{name}"))
    assert not importing.read([path], journal).questions


def test_a_version_in_the_same_file_finds_it_by_its_lasting_number(
    journal: Journal, put: Put
) -> None:
    numbered = observation("h4", identifier=[{"system": "urn:lab-3", "value": "K-77"}])
    told = {"fullUrl": f"{SERVER}Observation/h4", "resource": numbered}
    importing.apply(journal, importing.read([put("a.json", _bundle(told))], journal))
    gone = {"request": {"method": "DELETE", "url": "Observation/h4"}}
    [question] = importing.read([put("gone.json", _bundle(gone, told))], journal).questions
    assert "not certain" not in question.text
