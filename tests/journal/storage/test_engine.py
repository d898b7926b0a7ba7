"""The one place where connections are made: what is set on each, and what failures say."""

import errno
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3
from sqlalchemy import Connection, event, text
from sqlalchemy.exc import DBAPIError

from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage import engine as made_here
from secondop_desktop.journal.storage.engine import (
    make_engine,
    reason,
    to_user_error,
    translate_errors,
)
from tests import patience
from tests.journal.written import add, edit

_SET: dict[str, object] = {
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
    "temp_store": 2,
    "busy_timeout": 2000,
    "journal_mode": "delete",
    "synchronous": 3,
    "locking_mode": "normal",
    **({"fullfsync": 1} if sys.platform == "darwin" else {}),
}


def _pragmas(connection: Connection) -> dict[str, object]:
    return {
        name: (connection.exec_driver_sql(f"PRAGMA {name}").first() or (None,))[0] for name in _SET
    }


@pytest.mark.usefixtures("synced")
def test_every_pragma_is_set_on_every_connection(journal: Journal) -> None:
    """SQLite says nothing about a pragma it does not know, or could not set."""
    together = threading.Barrier(3)

    def read() -> dict[str, object]:
        with journal.reading() as connection:
            together.wait(patience.SECONDS)
            return _pragmas(connection)

    with ThreadPoolExecutor(3) as threads:
        under_way = [threads.submit(read) for _each in range(3)]
        found = [done.result(patience.SECONDS) for done in under_way]
    with journal.change("Write") as change:
        found.append(_pragmas(change.connection))
    assert found == [_SET] * 4


@pytest.mark.parametrize(("read_only", "begin"), [(True, "BEGIN"), (False, "BEGIN IMMEDIATE")])
def test_writing_begins_at_once_and_reading_does_not(
    journal: Journal, read_only: bool, begin: str
) -> None:
    heard: list[str] = []
    engine = make_engine(journal.path, read_only=read_only)
    event.listen(engine, "connect", lambda dbapi, _record: dbapi.set_trace_callback(heard.append))
    with engine.begin() as connection:
        connection.execute(text("SELECT 1"))
    engine.dispose()
    assert heard == [begin, "SELECT 1", "COMMIT"]


def test_errors_hold_no_words_of_the_user(journal: Journal) -> None:
    with journal.change("Write") as change, pytest.raises(DBAPIError) as failed:
        change.connection.execute(text("INSERT INTO meta (key) VALUES (:x)"), {"x": "Zebra"})
    assert "Zebra" not in str(failed.value)


def test_a_text_that_is_no_text_any_more_is_read_as_far_as_it_is_one(
    journal: Journal, person: str
) -> None:
    entry = add(journal, "diagnosis", person=person, name="Zebra")
    with journal.change("Damage") as change:
        change.connection.exec_driver_sql(
            "UPDATE diagnosis SET name = CAST(x'5A65627261FF' AS TEXT)"
        )
    assert journal.get("diagnosis", entry).name == "Zebra\ufffd"


def test_references_are_held_by_the_database_too(journal: Journal, person: str) -> None:
    add(journal, "provider", person=person, name="Dr Patel")
    with pytest.raises(DBAPIError, match="FOREIGN KEY"), journal.change("Break") as change:
        change.connection.exec_driver_sql("UPDATE provider SET person = 'nobody'")
    assert [row.person for row in journal.entries("provider")] == [person]


def _failing(code: int) -> sqlcipher3.OperationalError:
    error = sqlcipher3.OperationalError("told by SQLite")
    error.sqlite_errorcode = code
    return error


def test_a_disk_without_room_for_one_more_file_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.secondop"
    path.touch()
    monkeypatch.setattr(made_here, "refused", lambda _folder: OSError(errno.ENOSPC, "no inode"))
    with pytest.raises(UserError, match="The disk is full"), translate_errors(path):
        raise _failing(sqlcipher3.SQLITE_CANTOPEN)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (sqlcipher3.SQLITE_FULL, "The disk is full, so nothing was saved in a.secondop."),
        (sqlcipher3.SQLITE_READONLY, "a.secondop cannot be written here."),
        (sqlcipher3.SQLITE_CANTOPEN, "a.secondop cannot be written here."),
        (
            sqlcipher3.SQLITE_IOERR,
            "The disk failed while a.secondop was used, so your last change may be missing.",
        ),
        (
            sqlcipher3.SQLITE_IOERR | 4 << 8,
            "The disk failed while a.secondop was used, so your last change may be missing.",
        ),
        (sqlcipher3.SQLITE_BUSY, "Another program is using a.secondop, so nothing was saved."),
        (sqlcipher3.SQLITE_NOTADB, "a.secondop is damaged."),
        (sqlcipher3.SQLITE_CORRUPT, "a.secondop is damaged."),
    ],
)
def test_failures_are_said(tmp_path: Path, code: int, sentence: str) -> None:
    path = tmp_path / "a.secondop"
    path.write_bytes(b"no database" * 500)
    with pytest.raises(UserError) as failed, translate_errors(path, writing=True):
        raise _failing(code)
    assert str(failed.value).startswith(sentence)


@pytest.mark.parametrize(
    "code", [sqlcipher3.SQLITE_CORRUPT, sqlcipher3.SQLITE_NOTADB, sqlcipher3.SQLITE_IOERR]
)
def test_a_disk_that_did_not_answer_is_not_told_as_damage(journal: Journal, code: int) -> None:
    said = pytest.raises(UserError, match="could not be read just now")
    with said, translate_errors(journal.path):
        raise _failing(code)


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    error = to_user_error(_failing(sqlcipher3.SQLITE_CANTOPEN), tmp_path / "a")
    assert str(error).startswith("a is no longer where it was.")


def test_a_fault_of_ours_stays_one(tmp_path: Path) -> None:
    with pytest.raises(sqlcipher3.OperationalError), translate_errors(tmp_path):
        raise _failing(sqlcipher3.SQLITE_ERROR)


def test_words_of_the_statement_are_not_taken_for_the_reason(journal: Journal) -> None:
    with pytest.raises(DBAPIError, match="no such column"), journal.reading() as connection:
        connection.exec_driver_sql("SELECT locked, malformed FROM person")


def test_another_program_that_writes_is_said(journal: Journal, person: str) -> None:
    engine = make_engine(journal.path)
    event.listen(engine, "connect", lambda dbapi, _record: dbapi.execute("PRAGMA busy_timeout=1"))
    with engine.begin(), pytest.raises(UserError, match="Another program is using"):
        edit(journal, "person", person, name="Other")
    engine.dispose()
    assert journal.get("person", person).name == "Margaret Evans"
    assert edit(journal, "person", person, name="Other")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("attempt to write a readonly database", "read-only"),
        ("database or disk is full", "full"),
        ("disk I/O error", "input/output"),
        ("no such table: x", ""),
    ],
)
def test_a_failure_that_comes_with_words_alone_is_known(words: str, why: str) -> None:
    assert reason(sqlcipher3.OperationalError(words)) == why


def test_so_does_one_inside_a_function(tmp_path: Path) -> None:
    # As when the disk lets a file be opened for reading alone: the code of the failure is lost.
    plain, fresh = tmp_path / "plain.db", tmp_path / "fresh.db"
    with closing(sqlcipher3.connect(str(plain), isolation_level=None)) as sql:
        sql.execute("CREATE TABLE a (b)")
        sqlcipher3.connect(str(fresh)).close()
        fresh.touch()
        sql.execute("ATTACH DATABASE ? AS fresh KEY ''", (f"file:{fresh}?mode=ro",))
        with pytest.raises(sqlcipher3.OperationalError) as failed:
            sql.execute("SELECT sqlcipher_export('fresh')").fetchone()
    assert reason(failed.value) == "read-only"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EDQUOT, "The disk is full"),
        (errno.EFBIG, "larger than its disk lets a file be"),
        (errno.EIO, "The disk failed"),
        (0, "The disk failed"),
    ],
)
def test_a_disk_that_fails_is_asked_whether_it_is_full(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    problem = OSError(number, os.strerror(number)) if number else None
    monkeypatch.setattr(made_here, "refused", lambda _folder, _size: problem)
    told = to_user_error(sqlcipher3.OperationalError("disk I/O error"), journal.path, writing=True)
    assert words in str(told)


@pytest.mark.parametrize("number", [errno.EDQUOT, errno.EROFS, errno.EIO])
def test_what_a_new_file_met_is_what_its_disk_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(made_here, "refused", lambda _folder: OSError(number, "so"))
    found = made_here.of_the_disk(sqlcipher3.OperationalError("disk I/O error"), tmp_path)
    assert found is not None
    assert found.errno == number
    assert made_here.of_the_disk(sqlcipher3.OperationalError("no such table: x"), tmp_path) is None
