"""What a journal with a passphrase holds is judged as strictly as any other, once it is open."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.passphrases import fresh_key
from secondop_desktop.journal.protection.rekeying import _export, rekey
from secondop_desktop.journal.protection.unlocking import unlock
from secondop_desktop.journal.storage.engine import connect
from tests.encrypted import PHRASE
from tests.journal.written import add


@pytest.fixture
def plain(path: Path) -> Path:
    with Journal.create(path, KINDS) as journal:
        person = add(journal, "person", name="Agnes Holroyd")
        add(journal, "medicine", person=person, name="Bisoprolol")
    return path


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        ("CREATE TRIGGER t AFTER INSERT ON medicine BEGIN DELETE FROM person; END", "commands"),
        ("CREATE VIEW v AS SELECT * FROM person", "commands"),
        ("CREATE TABLE another (a)", "not made the way Secondop makes"),
        ("PRAGMA application_id=1", "database of another program"),
        ("PRAGMA user_version=9000", "made by a newer Secondop"),
    ],
)
def test_a_strangers_is_refused(plain: Path, tmp_path: Path, harm: str, sentence: str) -> None:
    with closing(connect(plain)) as sql:
        sql.execute(harm)
    strange = tmp_path / "strange.secondop"
    _export(plain, strange, fresh_key(PHRASE))
    unlock(strange, PHRASE)
    before = strange.read_bytes()
    for opening in (Journal.open, Journal.look):
        with pytest.raises(UserError, match=sentence):
            opening(strange, KINDS)
    assert strange.read_bytes() == before


def _medicine(journal: Journal) -> None:
    person = journal.entries("person")[0].id
    add(journal, "medicine", person=person, name="Aspirin")


@pytest.mark.parametrize("write", [_medicine, Journal.undo])
def test_one_written_over_while_open_is_not_written_into(
    plain: Path, tmp_path: Path, write: Callable[[Journal], Any]
) -> None:
    rekey(plain, fresh_key(PHRASE))
    other = tmp_path / "other.secondop"
    other.write_bytes(plain.read_bytes())
    with Journal.open(other, KINDS) as journal:
        add(journal, "person", name="Edwin Holroyd")
    with Journal.open(plain, KINDS) as journal:
        add(journal, "person", name="Gladys Holroyd")
        plain.write_bytes(other.read_bytes())
        with pytest.raises(UserError, match="written over by another program"):
            write(journal)
    with Journal.open(plain, KINDS) as journal:
        assert {row.name for row in journal.entries("person")} == {"Agnes Holroyd", "Edwin Holroyd"}
        assert check(journal) == []
