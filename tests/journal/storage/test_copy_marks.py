"""Safe copies belong to a journal by its id, and are ordered by its history and not by a clock."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal import backup
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.copy_marks import mark_of
from tests.journal.written import add, edit

_NOW = datetime(2026, 5, 5, 12, tzinfo=UTC)


def test_a_copy_bears_the_mark_of_its_journal(journal: Journal, person: str, path: Path) -> None:
    edit(journal, "person", person, name="Margaret")
    copy = journal.backup()
    assert mark_of(copy) == mark_of(path)
    assert len(mark_of(path).journal) == 20
    edit(journal, "person", person, name="Margaret E.")
    assert mark_of(path).step == mark_of(copy).step + 1


def test_a_file_that_is_none_has_no_mark(tmp_path: Path) -> None:
    (tmp_path / "a.secondop").write_bytes(b"x" * 9000)
    assert mark_of(tmp_path / "a.secondop").journal == ""
    assert mark_of(tmp_path / "gone.secondop").step == -1


@pytest.mark.parametrize("clock", [timedelta(days=-900), timedelta(days=900)])
def test_a_clock_that_was_wrong_stops_no_copy(
    journal: Journal, person: str, path: Path, clock: timedelta
) -> None:
    copy = journal.backup()
    moment = (_NOW + clock).astimezone()
    wrong = copy.with_name(f"Margaret {moment:%Y-%m-%d %H.%M.%S}.secondop")
    copy.rename(wrong)
    os.utime(wrong, (moment.timestamp(), moment.timestamp()))
    assert not backup.due(path, _NOW)
    add(journal, "symptom", person=person, what="Cough")
    os.utime(path, (_NOW.timestamp(), _NOW.timestamp()))
    assert backup.due(path, _NOW)
    newest = journal.backup()
    assert backup.copies(path)[0].path == newest
    assert not backup.due(path, _NOW)


def test_a_journal_that_went_back_is_copied_again(
    journal: Journal, person: str, path: Path
) -> None:
    first = journal.backup()
    add(journal, "symptom", person=person, what="Cough")
    journal.backup()
    journal.close()
    backup.restore(first, path)
    later = datetime.now().astimezone() + timedelta(hours=1)
    assert not backup.due(path, later)
    with Journal.open(path, KINDS) as again:
        add(again, "symptom", person=person, what="Ache")
    assert backup.due(path, later)


def test_copies_stay_with_a_journal_that_was_renamed(journal: Journal, path: Path) -> None:
    copy = journal.backup()
    journal.close()
    renamed = path.rename(path.with_name("Mother.secondop"))
    assert [one.path for one in backup.copies(renamed)] == [copy]


def test_another_persons_copies_are_not_listed(
    journal: Journal, path: Path, tmp_path: Path
) -> None:
    journal.backup()
    with Journal.create(tmp_path / "other.secondop", KINDS) as other:
        theirs = other.backup(backup.folder_of(path))
    like = theirs.rename(
        theirs.with_name(theirs.name.replace("other", "Margaret", 1)[:-9] + " 9.secondop")
    )
    assert like not in [one.path for one in backup.copies(path)]
    assert len(backup.copies(path)) == 1
