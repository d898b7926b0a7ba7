"""Titles that hold the name of another entry follow that name."""

from pathlib import Path

import pytest

from secondop_desktop.journal.change import Change
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from tests.journal.written import add, edit, put_away


def test_a_new_name_is_learned_by_all_that_bear_it(journal: Journal, person: str) -> None:
    doctor = add(journal, "provider", person=person, name="Dr Patel")
    opinion = add(journal, "opinion", person=person, place=1, provider=doctor)
    told = add(journal, "told", person=person, provider=doctor, what="The plan")
    edit(journal, "provider", doctor, name="Dr Quill")
    assert journal.name(opinion) == "First opinion: Dr Quill"
    assert journal.name(told) == "Told Dr Quill"
    assert {hit.id for hit in journal.find("quill")} == {doctor, opinion, told}
    assert journal.find("patel") == []
    journal.undo()
    assert journal.name(opinion) == "First opinion: Dr Patel"
    assert {hit.id for hit in journal.find("patel")} == {doctor, opinion, told}
    assert check(journal) == []


def test_a_name_stays_while_its_bearer_is_in_the_bin(journal: Journal, person: str) -> None:
    doctor = add(journal, "provider", person=person, name="Dr Patel")
    opinion = add(journal, "opinion", person=person, place=1, provider=doctor)
    put_away(journal, "provider", doctor)
    assert journal.name(opinion) == "First opinion: Dr Patel"
    assert [hit.id for hit in journal.find("patel")] == [opinion]


@pytest.mark.parametrize("doctor_first", [True, False])
def test_the_order_within_a_change_does_not_matter(
    journal: Journal, person: str, doctor_first: bool
) -> None:
    with journal.change("Add both") as change:
        doctor = change.add("provider", person=person, name="Dr Patel") if doctor_first else ""
        opinion = change.add("opinion", person=person, place=1)
        doctor = doctor or change.add("provider", person=person, name="Dr Patel")
        change.edit("opinion", opinion, provider=doctor)
    assert journal.name(opinion) == "First opinion: Dr Patel"
    with journal.change("Rename both") as change:
        change.edit("opinion", opinion, place=2)
        change.edit("provider", doctor, name="Dr Quill")
    assert journal.name(opinion) == "Second opinion: Dr Quill"
    for wanted in ("First opinion: Dr Patel", ""):
        journal.undo()
        assert journal.name(opinion) == wanted
    for wanted in ("First opinion: Dr Patel", "Second opinion: Dr Quill"):
        journal.redo()
        assert journal.name(opinion) == wanted


def test_a_name_is_that_of_the_moment_it_was_asked_for(journal: Journal, person: str) -> None:
    doctor = add(journal, "provider", person=person, name="Dr Patel")
    asked, unasked, whole = journal.names(), journal.names(), journal.names(at_once=True)
    assert asked(doctor) == "Dr Patel"
    edit(journal, "provider", doctor, name="Dr Quill")
    assert (asked(doctor), unasked(doctor), whole(doctor)) == ("Dr Patel", "Dr Quill", "Dr Patel")
    assert (asked(None), asked("nobody")) == ("", "")


def test_names_are_given_whether_few_or_many_are_asked_for(journal: Journal, person: str) -> None:
    doctors = [add(journal, "provider", person=person, name=f"Dr {at}") for at in range(90)]
    names = journal.names()
    assert names(doctors[0]) == "Dr 0"
    edit(journal, "provider", doctors[0], name="Dr Quill")
    assert [names(one) for one in doctors] == [f"Dr {at}" for at in range(90)]


def test_a_list_painted_after_the_journal_was_closed_has_no_new_names(
    journal: Journal, person: str
) -> None:
    first, second = (add(journal, "provider", person=person, name=name) for name in ("Ash", "Oak"))
    names = journal.names()
    assert names(first) == "Ash"
    journal.close()
    assert (names(first), names(second)) == ("Ash", "")


def test_within_one_reading_nothing_is_read_twice_and_a_change_is_seen_after_it(
    journal: Journal, person: str
) -> None:
    entry = add(journal, "diagnosis", person=person, name="Gout")
    with journal.reading():
        first, again = (journal.entries("diagnosis", person=person) for _time in range(2))
        assert first is not again
        assert first[0] is again[0]
    with journal.change("Edit") as change:
        change.edit("diagnosis", entry, name="Angina")
        assert [row.name for row in journal.entries("diagnosis")] == ["Angina"]
    with journal.reading():
        assert [row.name for row in journal.entries("diagnosis", person=person)] == ["Angina"]


def test_words_taken_out_are_not_left_in_the_index(
    journal: Journal, path: Path, person: str
) -> None:
    """The change log keeps them as typed, in capitals here; the index folds them to small."""
    entry = add(journal, "diagnosis", person=person, name="ZEBRACANARY", notes="QUOKKACANARY " * 9)
    for number in range(40):
        add(journal, "diagnosis", person=person, name=f"Other {number}", notes="ZEBRA fish")
    assert b"quokkacanary" in path.read_bytes()
    edit(journal, "diagnosis", entry, name="Angina", notes="")
    assert b"canary" not in path.read_bytes()
    edit(journal, "diagnosis", entry, name="NUMBATCANARY")
    put_away(journal, "diagnosis", entry)
    assert b"canary" not in path.read_bytes()
    assert len(journal.find("zebra")) == 40
    assert check(journal) == []


def test_a_change_that_fails_teaches_nothing(journal: Journal, person: str) -> None:
    def fail(change: Change) -> None:
        change.edit("person", person, name="Zebra")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), journal.change("Fail") as change:
        fail(change)
    assert journal.find("zebra") == []
    assert [hit.id for hit in journal.find("margaret")] == [person]
