"""An archive into a journal that has entries: a plan like any other, and nothing twice."""

from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.archive.writing import write_archive
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.people.somebody_else import SomebodyElseError
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from tests.exchange.archive.filled import SCAN, filled
from tests.journal.written import add, contents, edit

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
    assert len(plan.new) == 5
    assert any("history stays in the archive" in one for one in plan.notices)
    assert any("1 entry that lies in its bin is not brought in" in one for one in plan.notices)
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
    assert (again.new, again.changed, len(again.same)) == ((), (), 6)
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
        assert len(plan.new) == 6
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
