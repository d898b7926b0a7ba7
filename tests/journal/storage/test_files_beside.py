"""What lies beside a journal under a name of SQLite's is played in only if it is the journal's."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.passphrases import fresh_key
from secondop_desktop.journal.protection.rekeying import rekey
from secondop_desktop.journal.storage.copy_marks import mark_of
from secondop_desktop.journal.storage.engine import use_key
from tests.encrypted import PHRASE, quick_keys
from tests.journal.written import add


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed journal."""
    made = tmp_path / "Ada.secondop"
    with Journal.create(made, KINDS) as journal:
        add(journal, "person", name="Ada Thwaite")
    return made


def _said(path: Path) -> list[str]:
    with Journal.open(path, KINDS) as journal:
        return [row.name for row in journal.entries("person")]


@contextmanager
def _logged(path: Path, folder: Path) -> Iterator[Path]:
    """Give a copy that another program changes by a write-ahead log, while that is there."""
    copy = Path(shutil.copy(path, folder / "theirs.secondop"))
    with closing(sqlcipher3.connect(str(copy), isolation_level=None)) as sql:
        use_key(sql, copy)
        sql.execute("PRAGMA journal_mode=WAL")
        sql.execute("UPDATE person SET name = 'Somebody else'")
        yield copy


def _wal(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


@pytest.mark.parametrize("locked", [False, True])
def test_a_log_of_another_file_is_put_aside(path: Path, tmp_path: Path, locked: bool) -> None:
    (tmp_path / "other").mkdir()
    with quick_keys():
        if locked:
            rekey(path, fresh_key(PHRASE))
        with _logged(path, tmp_path / "other") as theirs:
            shutil.copy(_wal(theirs), _wal(path))
        assert _said(path) == ["Ada Thwaite"]
    assert not _wal(path).exists()
    assert len(list(tmp_path.glob("Ada left by a crash *.rollback"))) == 1


def test_its_own_log_is_taken_in(path: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with _logged(path, tmp_path / "other") as theirs:
        shutil.copy(theirs, path)
        shutil.copy(_wal(theirs), _wal(path))
    assert _said(path) == ["Somebody else"]
    assert not _wal(path).exists()


ODD: dict[str, Callable[[Path], Any]] = {
    "link": lambda place: place.symlink_to("elsewhere"),
    "folder": Path.mkdir,
    **({"pipe": os.mkfifo} if hasattr(os, "mkfifo") else {}),
}


@pytest.mark.parametrize("end", ["-journal", "-wal", "-shm"])
@pytest.mark.parametrize("odd", ODD)
def test_what_is_no_file_is_named_and_not_waited_for(path: Path, odd: str, end: str) -> None:
    before = path.read_bytes()
    ODD[odd](path.with_name(f"{path.name}{end}"))
    uses: list[Callable[[], object]] = [
        lambda: Journal.open(path, KINDS),
        lambda: Journal.look(path, KINDS),
        lambda: rekey(path, fresh_key(PHRASE)),
    ]
    for use in uses:
        with quick_keys(), pytest.raises(UserError, match=f"Beside Ada.secondop is .*{end}"):
            use()
    assert mark_of(path).journal == ""
    assert backup.copies(path) == []
    assert path.read_bytes() == before
