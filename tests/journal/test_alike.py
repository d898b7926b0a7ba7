"""Of entries that are alike the latest is found as if each had been looked at."""

from pathlib import Path
from random import Random
from typing import Any

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.alike import AlikeEntries
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity

_DAYS = (
    None,
    PartialDate(2019),
    PartialDate(2019, 12),
    PartialDate(2019, 12, 31),
    PartialDate(2020, about=True),
    PartialDate(2020, 1, 1),
    PartialDate(987, 5),
)


def _fill(path: Path, seed: int) -> str:
    chance = Random(seed)
    with Journal.create(path, KINDS) as journal:
        with journal.change("Fill") as change:
            people = [change.add("person", name=name) for name in ("Edith", "Walter")]
        for _at in range(60):
            with journal.change("Enter") as change:
                told: dict[str, Any] = {
                    "test": chance.choice(("Sodium", "Iron", "Zinc")),
                    "unit": chance.choice(("", "mmol/L")),
                    "value": chance.choice((None, Quantity("5"), Quantity("6"))),
                    "date": chance.choice(_DAYS),
                }
                change.add("result", person=chance.choice(people), **told)
    return people[0]


def _latest(journal: Journal, person: str) -> list[str]:
    """Return the latest of each group, having read every result."""
    found: dict[object, Any] = {}
    for row in journal.entries("result", person=person):
        alike = row.test, row.unit, row.value is None
        day = row.date.stored if row.date else ""
        if alike not in found or day >= found[alike][0]:
            found[alike] = day, row.id
    latest = {entry for _day, entry in found.values()}
    return [row.id for row in journal.entries("result", person=person) if row.id in latest]


def test_the_latest_of_each_group_is_the_one_that_reading_all_finds(tmp_path: Path) -> None:
    for seed in range(4):
        path = tmp_path / f"{seed}.secondop"
        person = _fill(path, seed)
        with Journal.open(path, KINDS) as journal:
            alike = AlikeEntries(
                journal, KINDS["result"], ("test", "unit"), "value", "date", person=person
            )
            latest = alike.latest()
            assert latest == _latest(journal, person)
            assert len(latest) > 6
            some = [row for row in journal.entries("result", person=person) if row.test == "Iron"]
            like = [entry for entry in latest if entry in {row.id for row in some}]
            assert alike.columns(["id", "date"], like) == [(row.id, row.date) for row in some]
