"""Which screen a step concerned is told without looking up each of thousands of entries."""

from pathlib import Path

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
