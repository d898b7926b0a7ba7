"""One program at a time, and files that are moved under it."""

import json
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage import lock
from secondop_desktop.journal.storage.lock import JournalLock
from tests.architecture.house import ROOT
from tests.journal.written import add, edit


@pytest.fixture
def closed(path: Path) -> Path:
    """A journal with one person in it, closed."""
    with Journal.create(path, KINDS) as journal:
        add(journal, "person", name="Margaret Evans")
    return path


@contextmanager
def _held(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Let another process hold the journal."""
    command = [sys.executable, "-m", "tests.journal.holding", str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def _note(path: Path) -> Path:
    return path.with_name(f".{path.name}.open")


def test_a_second_process_is_refused_and_told_since_when(closed: Path) -> None:
    before = closed.read_bytes()
    with _held(closed):
        since = datetime.fromisoformat(json.loads(_note(closed).read_text())["since"])
        with pytest.raises(UserError) as refused:
            Journal.open(closed, KINDS)
        clock = f"{since.hour % 12 or 12}"
        assert str(refused.value).startswith("Margaret.secondop is open in another window since ")
        assert clock in str(refused.value) or "mid" in str(refused.value)
        assert str(refused.value).endswith(". Close it there first.")
        with Journal.look(closed, KINDS) as journal:
            assert len(journal.entries("person")) == 1
    assert closed.read_bytes() == before


def test_the_time_is_said_as_people_do(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Then(datetime):
        @classmethod
        def now(cls, _zone: object = None) -> "Then":
            return cls(2026, 7, 3, 14, 41).astimezone()

    monkeypatch.setattr(lock, "datetime", Then)
    with Journal.open(closed, KINDS), pytest.raises(UserError, match=r"since 2:41pm\. Close it"):
        Journal.open(closed, KINDS)


def test_a_process_that_was_killed_holds_nothing(closed: Path) -> None:
    with _held(closed) as process:
        process.kill()
        process.wait()
        assert _note(closed).exists()
        with Journal.open(closed, KINDS) as journal:
            assert journal.elsewhere == ""
            assert edit(journal, "person", journal.entries("person")[0].id, name="Other")


def test_nothing_is_left_beside_a_closed_journal(closed: Path) -> None:
    with Journal.open(closed, KINDS):
        assert len(list(closed.parent.iterdir())) == 3
    assert list(closed.parent.iterdir()) == [closed]


def test_a_note_of_another_computer_is_told_and_gone_afterwards(closed: Path) -> None:
    note = {"computer": "kitchen", "process": 7, "since": "2026-07-03T14:41:00+01:00"}
    _note(closed).write_text(json.dumps(note))
    with Journal.open(closed, KINDS) as journal:
        assert journal.elsewhere == "kitchen"
        assert json.loads(_note(closed).read_text())["computer"] == platform.node()
    with Journal.open(closed, KINDS) as journal:
        assert journal.elsewhere == ""


@pytest.mark.parametrize("note", ["", "{", "[]", '"x"', "null", '{"computer": 5}', "\x00"])
def test_a_note_that_cannot_be_read_is_no_hindrance(closed: Path, note: str) -> None:
    _note(closed).write_text(note)
    with Journal.open(closed, KINDS) as journal:
        assert journal.elsewhere in {"", "5"}
        _note(closed).write_text(note)
        with pytest.raises(UserError, match="is open in another window"):
            Journal.open(closed, KINDS)


def test_a_link_to_a_journal_is_that_journal(closed: Path) -> None:
    link = closed.with_name("link.secondop")
    link.symlink_to(closed)
    with Journal.open(link, KINDS) as journal:
        with pytest.raises(UserError, match="is open in another window"):
            Journal.open(closed, KINDS)
        assert edit(journal, "person", journal.entries("person")[0].id, name="Other")
    with Journal.open(closed, KINDS) as journal:
        assert journal.entries("person")[0].name == "Other"


def test_releasing_lets_the_next_one_in(path: Path) -> None:
    first = JournalLock(path)
    with pytest.raises(UserError, match="is open in another window"):
        JournalLock(path)
    first.release()
    second = JournalLock(path)
    second.release()
    assert list(path.parent.iterdir()) == []


def test_a_failed_opening_lets_the_journal_go(closed: Path) -> None:
    whole = closed.read_bytes()
    closed.write_bytes(whole[:100] + bytes(len(whole) - 100))
    with pytest.raises(UserError, match="is damaged"):
        Journal.open(closed, KINDS)
    closed.write_bytes(whole)
    Journal.open(closed, KINDS).close()
    assert list(closed.parent.iterdir()) == [closed]


def _replaced(path: Path) -> None:
    other = path.with_name("other")
    shutil.copy(path, other)
    other.replace(path)


@pytest.mark.parametrize("move", [_replaced, Path.unlink])
def test_a_file_that_was_moved_or_replaced_is_not_written(
    journal: Journal, person: str, path: Path, move: object
) -> None:
    assert callable(move)
    move(path)
    before = path.read_bytes() if path.exists() else b""
    sentence = "Margaret.secondop was moved, replaced or written over by another program."
    with pytest.raises(UserError, match=sentence):
        edit(journal, "person", person, name="Lost")
    with pytest.raises(UserError, match=sentence):
        journal.undo()
    with pytest.raises(UserError, match=sentence):
        journal.check_in_place()
    assert (path.read_bytes() if path.exists() else b"") == before


def test_a_file_that_came_back_is_written_again(journal: Journal, person: str, path: Path) -> None:
    away = path.rename(path.with_name("away"))
    with pytest.raises(UserError, match="was moved, replaced"):
        edit(journal, "person", person, name="Lost")
    away.rename(path)
    assert edit(journal, "person", person, name="Kept")


def test_a_second_name_of_the_same_file_is_held_too(journal: Journal, path: Path) -> None:
    other = path.with_name("Other.secondop")
    other.hardlink_to(path)
    with pytest.raises(UserError, match="open in another window"):
        Journal.open(other, KINDS)
    journal.close()
    Journal.open(other, KINDS).close()


def test_a_lock_that_was_deleted_still_holds(journal: Journal, path: Path) -> None:
    path.with_name(f".{path.name}.lock").unlink()
    with pytest.raises(UserError, match="open in another window"):
        Journal.open(path, KINDS)


@pytest.mark.skipif(sys.platform == "win32", reason="the system's locks are others there")
def test_a_disk_that_fails_at_letting_go_is_no_error(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    truly = fcntl.flock

    def failing(handle: int, how: int) -> None:
        truly(handle, how)
        if how == fcntl.LOCK_UN:
            raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", failing)
    with Journal.open(closed, KINDS) as journal:
        add(journal, "person", name="Harold Evans")
    with Journal.open(closed, KINDS) as journal:
        assert len(journal.entries("person")) == 2
