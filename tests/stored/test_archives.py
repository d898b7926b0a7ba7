"""Archives of every schema that wrote some come in, into an empty journal and into any other."""

import zipfile
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.archive.writing import write_archive
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.schema import NEWEST
from tests.exchange.archive.filled import restored
from tests.journal.written import add
from tests.stored.make import HERE, store_archive

_STORED = sorted(HERE.glob("archive-*.zip"))
_FIRST = 3
"""The schema that the first archives were written of."""


@pytest.fixture(params=["now", *_STORED], ids=lambda stored: getattr(stored, "stem", stored))
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A stored archive, or one written just now."""
    return store_archive(tmp_path) if request.param == "now" else Path(request.param)


def _told(archive: Path) -> dict[str, bytes]:
    """Return what an archive tells of the journal: entries, history, and the bytes of files."""
    parts = ("entries/", "changes.jsonl", "attachments", "sources.jsonl")
    with zipfile.ZipFile(archive) as zipped:
        return {
            name: zipped.read(name)
            for name in zipped.namelist()
            if name.startswith(tuple(f"journal/data/{part}" for part in parts))
        }


def test_an_empty_journal_becomes_what_it_was_written_from(archive: Path, tmp_path: Path) -> None:
    with restored(archive, tmp_path / "a.secondop") as journal:
        assert check(journal) == []
        assert [row.name for row in journal.entries("person")] == ["Margaret Evans"]
        assert [row.notes for row in journal.entries("diagnosis")] == ["It hurts"]
        file = next(row.file for row in journal.entries("record") if row.file)
        assert journal.file(file) == b"%PDF-1.7 letter"
        write_archive(journal, tmp_path / "again.zip")
        again = {name: data for name, data in _told(tmp_path / "again.zip").items() if data}
        assert again == {name: data for name, data in _told(archive).items() if data}
        while journal.undo():
            pass
        assert not any(journal.entries(name) for name in KINDS)


def test_a_journal_with_entries_takes_it_in(archive: Path, tmp_path: Path) -> None:
    with Journal.create(tmp_path / "a.secondop", KINDS) as journal:
        add(journal, "person", name="Margaret Evans")
        plan = importing.read([archive], journal, answers={"identity": "yes"})
        importing.apply(journal, plan)
        assert check(journal) == []
        for kind in KINDS:
            assert journal.entries(kind) or journal.entries(kind, binned=True)


def test_every_schema_of_archives_is_stored() -> None:
    """That of this version need not be stored before it is released."""
    found = {int(path.stem.removeprefix("archive-")) for path in _STORED}
    assert found - {NEWEST} == set(range(_FIRST, NEWEST))
