"""Works with an archive: writing a journal out whole, and an empty journal filled from one."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.archive.opening import open_archive
from secondop_desktop.exchange.archive.restoring import restore
from secondop_desktop.exchange.archive.writing import write_archive
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.passphrases import fresh_key
from tests.faults.saving import begin
from tests.faults.works.work import DONE, Tell, Work, held, journal_in, whole

_FILE = bytes(range(256)) * 1000


class Archiving(Work):
    """An archive is written: what bears its name holds all of the journal, which stays."""

    name = "archive"

    def lay(self, folder: Path) -> None:
        path = self.begin(folder)
        _attach(path)
        self.before, self.entries = held(path), _entries(path)

    def do(self, folder: Path, tell: Tell) -> None:
        with self.opened(folder) as journal:
            write_archive(journal, _archive_in(folder))

    def judge(self, folder: Path, told: Sequence[str]) -> None:
        path = journal_in(folder)
        with whole(path):
            pass
        assert held(path) == self.before
        there = _archive_in(folder).exists()
        assert there or DONE not in told
        if there:
            fresh = folder / "fresh.secondop"
            with Journal.create(fresh, KINDS) as journal:
                _fill(journal, _archive_in(folder))
            assert _entries(fresh) == self.entries


class Unarchiving(Work):
    """An empty journal is filled from an archive: with all of it, or nothing."""

    name = "from an archive"

    def lay(self, folder: Path) -> None:
        apart = folder / "apart.secondop"
        begin(apart)
        _attach(apart)
        self.entries = _entries(apart)
        with Journal.open(apart, KINDS) as journal:
            write_archive(journal, _archive_in(folder))
        apart.unlink()
        key = fresh_key(self.phrase) if self.phrase else None
        Journal.create(journal_in(folder), KINDS, key).close()

    def do(self, folder: Path, tell: Tell) -> None:
        with self.opened(folder) as journal:
            _fill(journal, _archive_in(folder))

    def judge(self, folder: Path, told: Sequence[str]) -> None:
        path = journal_in(folder)
        with whole(path):
            pass
        found = _entries(path)
        assert found == self.entries or (not found and DONE not in told)


def _archive_in(folder: Path) -> Path:
    return folder / "all.zip"


def _attach(path: Path) -> None:
    with Journal.open(path, KINDS) as journal, journal.change("Attach") as change:
        person = journal.entries("person")[0].id
        stored = journal.attach(change, BytesIO(_FILE), "scan")
        change.add("record", person=person, title="Scan", file=stored.hash)


def _fill(journal: Journal, archive: Path) -> None:
    opened = open_archive(archive, archive.name)
    try:
        restore(journal, opened)
    finally:
        opened.close()


def _entries(path: Path) -> dict[str, Any]:
    with Journal.open(path, KINDS) as journal:
        return {row.id: row for kind in KINDS for row in journal.entries(kind)}
