"""What a row says of an entry, also where a value in it cannot be read."""

from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.engine import driver
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.widgets.kind_pages.entry_rows import newest_first, row_item


@pytest.mark.parametrize(
    ("column", "stands", "date", "detail"),
    [
        ("date", "20q1-0", "“20q1-0”", "all night"),
        ("severity", "9000000x", "", "all night · How bad, from 0 to 10: “9000000x”"),
        ("date", "long " * 40, "“long long", "all night"),
    ],
)
def test_what_stands_there_is_in_the_row(
    tmp_path: Path, column: str, stands: str, date: str, detail: str
) -> None:
    with Journal.create(tmp_path / "a.secondop", KINDS) as journal:
        with journal.change("Begin") as change:
            person = change.add("person", name="Nora Whitcombe")
            entry = change.add("symptom", person=person, what="Cough", severity_words="all night")
        with journal.change("Harm") as change:
            harm = f"UPDATE symptom SET {column} = ?"
            driver(change.connection).execute(harm, (stands,))
        item = row_item(KINDS["symptom"], journal.get("symptom", entry), journal.names())
    assert item.date.startswith(date)
    assert len(item.date) <= 60
    assert item.detail == detail
    assert item.status is not None


def test_the_newest_is_first_and_what_has_no_date_is_last(tmp_path: Path) -> None:
    with Journal.create(tmp_path / "a.secondop", KINDS) as journal:
        with journal.change("Begin") as change:
            own = {"person": change.add("person", name="Nora Whitcombe")}
            change.add("vaccination", name="Tetanus", **own)
            for name, year in (("Flu", 2021), ("Shingles", 2024), ("Hepatitis B", 1998)):
                change.add("vaccination", name=name, date=PartialDate(year), **own)
            change.add("vaccination", lot="A1", **own)
        kind = KINDS["vaccination"]
        found = newest_first(kind, journal.entries("vaccination", as_made=True))
    assert [row.name for row in found] == ["", "Shingles", "Flu", "Hepatitis B", "Tetanus"]
    assert kind.is_draft(found[0])
