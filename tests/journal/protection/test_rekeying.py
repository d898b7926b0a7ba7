"""A passphrase is set, changed and removed without the loss of a byte."""

import shutil
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection import rekeying
from secondop_desktop.journal.protection.passphrases import fresh_key
from secondop_desktop.journal.protection.rekeying import contents, rekey
from secondop_desktop.journal.protection.unlocking import unlock
from secondop_desktop.journal.storage import cipher, keys
from secondop_desktop.journal.storage.engine import connect
from secondop_desktop.journal.storage.header import Locked
from tests.encrypted import PHRASE, lock_up, opens_elsewhere
from tests.journal.written import add
from tests.journal.written import contents as written_in

STORED = sorted((Path(__file__).parents[2] / "stored").glob("schema-*.secondop"))


@pytest.fixture
def written(path: Path) -> Iterator[Path]:
    with Journal.create(path, KINDS) as journal:
        person = add(journal, "person", name="Agnes Holroyd")
        add(journal, "medicine", name="Bisoprolol", person=person)
        add(journal, "question", text="Canarywort?", person=person)
        journal.undo()
    yield path


def test_any_tool_opens_it_with_the_passphrase(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cipher, "ROUNDS", 256_000)
    start = time.process_time()
    lock_up(written, "Zoe\u0308's 'lake'")
    assert opens_elsewhere(written, "Zo\u00eb's 'lake'")
    assert not opens_elsewhere(written, "Zoe's 'lake'")
    assert time.process_time() - start < 4


def test_nothing_of_it_can_be_read_without(written: Path) -> None:
    lock_up(written)
    raw = written.read_bytes()
    assert not any(word in raw for word in (b"Agnes", b"Canarywort", b"SQLite", b"CREATE"))
    with pytest.raises(Locked, match="has a passphrase"):
        Journal.open(written, KINDS)
    with pytest.raises(Locked, match="has a passphrase"):
        Journal.look(written, KINDS)


def test_set_changed_and_removed_it_holds_the_same(written: Path) -> None:
    before = contents(written)
    for key in (fresh_key("one"), fresh_key("two"), None):
        rekey(written, key)
        assert contents(written) == before
    with Journal.open(written, KINDS) as journal:
        assert [row.name for row in journal.entries("medicine")] == ["Bisoprolol"]
        assert check(journal) == []
        assert journal.redo_label()


def test_the_old_passphrase_opens_it_no_more(written: Path) -> None:
    rekey(written, fresh_key("one"))
    rekey(written, fresh_key("two"))
    keys.forget_all()
    with pytest.raises(Locked, match="Wrong passphrase, or a damaged file"):
        unlock(written, "one")
    unlock(written, "two")


def test_only_its_owner_may_read_it(written: Path) -> None:
    lock_up(written)
    assert written.stat().st_mode & 0o777 == 0o600


def test_one_that_is_open_stays_as_it_is(written: Path) -> None:
    with Journal.open(written, KINDS) as journal:
        add(journal, "task", text="Ring the surgery", person=journal.entries("person")[0].id)
        with pytest.raises(UserError, match="open in another window"):
            rekey(written, fresh_key(PHRASE))
    assert keys.is_ordinary(written)


def test_it_is_kept_as_it_was_only_when_wanted(written: Path) -> None:
    assert rekey(written, fresh_key("one")).kept is None
    assert backup.copies(written) == []
    kept = rekey(written, None, keep_before=True).kept
    assert kept is not None
    assert not keys.is_ordinary(kept)


def test_what_is_not_the_same_takes_no_place(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = written.read_bytes()
    whole = rekeying._export

    def lossy(path: Path, fresh: Path, key: cipher.Key | None) -> None:
        whole(path, fresh, key)
        if key:
            keys.give(key)
        with closing(connect(fresh)) as sql:
            sql.execute("DELETE FROM search_doc")

    monkeypatch.setattr(rekeying, "_export", lossy)
    with pytest.raises(UserError):
        rekey(written, fresh_key(PHRASE))
    assert written.read_bytes() == before
    assert [one.name for one in written.parent.iterdir()] == [written.name]


@pytest.mark.parametrize("stored", STORED, ids=lambda one: one.stem)
def test_journals_of_every_schema(stored: Path, tmp_path: Path) -> None:
    path = tmp_path / stored.name
    shutil.copy(stored, path)
    before = contents(path)
    lock_up(path)
    unlock(path, PHRASE)
    assert contents(path) == before
    with Journal.open(path, KINDS) as journal:
        assert journal.entries("person")
    assert not any(keys.is_ordinary(copy.path) for copy in backup.copies(path))
    rekey(path, None)
    with Journal.open(path, KINDS) as journal:
        assert check(journal) == []


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), max_size=6), st.text(min_size=1))
@settings(max_examples=5)
def test_any_journal_is_the_same_with_a_passphrase(
    entries: list[tuple[str, str]], phrase: str
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.secondop"
        with Journal.create(path, KINDS) as journal:
            person = add(journal, "person", name="Agnes Holroyd")
            for what, notes in entries:
                add(journal, "symptom", person=person, what=what, notes=notes)
            before = written_in(journal)
        try:
            key = fresh_key(phrase)
        except UserError:
            return
        rekey(path, key)
        keys.forget_all()
        unlock(path, phrase)
        with Journal.open(path, KINDS) as journal:
            assert written_in(journal) == before
            assert [hit.id for hit in journal.find("Agnes")]
