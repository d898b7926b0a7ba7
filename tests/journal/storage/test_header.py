"""Files that are no journal, or not whole: one sentence, and not a byte is touched."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.header import hot_journal, is_journal, read_header
from secondop_desktop.journal.storage.schema import NEWEST
from tests.examples import at_most
from tests.journal.written import add, raw

_OPENINGS = (Journal.open, Journal.look)


@pytest.fixture
def written(path: Path) -> Path:
    """A whole journal with a few entries, closed."""
    with Journal.create(path, KINDS) as journal:
        person = add(journal, "person", name="Margaret Evans")
        for number in range(50):
            add(journal, "diagnosis", person=person, name=f"D{number}", notes="x" * 500)
    return path


def _refused(path: Path) -> str:
    """Check that both openings refuse a file in one sentence and leave it, and return that."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.iterdir())
    sentences = set()
    for opening in _OPENINGS:
        with pytest.raises(UserError) as refused:
            opening(path, KINDS)
        sentences.add(str(refused.value))
    assert len(sentences) == 1
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(path.parent.iterdir()) == beside
    return sentences.pop()


def _at(place: int, bytes_: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with path.open("rb+") as file:
            file.seek(place)
            file.write(bytes_)

    return write


_NOT_OURS = "Margaret.secondop is not a Secondop journal. Choose a file that Secondop made."
_CUT = "Margaret.secondop is cut short, as when a copy does not finish. Open one of its safe copies"
_DAMAGED = "Margaret.secondop is damaged. Open one of its safe copies instead."


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (lambda path: path.write_bytes(b""), _NOT_OURS),
        (lambda path: path.write_bytes(b"SQLite format 3\0"), _NOT_OURS),
        (lambda path: path.write_bytes(os.urandom(50_000)), _NOT_OURS),
        (lambda path: path.write_bytes(os.urandom(40_960)), "Margaret.secondop has a passphrase."),
        (lambda path: path.write_bytes(b"PK\x03\x04" + bytes(9000)), _NOT_OURS),
        (lambda path: os.truncate(path, 99), _NOT_OURS),
        (lambda path: os.truncate(path, 100), _CUT),
        (lambda path: os.truncate(path, path.stat().st_size - 1), _CUT),
        (lambda path: os.truncate(path, path.stat().st_size // 2), _CUT),
        (_at(100, bytes(4000)), _DAMAGED),
        (_at(100, b"\xff" * 4000), _DAMAGED),
        (_at(68, bytes(4)), "Margaret.secondop is a database of another program."),
        (_at(60, b"\0\0\0\x63"), "Margaret.secondop was made by a newer Secondop. Update Secondop"),
    ],
)
def test_harm_is_said(written: Path, harm: Callable[[Path], None], sentence: str) -> None:
    harm(written)
    assert _refused(written).startswith(sentence)


def test_pages_of_64_kb_count_as_such(written: Path) -> None:
    with raw(written) as connection:
        connection.execute("PRAGMA page_size=65536")
        connection.execute("VACUUM")
    with Journal.open(written, KINDS) as journal:
        assert len(journal.entries("diagnosis")) == 50
    os.truncate(written, written.stat().st_size - 1)
    assert _CUT in _refused(written)


def test_what_bears_our_mark_is_a_journal_whole_or_not(written: Path, tmp_path: Path) -> None:
    whole, start = written.read_bytes(), tmp_path / "start"
    made = {72: True, 71: False, 0: False}
    for size, ours in made.items():
        start.write_bytes(whole[:size])
        assert is_journal(start) is ours, size
    start.write_bytes(whole[:68] + bytes(4))
    assert not is_journal(start)
    start.write_bytes(bytes(16) + whole[16:72])
    assert not is_journal(start)
    assert is_journal(written)
    assert not is_journal(tmp_path)
    assert not is_journal(tmp_path / "nothing")


def test_another_database_is_said(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE a (b)")
    assert _refused(path).startswith("Margaret.secondop is a database of another program.")


def test_what_is_no_file_is_said(path: Path) -> None:
    assert _refused(path) == f"There is no file {path}. Check its name and folder."
    path.mkdir()
    assert _refused(path) == "Margaret.secondop is a folder. Choose a journal in it."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    assert _refused(path) == _NOT_OURS


@settings(max_examples=at_most(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.integers(0, 110) | st.integers(0, 90_000))
@example(b"\x05", 47)
def test_any_bytes_are_opened_or_refused(written: Path, bytes_: bytes, place: int) -> None:
    whole = written.read_bytes()
    _at(place, bytes_)(written)
    harmed = written.read_bytes()
    try:
        with Journal.look(written, KINDS) as journal:
            assert isinstance(journal.entries("diagnosis"), list)
            assert isinstance(check(journal), list)
    except UserError:
        assert written.read_bytes() == harmed
    finally:
        written.write_bytes(whole)


@pytest.mark.parametrize(
    "made",
    [
        "CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM diagnosis; END",
        "CREATE TRIGGER search_too AFTER INSERT ON search_doc BEGIN DELETE FROM person; END",
        "CREATE VIEW v AS SELECT * FROM person",
    ],
)
def test_commands_of_a_stranger_are_refused(written: Path, made: str) -> None:
    with closing(sqlite3.connect(written)) as stranger:
        stranger.execute(made)
    assert _refused(written) == (
        "Margaret.secondop holds commands that Secondop did not write, so it was not opened."
    )


@pytest.mark.parametrize("table", ["meta", "change_log", "diagnosis"])
def test_a_missing_table_is_refused(written: Path, table: str) -> None:
    with closing(sqlite3.connect(written)) as stranger:
        stranger.execute(f"DROP TABLE {table}")
    assert _refused(written) == _DAMAGED


def test_a_file_in_the_middle_of_a_change_is_not_called_cut_short(written: Path) -> None:
    """SQLite will make it longer again from the journal beside it."""
    os.truncate(written, written.stat().st_size - 4096)
    hot_journal(written).write_bytes(b"x")
    read_header(written, NEWEST)
    hot_journal(written).unlink()
    with pytest.raises(UserError, match="cut short"):
        read_header(written, NEWEST)


def test_a_name_with_strange_signs_opens(tmp_path: Path) -> None:
    path = tmp_path / "50% of Siân's #1 ?mode=ro&x.secondop"
    with Journal.create(path, KINDS) as journal:
        add(journal, "person", name="Margaret Evans")
        copy = journal.backup()
    for place in (path, copy):
        with Journal.look(place, KINDS) as journal:
            assert [row.name for row in journal.entries("person")] == ["Margaret Evans"]


def test_a_journal_is_made_only_where_there_is_room_for_it(path: Path, written: Path) -> None:
    before = written.read_bytes()
    with pytest.raises(UserError, match="There is already a file Margaret"):
        Journal.create(written, KINDS)
    assert written.read_bytes() == before
    nowhere = path.parent / "nowhere" / "a.secondop"
    with pytest.raises(UserError, match=r"There is no folder .*nowhere") as refused:
        Journal.create(nowhere, KINDS)
    assert "Make it first" in str(refused.value)
    assert not nowhere.parent.exists()


def test_a_new_journal_is_for_its_owner_only(path: Path) -> None:
    with Journal.create(path, KINDS) as journal:
        copy = journal.backup()
    if os.name == "posix":
        assert [place.stat().st_mode & 0o777 for place in (path, copy)] == [0o600, 0o600]


def test_who_only_looks_can_write_nothing(written: Path) -> None:
    before = written.read_bytes()
    with Journal.look(written, KINDS) as journal:
        assert len(journal.entries("diagnosis")) == 50
        assert journal.elsewhere == ""
        with pytest.raises(UserError, match="open for reading only"), journal.change("Write"):
            pass
        with pytest.raises(UserError, match="open for reading only"):
            journal.undo()
    assert written.read_bytes() == before
    assert list(written.parent.iterdir()) == [written]
