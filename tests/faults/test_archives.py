"""However the writing of an archive or its coming in ends: the old file is whole, or the new."""

import random
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.archive.opening import open_archive
from secondop_desktop.exchange.archive.restoring import restore
from secondop_desktop.exchange.archive.writing import write_archive
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.outgoing.xlsx_tables import workbook
from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from tests.exchange.archive.filled import everything
from tests.faults import archiving
from tests.journal.written import add

_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.faults.archiving", "tests.faults.exporting"])


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    archiving.begin(tmp_path / "a.secondop")
    return tmp_path / "a.secondop"


@pytest.fixture
def archive(journal: Path, tmp_path: Path) -> Path:
    with Journal.look(journal, KINDS) as opened:
        write_archive(opened, tmp_path / "a.zip")
    return tmp_path / "a.zip"


def killed(work: Callable[..., None], one: Path, other: Path, chance: random.Random) -> None:
    """Let a process work, and kill it somewhere in the middle."""
    told, telling = _FORKS.Pipe(duplex=False)
    process = _FORKS.Process(target=work, args=(one, other, telling))
    process.start()
    telling.close()
    with suppress(EOFError):
        for _each in range(chance.randint(1, 2)):
            told.recv()
    for _each in range(chance.randrange(2_000_000)):
        pass  # A moment by counting, not by the clock: anywhere in the work.
    process.kill()
    process.join()
    told.close()
    process.close()


def _writing_is_killed(journal: Path, archive: Path, times: int) -> None:
    chance = random.Random(times)
    before = archive.read_bytes()
    for _each in range(times):
        killed(archiving.write_until_killed, journal, archive, chance)
        assert archive.read_bytes() == before  # the journal is the same, and so are its bytes
    with Journal.look(journal, KINDS) as opened:
        write_archive(opened, archive)
        assert check(opened) == []
    assert not list(archive.parent.glob(".secondop-work-*"))


def test_a_few_kills_while_it_is_written(journal: Path, archive: Path) -> None:
    _writing_is_killed(journal, archive, times=4)


@pytest.mark.long
def test_many_kills_while_it_is_written(journal: Path, archive: Path) -> None:
    _writing_is_killed(journal, archive, times=60)


def _coming_in_is_killed(journal: Path, archive: Path, times: int) -> set[bool]:
    chance = random.Random(times)
    target, empty = archive.with_name("b.secondop"), archive.with_name("empty.secondop")
    Journal.create(empty, KINDS).close()
    with Journal.look(journal, KINDS) as opened, Journal.look(empty, KINDS) as bare:
        whole, nothing = everything(opened), everything(bare)
    ends = set()
    for _each in range(times):
        shutil.copy(empty, target)
        target.with_name("b.secondop-journal").unlink(missing_ok=True)
        killed(archiving.fill_until_killed, archive, target, chance)
        with Journal.open(target, KINDS) as after:
            assert check(after) == []
            found = everything(after)
            assert found in (whole, nothing)
            ends.add(found == whole)
    return ends


def test_a_few_kills_while_it_comes_in(journal: Path, archive: Path) -> None:
    _coming_in_is_killed(journal, archive, times=4)


@pytest.mark.long
def test_many_kills_while_it_comes_in(journal: Path, archive: Path) -> None:
    assert _coming_in_is_killed(journal, archive, times=60) == {True, False}


def fill_up(disk: Path, but: int) -> None:
    """Leave only so many bytes free on a disk."""
    with (disk / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            file.truncate(max(0, file.tell() - but))


@pytest.mark.parametrize("left", [0, 30_000, 400_000, 2_000_000])
def test_a_disk_that_gets_full_while_it_is_written(disk: Path, journal: Path, left: int) -> None:
    (disk / "a.zip").write_bytes(b"the old one")
    fill_up(disk, but=left)
    with (
        Journal.look(journal, KINDS) as opened,
        pytest.raises(UserError, match=r"“a\.zip” was not saved in .* The disk is full\."),
    ):
        write_archive(opened, disk / "a.zip")
    assert (disk / "a.zip").read_bytes() == b"the old one"
    assert sorted(path.name for path in disk.iterdir()) == ["a.zip", "filler"]


def test_a_disk_that_gets_full_while_tables_are_written(disk: Path, journal: Path) -> None:
    (disk / "a.xlsx").write_bytes(b"the old one")
    fill_up(disk, but=4096)
    with Journal.look(journal, KINDS) as opened:
        data = workbook(KINDS, opened.entries, opened.names())
    with pytest.raises(UserError, match=r"The disk is full"):
        write_whole(disk / "a.xlsx", data)
    assert (disk / "a.xlsx").read_bytes() == b"the old one"


@pytest.mark.parametrize("left", [20_000, 300_000, 1_500_000, 3_000_000])
def test_a_disk_that_gets_full_while_it_comes_in(disk: Path, archive: Path, left: int) -> None:
    target = disk / "b.secondop"
    Journal.create(target, KINDS).close()
    fill_up(disk, but=left)
    with Journal.open(target, KINDS) as journal:
        before, data = everything(journal), target.read_bytes()
        with (
            closing(open_archive(archive, archive.name)) as opened,
            pytest.raises(UserError, match=r"The disk is full, so nothing was saved"),
        ):
            restore(journal, opened)
        assert everything(journal) == before
        assert check(journal) == []
    assert len(target.read_bytes()) == len(data)
    (disk / "filler").unlink()
    with Journal.open(target, KINDS) as journal, journal.change("Add") as change:
        assert change.add("person", name="Ann Lee")


@pytest.mark.parametrize("left", [20_000, 1_500_000])
def test_a_disk_that_gets_full_while_it_is_added(disk: Path, archive: Path, left: int) -> None:
    """Into a journal that has entries: as it was, with its entry and its undo."""
    target = disk / "b.secondop"
    with Journal.create(target, KINDS) as journal:
        person = add(journal, "person", name="Nerys Pugh")
        add(journal, "symptom", person=person, what="Dizzy")
        before = everything(journal)
        plan = importing.read([archive], journal)
        fill_up(disk, but=left)
        with pytest.raises(UserError, match=r"The disk is full, so nothing was saved"):
            importing.apply(journal, plan)
        assert everything(journal) == before
        assert check(journal) == []


def test_a_stop_while_it_comes_in(archive: Path, tmp_path: Path) -> None:
    class Stop(Exception):
        pass

    def step(text: str, _done: int, _total: int) -> Any:
        if "files" in text:
            raise Stop

    with Journal.create(tmp_path / "b.secondop", KINDS) as journal:
        before = everything(journal)
        with closing(open_archive(archive, archive.name)) as opened, pytest.raises(Stop):
            restore(journal, opened, step)
        assert everything(journal) == before
        with closing(open_archive(archive, archive.name)) as opened:
            restore(journal, opened)
        assert check(journal) == []
