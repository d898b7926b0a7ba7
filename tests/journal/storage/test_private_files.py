"""What the program writes of the user's is theirs alone, and a crash leaves none of it."""

import errno
import os
import stat
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.journal import backup
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage import private_files, unfinished
from secondop_desktop.journal.storage.private_files import (
    open_regular,
    refused,
    sweep,
    work_folder,
    work_name,
    write_private,
)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def open_handed() -> object:
    """Files are for all to read unless a program says otherwise."""
    before = os.umask(0o022)
    yield None
    os.umask(before)


@pytest.mark.usefixtures("open_handed")
def test_everything_is_for_its_owner_alone(journal: Journal, path: Path, tmp_path: Path) -> None:
    copy = journal.backup()
    write_whole(tmp_path / "out.pdf", b"%PDF")
    beside = [place for place in tmp_path.iterdir() if place.name.startswith(f".{path.name}")]
    assert {_mode(place) for place in (path, copy, tmp_path / "out.pdf", *beside)} == {0o600}
    assert len(beside) == 2
    assert _mode(copy.parent) == 0o700
    journal.close()
    kept = backup.restore(copy, path)
    assert kept is not None
    assert {_mode(path), _mode(kept)} == {0o600}


def test_a_folder_of_copies_that_others_could_read_is_closed(journal: Journal, path: Path) -> None:
    backup.folder_of(path).mkdir(mode=0o755)
    assert _mode(journal.backup().parent) == 0o700


def test_a_work_folder_goes_and_its_files_are_private(tmp_path: Path) -> None:
    with work_folder(tmp_path) as work:
        assert _mode(work) == 0o700
    assert list(tmp_path.iterdir()) == []


def _left(folder: Path, process: int) -> Path:
    name = work_name().split("-")
    left = folder / "-".join([*name[:3], str(process), name[4]])
    left.mkdir()
    (left / "copy.secondop").touch()
    return left


def test_what_a_killed_program_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    dead, own = _left(tmp_path, 2**22 + 5), _left(tmp_path, os.getpid())
    others = [tmp_path / name for name in (".secondop-work-x", ".copy-holiday", "work.secondop")]
    for other in others:
        other.mkdir()
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / dead.name.replace(dead.name[-4:], "0000")
    link.symlink_to(tmp_path / "elsewhere")
    sweep(tmp_path)
    assert not dead.exists()
    assert not link.is_symlink()
    assert all(place.is_dir() for place in (own, *others, tmp_path / "elsewhere"))


def test_work_of_another_computer_is_swept_after_a_day(tmp_path: Path) -> None:
    left = _left(tmp_path, 1)
    moved = left.rename(tmp_path / left.name.replace(left.name.split("-")[2], "0a0b0c"))
    sweep(tmp_path)
    assert moved.exists()
    os.utime(moved, (0, 0))
    sweep(tmp_path)
    assert not moved.exists()


def test_opening_sweeps_beside_the_journal(journal: Journal, path: Path) -> None:
    left = _left(path.parent, 2**22 + 7)
    journal.close()
    Journal.open(path, KINDS).close()
    assert not left.exists()


def test_the_next_start_finds_what_was_left_in_any_folder(tmp_path: Path) -> None:
    far = tmp_path / "far"
    far.mkdir()
    with unfinished.noted(far):
        left = _left(far, 2**22 + 9)
        unfinished.clear_up()
    assert not left.exists()


def test_a_failed_clean_up_after_the_rename_is_no_error(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise OSError(16, "busy")

    monkeypatch.setattr(os, "rmdir", refuse)
    copy = journal.backup()
    journal.close()
    backup.restore(copy, path)
    Journal.open(path, KINDS).close()


@pytest.mark.parametrize("suffix", ["open", "lock"])
@pytest.mark.parametrize("kind", ["symbolic", "hard"])
def test_a_link_beside_the_journal_leads_to_no_other_file(
    journal: Journal, path: Path, tmp_path: Path, suffix: str, kind: str
) -> None:
    journal.close()
    precious = tmp_path / "precious.txt"
    precious.write_text("mine")
    beside = path.with_name(f".{path.name}.{suffix}")
    beside.symlink_to(precious) if kind == "symbolic" else beside.hardlink_to(precious)
    with Journal.open(path, KINDS):
        assert precious.read_text() == "mine"
    assert precious.read_text() == "mine"


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, journal: Journal) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="Invalid argument"):
        open_regular(pipe)
    journal.close()
    with pytest.raises(UserError, match="not a Secondop journal"):
        backup.restore(pipe, journal.path)


def test_a_file_is_put_in_place_of_a_link_and_not_through_it(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_private(tmp_path / "link", b"new")
    assert (tmp_path / "real").read_text() == "old"
    assert (tmp_path / "link").read_bytes() == b"new"


def test_a_number_that_no_process_bears_is_not_running() -> None:
    assert private_files.is_running(os.getpid())
    assert not private_files.is_running(2**22 + 11)


def test_a_folder_says_whether_it_takes_a_file(tmp_path: Path) -> None:
    assert refused(tmp_path) is None
    assert list(tmp_path.iterdir()) == []
    problem = refused(tmp_path / "none")
    assert isinstance(problem, FileNotFoundError)


@pytest.mark.parametrize("number", [errno.EINVAL, errno.EOVERFLOW])
def test_a_disk_is_asked_how_large_a_file_may_get(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """As FAT32 answers, where no file has a place beyond 4 GiB."""
    end = 4 * 1024**3 - 1

    def lseek(_handle: int, place: int, _from: int) -> int:
        if place > end:
            raise OSError(number, os.strerror(number))
        return place

    monkeypatch.setattr(os, "lseek", lseek)
    assert refused(tmp_path, 3 * 1024**3) is None
    problem = refused(tmp_path, end - 4096)
    assert problem is not None
    assert problem.errno == errno.EFBIG
    assert list(tmp_path.iterdir()) == []


def test_so_is_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private_files, "_largest", lambda: 10**9)
    assert refused(tmp_path) is None
    problem = refused(tmp_path, 10**9)
    assert problem is not None
    assert problem.errno == errno.EFBIG
