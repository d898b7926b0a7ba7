"""The index keeps no copy of what it holds, and still forgets every word of what was changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import speak_of
from tests.journal.written import (
    add,
    bring_back,
    edit,
    index_knows,
    index_words_of,
    put_away,
    raw,
    type_into,
)


def _type(journal: Journal, entry: str) -> None:
    for field, text in (("notes", "when r"), ("notes", "when rowing"), ("what", "Arm")):
        type_into(journal, "symptom", entry, field, text)
    journal.learn_typed()


def _type_and_put_away(journal: Journal, entry: str) -> None:
    type_into(journal, "symptom", entry, "notes", "when rowing")
    put_away(journal, "symptom", entry)


def _type_and_undo(journal: Journal, entry: str) -> None:
    type_into(journal, "symptom", entry, "notes", "when rowing")
    type_into(journal, "symptom", entry, "helps", "boats")
    for _step in range(3):
        journal.undo()


_CHANGES: dict[str, Callable[[Journal, str], object]] = {
    "an edit": lambda journal, entry: edit(journal, "symptom", entry, notes="when swimming"),
    "a new title": lambda journal, entry: edit(journal, "symptom", entry, what="Hip", notes=""),
    "undo": lambda journal, _entry: journal.undo(),
    "typing": _type,
    "typing, then the bin": _type_and_put_away,
    "typing in two fields, then undo": _type_and_undo,
}


@pytest.fixture
def pain(journal: Journal, person: str) -> str:
    """An entry whose words the index knows."""
    return add(journal, "symptom", person=person, what="Knee pain", notes="when cycling")


@pytest.mark.parametrize("what", _CHANGES)
def test_no_word_stays_that_no_entry_holds(
    journal: Journal, path: Path, pain: str, what: str
) -> None:
    assert "cycling" in index_words_of(path)
    _CHANGES[what](journal, pain)
    assert "cycling" not in index_words_of(path)
    assert check(journal) == []


def test_an_entry_that_left_for_ever_leaves_no_word(
    journal: Journal, path: Path, pain: str
) -> None:
    put_away(journal, "symptom", pain)
    bring_back(journal, "symptom", pain)
    assert "cycling" in index_words_of(path)
    put_away(journal, "symptom", pain)
    journal.empty_bin()
    assert "cycling" not in index_words_of(path)
    assert check(journal) == []


@pytest.mark.parametrize("typed", [False, True])
def test_words_that_nobody_can_tell_any_more_are_forgotten_with_the_whole_index(
    journal: Journal, person: str, path: Path, pain: str, *, typed: bool
) -> None:
    other = add(journal, "diagnosis", person=person, name="Gout")
    edit(journal, "diagnosis", other, notes="a toe")
    with journal.change("Harm") as change:
        change.connection.exec_driver_sql("UPDATE search_doc SET words = words + 1")
    (type_into if typed else _edit)(journal, "symptom", pain, "notes", "when swimming")
    assert "cycling" not in index_words_of(path)
    assert index_knows(path, pain, "swimming")
    assert index_knows(path, other, "toe")
    assert check(journal) == []


def test_an_index_that_lost_its_words_stops_no_saving(
    journal: Journal, path: Path, pain: str
) -> None:
    with journal.change("Harm") as change:
        change.connection.exec_driver_sql("INSERT INTO search (search) VALUES ('delete-all')")
    assert check(journal) != []
    edit(journal, "symptom", pain, notes="when swimming")
    assert index_knows(path, pain, "swimming")
    assert check(journal) == []


def _edit(journal: Journal, kind: str, entry: str, field: str, text: str) -> None:
    edit(journal, kind, entry, **{field: text})


def test_words_that_waited_and_are_lost_are_forgotten_too(
    journal: Journal, path: Path, pain: str
) -> None:
    type_into(journal, "symptom", pain, "notes", "when rowing")
    with journal.change("Harm") as change:
        change.connection.exec_driver_sql("DELETE FROM meta WHERE key = 'search waits with'")
    assert check(journal) != []
    journal.learn_typed()
    assert "cycling" not in index_words_of(path)
    assert check(journal) == []


def test_what_waits_is_harmed_and_told(journal: Journal, path: Path, pain: str) -> None:
    type_into(journal, "symptom", pain, "notes", "when rowing")
    with raw(path) as connection:
        connection.execute("UPDATE meta SET value = 'x' WHERE key = 'search waits with'")
    with Journal.look(path, KINDS) as beside:
        assert [found.text for found in check(beside)] == [
            "The search index does not match the entries."
        ]


def test_who_speaks_of_the_person_indexes_the_same_words(
    journal: Journal, person: str, path: Path
) -> None:
    """A window of a carer says "Harold is not getting better"; a job beside it does not."""
    speak_of("Harold")
    try:
        case = add(journal, "case", person=person, question="Why?", reasons=("no improvement",))
        edit(journal, "case", case, notes="more")
    finally:
        speak_of("")
    assert check(journal) == []
    edit(journal, "case", case, reasons=())
    assert "getting" not in index_words_of(path)
    assert check(journal) == []
