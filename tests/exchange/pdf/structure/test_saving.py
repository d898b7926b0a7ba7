"""A file is replaced only when the new one is whole; a failure is told in one sentence."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.journal.file import Journal


def _failing(number: int) -> Any:
    def fail(*_args: object, **_more: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    target = tmp_path / "summary.pdf"
    write_whole(target, b"old")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert [file.name for file in tmp_path.iterdir()] == ["summary.pdf"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "The disk is full."),
        (errno.EROFS, "not allowed"),
        (errno.EACCES, "not allowed"),
        (errno.EIO, "That disk does not answer as it should."),
        (errno.EFBIG, "The file is too large for that disk."),
        (errno.EDEADLK, "The computer says: Resource deadlock avoided."),
    ],
)
def test_a_failure_keeps_the_old_file_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, said: str
) -> None:
    target = tmp_path / "summary.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, call, _failing(number))
    with pytest.raises(UserError, match=said) as caught:
        write_whole(target, b"new")
    assert "“summary.pdf” was not saved" in str(caught.value)
    assert target.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["summary.pdf"]


def test_a_folder_that_is_read_only_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "open", _failing(errno.EACCES))  # root may write everywhere
    with pytest.raises(UserError, match="Writing to that folder is not allowed"):
        write_whole(tmp_path / "summary.pdf", b"new")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="That folder is not there"):
        write_whole(tmp_path / "gone" / "summary.pdf", b"new")


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "summary.pdf").mkdir()
    with pytest.raises(UserError, match="A folder has that name"):
        write_whole(tmp_path / "summary.pdf", b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["summary.pdf"]


def test_a_stop_in_between_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "summary.pdf", b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.secondop", "A.SECONDOP", "a.secondop-journal"])
def test_a_name_of_a_journal_is_not_taken(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="Save under another name"):
        write_whole(tmp_path / name, b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_journal_under_any_name_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "summary.pdf"
    Journal.create(target, KINDS).close()
    before = target.read_bytes()
    with pytest.raises(UserError, match="is a journal"):
        write_whole(target, b"new")
    assert target.read_bytes() == before
