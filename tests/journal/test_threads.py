"""Several threads at one journal: nobody fails, nobody sees half a change."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest

from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage import read_write_lock
from tests import patience
from tests.journal.written import add, edit


def _together(*works: Callable[[], object]) -> None:
    with ThreadPoolExecutor(len(works)) as threads:
        for done in [threads.submit(work) for work in works]:
            done.result(patience.SECONDS)


def test_two_threads_change_at_the_same_time(journal: Journal, person: str) -> None:
    def write(name: str) -> None:
        for number in range(15):
            add(journal, "diagnosis", person=person, name=f"{name} {number}")

    _together(lambda: write("A"), lambda: write("B"))
    names = [row.name for row in journal.entries("diagnosis")]
    assert sorted(names) == sorted(f"{name} {n}" for name in "AB" for n in range(15))
    assert [n for n in names if n[0] == "A"] == [f"A {n}" for n in range(15)]
    assert [moment.seq for moment in journal.history()] == list(range(31, 0, -1))
    assert check(journal) == []


def test_a_change_waits_for_the_one_of_another_thread(journal: Journal, person: str) -> None:
    begun = threading.Event()

    def other() -> None:
        begun.set()
        edit(journal, "person", person, name="Second")

    with ThreadPoolExecutor(1) as threads:
        with journal.change("First") as change:
            later = threads.submit(other)
            assert begun.wait(patience.SECONDS)
            change.edit("person", person, name="First")
        later.result(patience.SECONDS)
    assert journal.get("person", person).name == "Second"
    journal.undo()
    assert journal.get("person", person).name == "First"


def test_a_reading_is_a_snapshot_that_a_change_waits_for(
    journal: Journal, person: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_write_lock, "_GRACE_SECONDS", patience.SECONDS)
    written = threading.Event()

    def change() -> None:
        with journal.change("Edit") as change:
            change.edit("person", person, name="Other")
            written.set()

    with ThreadPoolExecutor(1) as threads:
        with journal.reading():
            later = threads.submit(change)
            assert written.wait(patience.SECONDS)
            assert journal.get("person", person).name == "Margaret Evans"
            with ThreadPoolExecutor(1) as others:
                others.submit(journal.entries, "person").result(patience.SECONDS)
            assert not later.done()
        later.result(patience.SECONDS)
    assert journal.get("person", person).name == "Other"


def test_readers_and_a_writer_of_large_files_take_turns(journal: Journal, person: str) -> None:
    done = threading.Event()

    def write() -> None:
        for number in range(4):
            with journal.change("Attach") as change:
                file = journal.attach(change, BytesIO(bytes([number]) * 6_000_000), "scan")
                change.add("record", person=person, title=f"Scan {number}", file=file.hash)
        done.set()

    def read() -> None:
        while not done.is_set():
            for row in journal.entries("record"):
                assert len(journal.file(row.file)) == 6_000_000

    _together(write, read, read)
    assert len(journal.entries("record")) == 4


def test_what_one_thread_writes_the_other_does_not_see_before_the_commit(
    journal: Journal, person: str
) -> None:
    with ThreadPoolExecutor(1) as threads, journal.change("Edit") as change:
        change.edit("person", person, name="Other")
        seen = threads.submit(journal.get, "person", person).result(patience.SECONDS)
        assert seen.name == "Margaret Evans"


def test_closing_waits_for_a_change_and_refuses_later_ones(journal: Journal, person: str) -> None:
    begun, end = threading.Event(), threading.Event()

    def change() -> None:
        with journal.change("Edit") as change:
            begun.set()
            assert end.wait(patience.SECONDS)
            change.edit("person", person, name="Other")

    with ThreadPoolExecutor(2) as threads:
        later = threads.submit(change)
        assert begun.wait(patience.SECONDS)
        closing = threads.submit(journal.close)
        end.set()
        later.result(patience.SECONDS)
        closing.result(patience.SECONDS)
    with pytest.raises(RuntimeError, match="the journal is closed"):
        edit(journal, "person", person, name="Third")
    with pytest.raises(RuntimeError, match="the journal is closed"):
        journal.entries("person")
    with pytest.raises(RuntimeError, match="the journal is closed"):
        journal.backup()
    with Journal.open(journal.path, journal.kinds) as again:
        journal.close()
        assert again.get("person", person).name == "Other"
        edit(again, "person", person, name="Fourth")


def test_closing_or_copying_inside_a_change_raises(journal: Journal, person: str) -> None:
    with pytest.raises(RuntimeError, match="closed inside"), journal.change("Edit"):
        journal.close()
    with pytest.raises(RuntimeError, match="a safe copy inside"), journal.change("Edit"):
        journal.backup()
    assert edit(journal, "person", person, name="Other")
