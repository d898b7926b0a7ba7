"""An archive into a journal that has entries: a plan like any other, and nothing twice."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange import read_entries
from secondop_desktop.exchange.archive.writing import write_archive
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.outgoing.csv_tables import table
from secondop_desktop.exchange.people.somebody_else import SomebodyElseError
from secondop_desktop.journal import sources
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.files import attachments
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.sample import write_sample
from tests.exchange.archive.filled import SCAN, everything, filled
from tests.exchange.fhir_document.any_journal import make
from tests.journal.written import add, bring_back, contents, edit, put_away, raw

BORN = PartialDate(1951, 4, 2)


def bring_in(archive: Path, journal: Journal, person: str | None = None) -> importing.Plan:
    plan = importing.read([archive], journal, person)
    importing.apply(journal, plan)
    return plan


@pytest.fixture
def other(tmp_path: Path) -> Journal:
    """A journal about the same person, begun by somebody else."""
    journal = Journal.create(tmp_path / "other.secondop", KINDS)
    person = add(journal, "person", name="Nerys Pugh", birth_date=BORN)
    add(journal, "symptom", person=person, what="Dizzy")
    return journal


def test_its_entries_are_added_and_one_undo_takes_them_back(archive: Path, other: Journal) -> None:
    before = contents(other)
    plan = bring_in(archive, other)
    assert len(plan.new) == 6
    assert any("history stays in the archive, because" in one for one in plan.notices)
    assert any("1 entry is in its bin, and goes into the bin here" in o for o in plan.notices)
    assert ([row.text for row in other.entries("task", binned=True)], other.entries("task")) == (
        ["Ring the clinic"],
        [],
    )
    (diagnosis,) = other.entries("diagnosis")
    assert (other.name(diagnosis.given_by), diagnosis.date.iso, diagnosis.date.about) == (
        "Dr Azumah",
        "2024-03",
        True,
    )
    (record,) = other.entries("record")
    assert other.file(record.file) == SCAN
    assert {row.what for row in other.entries("symptom")} == {"Dizzy", "Tired"}
    assert check(other) == []
    other.undo()
    assert contents(other) == before
    other.close()


def test_twice_adds_nothing(archive: Path, other: Journal) -> None:
    bring_in(archive, other)
    again = importing.read([archive], other)
    assert (again.new, again.changed, len(again.same)) == ((), (), 7)
    other.close()


def test_what_was_changed_here_since_stays(archive: Path, other: Journal) -> None:
    bring_in(archive, other)
    (diagnosis,) = other.entries("diagnosis")
    edit(other, "diagnosis", diagnosis.id, name="Angina, unstable")
    again = importing.read([archive], other)
    assert (again.new, again.changed) == ((), ())
    other.close()


def test_what_was_changed_there_since_comes_in(archive: Path, tmp_path: Path) -> None:
    with Journal.open(tmp_path / "a.secondop", KINDS) as journal:
        write_archive(journal, archive)
        with Journal.create(tmp_path / "b.secondop", KINDS) as copy:
            bring_in(archive, copy)
            add(copy, "task", person=copy.entries("person")[0].id, text="Buy stamps")
            (result,) = journal.entries("result")
            edit(journal, "result", result.id, unit="G/l")
            write_archive(journal, archive)
            plan = bring_in(archive, copy)
            assert [item.entry for item in plan.changed] == [result.id]
            assert plan.new == ()
            assert copy.get("result", result.id).unit == "G/l"


def test_somebody_elses_is_asked_about(archive: Path, tmp_path: Path) -> None:
    with Journal.create(tmp_path / "b.secondop", KINDS) as journal:
        add(journal, "person", name="Idris Vaughan", birth_date=PartialDate(1939, 1, 5))
        with pytest.raises(SomebodyElseError):
            importing.read([archive], journal)
        plan = bring_in(archive, journal, "new")
        assert len(plan.new) == 7
        assert len(journal.entries("person")) == 2


def test_of_several_people_one_is_chosen(archive: Path, tmp_path: Path) -> None:
    with filled(tmp_path / "two.secondop") as journal:
        second = add(journal, "person", name="Idris Vaughan", birth_date=PartialDate(1939, 1, 5))
        add(journal, "symptom", person=second, what="Cough")
        write_archive(journal, archive)
    with Journal.create(tmp_path / "b.secondop", KINDS) as journal:
        add(journal, "person", name="Idris Vaughan", birth_date=PartialDate(1939, 1, 5))
        plan = bring_in(archive, journal)
        assert [row.what for row in journal.entries("symptom")] == ["Cough"]
        assert [one.key for one in plan.questions] == ["whose-rows"]
        assert len(journal.entries("person")) == 1


def test_where_entries_came_from_stays_known(tmp_path: Path, other: Journal) -> None:
    with filled(tmp_path / "c.secondop") as journal:
        (person,) = journal.entries("person")
        told = {"origin": "urn:uuid:1", "origin_hash": "name:1234567890"}
        add(journal, "allergy", person=person.id, substance="Latex", **told)
        write_archive(journal, tmp_path / "c.zip")
    bring_in(tmp_path / "c.zip", other)
    (allergy,) = other.entries("allergy")
    assert (allergy.origin, allergy.origin_hash) == tuple(told.values())
    other.close()


def _kept(journal: Journal, *, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Return what each entry holds, but for what says when and by which journal it was written."""
    own = {"changed", "seal", "person", "origin", "origin_hash", *without}
    return {
        row.id: {name: value for name, value in row._asdict().items() if name not in own}
        for kind in KINDS
        for binned in (False, True)
        for row in journal.entries(kind, binned=binned)
        if kind != "person"
    }


def _with_person_of(journal: Journal, path: Path) -> Journal:
    (person,) = journal.entries("person")
    made = Journal.create(path, KINDS)
    add(made, "person", name=person.name, birth_date=person.birth_date)
    return made


def test_what_it_holds_comes_in_as_it_was(tmp_path: Path) -> None:
    """Entries and those of the bin, their files, where they came from and since when."""
    write_sample(tmp_path / "a.secondop", today=date(2026, 11, 30))
    with Journal.open(tmp_path / "a.secondop", KINDS) as journal:
        (person,) = journal.entries("person")
        with journal.change("Bring in") as change:
            file = sources.keep(journal, change, BytesIO(b"a table"), "lab.csv", packed=True)
            told = {"source_file": file, "source_place": "line:2", "private": False}
            change.add("result", person=person.id, test="Iron", **told)
        put_away(journal, "opinion", journal.entries("opinion")[0].id)
        write_archive(journal, tmp_path / "a.zip", "a word")
        with _with_person_of(journal, tmp_path / "b.secondop") as other:
            plan = importing.read([tmp_path / "a.zip"], other, zip_password="a word")
            importing.apply(other, plan)
            assert _kept(other) == _kept(journal)
            assert everything(other)["sources"] == everything(journal)["sources"]
            assert [other.file(row.file) for row in other.entries("record") if row.file] == [
                journal.file(row.file) for row in journal.entries("record") if row.file
            ]
            assert check(other) == []
            again = importing.read([tmp_path / "a.zip"], other, zip_password="a word")
            assert (again.new, again.changed) == ((), ())


def _comes_in_whole(folder: Path, seed: int) -> None:
    make(folder / "a.secondop", seed)
    with Journal.open(folder / "a.secondop", KINDS) as journal:
        for kind in ("symptom", "task", "opinion"):
            for row in journal.entries(kind)[:1]:
                put_away(journal, kind, row.id)
        write_archive(journal, folder / "a.zip")
        with Journal.create(folder / "b.secondop", KINDS) as other:
            person = add(other, "person", name="Ann Lee")
            bring_in(folder / "a.zip", other, person)
            assert _kept(other) == _kept(journal)
            assert check(other) == []
            again = importing.read([folder / "a.zip"], other, person)
            assert (again.new, again.changed) == ((), ())


@pytest.mark.parametrize("seed", range(2))
def test_whatever_it_holds_comes_in_as_it_was(seed: int, tmp_path: Path) -> None:
    _comes_in_whole(tmp_path, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 40))
def test_many_come_in_as_they_were(seed: int, tmp_path: Path) -> None:
    _comes_in_whole(tmp_path, seed)


def test_the_bin_of_each_stays_its_own(archive: Path, other: Journal) -> None:
    bring_in(archive, other)
    (task,) = other.entries("task", binned=True)
    bring_back(other, "task", task.id)
    (diagnosis,) = other.entries("diagnosis")
    put_away(other, "diagnosis", diagnosis.id)
    before = contents(other)
    plan = bring_in(archive, other)
    assert "Ring the clinic is in its bin. Here it is still in use" in "\n".join(plan.notices)
    assert contents(other) == before
    other.close()


def test_an_entry_of_the_same_source_is_the_same_entry(tmp_path: Path, other: Journal) -> None:
    told = {"origin": "urn:uuid:7", "origin_hash": "substance:1234567890"}
    here = add(other, "allergy", person=other.entries("person")[0].id, substance="Latex", **told)
    with filled(tmp_path / "c.secondop") as journal:
        (person,) = journal.entries("person")
        there = add(journal, "allergy", person=person.id, substance="Latex", **told)
        add(journal, "task", person=person.id, text="Tell the dentist", linked=(there,))
        write_archive(journal, tmp_path / "c.zip")
    bring_in(tmp_path / "c.zip", other)
    assert [row.id for row in other.entries("allergy")] == [here]
    assert [row.linked for row in other.entries("task")] == [(here,)]
    other.close()


def test_what_is_kept_under_an_id_follows_it(tmp_path: Path, other: Journal) -> None:
    told = {"origin": "urn:uuid:9", "origin_hash": "place:1234567890"}
    (here,) = other.entries("person")
    with filled(tmp_path / "c.secondop") as journal:
        (person,) = journal.entries("person")
        for one, owner in ((other, here.id), (journal, person.id)):
            add(one, "opinion", person=owner, place=1, **told)
        (opinion,) = journal.entries("opinion")
        add(journal, "option", person=person.id, name="Wait", stances={opinion.id: "possible"})
        write_archive(journal, tmp_path / "c.zip")
    bring_in(tmp_path / "c.zip", other)
    ((known,), (option,)) = other.entries("opinion"), other.entries("option")
    assert (known.id != opinion.id, option.stances) == (True, {known.id: "possible"})
    again = importing.read([tmp_path / "c.zip"], other)
    assert (again.new, again.changed) == ((), ())
    other.close()


def test_a_record_that_came_without_its_file_gets_it(archive: Path, tmp_path: Path) -> None:
    """A table told it first; what was written here since stays."""
    with (
        Journal.open(tmp_path / "a.secondop", KINDS) as journal,
        Journal.create(tmp_path / "b.secondop", KINDS) as copy,
    ):
        told = table(KINDS["record"], journal.entries("record"), journal.names())
        (tmp_path / "record.csv").write_bytes(told)
        importing.apply(copy, importing.read([tmp_path / "record.csv"], copy))
        (record,) = copy.entries("record")
        edit(copy, "record", record.id, title="The scan of May")
        assert record.file == ""
        plan = bring_in(archive, copy)
        assert [item.title for item in plan.changed] == ["The scan of May"]
        (after,) = copy.entries("record")
        assert (copy.file(after.file), after.title) == (SCAN, "The scan of May")
        assert importing.read([archive], copy).changed == ()


def test_what_was_emptied_there_is_asked_about(archive: Path, tmp_path: Path) -> None:
    with (
        Journal.open(tmp_path / "a.secondop", KINDS) as journal,
        Journal.create(tmp_path / "b.secondop", KINDS) as copy,
    ):
        bring_in(archive, copy)
        add(copy, "task", person=copy.entries("person")[0].id, text="Buy stamps")
        (result,) = journal.entries("result")
        edit(journal, "result", result.id, unit="")
        write_archive(journal, archive)
        plan = importing.read([archive], copy)
        (question,) = plan.questions
        assert "1 field is empty in a.zip" in question.text
        importing.apply(copy, importing.read([archive], copy, answers={question.key: "empty"}))
        assert copy.get("result", result.id).unit == ""


def test_a_damaged_file_and_files_of_the_history_are_told(tmp_path: Path, other: Journal) -> None:
    path = tmp_path / "c.secondop"
    with filled(path) as journal:
        (record,) = journal.entries("record")
        with journal.change("Another scan") as change:
            kept = journal.attach(change, BytesIO(b"another scan" * 99), "scan")
            change.edit("record", record.id, file=kept.hash)
    with raw(path) as sql:
        sql.execute("UPDATE attachment_chunk SET bytes = x'00' WHERE hash = ?", (kept.hash,))
    with Journal.open(path, KINDS) as journal:
        write_archive(journal, tmp_path / "c.zip")
    said = "\n".join(bring_in(tmp_path / "c.zip", other).notices)
    assert "Scan comes in without its file: that was damaged" in said
    assert "1 file is part of its history only" in said
    (record,) = other.entries("record")
    assert (record.file, record.file_name, check(other)) == ("", "", [])
    other.close()


def test_a_file_larger_than_others_comes_in_as_it_went_out(
    archive: Path, other: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An imaging disc may be larger than any other file."""
    monkeypatch.setattr(attachments, "LARGEST", len(SCAN) // 2)
    monkeypatch.setattr(read_entries, "LARGEST", len(SCAN) // 2)
    bring_in(archive, other)
    assert [other.file(row.file) for row in other.entries("record")] == [SCAN]
    other.close()


def test_what_lies_in_the_bin_with_a_person_stays_there(tmp_path: Path, other: Journal) -> None:
    with filled(tmp_path / "c.secondop") as journal:
        gone = add(journal, "person", name="Idris Vaughan", birth_date=PartialDate(1939, 1, 5))
        add(journal, "symptom", person=gone, what="Cough")
        put_away(journal, "person", gone)
        write_archive(journal, tmp_path / "c.zip")
    plan = bring_in(tmp_path / "c.zip", other)
    assert "Idris Vaughan is in its bin, with all" in "\n".join(plan.notices)
    assert plan.questions == ()
    assert {row.what for row in other.entries("symptom")} == {"Dizzy", "Tired"}
    other.close()
