"""The words that are being typed: the index learns them later, but they are found at once."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.search.index import Index
from secondop_desktop.journal.whole import settings
from tests import patience
from tests.journal.written import add, edit, index_knows, put_away, raw, type_into


def _ids(journal: Journal, words: str, person: str | None = None) -> list[str]:
    return [hit.id for hit in journal.find(words, person)]


@pytest.fixture
def pain(journal: Journal, person: str) -> str:
    """An entry that somebody goes on typing in; the index does not know the newest words."""
    entry = add(journal, "symptom", person=person, what="Knee pain", notes="on stairs")
    for text in ("on stairs, and cyc", "when cycling"):
        type_into(journal, "symptom", entry, "notes", text)
    return entry


def test_what_was_typed_is_found_and_what_was_typed_over_is_not(
    journal: Journal, person: str, path: Path, pain: str
) -> None:
    assert not index_knows(path, pain, "cycling")
    assert _ids(journal, "cyclin") == [pain] == _ids(journal, "knee cycling", person)
    assert _ids(journal, "stairs") == []
    other = add(journal, "person", name="Harold Evans")
    type_into(journal, "symptom", pain, "notes", "when rowing")
    assert _ids(journal, "rowing", other) == []
    (hit,) = journal.find("rowing")
    assert (hit.title, "rowing" in hit.snippet) == ("Knee pain", True)


def test_no_more_is_found_than_was_asked_for(journal: Journal, person: str, pain: str) -> None:
    for number in range(4):
        add(journal, "symptom", person=person, what=f"Rash {number}", notes="after cycling")
    type_into(journal, "symptom", pain, "notes", "after cycling home")
    assert len(journal.find("cycling", limit=3)) == 3
    assert len(journal.find("cycling")) == 5


def test_who_only_looks_finds_it_too(path: Path, pain: str) -> None:
    with Journal.look(path, KINDS) as beside:
        assert _ids(beside, "cycling") == [pain]
        assert check(beside) == []


@pytest.mark.parametrize("what", ["edit", "type elsewhere", "undo", "put away", "close", "copy"])
def test_the_index_learns_it_with_whatever_comes_next(
    journal: Journal, person: str, path: Path, pain: str, what: str
) -> None:
    match what:
        case "edit":
            edit(journal, "symptom", pain, what="Left knee pain")
        case "type elsewhere":
            other = add(journal, "symptom", person=person, what="Cough")
            type_into(journal, "symptom", other, "notes", "dry")
        case "undo":
            journal.undo()
        case "put away":
            put_away(journal, "symptom", pain)
        case "close":
            journal.close()
        case "copy":
            assert index_knows(journal.backup(), pain, "cycling")
    assert index_knows(path, pain, "cycling") is (what not in {"undo", "put away"})
    if what != "close":
        assert check(journal) == []


def test_a_new_name_is_known_at_once(journal: Journal, path: Path, pain: str) -> None:
    """Lists and paper show it, and other entries bear it."""
    type_into(journal, "symptom", pain, "what", "Hip pain")
    assert journal.name(pain) == "Hip pain"
    assert index_knows(path, pain, "cycling")
    assert check(journal) == []


def test_a_program_that_was_killed_learns_it_at_the_next_start(
    journal: Journal, path: Path, tmp_path: Path, pain: str
) -> None:
    left = tmp_path / "left.secondop"
    shutil.copy(path, left)
    with Journal.open(left, KINDS) as again:
        assert index_knows(left, pain, "cycling")
        assert _ids(again, "cycling") == [pain]
        assert check(again) == []


def test_harm_to_what_is_known_of_it_is_still_seen(journal: Journal, path: Path, pain: str) -> None:
    with raw(path) as connection:
        connection.execute("UPDATE search_doc SET title = 'Another' WHERE id = ?", (pain,))
    with Journal.look(path, KINDS) as beside:
        assert len(check(beside)) == 1


def test_an_entry_that_was_lost_while_it_waited_is_missed(path: Path, pain: str) -> None:
    left = path.with_name("left.secondop")
    shutil.copy(path, left)
    with raw(left) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DELETE FROM symptom WHERE id = ?", (pain,))
    with Journal.open(left, KINDS) as again:
        assert [found.text for found in check(again)] == [
            "The search index does not match the entries."
        ]


@pytest.mark.parametrize("what", ["read", "change"])
def test_nobody_waits_for_the_index_to_learn(
    journal: Journal, path: Path, pain: str, what: str
) -> None:
    with ThreadPoolExecutor(1) as threads:
        with journal.reading() if what == "read" else journal.change("Nothing"):
            threads.submit(journal.learn_typed).result(patience.SECONDS)
            journal.learn_typed()
            assert not index_knows(path, pain, "cycling")
        threads.submit(journal.learn_typed).result(patience.SECONDS)
    assert index_knows(path, pain, "cycling")


def test_a_journal_in_which_it_cannot_learn_is_let_go(
    journal: Journal, path: Path, pain: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> NoReturn:
        raise ZeroDivisionError

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Index, "learn_typed", fail)
        with pytest.raises(ZeroDivisionError):
            journal.close()
    assert journal.is_closed
    with Journal.open(path, KINDS) as again:
        assert _ids(again, "cycling") == [pain]


def test_a_change_that_fails_leaves_nobody_waiting(
    journal: Journal, person: str, path: Path
) -> None:
    entry = add(journal, "symptom", person=person, what="Cough")
    with (
        pytest.raises(ZeroDivisionError),
        journal.change("Type", merge=("symptom", entry, "notes")) as change,
    ):
        change.edit("symptom", entry, notes="dry")
        raise ZeroDivisionError
    with raw(path) as connection, closing(connection.cursor()) as cursor:
        assert cursor.execute("SELECT 1 FROM meta WHERE key = 'search waits'").fetchall() == []


def test_another_journal_is_not_told_who_waits(journal: Journal, pain: str) -> None:
    with journal.reading() as connection:
        assert "search waits" not in settings(connection)
