"""A disk that fails while a journal is opened is told in a sentence, and nothing stays held."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3
from pytest import MonkeyPatch

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal import file as journal_file
from secondop_desktop.journal.file import Journal


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
        failing.setattr(journal_file, part, _failing(error))
        with pytest.raises(UserError, match="disk does not answer"):
            Journal.open(path, KINDS)
    Journal.open(path, KINDS).close()
