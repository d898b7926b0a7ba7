"""What is typed in one sitting is kept once in the history, not at each stage of the text."""

from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.engine import driver
from tests.journal.written import add, contents, edit, raw, type_into

_TEXT = "The pain begins at the third stair and goes when I rest for a while. "


def _type(journal: Journal, entry: str, text: str, pieces: int) -> None:
    for at in range(1, pieces + 1):
        type_into(journal, "diagnosis", entry, "notes", text[: len(text) * at // pieces])


def _lines(path: Path) -> list[tuple[Any, ...]]:
    with raw(path) as connection:
        return list(connection.execute("SELECT seq, step FROM change_log ORDER BY seq"))


def test_one_line_tells_what_was_before_and_what_came_of_it(
    journal: Journal, person: str, path: Path
) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina", notes="At first")
    before, lines = contents(journal), len(_lines(path))
    _type(journal, entry, _TEXT, 30)
    after = contents(journal)
    assert len(_lines(path)) == lines + 1
    (moment,) = [one for one in journal.history(entry) if one.label == "Type"]
    assert moment.before is not None and moment.after is not None
    assert (moment.before["notes"], moment.after["notes"]) == ("At first", _TEXT)
    assert check(journal) == []
    journal.undo()
    assert contents(journal) == before
    journal.redo()
    assert contents(journal) == after
    assert check(journal) == []


def test_the_place_in_the_history_goes_on_with_each_save(
    journal: Journal, person: str, path: Path
) -> None:
    """Safe copies are ordered by it: one made between two saves is older than the second."""
    entry = add(journal, "diagnosis", person=person, name="Angina")
    places = []
    for at in range(4):
        _type(journal, entry, f"{at}", 1)
        places.append(_lines(path)[-1])
    assert [seq for seq, _step in places] == [places[0][0] + at for at in range(4)]
    assert len({step for _seq, step in places}) == 1


def test_entries_written_in_one_sitting_share_a_line(
    journal: Journal, person: str, path: Path
) -> None:
    before, lines = contents(journal), len(_lines(path))
    for at in range(5):
        with journal.change("Report", merge=("report", "1"), lasting=True) as change:
            change.add("result", person=person, test=f"Test {at}")
    assert len(_lines(path)) == lines + 1
    journal.undo()
    assert contents(journal) == before
    assert check(journal) == []


def test_what_stood_there_when_the_journal_was_opened_stays(
    journal: Journal, person: str, path: Path
) -> None:
    """A copy of that moment is known by it."""
    entry = add(journal, "diagnosis", person=person, name="Angina")
    _type(journal, entry, "First", 2)
    journal.close()
    before = _lines(path)
    with Journal.open(path, journal.kinds) as again:
        _type(again, entry, "First and more", 4)
        assert _lines(path)[: len(before)] == before
        assert len(_lines(path)) == len(before) + 1
        again.undo()
        assert again.get("diagnosis", entry).notes == ""
        assert check(again) == []


def test_a_line_that_is_not_what_was_sealed_stays_for_all_to_see(
    journal: Journal, person: str, path: Path
) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina")
    _type(journal, entry, "First", 2)
    lines = len(_lines(path))
    with journal.change("Harm", merge=("diagnosis", entry, "notes")) as change:
        change.edit("diagnosis", entry, notes="First and more")
        sql = driver(change.connection)
        sql.execute("UPDATE change_row SET \"after\" = replace(\"after\", 'First', 'Worst')")
    assert len(_lines(path)) == lines + 1
    assert check(journal)


def test_a_history_whose_earlier_hash_is_lost_grows_as_ever(
    journal: Journal, person: str, path: Path
) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina")
    _type(journal, entry, "First", 1)
    lines = len(_lines(path))
    with journal.change("Lose", merge=("diagnosis", entry, "notes")) as change:
        change.edit("diagnosis", entry, notes="First and more")
        driver(change.connection).execute("DELETE FROM meta WHERE key = 'log seal before'")
    assert len(_lines(path)) == lines + 1
    _type(journal, entry, "First and much more", 1)
    assert len(_lines(path)) == lines + 1
    assert check(journal) == []


def test_long_typing_makes_the_file_little_larger(
    journal: Journal, person: str, path: Path
) -> None:
    entries = [add(journal, "diagnosis", person=person, name=f"Pain {at}") for at in range(3)]
    before, text = path.stat().st_size, _TEXT * 25
    for entry in entries:
        _type(journal, entry, text, 60)
    typed = len(text) * len(entries)
    assert path.stat().st_size - before < 8 * typed
    edit(journal, "diagnosis", entries[0], stage="2")
    assert check(journal) == []


def test_a_save_leaves_the_index_over_the_hashes_as_it_was(
    journal: Journal, person: str, path: Path
) -> None:
    """A hash that is set anew stays in its row: one page fewer is written at each save."""
    entry = add(journal, "diagnosis", person=person, name="Angina")

    def hashes() -> dict[int, str]:
        with raw(path) as connection:
            return dict(connection.execute("SELECT rowid, value FROM meta WHERE key LIKE 'log%'"))

    type_into(journal, "diagnosis", entry, "notes", "In the mornings")
    before = hashes()
    type_into(journal, "diagnosis", entry, "notes", "In the mornings, on stairs")
    assert hashes().keys() == before.keys()
    assert hashes() != before


def _sides(path: Path, entry: str) -> tuple[Any, ...]:
    with raw(path) as connection:
        rows = connection.execute(
            'SELECT typeof("before"), typeof("after") FROM change_row WHERE entry = ? '
            "ORDER BY seq DESC",
            (entry,),
        )
        found: tuple[Any, ...] = rows.fetchone()
        return found


def test_a_long_text_is_packed_in_the_history_and_comes_back_from_it(
    journal: Journal, person: str, path: Path
) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina", notes="At first")
    before = contents(journal)
    _type(journal, entry, _TEXT * 9, 4)
    after = contents(journal)
    assert _sides(path, entry) == ("text", "blob")
    assert journal.history(entry)[0].after is not None
    for step, wanted in ((journal.undo, before), (journal.redo, after)):
        step()
        assert contents(journal) == wanted
        assert check(journal) == []
    edit(journal, "diagnosis", entry, notes=_TEXT * 8)
    assert _sides(path, entry) == ("text", "text")


def test_harm_to_a_packed_text_is_told_and_nothing_is_made_of_it(
    journal: Journal, person: str, path: Path
) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina", notes="At first")
    _type(journal, entry, _TEXT * 9, 1)
    with journal.change("Harm") as change:
        change.connection.exec_driver_sql(
            'UPDATE change_row SET "after" = CAST(substr("after", 1, 90) || \'x\' || '
            'substr("after", 92) AS BLOB) WHERE typeof("after") = \'blob\''
        )
    assert [found.text[:34] for found in check(journal)] == ["The history of changes is damaged,"]
    assert journal.history(entry)[0].after == {}
    shown = contents(journal)
    with pytest.raises(UserError, match="cannot be taken back"):
        journal.undo()
    assert contents(journal) == shown


def test_a_text_is_kept_in_the_entry_and_packed_and_nowhere_else(
    journal: Journal, person: str, path: Path
) -> None:
    """Neither the index nor what it is made from holds the words in their order."""
    entry = add(journal, "diagnosis", person=person, name="Angina")
    _type(journal, entry, _TEXT * 3, 5)
    assert path.read_bytes().count(_TEXT.encode()) == 3
    journal.learn_typed()
    assert path.read_bytes().count(_TEXT.encode()) == 3
