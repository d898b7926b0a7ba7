"""What was written here before another program wrote over the file is kept in a new journal."""

from collections.abc import Callable
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal import backup
from secondop_desktop.journal.beside import WrittenHere, begin_beside
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal

Spoil = Callable[[Path, bytes], object]


def _opened(path: Path) -> tuple[Journal, WrittenHere]:
    journal, written = Journal.open(path, KINDS), WrittenHere()
    journal.watch(written.note)
    return journal, written


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with one person and two diagnoses."""
    found = tmp_path / "Nora.secondop"
    with Journal.create(found, KINDS) as journal, journal.change("Begin") as change:
        person = change.add("person", name="Nora Whitcombe")
        for name in ("Gout", "Asthma"):
            change.add("diagnosis", person=person, name=name)
    return found


def _write(journal: Journal) -> None:
    gout, asthma = journal.entries("diagnosis")
    with journal.change("Edit") as change:
        change.edit("diagnosis", gout.id, notes="left foot")
        change.put_away("diagnosis", asthma.id)
        added = change.add("diagnosis", person=gout.person, name="Angina")
    with journal.change("Edit") as change:
        change.edit("diagnosis", added, notes="on the stairs")


def _told(journal: Journal) -> list[tuple[str, str]]:
    return sorted((row.name, row.notes) for row in journal.entries("diagnosis"))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path, other: path.write_bytes(other),
        lambda path, _other: path.write_bytes(b"no journal at all" * 999),
        lambda path, other: (path.unlink(), path.write_bytes(other)),
    ],
    ids=["in place", "nonsense", "another file"],
)
def test_all_of_it_is_there_whatever_became_of_the_file(path: Path, spoil: Spoil) -> None:
    other = path.read_bytes()
    journal, written = _opened(path)
    journal.backup()
    _write(journal)
    spoil(path, other)
    assert not journal.is_in_place()
    there = path.read_bytes()
    with begin_beside(journal, written) as beside:
        assert _told(beside) == [("Angina", "on the stairs"), ("Gout", "left foot")]
        assert [row.name for row in beside.entries("person")] == ["Nora Whitcombe"]
        assert check(beside) == []
        assert beside.path.parent == path.parent
    assert path.read_bytes() == there
    journal.close()


def test_without_a_safe_copy_it_begins_with_what_stands_there_now(path: Path) -> None:
    other = path.read_bytes()
    journal, written = _opened(path)
    _write(journal)
    path.write_bytes(other)
    with begin_beside(journal, written) as beside:
        assert _told(beside) == [("Angina", "on the stairs"), ("Gout", "left foot")]
    journal.close()


def test_without_anything_it_holds_what_was_begun_here(tmp_path: Path) -> None:
    journal = Journal.create(tmp_path / "a.secondop", KINDS)
    written = WrittenHere()
    journal.watch(written.note)
    with journal.change("Begin") as change:
        person = change.add("person", name="Nora Whitcombe")
        change.add("symptom", person=person, what="Dizzy")
    journal.path.write_bytes(bytes(8192))
    with begin_beside(journal, written) as beside:
        assert [row.what for row in beside.entries("symptom")] == ["Dizzy"]
    journal.close()


def test_it_has_safe_copies_of_its_own(path: Path) -> None:
    journal, written = _opened(path)
    journal.backup()
    path.write_bytes(path.read_bytes()[:-4096])
    with begin_beside(journal, written) as beside:
        assert backup.copies(beside.path) == []
        beside.backup()
        assert len(backup.copies(beside.path)) == 1
    journal.close()
    assert len(backup.copies(path, backup.folder_of(path))) == 1
