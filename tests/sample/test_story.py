"""The example is a whole, sound journal that the usual calls wrote and can take back."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal import entry_json
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.sample import write_sample
from tests.sample.conftest import TODAY


def test_nothing_is_damaged(story: Journal) -> None:
    assert check(story) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_there(story: Journal, kind: str) -> None:
    assert story.entries(kind)


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_entry_is_finished_and_keeps_the_rules(story: Journal, kind: Any) -> None:
    for row in story.entries(kind.name):
        assert kind.missing(row) == ()
        assert [rule(row) for rule in kind.rules if rule(row)] == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_field_is_used_somewhere(story: Journal, kind: Any) -> None:
    rows = story.entries(kind.name)
    used = {
        field.name
        for field in kind.fields
        for row in rows
        if getattr(row, field.name) not in (None, "", (), {})
    }
    assert kind.by_name.keys() - used <= _LEFT_OUT.get(kind.name, set())


_LEFT_OUT = {
    "person": {
        *("no_known_allergies", "takes_no_medicines", "authority_until"),
        *("blood_thinner_words", "pregnancy_words", "infection", "infection_words"),
        *("care_decision_date", "care_decision_paper"),
    },
    "treatment": {"why_stopped", "code", "narrative"},
    "vaccination": {"why_not", "code", "records", "narrative"},
    "relative": {"date", "certainty", "recorded", "code", "records", "narrative"},
    "medicine": {"code", "records", "narrative"},
    "diagnosis": {"recorded", "began_words", "ended_words", "narrative"},
    "allergy": {"code", "last", "recorder", "recorded", "narrative"},
    "result": {"state", "other_ranges", "place", "narrative"},
    "record": {"extended", "raw", "slides_lent", "slides_how"},
    "case": {"referral_declined", "declined_why", "closed", "outcome"},
    "decision": {"option", "came_of_it"},
    "outcome": {"rank"},  # set by moving one
    "statement": {"place"},  # set by marking words of a letter
}


def test_everything_is_about_marjorie(story: Journal) -> None:
    (person,) = story.entries("person")
    whose = {row.person for kind in KINDS for row in story.entries(kind)}
    assert whose == {person.id}


def test_some_notes_are_private(story: Journal) -> None:
    private = [row.id for kind in KINDS for row in story.entries(kind) if row.private]
    assert len(private) == 2


def test_undo_takes_all_of_it_back(story_file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(story_file, tmp_path))
    with Journal.open(path, KINDS) as journal:
        steps = 0
        while journal.undo():
            steps += 1
        assert steps > 5
        assert [kind for kind in KINDS if journal.entries(kind)] == []
        while journal.redo():
            steps -= 1
        assert steps == 0
        assert check(journal) == []


def test_the_same_day_tells_the_same_story(story: Journal, tmp_path: Path) -> None:
    path = tmp_path / "again.secondop"
    write_sample(path, today=TODAY)
    with Journal.look(path, KINDS) as again:
        assert _told(again) == _told(story)


def _told(journal: Journal) -> list[str]:
    """Return all entries with the titles of others in place of their ids, and no times."""
    ids = {row.id: journal.name(row.id) for kind in KINDS for row in journal.entries(kind)}
    return sorted(
        str([_named(value, ids) for name, value in said.items() if name not in _TIMES])
        for kind in KINDS.values()
        for said in (entry_json.to_json(kind, row) for row in journal.entries(kind.name))
    )


_TIMES = {"created", "changed"}


def _named(value: object, ids: dict[str, str]) -> str:
    if isinstance(value, dict):
        return str(sorted((_named(key, ids), said) for key, said in value.items()))
    text = str(value)
    for entry, title in ids.items():
        text = text.replace(entry, title)
    return text


def test_a_file_in_the_way_stays(tmp_path: Path) -> None:
    path = tmp_path / "mine.secondop"
    path.write_bytes(b"mine")
    with pytest.raises(UserError):
        write_sample(path)
    assert path.read_bytes() == b"mine"


def test_a_half_told_story_does_not_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_scene: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr("secondop_desktop.sample.story._deciding", full)
    with pytest.raises(UserError):
        write_sample(tmp_path / "half.secondop")
    assert list(tmp_path.iterdir()) == []
