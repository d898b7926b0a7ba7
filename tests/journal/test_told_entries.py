"""Entries taken along say all that stands in them, with what belongs to them."""

from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.told_entries import as_table, as_text, told
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity


def _journal(folder: Path) -> Journal:
    return Journal.create(folder / "ann.secondop", KINDS)


def test_an_entry_with_what_belongs_to_it_as_text(tmp_path: Path) -> None:
    with _journal(tmp_path) as journal:
        with journal.change("Add") as change:
            person = change.add("person", name="Ann Lee")
            asked = change.add("question", person=person, text="How long?", why="I work")
            change.add("answer", person=person, question=asked, text="A year,\nor two")
        assert as_text(told(journal, [asked])) == (
            "How long?\nWhy it matters to you: I work\n"
            "  A year, or two\n  What they said: A year,\n    or two"
        )


def test_a_draft_says_that_it_is_one_and_keeps_what_was_typed(tmp_path: Path) -> None:
    with _journal(tmp_path) as journal:
        with journal.change("Add") as change:
            person = change.add("person", name="Ann Lee")
            typed = {"start": "after the storm"}
            medicine = change.add("medicine", person=person, name="Aspirin", unread=typed)
        text = as_text(told(journal, [medicine]))
        assert (
            text
            == "Aspirin (draft)\nName of the medicine: Aspirin\nWhen you started: after the storm"
        )


def test_results_as_a_table_have_the_columns_that_say_something(tmp_path: Path) -> None:
    with _journal(tmp_path) as journal:
        with journal.change("Add") as change:
            person = change.add("person", name="Ann Lee")
            ids = [
                change.add("result", person=person, test="Iron", value=Quantity(value), date=day)
                for value, day in (("<0.50", PartialDate(2025)), ("12", PartialDate(2026, 3)))
            ]
        assert as_table(journal, ids) == [
            ["Name of the test", "Result, as printed", "Date of the test"],
            ["Iron", "<0.50", "2025"],
            ["Iron", "12", "March 2026"],
        ]


def test_entries_of_several_kinds_share_one_table(tmp_path: Path) -> None:
    with _journal(tmp_path) as journal:
        with journal.change("Add") as change:
            person = change.add("person", name="Ann Lee")
            ids = [change.add("symptom", person=person, what="Dizzy"),
                   change.add("diagnosis", person=person, name="Angina")]  # fmt: skip
        assert [line[:2] for line in as_table(journal, ids)] == [
            ["Kind", "Title"], ["Symptom note", "Dizzy"], ["Diagnosis", "Angina"],
        ]  # fmt: skip
