"""Which screen a step concerned is told without looking up each of thousands of entries."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.file import Journal
from secondop_desktop.window.places import place_of
from secondop_desktop.window.undoing import place_of_change


def _made(folder: Path, *kinds: str) -> tuple[Journal, ChangeSet]:
    told: list[ChangeSet] = []
    journal = Journal.create(folder / "a.secondop", KINDS)
    with journal.change("Add") as change:
        person = change.add("person", name="Ceridwen Llwyd")
    journal.watch(told.append)
    with journal.change("Bring in") as change:
        for kind in kinds:
            change.add(kind, person=person)
    return journal, told[0]


@pytest.mark.parametrize(
    ("kinds", "key", "entries", "most"),
    [
        (("result",), "result", 1, 1),
        (("result",) * 50, "result", 0, 2),
        (("result", "symptom"), None, 0, 2),
        (("symptom",) * 20 + ("result",) * 20, None, 0, 3),
    ],
)
def test_the_screen_of_many_is_told_by_few(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kinds: tuple[str, ...],
    key: str | None,
    entries: int,
    most: int,
) -> None:
    journal, changes = _made(tmp_path, *kinds)
    looked_up: list[str] = []

    def counted(of: Journal, entry: str) -> tuple[str, str]:
        looked_up.append(entry)
        return place_of(of, entry)

    monkeypatch.setattr("secondop_desktop.window.undoing.place_of", counted)
    with journal:
        found = place_of_change(journal, changes)
    assert (found and found[0]) == key
    assert bool(found and found[1]) == bool(entries)
    assert len(looked_up) == most


def test_where_a_long_step_was_undone_is_told_by_two_of_its_entries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, changes = _made(tmp_path, *("result",) * 50)
    asked: list[str] = []
    monkeypatch.setattr(Journal, "entries", _noted(asked))
    with journal:
        undone = journal.undo()
        asked.clear()
        assert undone is not None
        assert place_of_change(journal, undone) == ("result", "")
    assert len(asked) == 2 < len(changes.rows)


def test_a_kind_far_behind_in_a_long_step_is_another_place(tmp_path: Path) -> None:
    journal, changes = _made(tmp_path, *("result",) * 1_100, "symptom")
    with journal:
        assert place_of_change(journal, changes) is None


def _noted(asked: list[str]) -> Callable[..., list[Any]]:
    read = Journal.entries

    def entries(journal: Journal, kind: str, **where: Any) -> list[Any]:
        asked.append(kind)
        return read(journal, kind, **where)

    return entries
