"""A disk that fails amid an archive is told in a sentence, and the journal goes on."""

import errno
import zipfile
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.archive import layout
from secondop_desktop.exchange.archive.bag import Bag
from secondop_desktop.exchange.archive.opening import open_archive
from secondop_desktop.exchange.archive.writing import write_archive
from tests.exchange.archive.filled import filled


def _broken(*_args: object, **_named: object) -> None:
    raise OSError(errno.EIO, "Input/output error")


def _breaks_at_files(put: Callable[..., str]) -> Callable[..., str]:
    def broken(bag: Bag, name: str, pieces: Iterable[bytes], **how: bool) -> str:
        if name.startswith("data/attachments/"):
            next(iter(pieces))
            _broken()
        return put(bag, name, pieces, **how)

    return broken


def test_writing_lets_go_of_the_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Bag, "put", _breaks_at_files(Bag.put))
    with filled(tmp_path / "a.secondop") as journal:
        with pytest.raises(UserError, match="disk does not answer") as told:
            write_archive(journal, tmp_path / "a.zip")
        assert list(told.traceback)  # holds the frames in which it was stopped
        with journal.change("Edit") as change:
            change.edit("person", journal.entries("person")[0].id, name="Someone")
    assert not (tmp_path / "a.zip").exists()


def test_reading(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(open_archive(archive, archive.name)) as opened:
        monkeypatch.setattr(zipfile.ZipFile, "open", _broken)
        with pytest.raises(UserError, match="disk does not answer"):
            opened.stream(layout.FILES)
