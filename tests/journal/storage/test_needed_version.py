"""A journal of a later program says which version opens it, and no file can make that up."""

from pathlib import Path

import pytest

from secondop_desktop import __version__
from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage import needed_version
from secondop_desktop.journal.storage.migrations import OPENED_SINCE
from secondop_desktop.journal.storage.schema import NEWEST
from tests.encrypted import PHRASE, lock_up, quick_keys
from tests.journal.written import raw


def _later(path: Path, needs: str | None) -> None:
    """Write a journal as a later version would leave it."""
    with Journal.create(path, KINDS):
        pass
    with raw(path) as sql:
        sql.execute("UPDATE meta SET value = ? WHERE key = 'needs'", (needs or "",))
        sql.execute("CREATE TABLE of_tomorrow (id TEXT)")
        sql.execute(f"PRAGMA user_version={NEWEST + 1}")


def _refused(path: Path) -> str:
    with pytest.raises(UserError) as refused:
        Journal.open(path, KINDS)
    return str(refused.value)


def test_every_journal_says_what_it_needs(path: Path) -> None:
    with Journal.create(path, KINDS):
        pass
    with raw(path) as sql:
        [[said]] = sql.execute("SELECT value FROM meta WHERE key = 'needs'").fetchall()
    assert said == OPENED_SINCE
    assert needed_version._order(said) <= needed_version._order(__version__)


@pytest.mark.parametrize("needs", ["0.2.0", "3.11", "12.0.4.1"])
def test_a_newer_journal_names_the_version_it_needs(path: Path, needs: str) -> None:
    _later(path, needs)
    before = path.read_bytes()
    assert f"Update Secondop to version {needs} or a later one" in _refused(path)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_newer_journal_with_a_passphrase_names_it_too(path: Path) -> None:
    from secondop_desktop.journal.protection.unlocking import unlock

    with quick_keys():
        with Journal.create(path, KINDS):
            pass
        lock_up(path)
        unlock(path, PHRASE)
        with raw(path) as sql:
            sql.execute("UPDATE meta SET value = '0.9.1' WHERE key = 'needs'")
            sql.execute(f"PRAGMA user_version={NEWEST + 1}")
        assert "version 0.9.1 or a later one" in _refused(path)


@pytest.mark.parametrize(
    "needs", ["", "0.0.1", "9" * 40, "<b>1.0</b>", "1.0\nCall this number", "١.٢"]
)
def test_what_is_no_later_version_is_not_repeated(path: Path, needs: str) -> None:
    _later(path, needs)
    assert _refused(path).endswith("was made by a newer Secondop. Update Secondop to open it.")


def test_a_file_that_would_be_read_for_ever_is_not(path: Path) -> None:
    _later(path, "0.2.0")
    with raw(path) as sql:
        sql.execute("DROP TABLE meta")
        sql.execute(
            "CREATE VIEW meta AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT 'x' AS key, i AS value FROM n"
        )
    assert _refused(path).endswith("Update Secondop to open it.")
