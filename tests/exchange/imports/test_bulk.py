"""NDJSON comes in line by line: folders, zips, packed files, pages, and lines that are broken."""

import gzip
import json
from pathlib import Path

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.bulk import documents
from secondop_desktop.exchange.incoming import importing, json_lines
from secondop_desktop.journal.file import Journal
from tests.exchange.bundles import Body, bundle, concept, observation, patient, resource, written
from tests.exchange.containers.test_gathering import packed
from tests.exchange.imports.conftest import Plans, Put

_EGG = resource("AllergyIntolerance", "a", code=concept("Egg", "102263004"))
_BY_TYPE: dict[str, tuple[Body, ...]] = {
    "Patient.ndjson": (patient(),),
    "Observation.000.ndjson": (observation("o1"), observation("o2", value=11.0)),
    "AllergyIntolerance.ndjson": (_EGG,),
}


def _lines(*bodies: Body) -> bytes:
    return "".join(f"{written(one)}\n" for one in bodies).encode()


def _kinds(plan: importing.Plan) -> list[str]:
    return sorted(item.kind for item in plan.new if item.kind != "provider")


def test_a_folder_with_a_file_for_each_type_is_one_record(journal: Journal, tmp_path: Path) -> None:
    folder = tmp_path / "bulk"
    folder.mkdir()
    for name, bodies in _BY_TYPE.items():
        (folder / name).write_bytes(_lines(*bodies))
    plan = importing.read([folder], journal)
    assert _kinds(plan) == ["allergy", "result", "result"]
    assert {one.name for one in plan.files} == _BY_TYPE.keys() - {"Patient.ndjson"}
    importing.apply(journal, plan)
    assert {row.source_place for row in journal.entries("result")} == {"line:1", "line:2"}
    again = importing.read([folder], journal)
    assert (again.new, again.changed) == ((), ())
    journal.undo()
    assert not journal.entries("result")


def test_a_zip_of_packed_files_is_the_same(journal: Journal, put: Put) -> None:
    members: dict[str, bytes | str] = {
        f"{name}.gz": gzip.compress(_lines(*bodies)) for name, bodies in _BY_TYPE.items()
    }
    plan = importing.read([put("bulk.zip", packed(members))], journal)
    assert _kinds(plan) == ["allergy", "result", "result"]


@pytest.mark.parametrize("name", ["o.ndjson", "o.jsonl", "o.txt", "o.ndjson.gz"])
def test_a_broken_line_is_named_and_the_rest_comes_in(
    journal: Journal, put: Put, name: str
) -> None:
    told = [patient(), observation("o1"), observation("o2", value=7.5), _EGG]
    lines = [written(one) for one in told]
    lines.insert(2, '{"resourceType": "Observation", "id": "half')
    lines.insert(3, "")
    lines.insert(5, '{"resourceType": "Condition"} and more')
    data = "\r\n".join(lines).encode()
    path = put(name, gzip.compress(data) if name.endswith("gz") else data)
    plan = importing.read([path], journal)
    assert _kinds(plan) == ["allergy", "result", "result"]
    assert [one.where for one in plan.skipped] == [f"{name}, line 3", f"{name}, line 6"]
    assert all(f"{one.where}: " in one.why for one in plan.skipped)
    places = {item.draft.pointer for item in plan.new if item.kind == "result"}
    assert places == {"line:2", "line:5"}


def test_the_first_line_may_be_the_broken_one(plan: Plans) -> None:
    made = plan("o.ndjson", b"{broken\n" + _lines(patient(), _EGG))
    assert (_kinds(made), made.skipped[0].where) == (["allergy"], "o.ndjson, line 1")


def test_many_broken_lines_are_counted(plan: Plans, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "_NAMED", 2)
    made = plan("o.ndjson", _lines(patient(), *[_EGG] * 9) + b"{]\n" * 5)
    assert [one.where for one in made.skipped[:2]] == ["o.ndjson, line 11", "o.ndjson, line 12"]
    assert made.skipped[-1].why == "3 more lines are broken: 13, 14…."


def test_nothing_whole_is_refused_with_the_line(plan: Plans) -> None:
    with pytest.raises(UserError, match=r"o\.ndjson, line 1: "):
        plan("o.ndjson", b'{"resourceType": "Pat\n{"resourceType"\n')


def test_a_packed_file_that_is_cut_is_refused(plan: Plans) -> None:
    data = gzip.compress(_lines(patient(), *(observation(f"o{n}") for n in range(400))))
    with pytest.raises(UserError, match="not a whole packed file"):
        plan("o.ndjson.gz", data[:-200])


def test_pages_of_an_answer_may_stand_in_lines(plan: Plans) -> None:
    pages = [bundle(patient(), observation("o1")), bundle(_EGG)]
    for number, page in enumerate(pages):
        page |= {"type": "searchset", "total": 3}
        page["link"] = [{"relation": "next" if not number else "self", "url": "x"}]
    made = plan("pages.ndjson", _lines(*pages))
    assert _kinds(made) == ["allergy", "result"]
    assert not made.notices


def test_lines_of_something_else_are_kept_as_a_file(plan: Plans) -> None:
    made = plan("steps.ndjson", '{"steps": 1}\n{"steps": 2}\n')
    assert [item.kind for item in made.new] == ["record"]


def test_a_file_larger_than_a_journal_keeps_is_read_and_not_kept(
    journal: Journal, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put("o.ndjson", _lines(patient(), _EGG, *(observation(f"o{n}") for n in range(9))))
    for place in ("incoming.json_lines", "source_files.any_file", "incoming.importing"):
        monkeypatch.setattr(f"secondop_desktop.exchange.{place}.LARGEST", 1_000)
    plan = importing.read([path], journal)
    assert "the file itself is not kept" in " ".join(plan.notices)
    assert not plan.files
    importing.apply(journal, plan)
    assert journal.entries("result")


def test_a_pretty_document_is_no_file_of_lines(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    path.write_text(json.dumps(bundle(patient(), _EGG), indent=1))
    assert not json_lines.has_lines(path)
