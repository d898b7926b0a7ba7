"""Undo, redo, typing that is one step, and the history of entries."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal import file
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.history import MERGE_SECONDS
from tests.journal.written import add, contents, edit, put_away, raw, type_into


class _Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.at = datetime(2026, 7, 3, 14, 41, tzinfo=UTC)

    def __call__(self) -> str:
        return self.at.isoformat(timespec="microseconds")

    def go_on(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> _Clock:
    """Hold the journal's clock."""
    clock = _Clock()
    monkeypatch.setattr(file, "now", clock)
    return clock


def _labels(changesets: Iterator[ChangeSet | None]) -> list[str]:
    return [changeset.label for changeset in changesets if changeset]


def test_undo_and_redo_bring_back_every_state(journal: Journal, person: str) -> None:
    states = [contents(journal)]
    entry = add(journal, "diagnosis", person=person, name="Angina")
    states.append(contents(journal))
    edit(journal, "diagnosis", entry, name="Angina pectoris", stage="2")
    states.append(contents(journal))
    put_away(journal, "diagnosis", entry)
    states.append(contents(journal))
    for state in reversed(states[:-1]):
        assert journal.undo()
        assert contents(journal) == state
    for state in states[1:]:
        assert journal.redo()
        assert contents(journal) == state
    assert journal.redo() is None
    assert check(journal) == []


def test_the_change_set_of_undo_tells_what_it_did(journal: Journal, person: str) -> None:
    edit(journal, "person", person, name="Other")
    heard: list[ChangeSet] = []
    journal.watch(heard.append)
    assert (journal.undo_label(), journal.redo_label()) == ("Edit person", "")
    undone = journal.undo()
    assert (journal.undo_label(), journal.redo_label()) == ("Add person", "Edit person")
    redone = journal.redo()
    assert heard == [undone, redone]
    assert [(one.what, one.label) for one in heard] == [
        ("undo", "Edit person"),
        ("redo", "Edit person"),
    ]
    assert [(row.after or {})["name"] for one in heard for row in one.rows] == [
        "Margaret Evans",
        "Other",
    ]


def test_a_hundred_steps_and_more_come_back_after_reopening(path: Path) -> None:
    with Journal.create(path, KINDS) as journal:
        person = add(journal, "person", name="0")
        for number in range(1, 121):
            edit(journal, "person", person, name=str(number))
        last = contents(journal)
    with Journal.open(path, KINDS) as journal:
        for number in range(119, 59, -1):
            journal.undo()
            assert journal.get("person", person).name == str(number)
    with Journal.open(path, KINDS) as journal:
        while journal.undo():
            pass
        assert not any(contents(journal).values())
    with Journal.open(path, KINDS) as journal:
        while journal.redo():
            pass
        assert contents(journal) == last
        assert check(journal) == []


def test_typing_in_one_field_is_one_step(journal: Journal, person: str, clock: _Clock) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina")
    for end in range(1, 6):
        clock.go_on(MERGE_SECONDS)
        type_into(journal, "diagnosis", entry, "notes", "It hurts"[:end])
    assert journal.get("diagnosis", entry).notes == "It hu"
    undone = journal.undo()
    assert undone is not None
    assert len(undone.rows) == 1
    assert journal.get("diagnosis", entry).notes == ""
    assert journal.undo_label() == "Add diagnosis"
    journal.redo()
    assert journal.get("diagnosis", entry).notes == "It hu"
    assert len(journal.history(entry)) == 1 + 1 + 1 + 1


def test_a_pause_splits_typing(journal: Journal, person: str, clock: _Clock) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina")
    type_into(journal, "diagnosis", entry, "notes", "It")
    clock.go_on(MERGE_SECONDS + 0.001)
    type_into(journal, "diagnosis", entry, "notes", "It hurts")
    journal.undo()
    assert journal.get("diagnosis", entry).notes == "It"


def test_a_clock_set_back_far_splits_typing(journal: Journal, person: str, clock: _Clock) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina")
    type_into(journal, "diagnosis", entry, "notes", "It")
    clock.go_on(-3600)
    type_into(journal, "diagnosis", entry, "notes", "It hurts")
    journal.undo()
    assert journal.get("diagnosis", entry).notes == "It"


def test_another_field_splits_typing(journal: Journal, person: str) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina")
    for field, text in (("notes", "a"), ("stage", "1"), ("notes", "ab"), ("notes", "abc")):
        type_into(journal, "diagnosis", entry, field, text)
    seen = []
    while journal.undo_label() == "Type":
        journal.undo()
        row = journal.get("diagnosis", entry)
        seen.append((row.notes, row.stage))
    assert seen == [("a", "1"), ("a", ""), ("", "")]


def test_undo_and_redo_split_typing(journal: Journal, person: str) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina")
    type_into(journal, "diagnosis", entry, "notes", "a")
    journal.undo()
    journal.redo()
    type_into(journal, "diagnosis", entry, "notes", "ab")
    journal.undo()
    assert journal.get("diagnosis", entry).notes == "a"
    type_into(journal, "diagnosis", entry, "notes", "ac")
    journal.undo()
    assert journal.get("diagnosis", entry).notes == "a"


def test_changes_without_a_merge_key_are_steps_of_their_own(journal: Journal, person: str) -> None:
    edit(journal, "person", person, name="A")
    edit(journal, "person", person, name="B")
    journal.undo()
    assert journal.get("person", person).name == "A"


def test_a_new_change_ends_redo(journal: Journal, person: str) -> None:
    edit(journal, "person", person, name="A")
    journal.undo()
    edit(journal, "person", person, name="B")
    assert (journal.redo_label(), journal.redo()) == ("", None)
    journal.undo()
    assert journal.get("person", person).name == "Margaret Evans"
    assert journal.undo_label() == "Add person"
    journal.redo()
    assert journal.get("person", person).name == "B"
    assert journal.redo() is None


def test_undo_after_redo_goes_the_same_way_back(journal: Journal, person: str) -> None:
    for name in "ABC":
        edit(journal, "person", person, name=name)
    names = []
    for act in (journal.undo, journal.undo, journal.redo, journal.undo, journal.undo):
        act()
        names.append(journal.get("person", person).name)
    assert names == ["B", "A", "B", "A", "Margaret Evans"]


def test_a_change_of_many_entries_is_one_step(journal: Journal, person: str) -> None:
    with journal.change("Import") as change:
        doctor = change.add("provider", person=person, name="Dr Patel")
        for number in range(200):
            change.add("diagnosis", person=person, name=f"D{number}", given_by=doctor)
    before = contents(journal)
    undone = journal.undo()
    assert undone is not None
    assert len(undone.rows) == 201
    assert (journal.entries("diagnosis"), journal.entries("provider")) == ([], [])
    journal.redo()
    assert contents(journal) == before
    assert check(journal) == []


def test_the_history_of_an_entry(journal: Journal, person: str) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina")
    edit(journal, "person", person, name="Other")
    edit(journal, "diagnosis", entry, stage="2")
    journal.undo()
    moments = journal.history(entry)
    assert [(moment.what, moment.label) for moment in moments] == [
        ("undo", "Edit diagnosis"),
        ("do", "Edit diagnosis"),
        ("do", "Add diagnosis"),
    ]
    assert all((moment.kind, moment.id) == ("diagnosis", entry) for moment in moments)
    assert [(moment.after or {}).get("stage") for moment in moments] == ["", "2", ""]
    assert moments[-1].before is None
    assert [moment.seq for moment in journal.history()] == [5, 4, 3, 2, 1][:5]
    assert len(journal.history(limit=2)) == 2


def test_the_log_is_only_added_to(journal: Journal, path: Path, person: str) -> None:
    def log() -> list[tuple[object, ...]]:
        with raw(path) as connection:
            return [
                *connection.execute("SELECT * FROM change_log ORDER BY seq"),
                *connection.execute("SELECT * FROM change_row ORDER BY seq, position"),
            ]

    entry = add(journal, "diagnosis", person=person, name="Angina")
    acts = (
        lambda: type_into(journal, "diagnosis", entry, "notes", "a"),
        lambda: type_into(journal, "diagnosis", entry, "stage", "1"),
        journal.undo,
        journal.redo,
        lambda: put_away(journal, "diagnosis", entry),
        journal.undo,
        lambda: edit(journal, "diagnosis", entry, name="Other"),
    )
    for act in acts:
        before = log()
        act()
        assert [row for row in log() if row in before] == before
        assert len(log()) > len(before)


def test_undo_in_an_empty_journal_is_nothing(journal: Journal) -> None:
    assert (journal.undo(), journal.redo()) == (None, None)
    assert (journal.undo_label(), journal.redo_label()) == ("", "")
    assert journal.history() == []


def test_it_is_known_whose_entries_a_step_changes(journal: Journal, person: str) -> None:
    other = add(journal, "person", name="Owen Evans")
    task = add(journal, "task", person=other, text="Ring")
    assert journal.undo_people() == {other}
    with journal.change("Both") as change:
        change.edit("task", task, text="Write")
        change.add("task", person=person, text="Ring too")
    assert journal.undo_people() == {person, other}
    journal.undo()
    assert journal.redo_people() == {person, other}
    assert journal.undo_people() == {other}
    journal.redo()
    assert journal.redo_people() == frozenset()


def test_whose_entries_a_step_added_is_known_while_it_is_the_newest(
    journal: Journal, person: str
) -> None:
    other = add(journal, "person", name="Owen Evans")
    with journal.change("Bring in") as change:
        for number in range(3):
            change.add("task", person=other, text=f"Ring {number}")
    assert journal.undo_people() == {other} == journal.newest_people[1]
    add(journal, "task", person=person, text="Write")
    assert journal.undo_people() == {person}
    journal.undo()
    assert journal.undo_people() == {other}
