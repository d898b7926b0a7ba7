"""A large journal to measure on."""

import random
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity

_WORDS = [
    "angina",
    "pain",
    "chest",
    "left",
    "arm",
    "breath",
    "stairs",
    "walking",
    "rest",
    "night",
    "morning",
    "tired",
    "cough",
    "fever",
    "blood",
    "pressure",
    "pulse",
    "heart",
    "scan",
    "letter",
    "consultant",
    "surgery",
    "tablet",
    "dose",
    "milligram",
    "twice",
    "daily",
    "kidney",
    "liver",
    "sugar",
    "iron",
    "vitamin",
    "result",
    "normal",
    "range",
    "doctor",
    "nurse",
    "hospital",
    "clinic",
    "waiting",
    "list",
    "operation",
    "recovery",
    "risk",
    "benefit",
    "question",
    "answer",
    "opinion",
    "second",
    "first",
    "plan",
    "follow",
    "weeks",
    "months",
]


def fill(path: Path, entries: int) -> None:
    """Make a journal with so many entries of a few dozen words each, in one change."""
    chance = random.Random(7)
    with Journal.create(path, KINDS) as journal, journal.change("Fill") as change:
        person = change.add("person", name="Margaret Evans")
        for number in range(entries):
            day = PartialDate(2005 + number % 20, 1 + number % 12, 1 + number % 28)
            notes, name = words(chance, 30), words(chance, 2).capitalize()
            if number % 2:
                value = Quantity(f"{chance.randint(1, 99)}.{number % 10}")
                change.add("result", person=person, test=name, value=value, date=day, notes=notes)
            else:
                change.add("diagnosis", person=person, name=name, date=day, notes=notes)


def words(chance: random.Random, number: int) -> str:
    """Return so many words of medical letters, in any order."""
    return " ".join(chance.choices(_WORDS, k=number))
