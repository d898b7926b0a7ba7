"""The one mechanism for change."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ResourceClosedError

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.features.diagnoses.model import Diagnosis
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from tests.journal.written import add, contents, edit


def test_what_was_added_is_there_after_reopening(path: Path) -> None:
    with Journal.create(path, KINDS) as journal:
        person = add(journal, "person", name="Margaret Evans")
        entry = add(journal, Diagnosis.__tablename__, person=person, name="Angina", stage="2")
        before = contents(journal)
    with Journal.open(path, KINDS) as journal:
        assert contents(journal) == before
        row = journal.get(Diagnosis, entry)
        assert (row.name, row.stage, row.person, row.date) == ("Angina", "2", person, None)
        assert journal.kind_of(entry) is KINDS["diagnosis"]
        assert check(journal) == []


def test_a_person_belongs_to_herself(journal: Journal, person: str) -> None:
    assert journal.get("person", person).person == person
    with pytest.raises(TypeError, match="person has no column person to write"):
        edit(journal, "person", person, person="other")


def test_the_change_set_tells_before_and_after(journal: Journal, person: str) -> None:
    heard: list[ChangeSet] = []
    journal.watch(heard.append)
    me = object()
    with journal.change("Add diagnosis", initiator=me) as change:
        entry = change.add("diagnosis", person=person, name="Angina", date=PartialDate(2024))
    with journal.change("Edit diagnosis") as change:
        assert change.edit("diagnosis", entry, name="Angina pectoris", stage="")
    added, edited = heard
    assert (added.label, added.initiator, added.what) == ("Add diagnosis", me, "do")
    assert (set(added.kinds), set(added.ids)) == ({"diagnosis"}, {entry})
    assert added.rows[0].before is None
    assert (added.rows[0].after or {})["date"] == "2024"
    assert (edited.initiator, edited.seq) == (None, added.seq + 1)
    before, after = edited.rows[0].before or {}, edited.rows[0].after or {}
    assert before.keys() == after.keys() == {"name", "changed", "seal"}
    assert (before["name"], after["name"]) == ("Angina", "Angina pectoris")


def test_several_writes_to_one_entry_are_one_row(journal: Journal, person: str) -> None:
    heard: list[ChangeSet] = []
    journal.watch(heard.append)
    with journal.change("Add and edit") as change:
        entry = change.add("diagnosis", person=person, name="A")
        change.edit("diagnosis", entry, name="B", stage="1")
        change.edit("diagnosis", entry, name="C")
    (row,) = heard[0].rows
    assert row.before is None
    assert row.after is not None
    assert (row.after["name"], row.after["stage"]) == ("C", "1")


def test_a_change_of_nothing_writes_nothing(journal: Journal, person: str) -> None:
    heard: list[ChangeSet] = []
    journal.watch(heard.append)
    before = journal.path.read_bytes()
    assert not edit(journal, "person", person, name="Margaret Evans")
    with journal.change("Nothing"):
        pass
    assert (heard, len(journal.history())) == ([], 1)
    assert journal.path.read_bytes() == before


def test_there_and_back_in_one_change_is_nothing(journal: Journal, person: str) -> None:
    before, moments = contents(journal), journal.history()
    with journal.change("There and back") as change:
        change.edit("person", person, name="Other")
        change.edit("person", person, name="Margaret Evans")
        change.put_away("person", person)
        change.bring_back("person", person)
    assert (contents(journal), journal.history()) == (before, moments)
    assert check(journal) == []


def test_a_failing_block_leaves_the_file_byte_identical(journal: Journal, person: str) -> None:
    heard: list[ChangeSet] = []
    journal.watch(heard.append)
    before = journal.path.read_bytes()
    with pytest.raises(ZeroDivisionError), journal.change("Fail") as change:
        for number in range(500):
            change.add("diagnosis", person=person, name=f"Number {number}", notes="x" * 1000)
        change.put_away("person", person)
        _ = 1 / 0
    assert journal.path.read_bytes() == before
    assert heard == []
    assert add(journal, "diagnosis", person=person, name="Afterwards")


def test_a_change_inside_a_change_raises(journal: Journal, person: str) -> None:
    before = contents(journal)
    inside = pytest.raises(RuntimeError, match="a change inside a change")
    with inside, journal.change("Outer") as change:
        change.edit("person", person, name="Other")
        edit(journal, "person", person, name="Inner")
    with pytest.raises(RuntimeError, match="a change inside"), journal.change("Outer"):
        journal.undo()
    with pytest.raises(RuntimeError, match="a change inside"), journal.reading():
        edit(journal, "person", person, name="In a reading")
    assert contents(journal) == before


def test_a_write_outside_a_change_raises(journal: Journal, person: str) -> None:
    with journal.change("Kept for later") as change:
        pass
    with pytest.raises(RuntimeError, match="a write outside a change"):
        change.edit("person", person, name="Other")
    with pytest.raises(ResourceClosedError):
        change.connection.execute(text("UPDATE person SET name = 'Other'"))
    with pytest.raises(UserError), journal.reading() as connection:
        connection.execute(text("UPDATE person SET name = 'Other'"))
    assert journal.get("person", person).name == "Margaret Evans"


def test_a_write_after_a_failed_change_raises(journal: Journal, person: str) -> None:
    with pytest.raises(ZeroDivisionError), journal.change("Fail") as change:
        _ = 1 / 0
    with pytest.raises(RuntimeError, match="a write outside a change"):
        change.add("diagnosis", person=person, name="Late")
    assert journal.entries("diagnosis") == []


def test_a_change_sees_what_it_wrote(journal: Journal, person: str) -> None:
    with journal.change("Add two") as change:
        entry = change.add("diagnosis", person=person, name="Angina")
        assert [row.id for row in journal.entries("diagnosis")] == [entry]
        assert journal.get("diagnosis", entry).name == "Angina"


@pytest.mark.parametrize("name", ["id", "created", "changed", "deleted_at", "seal", "colour"])
def test_a_column_that_is_not_ours_to_write_raises(
    journal: Journal, person: str, name: str
) -> None:
    with pytest.raises(TypeError, match=name), journal.change("Wrong") as change:
        change.edit("person", person, **{name: "x"})


def test_an_unknown_entry_is_a_sentence(journal: Journal) -> None:
    for what in ("edit", "put_away", "bring_back"):
        refused = pytest.raises(UserError, match="There is no entry with the id nobody")
        with refused, journal.change("Wrong") as change:
            getattr(change, what)("person", "nobody")
    with pytest.raises(UserError, match="There is no entry with the id nobody"):
        journal.get("person", "nobody")
    with pytest.raises(UserError, match="There is no entry with the id nobody"):
        journal.kind_of("nobody")
    assert journal.name("nobody") == journal.name(None) == ""


def test_watchers_hear_once_after_the_commit(journal: Journal, person: str) -> None:
    seen: list[tuple[str, str]] = []

    def listen(changeset: ChangeSet) -> None:
        seen.append((changeset.what, journal.get("person", person).name))

    leave = journal.watch(listen)
    with journal.change("Edit") as change:
        change.edit("person", person, name="A")
        change.edit("person", person, name="B")
        assert seen == []
    journal.undo()
    journal.redo()
    leave()
    edit(journal, "person", person, name="C")
    assert seen == [("do", "B"), ("undo", "Margaret Evans"), ("redo", "B")]


def test_a_watcher_may_change_and_one_that_fails_hides_it_from_nobody(
    journal: Journal, person: str
) -> None:
    heard: list[Any] = []

    def fail(_changeset: ChangeSet) -> None:
        raise ZeroDivisionError

    def answer(changeset: ChangeSet) -> None:
        heard.append(changeset.label)
        if changeset.label == "Edit person":
            add(journal, "diagnosis", person=person, name="Angina")

    leave = journal.watch(fail)
    journal.watch(answer)
    with pytest.raises(ZeroDivisionError):
        edit(journal, "person", person, name="Other")
    leave()
    assert heard == ["Edit person", "Add diagnosis"]


def test_entries_come_newest_change_last_and_as_added_within_one(
    journal: Journal, person: str
) -> None:
    with journal.change("Add many") as change:
        ids = [change.add("diagnosis", person=person, name=f"D{n}") for n in range(50)]
    assert [row.id for row in journal.entries("diagnosis")] == ids
    edit(journal, "diagnosis", ids[3], name="Changed")
    assert [row.id for row in journal.entries("diagnosis")] == [*ids[:3], *ids[4:], ids[3]]
    journal.undo()
    journal.undo()
    journal.redo()
    assert [row.id for row in journal.entries("diagnosis")] == ids


def test_entries_are_chosen_by_their_columns(journal: Journal, person: str) -> None:
    when = PartialDate(2024, 3, about=True)
    entry = add(journal, "diagnosis", person=person, name="Angina", date=when)
    add(journal, "diagnosis", person=person, name="Other")
    assert [row.id for row in journal.entries("diagnosis", person=person, date=when)] == [entry]
    assert [row.name for row in journal.entries(Diagnosis, date=None)] == ["Other"]
    assert journal.entries("diagnosis", person="nobody") == []
    with pytest.raises(AttributeError):
        journal.entries("diagnosis")[0].name = "Other"


def test_texts_that_no_database_holds_are_kept_as_far_as_they_can_be(
    journal: Journal, person: str
) -> None:
    entry = add(journal, "diagnosis", person=person, name="a\x00b \ud800 \U0001f600")
    edit(journal, "diagnosis", entry, unread={"date": "\udfff?"}, stage="'; DROP TABLE person")
    row = journal.get("diagnosis", entry)
    assert row.name == "ab \ufffd \U0001f600"
    assert row.unread == {"date": "\ufffd?"}
    assert check(journal) == []


@pytest.mark.parametrize("after", [0, 40, 120, 200, 260])
def test_undo_that_is_stopped_leaves_all_as_it_was(
    journal: Journal, person: str, after: int
) -> None:
    with journal.change("Bring in") as change:
        for number in range(100):
            change.add("diagnosis", person=person, name=f"Gout {number}")
    before, seen = contents(journal), list[int]()

    def stop(done: int, _total: int) -> None:
        seen.append(done)
        if len(seen) > after // 40:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        journal.undo(stop)
    assert contents(journal) == before
    assert check(journal) == []
    assert journal.undo_size() == 100
    assert journal.undo()
    assert (journal.undo_size(), journal.redo_size()) == (1, 100)
