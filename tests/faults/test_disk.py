"""A disk that is full, or that takes nothing: one sentence, and the file stays good."""

import subprocess
from io import BytesIO
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from tests.faults.saving import begin, numbers, save

_FULL = (
    r"The disk is full, so nothing was saved in a\.secondop\. Free some space, then save again\."
)


@pytest.fixture
def path(disk: Path) -> Path:
    """A journal on the small disk."""
    begin(disk / "a.secondop")
    return disk / "a.secondop"


def _fill(disk: Path, but: int = 0) -> Path:
    """Fill the disk with a file, all but so many bytes."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            file.truncate(max(0, file.tell() - but))
    return filler


def test_a_save_on_a_full_disk_fails_and_works_again_afterwards(disk: Path, path: Path) -> None:
    with Journal.open(path, KINDS) as journal:
        save(journal, 1)
        filler = _fill(disk)
        with pytest.raises(UserError, match=_FULL):
            save(journal, 2)
        assert numbers(journal) == [1]
        filler.unlink()
        save(journal, 2)
        assert numbers(journal) == [1, 2]
        assert check(journal) == []


@pytest.mark.parametrize("left", range(4096, 40 * 4096, 3 * 4096))
def test_wherever_in_a_save_the_disk_gets_full(disk: Path, path: Path, left: int) -> None:
    _fill(disk, but=left)
    saved = 0
    with Journal.open(path, KINDS) as journal, pytest.raises(UserError, match=_FULL):
        for number in range(1, 1000):
            save(journal, number, size=3000)
            saved = number
    with Journal.look(path, KINDS) as journal:
        assert numbers(journal) == list(range(1, saved + 1))
        assert check(journal) == []


def test_a_file_that_has_no_room(disk: Path, path: Path) -> None:
    with Journal.open(path, KINDS) as journal:
        before = path.read_bytes()
        with pytest.raises(UserError, match=_FULL), journal.change("Attach") as change:
            journal.attach(change, BytesIO(bytes(range(256)) * 40_000), "scan")
        assert path.read_bytes() == before
        save(journal, 1)
        assert check(journal) == []


def test_a_safe_copy_that_has_no_room(disk: Path, path: Path, tmp_path: Path) -> None:
    with Journal.open(path, KINDS) as journal:
        save(journal, 1)
        filler = _fill(disk, but=100_000)
        before = path.read_bytes()
        with pytest.raises(UserError, match="The disk is full, so no safe copy could be made"):
            journal.backup()
        assert path.read_bytes() == before
        assert not backup.folder_of(path).exists()
        assert journal.backup(tmp_path / "elsewhere").exists()
        filler.unlink()
        assert journal.backup().exists()


def test_a_journal_that_has_no_room(disk: Path) -> None:
    _fill(disk, but=100_000)
    with pytest.raises(UserError, match=r"[Tt]he disk is full.*"):
        Journal.create(disk / "new.secondop", KINDS)
    assert [place.name for place in disk.iterdir()] == ["filler"]


def test_restoring_has_no_room(disk: Path, path: Path, tmp_path: Path) -> None:
    with Journal.open(path, KINDS) as journal:
        copy = journal.backup(tmp_path / "elsewhere")
    _fill(disk, but=100_000)
    before = path.read_bytes()
    with pytest.raises(UserError, match=r"a\.secondop could not be written: the disk is full"):
        backup.restore(copy, path)
    assert path.read_bytes() == before
    copies = backup.folder_of(path)
    assert not copies.exists() or list(copies.iterdir()) == []


def test_extracting_has_no_room(disk: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.secondop"
    begin(path)
    with Journal.open(path, KINDS) as journal:
        with journal.change("Attach") as change:
            stored = journal.attach(change, BytesIO(b"x" * 1_000_000), "scan")
        filler = _fill(disk, but=100_000)
        with pytest.raises(UserError, match=r"out could not be written: the disk is full"):
            journal.extract(stored.hash, disk / "out")
        assert list(disk.iterdir()) == [filler]


def _lock(disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)


@pytest.mark.usefixtures("locked")
def test_a_disk_that_can_only_be_read(disk: Path, path: Path) -> None:
    with Journal.open(path, KINDS) as journal:
        save(journal, 1)
    before = path.read_bytes()
    _lock(disk)
    with pytest.raises(UserError, match=r"a\.secondop cannot be written here\. Move it to"):
        Journal.open(path, KINDS)
    with pytest.raises(UserError, match=r"new\.secondop cannot be written here\."):
        Journal.create(disk / "new.secondop", KINDS)
    with Journal.look(path, KINDS) as journal:
        assert numbers(journal) == [1]
        assert check(journal) == []
        with pytest.raises(UserError, match=r"No safe copy could be made in"):
            journal.backup()
    with pytest.raises(UserError):
        backup.restore(path, disk / "other.secondop")
    assert path.read_bytes() == before
