"""What was written here before another program wrote over the file is kept in a new journal."""

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal import backup
from secondop_desktop.journal.beside import (
    WrittenHere,
    begin_beside,
    otherwise_there,
    without_file,
)
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.files import fresh_files
from secondop_desktop.journal.files.attachments import Stored
from secondop_desktop.journal.ground import Ground, Source

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
    rows = {row.name: row for row in journal.entries("diagnosis")}
    gout, asthma = rows["Gout"], rows["Asthma"]
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
    with begin_beside(journal, written).journal as beside:
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
    with begin_beside(journal, written).journal as beside:
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
    with begin_beside(journal, written).journal as beside:
        assert [row.what for row in beside.entries("symptom")] == ["Dizzy"]
    journal.close()


def _attach(journal: Journal, data: bytes) -> str:
    with journal.change("Attach") as change:
        stored = journal.attach(change, BytesIO(data), "scan")
        person = journal.entries("person")[0].id
        change.add("record", person=person, title="Scan", file=stored.hash)
    return stored.hash


@pytest.mark.parametrize("copied", [False, True])
@pytest.mark.parametrize("in_place", [False, True])
def test_a_file_that_was_attached_is_kept_too(path: Path, in_place: bool, copied: bool) -> None:
    other, data = path.read_bytes(), bytes(range(256)) * 3000
    journal, written = _opened(path)
    file = _attach(journal, data)
    if copied:
        journal.backup()
        _write(journal)
    if not in_place:
        path.rename(path.with_name("moved.secondop"))
    path.write_bytes(other)
    with begin_beside(journal, written).journal as beside:
        assert beside.file(file) == data
        assert [row.file for row in beside.entries("record")] == [file]
        assert without_file(beside, written) == []
        assert check(beside) == []
    journal.close()


def test_one_too_large_to_be_held_is_read_where_it_still_stands_or_named(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fresh_files, "MOST", 100)
    other = path.read_bytes()
    journal, written = _opened(path)
    file = _attach(journal, b"large " * 999)
    whole = path.read_bytes()
    path.write_bytes(other)
    with begin_beside(journal, written).journal as beside:
        assert without_file(beside, written) == ["Scan"]
        assert [row.title for row in beside.entries("record")] == ["Scan"]
    path.unlink()
    path.write_bytes(whole)
    with begin_beside(journal, written).journal as beside:
        assert beside.file(file) == b"large " * 999
    journal.close()


def test_no_more_is_held_than_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fresh_files, "MOST", 10)
    held = fresh_files.FreshFiles()
    for data in (b"four", b"five5", b"six666"):
        held.keep(Stored(data.decode(), len(data), "text/plain"), BytesIO(data))
    held.keep(Stored("large", 11, "text/plain"), BytesIO(b"x" * 11))
    assert [held.get(name) for name in ("four", "five5", "six666", "large")] == [
        None, None, b"six666", None,
    ]  # fmt: skip


def test_it_has_safe_copies_of_its_own(path: Path) -> None:
    journal, written = _opened(path)
    journal.backup()
    path.write_bytes(path.read_bytes()[:-4096])
    with begin_beside(journal, written).journal as beside:
        assert backup.copies(beside.path) == []
        beside.backup()
        assert len(backup.copies(beside.path)) == 1
    journal.close()
    assert len(backup.copies(path, backup.folder_of(path))) == 1


def test_it_says_when_a_copy_is_older_than_what_was_opened(path: Path) -> None:
    with Journal.open(path, KINDS) as journal:
        journal.backup()
        with journal.change("Edit") as change:
            change.edit("diagnosis", journal.entries("diagnosis")[0].id, notes="since the copy")
    journal, written = _opened(path)
    _write(journal)
    path.write_bytes(b"no journal at all" * 999)
    made, ground = begin_beside(journal, written)
    with made:
        assert (ground.source, ground.whole) == (Source.COPY, False)
        assert ground.made is not None
        assert otherwise_there(made, path) == []
    journal.close()


def test_what_holds_all_is_taken_before_an_older_copy_and_what_differs_is_named(path: Path) -> None:
    with Journal.open(path, KINDS) as journal:
        journal.backup()
        with journal.change("Add") as change:
            person = journal.entries("person")[0].id
            change.add("diagnosis", person=person, name="Seen at opening")
    theirs = path.read_bytes()
    journal, written = _opened(path)
    _write(journal)
    path.write_bytes(theirs)
    made, ground = begin_beside(journal, written)
    with made:
        assert (ground.source, ground.whole) == (Source.OTHER, True)
        assert "Seen at opening" in [row.name for row in made.entries("diagnosis")]
        assert sorted(otherwise_there(made, path)) == ["Angina", "Asthma", "Gout"]
    journal.close()


def test_another_file_without_what_was_opened_is_told_to_be_older(path: Path) -> None:
    theirs = path.read_bytes()
    with Journal.open(path, KINDS) as journal, journal.change("Add") as change:
        change.add("diagnosis", person=journal.entries("person")[0].id, name="Not in theirs")
    journal, written = _opened(path)
    _write(journal)
    path.write_bytes(theirs)
    made, ground = begin_beside(journal, written)
    with made:
        assert (ground.source, ground.whole) == (Source.OTHER, False)
    journal.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows puts no file in the place of an open one")
def test_a_file_that_was_only_replaced_gives_all_that_it_holds(path: Path) -> None:
    with Journal.open(path, KINDS) as journal:
        journal.backup()
        with journal.change("Add") as change:
            change.add("diagnosis", person=journal.entries("person")[0].id, name="Since the copy")
    other = path.with_name("other.secondop")
    Journal.create(other, KINDS).close()
    journal, written = _opened(path)
    _write(journal)
    other.replace(path)
    made, ground = begin_beside(journal, written)
    with made:
        assert ground == Ground(Source.OWN, whole=True)
        assert [row.name for row in made.entries("diagnosis")] == [
            "Since the copy", "Gout", "Angina",
        ]  # fmt: skip
        assert len(otherwise_there(made, path)) == 5
        assert check(made) == []
    journal.close()
