"""What keeps a journal from being opened is told in a sentence, and nothing stays held."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3
from pytest import MonkeyPatch

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.backup import folder_of
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage import same_file
from secondop_desktop.journal.storage.copy_marks import mark_of
from secondop_desktop.journal.storage.disk import DamagedJournal
from secondop_desktop.journal.storage.private_files import work_folder


def _failing(error: Exception) -> Callable[..., str]:
    def fail(*_args: object) -> str:
        raise error

    return fail


@pytest.mark.parametrize(
    ("part", "error"),
    [
        ("kept_log", sqlcipher3.OperationalError("disk I/O error")),
        ("WrittenFile", OSError(errno.EIO, "Input/output error")),
    ],
)
def test_a_failing_disk(path: Path, monkeypatch: MonkeyPatch, part: str, error: Exception) -> None:
    Journal.create(path, KINDS).close()
    with monkeypatch.context() as failing:
        failing.setattr(same_file, part, _failing(error))
        with pytest.raises(UserError, match="disk does not answer"):
            Journal.open(path, KINDS)
    Journal.open(path, KINDS).close()


def test_a_definition_that_is_no_text_any_more(path: Path) -> None:
    """What SQLite says of it quotes its bytes, which are no UTF-8."""
    Journal.create(path, KINDS).close()
    harmed = path.read_bytes().replace(b"CREATE TABLE diagnosis", b"CREATE TABLE di\xc5gnosis", 1)
    path.write_bytes(harmed)
    with pytest.raises(DamagedJournal, match="damaged"):
        Journal.open(path, KINDS)
    assert mark_of(path) == mark_of(path.with_name("not there"))


def test_what_a_killed_copy_left_is_taken_away(path: Path) -> None:
    Journal.create(path, KINDS).close()
    copies = folder_of(path)
    copies.mkdir()
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    with work_folder(copies) as made:
        left = copies / made.name.replace(f"-{os.getpid()}-", f"-{ended.pid}-")
        (made / "copy.secondop").write_bytes(b"all of it")
        shutil.copytree(made, left)
    Journal.open(path, KINDS).close()
    assert not left.exists()
