"""What opens a journal with a passphrase, and what is said when nothing does."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest import MonkeyPatch

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection import unlocking
from secondop_desktop.journal.protection.passphrases import check_choice
from secondop_desktop.journal.protection.sheet_code import spell
from secondop_desktop.journal.protection.unlocking import unlock
from secondop_desktop.journal.storage import keys
from secondop_desktop.journal.storage.cipher import PAGE, SALT, looks_encrypted
from secondop_desktop.journal.storage.engine import connect
from secondop_desktop.journal.storage.header import Locked, hot_journal, is_encrypted
from tests.encrypted import PHRASE, lock_up
from tests.journal.written import add


@pytest.fixture
def locked(path: Path) -> Path:
    """A journal under a passphrase, with a safe copy."""
    with Journal.create(path, KINDS) as journal:
        person = add(journal, "person", name="Agnes Holroyd")
        for number in range(40):
            add(journal, "question", text=f"What of {number}?", person=person)
    lock_up(path)
    unlock(path, PHRASE)
    with Journal.open(path, KINDS) as journal:
        journal.backup()
    keys.forget_all()
    return path


def test_a_wrong_one_names_the_safe_copies(locked: Path) -> None:
    with pytest.raises(Locked) as refused:
        unlock(locked, PHRASE.upper())
    told = str(refused.value)
    assert told.startswith("Wrong passphrase, or a damaged file: Margaret.secondop did not open.")
    assert "1 safe copy in Margaret safe copies" in told


def test_the_code_of_its_sheet_opens_it(locked: Path) -> None:
    unlock(locked, PHRASE)
    key = keys.key_of(locked)
    assert key is not None
    code = "\n".join(spell(key.secret))
    keys.forget_all()
    unlock(locked, code.lower().replace("0", "o").replace(" ", "-"))
    with Journal.open(locked, KINDS) as journal:
        assert len(journal.entries("question")) == 40


def test_its_safe_copies_are_its_own_once_it_is_open(locked: Path) -> None:
    unlock(locked, PHRASE)
    (copy,) = backup.copies(locked)
    renamed = locked.rename(locked.with_name("Other.secondop"))
    assert [one.path for one in backup.copies(renamed)] == [copy.path]


def test_a_damaged_first_page_is_told_as_damage(locked: Path) -> None:
    raw = bytearray(locked.read_bytes())
    raw[PAGE // 2] ^= 1
    locked.write_bytes(raw)
    unlock(locked, PHRASE)
    with pytest.raises(UserError, match="is damaged"):
        Journal.open(locked, KINDS)


def test_a_damaged_salt_is_taken_from_a_safe_copy(locked: Path) -> None:
    raw = bytearray(locked.read_bytes())
    raw[3] ^= 64
    locked.write_bytes(raw)
    unlock(locked, PHRASE)
    with Journal.open(locked, KINDS) as journal:
        add(journal, "person", name="Edwin Holroyd")
    keys.forget_all()
    unlock(locked, PHRASE)
    assert locked.read_bytes()[:SALT] == backup.copies(locked)[0].path.read_bytes()[:SALT]


def test_with_what_a_crash_left_beside(locked: Path, tmp_path: Path) -> None:
    unlock(locked, PHRASE)
    sql = connect(locked)
    sql.execute("PRAGMA cache_spill=1")
    sql.execute("PRAGMA cache_size=1")
    sql.execute("BEGIN IMMEDIATE")
    sql.execute("UPDATE question SET text = hex(randomblob(3000))")
    half, crash = locked.read_bytes(), hot_journal(locked).read_bytes()
    sql.execute("ROLLBACK")
    sql.close()
    there = tmp_path / "there" / locked.name
    there.parent.mkdir()
    there.write_bytes(half)
    hot_journal(there).write_bytes(crash)
    keys.forget_all()
    unlock(there, PHRASE)
    with Journal.open(there, KINDS) as journal:
        assert {row.text[:8] for row in journal.entries("question")} == {"What of "}


def test_a_last_page_cut_short_by_a_crash_is_taken_back(locked: Path, tmp_path: Path) -> None:
    unlock(locked, PHRASE)
    whole, crash = locked.read_bytes(), hot_journal(locked)
    sql = connect(locked)
    sql.execute("PRAGMA cache_spill=1")
    sql.execute("PRAGMA cache_size=1")
    sql.execute("BEGIN IMMEDIATE")
    sql.execute("UPDATE question SET text = hex(randomblob(3000))")
    there = tmp_path / "there" / locked.name
    there.parent.mkdir()
    hot_journal(there).write_bytes(crash.read_bytes())
    sql.execute("ROLLBACK")
    sql.close()
    there.write_bytes(whole + bytes(PAGE // 2))
    keys.forget_all()
    unlock(there, PHRASE)
    with Journal.open(there, KINDS) as journal:
        assert journal.entries("question")
    assert there.stat().st_size == len(whole)


def test_a_disk_that_does_not_answer_is_told(locked: Path, monkeypatch: MonkeyPatch) -> None:
    def broken(_path: Path) -> Iterator[tuple[int, bytes]]:
        yield 1, bytes(PAGE)
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(unlocking, "_pages", broken)
    with pytest.raises(UserError, match="disk does not answer"):
        unlock(locked, PHRASE)


@pytest.mark.parametrize(
    "words", ["", "   ", "x'00ff'", "X'" + "ab" * 32 + "'", "two\nlines", "a\0b"]
)
def test_no_passphrase(words: str) -> None:
    with pytest.raises(UserError):
        check_choice(words)


def test_only_noise_may_be_a_journal_with_a_passphrase(locked: Path, tmp_path: Path) -> None:
    assert is_encrypted(locked)
    for content in (b"%PDF-1.7\n" + b"letter " * 2000, bytes(PAGE * 2), b"PK\3\4" * PAGE):
        other = tmp_path / "other.secondop"
        other.write_bytes(content)
        assert not is_encrypted(other)
        with pytest.raises(UserError, match="not a Secondop journal"):
            Journal.open(other, KINDS)
    assert not looks_encrypted(b"short")
