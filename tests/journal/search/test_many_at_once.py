"""Entries that come together are learned together, and as each by itself would be."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.search.index_check import index_fits
from secondop_desktop.journal.storage.engine import driver
from secondop_desktop.journal.storage.raw_rows import RowChange
from secondop_desktop.journal.values.dates import PartialDate


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A journal of one person with a doctor."""
    with Journal.create(tmp_path / "a.secondop", KINDS) as made:
        with made.change("Add") as change:
            person = change.add("person", name="Ceridwen Llwyd")
            change.add("provider", name="Dr Old", person=person)
        yield made


def _fits(journal: Journal) -> bool:
    with journal.reading() as connection:
        return index_fits(connection, journal.kinds)


def _doctor(journal: Journal) -> tuple[str, str]:
    [row] = journal.entries("provider")
    return row.id, row.person


def _found(journal: Journal, words: str) -> int:
    with journal.reading() as connection:
        sql = "SELECT count(*) FROM search WHERE search MATCH ?"
        found: int = driver(connection).execute(sql, (words,)).fetchone()[0]
        return found


def test_new_entries_bear_the_name_that_changes_in_the_same_step(journal: Journal) -> None:
    doctor, person = _doctor(journal)
    with journal.change("Bring in") as change:
        for day in range(1, 9):
            date = f"2024-03-{day:02}"
            change.add("appointment", person=person, provider=doctor, when=_date(date))
        change.edit("provider", doctor, name="Dr Renamed")
    assert _fits(journal)
    assert _found(journal, "renamed") == 9
    assert _found(journal, "old") == 0


def test_undone_and_done_again_is_known_again(journal: Journal) -> None:
    _doctor_id, person = _doctor(journal)
    with journal.change("Bring in") as change:
        for number in range(5):
            change.add("symptom", person=person, what=f"Cramp {number}")
    assert _found(journal, "cramp") == 5
    journal.undo()
    assert (_found(journal, "cramp"), _fits(journal)) == (0, True)
    journal.redo()
    assert (_found(journal, "cramp"), _fits(journal)) == (5, True)


def test_what_the_search_knows_of_an_entry_that_was_not_there_is_put_right(
    journal: Journal,
) -> None:
    """A journal that was harmed may know of an entry whose row is only made again."""
    _doctor_id, person = _doctor(journal)
    with journal.change("Bring in") as change:
        lost = change.add("symptom", person=person, what="Cramp")
    with journal.reading() as connection:
        sql = "SELECT * FROM search_doc WHERE id = ?"
        [kept] = driver(connection).execute(sql, (lost,)).fetchall()
    journal.undo()
    with journal.change("Note") as change:
        change.add("symptom", person=person, what="Ache")
        marks = ", ".join("?" * len(kept))
        columns = (kept[0] + 100, *kept[1:])
        driver(change.connection).execute(f"INSERT INTO search_doc VALUES ({marks})", columns)
        change.follow(_made_again(journal, lost, person))
    assert _fits(journal)


def _made_again(journal: Journal, entry: str, person: str) -> RowChange:
    blank = dict(journal.kind("symptom").blank)
    row = blank | {"id": entry, "person": person, "what": "Cramp", "created": "", "changed": ""}
    return RowChange("symptom", entry, None, row)


def _date(text: str) -> PartialDate:
    return PartialDate.parse(text)


def test_many_say_in_the_index_what_each_says_alone(journal: Journal) -> None:
    _doctor_id, person = _doctor(journal)
    values: list[dict[str, Any]] = [
        {
            "test": "B12",
            "unit": "ng/L",
            "date": _date("2023-05-07"),
            "notes": "Dr McLeod, SW1A 1AA",
        },
        {"test": "B12", "unit": "ng/L", "notes": "seen 5 March, follow-\nup in Mar 24"},
        {"test": "Hæmoglobin", "notes": "0117 496 0123", "unread": {"date": "31 February"}},
        {"test": "HbA1c", "lab": "B12", "notes": ""},
    ]
    with journal.change("Bring in") as change:
        for one in values:
            change.add("result", person=person, **one)
    assert _fits(journal)
    assert _found(journal, "d20230507") == 1
    assert _found(journal, "body : b AND 12") == 3
    assert _found(journal, "february") == 1


def test_rows_that_wait_are_there_for_who_asks(journal: Journal) -> None:
    _doctor_id, person = _doctor(journal)
    with journal.change("Bring in") as change:
        first = change.add("symptom", person=person, what="Cramp")
        change.edit("symptom", first, what="Fever")
        second = change.add("symptom", person=person, what="Cough")
        change.put_away("symptom", second)
        found = driver(change.connection).execute("SELECT count(*) FROM symptom").fetchone()
    assert found[0] == 2
    assert [row.what for row in journal.entries("symptom")] == ["Fever"]
    assert _fits(journal)


def test_more_than_is_held_at_once_bear_a_name_that_changes_with_them(journal: Journal) -> None:
    doctor, person = _doctor(journal)
    with journal.change("Bring in") as change:
        for number in range(1_200):
            change.add("appointment", person=person, provider=doctor, place=f"Ward {number}")
            change.add("symptom", person=person, what=f"Cramp {number}")
        change.edit("provider", doctor, name="Dr Renamed")
    assert _fits(journal)
    assert _found(journal, "renamed") == 1_201
    assert _found(journal, "old") == 0
    journal.undo()
    assert _fits(journal)
    assert (_found(journal, "cramp"), _found(journal, "old")) == (0, 1)
