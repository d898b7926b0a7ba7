"""Exports of Apple Health against a count that knows nothing of the importer."""

import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.journal.file import Journal
from tests.exchange.apple import made
from tests.exchange.imports.test_samples import DATA

_NAMES = {
    "BloodPressureSystolic": "Systolic blood pressure",
    "BloodPressureDiastolic": "Diastolic blood pressure",
    "BodyMass": "Body weight",
    "BloodGlucose": "Glucose",
    "OxygenSaturation": "Oxygen saturation",
    "RestingHeartRate": "Resting pulse",
}
"""What a measurement is called in the journal; all others are named as left out."""

_RECORD = re.compile(r'<Record type="HK\w+?TypeIdentifier(\w+)"([^>]*)>')
_PUBLISHED = sorted((DATA / "apple").glob("*.*"))

Told = tuple[str, str, Decimal]
"""A test, its day and minute, and its value."""


def _xml(path: Path) -> str:
    if path.suffix != ".zip":
        return path.read_text()
    with zipfile.ZipFile(path) as packed:
        return packed.read("apple_health_export/export.xml").decode()


def _part(attributes: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', attributes)
    return found[1] if found else ""


def _counted(path: Path) -> tuple[set[Told], Counter[str]]:
    """Return what is to arrive, and how many there are of each other kind."""
    results, others = set[Told](), Counter[str]()
    beats: dict[str, list[float]] = defaultdict(list)
    for kind, told in _RECORD.findall(_xml(path)):
        at, value = _part(told, "startDate"), _part(told, "value")
        if kind == "HeartRate":
            beats[at[:10]].append(float(value))
        elif kind in _NAMES:
            number = Decimal(value) * (100 if kind == "OxygenSaturation" else 1)
            results.add((_NAMES[kind], at[:16].replace(" ", "T"), number))
        else:
            others[kind] += 1
    for day, found in beats.items():
        figures = {"lowest": min(found), "mean": sum(found) / len(found), "highest": max(found)}
        for which, figure in figures.items():
            results.add((f"Pulse, {which} of the day", day, Decimal(int(figure + 0.5))))
    return results, others


def _told(plan: Plan) -> set[Told]:
    rows = (item.draft.values for item in plan.new if item.kind == "result")
    return {(row["test"], row["date"].iso, Decimal(row["value"].text)) for row in rows}


def _check(journal: Journal, path: Path) -> None:
    [person] = journal.entries("person")
    asked = importing.read([path], journal, person.id).questions
    keys = [one.key for one in asked if one.key.startswith("apple-")]
    answers = {key: "all" if key == "apple-since" else "yes" for key in keys}
    plan = importing.read([path], journal, person.id, answers)
    wanted, others = _counted(path)
    assert _told(plan) == wanted
    said = " ".join(one.why for one in plan.skipped)
    assert [f"({count:,})" in said for count in others.values()] == [True] * len(others)
    importing.apply(journal, plan)
    again = importing.read([path], journal, person.id, answers)
    assert (again.new, again.changed) == ((), ())
    journal.undo()
    assert not journal.entries("result")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A journal of one person, of whom nothing but the name is known."""
    with Journal.create(tmp_path / "j.secondop", KINDS) as made_here:
        with made_here.change("Add person") as change:
            change.add("person", name="Nora Dell")
        yield made_here


@pytest.mark.skipif(not _PUBLISHED, reason="the published samples are not here")
@pytest.mark.parametrize("path", _PUBLISHED, ids=lambda path: path.name)
def test_published_exports_arrive_whole(journal: Journal, path: Path) -> None:
    _check(journal, path)


def test_three_years_of_a_telephone_arrive_whole(journal: Journal, tmp_path: Path) -> None:
    chance = Random("telephone")
    values = {"BodyMass": (80, "kg"), "BloodGlucose": (6, "mmol/L"), "HeartRate": (70, "count/min")}
    values |= {"StepCount": (900, "count"), "RestingHeartRate": (60, "count/min")}
    records = []
    for number in range(400):
        kind = chance.choice(list(values))
        middle, unit = values[kind]
        value = str(middle + chance.randrange(-3, 4))
        year, month, day = 2021 + number % 3, 1 + number % 12, 1 + number % 28
        at = f"{year}-{month:02}-{day:02} {number % 24:02}:{number % 60:02}:11 +0100"
        records.append(made.record(kind, value, unit, at))
    oxygen = made.record("OxygenSaturation", "0.97", "%")
    xml = made.export(*records, oxygen, made.pressure("131", "77"))
    path = tmp_path / "export.zip"
    path.write_bytes(made.zipped(xml))
    _check(journal, path)
