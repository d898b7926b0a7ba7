"""Every import keeps its file, and every entry knows where in it it stood."""

import json
from pathlib import Path

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.sources import piece, source_of
from tests.exchange.bundles import concept, observation, patient, resource, written
from tests.exchange.imports.conftest import Plans, Put
from tests.journal.written import raw


def _told(journal: Journal, kind: str) -> tuple[str, str, str]:
    """Return the file, the place and the piece of the only entry of a kind."""
    [row] = journal.entries(kind)
    found = source_of(journal, row)
    assert found is not None
    return found.name, found.place, piece(journal, found)


def test_a_resource_of_a_bundle(journal: Journal, bring: Plans, put: Put) -> None:
    doctor = {"resourceType": "Practitioner", "id": "d", "name": [{"text": "Dr Amos"}]}
    gout = resource("Condition", "c", code=concept("Gout"))
    gout["asserter"] = {"reference": "Practitioner/d"}
    bring("export.json", patient(), observation("o", "7.10"), gout, doctor)
    name, place, text = _told(journal, "result")
    assert (name, place) == ("export.json", "/entry/1/resource")
    assert '"value": 7.10' in text
    assert json.loads(text)["id"] == "o"
    assert _told(journal, "provider")[1] == "/entry/3/resource"
    original = put("export.json", patient(), observation("o", "7.10"), gout, doctor).read_bytes()
    assert journal.file(journal.entries("diagnosis")[0].source_file) == original
    assert check(journal) == []


def test_what_is_contained_and_what_stands_on_a_line(journal: Journal, bring: Plans) -> None:
    bring("lines.ndjson", "\n".join(written(one) for one in (patient(), observation("n"))))
    _name, place, text = _told(journal, "result")
    assert (place, json.loads(text)["id"]) == ("line:2", "n")


def test_a_row_of_a_table(journal: Journal, bring: Plans) -> None:
    bring("meter.csv", "test,value,unit,date\nTSH,2.1,mU/L,2025-06-01\n")
    assert _told(journal, "result") == ("meter.csv", "line:2", "TSH,2.1,mU/L,2025-06-01")


def test_a_file_that_is_a_record_is_kept_once_as_it_is(journal: Journal, bring: Plans) -> None:
    bring("note.txt", "Dear Ann")
    [row] = journal.entries("record")
    assert row.source_file == row.file
    with raw(journal.path) as connection:
        kept = connection.execute("SELECT packed FROM attachment").fetchall()
    assert kept == [("",)]


def test_importing_twice_keeps_the_file_once(journal: Journal, bring: Plans) -> None:
    bring("a.json", patient(), observation("o"))
    before = journal.path.read_bytes()
    bring("a.json", patient(), observation("o"))
    assert journal.path.read_bytes() == before


def test_one_undo_takes_the_entries_and_redo_brings_them_with_their_file(
    journal: Journal, bring: Plans
) -> None:
    bring("a.json", patient(), observation("o"))
    journal.undo()
    assert journal.entries("result") == []
    journal.redo()
    assert _told(journal, "result")[0] == "a.json"


def test_who_does_not_want_it_keeps_no_file(journal: Journal, plan: Plans) -> None:
    importing.apply(journal, plan("a.json", patient(), observation("o")), keep_files=False)
    [row] = journal.entries("result")
    assert (row.source_file, source_of(journal, row)) == ("", None)
    with raw(journal.path) as connection:
        assert connection.execute("SELECT count(*) FROM attachment").fetchone() == (0,)


def test_files_of_one_name_are_two_sources(journal: Journal, tmp_path: Path) -> None:
    paths = []
    for folder, code in (("a", "Urea"), ("b", "Sodium")):
        (tmp_path / folder).mkdir()
        paths.append(tmp_path / folder / "export.json")
        paths[-1].write_text(written(observation("1", code=concept(code))), "utf-8")
    importing.apply(journal, importing.read(paths, journal))
    for row in journal.entries("result"):
        found = source_of(journal, row)
        assert found is not None
        assert row.test in journal.file(found.hash).decode()


def test_a_file_that_changed_meanwhile_is_not_taken(journal: Journal, put: Put) -> None:
    path = put("a.json", patient(), observation("o"))
    made = importing.read([path], journal)
    path.write_text("{}", "utf-8")
    with pytest.raises(UserError, match=r"^a\.json was changed while it was being brought in"):
        importing.apply(journal, made)
    assert journal.entries("result") == []
