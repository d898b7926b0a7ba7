"""Some of the entries are found without reading the others."""

from datetime import date
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from tests.reads import reads


def test_entries_whose_day_is_not_over_are_found_by_their_days_alone(tmp_path: Path) -> None:
    with Journal.create(tmp_path / "made.secondop", KINDS) as journal:
        with journal.change("Fill") as change:
            person = change.add("person", name="Edith Maplethorpe")
            for day in (PartialDate(2020, 3, 1), PartialDate(2020, 3), PartialDate(2020), None):
                change.add("appointment", person=person, when=day)
        with reads() as read:
            found = journal.from_day("appointment", date(2020, 3, 2), person=person)
        assert [row.when for row in found] == [PartialDate(2020, 3), PartialDate(2020)]
        assert read.rows == 4 + 2
        assert journal.from_day("appointment", date(2021, 1, 1), person=person) == []


def test_entries_are_found_by_one_of_a_few_words(tmp_path: Path) -> None:
    with Journal.create(tmp_path / "made.secondop", KINDS) as journal:
        with journal.change("Fill") as change:
            person = change.add("person", name="Edith Maplethorpe")
            for status in ("open", "answered", "", "open"):
                change.add("question", person=person, text="Why?", status=status)
        with journal.reading():
            few = journal.entries("question", among={"status": ("", "open")}, person=person)
            one = journal.entries("question", among={"status": ("answered",)}, person=person)
        assert [row.status for row in few] == ["open", "", "open"]
        assert [row.status for row in one] == ["answered"]
