"""A damaged journal with a passphrase is mended as one without, and stays under it."""

from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.mending.mend import mend
from secondop_desktop.journal.protection.unlocking import unlock
from secondop_desktop.journal.storage import keys
from secondop_desktop.journal.storage.cipher import PAGE
from secondop_desktop.journal.storage.header import Locked
from tests.encrypted import PHRASE, lock_up
from tests.journal.written import add


@pytest.fixture
def locked(path: Path) -> Path:
    with Journal.create(path, KINDS) as journal:
        person = add(journal, "person", name="Agnes Holroyd")
        for number in range(60):
            add(journal, "symptom", what=f"Ache {number}", notes="long " * 900, person=person)
    lock_up(path)
    return path


def harm(path: Path, *pages: int) -> None:
    raw = bytearray(path.read_bytes())
    for page in pages:
        raw[page * PAGE + 100] ^= 4
    path.write_bytes(raw)


def test_what_is_whole_comes_back_and_stays_encrypted(locked: Path) -> None:
    pages = locked.stat().st_size // PAGE
    harm(locked, 0, pages // 2)
    unlock(locked, PHRASE)
    with pytest.raises(UserError, match="is damaged"):
        Journal.open(locked, KINDS)
    mend(locked, KINDS)
    assert not keys.is_ordinary(locked)
    keys.forget_all()
    unlock(locked, PHRASE)
    with Journal.open(locked, KINDS) as journal:
        assert len(journal.entries("symptom")) >= 58
        assert check(journal) == []
    assert b"Agnes" not in b"".join(one.read_bytes() for one in locked.parent.rglob("*.secondop"))


def test_a_first_page_wiped_out_comes_back_with_a_safe_copy(locked: Path) -> None:
    unlock(locked, PHRASE)
    with Journal.open(locked, KINDS) as journal:
        journal.backup()
    keys.forget_all()
    raw = locked.read_bytes()
    locked.write_bytes(bytes(PAGE) + raw[PAGE:])
    with pytest.raises(Locked):
        Journal.open(locked, KINDS)
    unlock(locked, PHRASE)
    mend(locked, KINDS)
    keys.forget_all()
    unlock(locked, PHRASE)
    with Journal.open(locked, KINDS) as journal:
        assert len(journal.entries("symptom")) == 60
