"""Journals of every schema that was ever released open, renewed, with nothing lost."""

import shutil
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.archive.writing import write_archive
from secondop_desktop.journal import backup
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.schema import NEWEST
from tests.exchange.archive.filled import everything, restored
from tests.journal.written import raw
from tests.stored.make import HERE, store

_STORED = sorted(HERE.glob("schema-*.secondop"))


@pytest.fixture(params=["now", *_STORED], ids=lambda stored: getattr(stored, "stem", stored))
def copied(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a stored journal, or one stored just now."""
    if request.param == "now":
        return store(tmp_path)
    return Path(shutil.copy(request.param, tmp_path))


def test_it_opens_with_nothing_lost(copied: Path) -> None:
    with raw(copied) as sql:
        older = sql.execute("PRAGMA user_version").fetchone()[0] < NEWEST
    with Journal.open(copied, KINDS) as journal:
        assert check(journal) == []
        (person,) = journal.entries("person")
        assert person.name == "Margaret Evans"
        (notes,) = [row.notes for row in journal.entries("diagnosis")]
        assert notes == "It hurts"
        file = next(row.file for row in journal.entries("record") if row.file)
        assert journal.file(file) == b"%PDF-1.7 letter"
        assert {hit.title for hit in journal.find("sian")} >= {"Dr Siân Patel"}
    assert len(backup.copies(copied)) == int(older)


def test_its_history_goes_back_and_forth(copied: Path) -> None:
    with Journal.open(copied, KINDS) as journal:
        while journal.redo():
            pass
        last = {name: [tuple(row) for row in journal.entries(name)] for name in KINDS}
        while journal.undo():
            pass
        assert [row for name in KINDS for row in journal.entries(name)] == []
        while journal.redo():
            pass
        assert {name: [tuple(row) for row in journal.entries(name)] for name in KINDS} == last
        assert check(journal) == []


def test_every_released_schema_is_stored() -> None:
    """The schema of this version need not be stored before it is released."""
    found = {int(path.stem.removeprefix("schema-")) for path in _STORED}
    assert found - {NEWEST} == set(range(1, NEWEST))


def test_it_leaves_as_an_archive_and_is_the_same_again(copied: Path) -> None:
    with Journal.open(copied, KINDS) as journal:
        write_archive(journal, copied.with_suffix(".zip"))
        with restored(copied.with_suffix(".zip"), copied.with_name("again.secondop")) as again:
            assert everything(again) == everything(journal)
            assert check(again) == []
            labels = [journal.undo_label(), again.undo_label()]
            while journal.undo():
                again.undo()
            assert labels[0] == labels[1]
            assert (journal.undo_label(), again.undo_label()) == ("", "")
            assert not any(again.entries(name) for name in KINDS)
