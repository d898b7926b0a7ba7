"""A journal that another program wrote over while it is open is not written any more."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from tests.journal.written import add, edit


@pytest.fixture
def other(journal: Journal, person: str, path: Path, tmp_path: Path) -> Path:
    """The other computer's file, in which as many changes were made as in ours."""
    journal.close()
    other = Path(shutil.copy(path, tmp_path / "other.secondop"))
    with Journal.open(other, KINDS) as theirs:
        add(theirs, "symptom", person=person, what="Weary " * 200)
    return other


@pytest.mark.parametrize("as_before", [False, True])
def test_what_was_written_over_is_not_mixed(
    journal: Journal, person: str, path: Path, other: Path, as_before: bool
) -> None:
    """Not even where its time was set back to what it had been."""
    with Journal.open(path, KINDS) as ours:
        add(ours, "symptom", person=person, what="Dizzy " * 200)
        assert path.stat().st_size == other.stat().st_size
        before = path.stat()
        path.write_bytes(other.read_bytes())
        if as_before:
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        for write in (
            lambda: edit(ours, "person", person, name="Lost"),
            ours.undo,
            lambda: add(ours, "symptom", person=person, what="Lost"),
        ):
            with pytest.raises(UserError, match="written over by another program"):
                write()
    assert path.read_bytes() == other.read_bytes()
    with Journal.open(path, KINDS) as theirs:
        assert check(theirs) == []
        assert theirs.entries("symptom")[0].what.startswith("Weary")


def test_a_file_that_was_only_touched_goes_on(journal: Journal, person: str, path: Path) -> None:
    edit(journal, "person", person, name="First")
    os.utime(path, (1_000_000_000, 1_000_000_000))
    edit(journal, "person", person, name="Second")
    os.utime(path)
    journal.undo()
    assert journal.get("person", person).name == "First"


def test_a_change_that_is_refused_leaves_no_trace(
    journal: Journal, person: str, path: Path, tmp_path: Path
) -> None:
    theirs = Path(shutil.copy(path, tmp_path / "theirs")).read_bytes()
    with pytest.raises(UserError, match="written over"), journal.change("Slow") as change:
        change.edit("person", person, name="Lost")
        path.write_bytes(theirs)
        os.utime(path, (2_000_000_000, 2_000_000_000))
        path.write_bytes(theirs[:-4096])
    assert path.read_bytes() == theirs[:-4096]


def test_a_file_that_was_touched_before_the_first_save_goes_on(
    journal: Journal, person: str, path: Path
) -> None:
    journal.close()
    with Journal.open(path, KINDS) as again:
        os.utime(path, (1_000_000_000, 1_000_000_000))
        edit(again, "person", person, name="First")
        assert again.get("person", person).name == "First"


def test_after_one_change_was_refused_the_next_is_too(
    journal: Journal, person: str, path: Path, tmp_path: Path
) -> None:
    theirs = Path(shutil.copy(path, tmp_path / "theirs"))
    with pytest.raises(UserError, match="replaced"), journal.change("Slow") as change:
        change.edit("person", person, name="Lost")
        theirs.replace(path)
    with pytest.raises(UserError, match="replaced"):
        edit(journal, "person", person, name="Lost too")
    assert journal.get("person", person).name == "Margaret Evans"


_ANOTHER = """
import sqlcipher3, sys
with sqlcipher3.connect(sys.argv[1], timeout=0, isolation_level=None) as sql:
    sql.execute("BEGIN IMMEDIATE")
"""


def test_looking_at_the_file_lets_no_other_program_write_in_it(
    journal: Journal, person: str, path: Path
) -> None:
    with journal.change("Slow") as change:
        change.edit("person", person, name="First")
        journal.check_in_place()
        other = subprocess.run(
            [sys.executable, "-c", _ANOTHER, path], capture_output=True, text=True, check=False
        )
    assert "database is locked" in other.stderr
