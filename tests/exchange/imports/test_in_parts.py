"""Lines that are more than the memory holds are read in parts, and come to the same journal."""

import gc
import gzip
import json
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.bulk import grouping, unpacked
from secondop_desktop.exchange.incoming import importing, in_parts
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage import unfinished
from tests.exchange.bundles import (
    LOINC,
    Body,
    concept,
    observation,
    patient,
    resource,
    written,
)
from tests.exchange.containers.test_gathering import packed
from tests.exchange.imports.conftest import Put

_OWN = {"id", "created", "changed", "seal", "person"}
"""Columns that differ from journal to journal."""

_HASH = re.compile(r"sha256:\w+")


@pytest.fixture
def in_small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each part end as soon as it may."""
    monkeypatch.setattr(in_parts, "LONG", 1)
    monkeypatch.setattr(grouping, "MOST_LINES", 1)


def _reference(name: str) -> Body:
    return {"reference": name}


def _record() -> list[Body]:
    """Tell what only the rest of the files explains: panels, staff, courses, requests, versions."""
    surgery = {"resourceType": "Organization", "id": "s", "name": "Elm Surgery"}
    ward: Body = {"resourceType": "Location", "id": "w", "name": "Elm Surgery"}
    ward["telecom"] = [{"system": "phone", "value": "01632 960001"}]
    doctor = {"resourceType": "Practitioner", "id": "p", "name": [{"text": "Dr Ada Birch"}]}
    role: Body = {
        "resourceType": "PractitionerRole",
        "id": "r",
        "practitioner": _reference("Practitioner/p"),
    }
    role["organization"] = _reference("Organization/s")
    older = observation("o1", meta={"versionId": "1", "lastUpdated": "2020-01-01T00:00:00Z"})
    newer = observation(
        "o1", meta={"versionId": "2", "lastUpdated": "2020-02-01T00:00:00Z"}, value=9.0
    )
    report = resource(
        "DiagnosticReport",
        "d",
        status="final",
        code=concept("Full blood count", "58410-2", LOINC),
        effectiveDateTime="2020-01-05",
        result=[_reference("Observation/o2"), _reference("Observation/o1")],
        performer=[_reference("Organization/s")],
    )
    given = [
        resource(
            "MedicationAdministration",
            f"m{number}",
            status="completed",
            medicationCodeableConcept=concept("Rituximab", "108810003"),
            effectiveDateTime=f"2021-0{number}-10",
        )
        for number in (1, 2, 3)
    ]
    asked = resource(
        "MedicationRequest",
        "q",
        status="active",
        intent="order",
        medicationCodeableConcept=concept("Ramipril", "386872004"),
        requester=_reference("Practitioner/p"),
    )
    visit = resource("Encounter", "e", status="finished", period={"start": "2020-01-05"})
    visit["participant"] = [{"individual": _reference("PractitionerRole/r")}]
    visit["location"] = [{"location": _reference("Location/w")}]
    egg = resource("AllergyIntolerance", "a", code=concept("Egg", "102263004"))
    shared = {"system": "http://lab.example", "value": "77"}
    later = [
        observation(f"l{n}", identifier=[shared], encounter=_reference("Encounter/e"))
        for n in (1, 2)
    ]
    return [
        *(older, report, *given, patient(), newer, observation("o2", value=3.0), visit, asked),
        *(egg, *later, role, ward, doctor, surgery, {"resourceType": "Specimen", "id": "x"}),
    ]


def _lines(bodies: list[Body]) -> str:
    return "".join(f"{written(one)}\n" for one in bodies)


def _said(journal: Journal) -> Counter[str]:
    """Return what each entry says, with the names of others in place of their ids."""
    rows = [(name, row) for name in KINDS for row in journal.entries(name)]
    names = {row.id: journal.name(row.id) for _name, row in rows}

    def named(value: object) -> object:
        if isinstance(value, tuple):
            return [named(one) for one in value]
        return names.get(value, str(value)) if isinstance(value, str) else str(value)

    return Counter(
        json.dumps([kind, {n: named(v) for n, v in row._asdict().items() if n not in _OWN}])
        for kind, row in rows
    )


def _brought(folder: Path, file: Path) -> tuple[Counter[str], Journal]:
    journal = Journal.create(folder / "other.secondop", KINDS)
    importing.apply(journal, importing.read([file], journal, "new"))
    return _said(journal), journal


def test_parts_come_to_the_same_as_the_whole(
    tmp_path: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, told = put("all.ndjson", _lines(_record())), []
    for most in (0, 1, 4):
        folder = tmp_path / str(most)
        folder.mkdir()
        monkeypatch.setattr(in_parts, "LONG", 1 if most else 10**9)
        monkeypatch.setattr(grouping, "MOST_LINES", most)
        said, journal = _brought(folder, file)
        told.append(said)
        again = importing.read([file], journal)
        assert (len(again.new), len(again.changed)) == (0, 0)
        assert bool(again.parts) is bool(most)
        assert check(journal) == []
        journal.undo()
        assert not any(journal.entries(kind) for kind in KINDS)
        journal.close()
    assert told[0] == told[1] == told[2]
    assert len(told[0]) > 9


def test_a_zip_with_a_file_for_each_type_comes_in_parts_too(
    journal: Journal, put: Put, in_small_parts: None
) -> None:
    members: dict[str, bytes | str] = {}
    for body in _record():
        name = f"{body['resourceType']}.ndjson"
        members[name] = str(members.get(name, "")) + _lines([body])
    assert members["Patient.ndjson"] == _lines([patient()])  # one line among files of many
    plan = importing.read([put("bulk.zip", packed(members))], journal)
    assert plan.parts
    importing.apply(journal, plan)
    [first, *_others] = (row for row in journal.entries("result") if row.panel)
    assert first.panel == "Full blood count"


def test_a_packed_file_comes_in_parts_to_the_same_and_leaves_nothing(
    tmp_path: Path,
    put: Put,
    private: Path,
    monkeypatch: pytest.MonkeyPatch,
    in_small_parts: None,
) -> None:
    monkeypatch.setattr(unpacked, "_BLOCK", 700)  # lines end in other blocks than they begin in
    plain = _lines(_record()).encode()
    members = gzip.compress(plain[:999]) + gzip.compress(plain[999:])
    told = []
    for name, data in (("all.ndjson", plain), ("all.ndjson.gz", members)):
        folder = tmp_path / name.replace(".", "-")
        folder.mkdir()
        said, journal = _brought(folder, put(name, data))
        told.append(Counter({_HASH.sub("", one): number for one, number in said.items()}))
        again = importing.read([put(name, data)], journal)
        assert again.parts
        assert (len(again.new), len(again.changed)) == (0, 0)
        journal.close()
        del again
    assert told[0] == told[1]
    assert not list(private.iterdir())


def test_a_packed_file_that_is_cut_is_told_in_a_sentence(
    journal: Journal, put: Put, in_small_parts: None
) -> None:
    file = put("all.ndjson.gz", gzip.compress(_lines(_record()).encode())[:-9])
    with pytest.raises(UserError, match="not a whole packed file"):
        importing.read([file], journal)


def test_an_answer_of_one_part_is_spoken_against_by_another(
    journal: Journal, put: Put, in_small_parts: None
) -> None:
    none = resource("AllergyIntolerance", "n", code=concept("No known allergies", "716186003"))
    egg = resource("AllergyIntolerance", "a", code=concept("Egg", "102263004"))
    file = put("a.ndjson", _lines([patient(), none, *map(observation, "xyz"), egg]))
    plan = importing.read([file], journal)
    importing.apply(journal, plan)
    [person] = journal.entries("person")
    assert not person.no_known_allergies
    assert any("allergies" in one for one in plan.notices)


def test_lines_of_several_people_are_read_as_one(
    journal: Journal, put: Put, in_small_parts: None
) -> None:
    other = patient() | {"id": "other", "birthDate": "1980-01-01"}
    strange = observation("s") | {"subject": _reference("Patient/other")}
    plan = importing.read(
        [put("a.ndjson", _lines([patient(), observation("o"), other, strange]))], journal
    )
    assert plan.parts is None


def test_lines_of_something_else_are_kept_as_a_file(
    journal: Journal, put: Put, in_small_parts: None
) -> None:
    plan = importing.read([put("steps.ndjson", '{"steps": 1}\n{"steps": 2}\n')], journal)
    assert [item.kind for item in plan.new] == ["record"]


def test_a_question_of_several_parts_is_asked_once(
    journal: Journal, put: Put, in_small_parts: None
) -> None:
    ahead = [observation(f"o{n}", effectiveDateTime=f"2099-01-0{n}") for n in (1, 2, 3)]
    file = put("a.ndjson", _lines([patient(), *ahead]))
    plan = importing.read([file], journal)
    [question] = plan.questions
    assert question.key == "future-dates"
    assert question.text.endswith("Your answer holds for everything like this in the files.")
    told = importing.read([file], journal, answers={"future-dates": "as-told"})
    importing.apply(journal, told)
    assert len([row for row in journal.entries("result") if row.date]) == 3


def _many(number: int) -> Iterator[Body]:
    yield patient()
    for one in range(number):
        yield observation(f"o{one}", value=float(one))


@pytest.fixture
def uncollected() -> Iterator[None]:
    """Let garbage lie, as it does beside a window while a job is at work."""
    was = gc.isenabled()
    gc.collect()
    gc.disable()
    yield
    if was:  # beside a window it stays off
        gc.enable()


def test_the_memory_holds_neither_bodies_nor_rows(
    journal: Journal, put: Put, monkeypatch: pytest.MonkeyPatch, uncollected: None
) -> None:
    monkeypatch.setattr(in_parts, "LONG", 1)
    monkeypatch.setattr(grouping, "MOST_LINES", 20)
    most: dict[str, int] = {"Resource": 0, "Reading": 0, "_Comparing": 0}

    def step(_text: str, _done: int, _total: int) -> None:
        held = Counter(type(one).__name__ for one in gc.get_objects())
        most.update({name: max(number, held[name]) for name, number in most.items()})

    plan = importing.read([put("o.ndjson", _lines(list(_many(400))))], journal, step=step)
    assert 0 < most["Resource"] < 60
    assert 0 < most["Reading"] < 8
    assert 0 < most["_Comparing"] < 3
    drafts = sum(type(one).__name__ == "ReadEntry" for one in gc.get_objects())
    assert len(plan.new) == 400
    assert drafts < 300  # the last block, and the one before


def _told_by_another(name: str, day: str) -> list[Body]:
    """Tell a report and its results as a system would that gives ids of its own."""
    results = [f"{name}{number}" for number in range(3)]
    report = resource(
        "DiagnosticReport",
        f"{name}-report",
        status="final",
        code=concept("Full blood count", "58410-2", LOINC),
        effectiveDateTime=day,
        result=[_reference(f"Observation/{one}") for one in results],
    )
    told = [
        observation(one, value=float(at), effectiveDateTime=day) for at, one in enumerate(results)
    ]
    egg = resource("AllergyIntolerance", f"{name}-egg", code=concept("Egg", "102263004"))
    return [patient(), egg, *told, report]


def test_what_two_files_tell_in_different_parts_comes_in_once(
    tmp_path: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = put("clinic.ndjson", _lines(_told_by_another("c", "2020-01-05")))
    other = put("surgery.ndjson", _lines(_told_by_another("s", "2020-01-05")))
    counted = []
    for long in (10**9, 1):
        monkeypatch.setattr(in_parts, "LONG", long)
        monkeypatch.setattr(grouping, "MOST_LINES", 1)
        with Journal.create(tmp_path / f"{long}.secondop", KINDS) as journal:
            plan = importing.read([one, other], journal, "new")
            assert bool(plan.parts) is (long == 1)
            importing.apply(journal, plan)
            counted.append((_said(journal), len(plan.new), len(plan.same)))
    assert counted[0] == counted[1]


class _StoppedError(Exception):
    """What a person's press of Cancel comes to."""


def test_stopped_at_any_word_it_leaves_nothing(
    journal: Journal, put: Put, private: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_parts, "LONG", 1)
    monkeypatch.setattr(grouping, "MOST_LINES", 5)
    file = put("o.ndjson", _lines(list(_many(20))))
    before, number = journal.path.read_bytes(), 0
    while not _is_brought_in(journal, file, number):
        gc.collect()
        assert journal.path.read_bytes() == before
        assert not list(private.iterdir())
        number += 1
    assert number > 10
    assert len(journal.entries("result")) == 20


def _is_brought_in(journal: Journal, file: Path, words: int) -> bool:
    """Bring in a file, and stop after so many words."""
    left = iter(range(words))

    def step(_text: str, _done: int, _total: int) -> None:
        if next(left, None) is None:
            raise _StoppedError

    try:
        importing.apply(journal, importing.read([file], journal, step=step), step=step)
    except _StoppedError:
        return False
    return True


_KILLED = """
import os, signal, sys
from pathlib import Path
from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.bulk import grouping
from secondop_desktop.exchange.incoming import importing, in_parts
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage import unfinished
in_parts.LONG, grouping.MOST_LINES = 1, 5
unfinished.roomy_folder = lambda: Path(sys.argv[3])
stage = "planning"
def step(text, done, total):
    if stage == sys.argv[4] and done:
        os.kill(os.getpid(), signal.SIGKILL)
def plan_step(text, done, total):
    if text:
        step(text, done, total)
with Journal.open(Path(sys.argv[1]), KINDS) as journal:
    plan = importing.read([Path(sys.argv[2])], journal, step=plan_step)
    stage = "writing"
    importing.apply(journal, plan, step=step)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("stage", [pytest.param("planning", marks=pytest.mark.long), "writing"])
def test_killed_amid_it_the_next_start_leaves_nothing(
    journal: Journal, put: Put, private: Path, stage: str
) -> None:
    file, path = put("o.ndjson", _lines(list(_many(60)))), journal.path
    before = {kind: journal.entries(kind) for kind in KINDS}
    journal.close()
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED, path, file, private, stage], check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert list(private.rglob("spool"))
    unfinished.clear_up()
    assert not list(private.iterdir())
    with Journal.open(path, KINDS) as opened:
        assert {kind: opened.entries(kind) for kind in KINDS} == before
        assert check(opened) == []
