"""Kept versions of a letter, and going back to one."""

from typing import Any

import pytest

from secondop_desktop.features.letters.operations import versions
from secondop_desktop.features.letters.operations.paper import current
from tests.features.desk import Desk


def _letter(desk: Desk, **values: Any) -> str:
    return desk.add("letter", **{"title": "Please", "text": "First try.", **values})


def _edit(desk: Desk, entry: str, **values: Any) -> None:
    with desk.journal.change("edit") as change:
        change.edit("letter", entry, **values)


def _text(desk: Desk, entry: str) -> str:
    return str(desk.journal.get("letter", entry).text)


def test_a_version_is_kept_once(desk: Desk) -> None:
    entry = _letter(desk, subject="About", private=True)
    kept = versions.keep(desk.journal, entry)
    assert kept is not None
    assert versions.keep(desk.journal, entry) is None
    row = desk.journal.get("letter", kept)
    assert (row.version_of, row.text, row.subject) == (entry, "First try.", "About")
    assert row.private
    assert [one.id for one in current(desk.journal.entries("letter"))] == [entry]
    desk.journal.undo()
    assert versions.versions(desk.journal, entry) == []


def test_going_back_loses_nothing_and_is_one_step(desk: Desk) -> None:
    entry = _letter(desk)
    first = versions.keep(desk.journal, entry)
    assert first is not None
    _edit(desk, entry, text="Second try.", subject="New")
    assert versions.restore(desk.journal, first) == entry
    assert _text(desk, entry) == "First try."
    assert {row.text for row in versions.versions(desk.journal, entry)} == {
        "First try.", "Second try.",
    }  # fmt: skip
    desk.journal.undo()
    assert _text(desk, entry) == "Second try."
    assert len(versions.versions(desk.journal, entry)) == 1
    desk.journal.redo()
    assert _text(desk, entry) == "First try."


def test_going_back_to_what_it_says_keeps_no_second_copy(desk: Desk) -> None:
    entry = _letter(desk)
    kept = versions.keep(desk.journal, entry)
    assert kept is not None
    versions.restore(desk.journal, kept)
    assert len(versions.versions(desk.journal, entry)) == 1


def test_that_it_was_sent_stays_when_its_words_go_back(desk: Desk) -> None:
    entry = _letter(desk)
    kept = versions.keep(desk.journal, entry)
    assert kept is not None
    _edit(desk, entry, text="Changed.", how="post")
    versions.restore(desk.journal, kept)
    assert desk.journal.get("letter", entry).how == "post"


@pytest.mark.parametrize("back", ["the letter", "its version"])
def test_versions_go_to_the_bin_and_come_back_with_their_letter(desk: Desk, back: str) -> None:
    entry = _letter(desk)
    kept = versions.keep(desk.journal, entry)
    assert kept is not None
    with desk.journal.change("away") as change:
        change.put_away("letter", entry)
    assert desk.journal.entries("letter") == []
    with desk.journal.change("back") as change:
        change.bring_back("letter", entry if back == "the letter" else kept)
    assert {row.id for row in desk.journal.entries("letter")} == {entry, kept}


def test_the_newest_version_comes_first(desk: Desk) -> None:
    entry = _letter(desk)
    for number in range(3):
        _edit(desk, entry, text=f"Try {number}.")
        versions.keep(desk.journal, entry)
    assert [row.text for row in versions.versions(desk.journal, entry)] == [
        "Try 2.", "Try 1.", "Try 0.",
    ]  # fmt: skip
