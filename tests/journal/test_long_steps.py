"""A long step is taken back a few rows at a time, and comes to what it would in one piece."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal import file
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.progress import nobody
from secondop_desktop.journal.storage.engine import connect, driver
from secondop_desktop.journal.storage.long_list import LongList
from tests.journal.written import contents

_MANY = 700


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Journal]:
    """A journal of one person to which a step of two parts came; the second edits the first."""
    monkeypatch.setattr(file, "LONG", 100)
    with Journal.create(tmp_path / "a.secondop", KINDS) as made:
        with made.change("Add") as change:
            person = change.add("person", name="Ceridwen Llwyd")
        with made.change_in_parts("Bring in") as parts:
            with parts.part(nobody) as change:
                for number in range(_MANY):
                    change.add("symptom", person=person, what=f"Cramp {number}")
                visit = change.add("appointment", person=person, place="Ward 3")
            with parts.part(nobody) as change:
                doctor = change.add("provider", person=person, name="Dr Rees")
                change.edit("appointment", visit, provider=doctor)
        yield made


def _titles(journal: Journal) -> set[tuple[str, ...]]:
    with journal.reading() as connection:
        rows = driver(connection).execute("SELECT id, title, words FROM search_doc")
        return set(rows.fetchall())


def test_it_is_taken_back_and_done_again_to_the_letter(journal: Journal) -> None:
    heard: list[ChangeSet] = []
    journal.watch(heard.append)
    before, titles = contents(journal), _titles(journal)
    assert (journal.undo_label(), journal.undo_size()) == ("Bring in", _MANY + 3)
    assert journal.undo()
    assert [row.name for row in journal.entries("person")] == ["Ceridwen Llwyd"]
    assert journal.entries("symptom") == journal.entries("provider") == []
    assert len(_titles(journal)) == 1
    assert check(journal) == []
    assert journal.redo()
    assert (contents(journal), _titles(journal)) == (before, titles)
    assert check(journal) == []
    undone, again = heard
    assert (undone.what, again.what, again.kinds) == ("undo", "redo", undone.kinds)
    assert undone.ids == again.ids
    assert len(undone.ids) == _MANY + 2
    assert isinstance(undone.rows, LongList)


def test_the_history_of_an_entry_tells_of_it(journal: Journal) -> None:
    (visit,) = journal.entries("appointment")
    journal.undo()
    told = [(one.what, one.before is None, one.after is None) for one in journal.history(visit.id)]
    assert told[:2] == [("undo", False, False), ("undo", False, True)]


@pytest.mark.parametrize("after", [0, 5, 11])
def test_one_that_is_stopped_leaves_all_as_it_was(journal: Journal, after: int) -> None:
    before, seen = contents(journal), list[int]()

    def stop(done: int, _total: int) -> None:
        seen.append(done)
        if len(seen) > after:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        journal.undo(stop)
    assert contents(journal) == before
    assert check(journal) == []
    assert journal.undo()


def test_one_whose_rows_were_harmed_is_refused_whole(journal: Journal) -> None:
    before, path = contents(journal), journal.path
    with journal.reading():
        pass
    journal.close()
    with connect(path) as sql:
        sql.execute("""UPDATE change_row SET "after" = '{' WHERE position = 300""")
        sql.commit()
    with Journal.open(path, KINDS) as opened:
        with pytest.raises(UserError, match="history of the journal is damaged"):
            opened.undo()
        assert contents(opened) == before
