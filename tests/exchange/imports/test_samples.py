"""Published samples, where they lie beside the checkout: nothing that counts is lost."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Item
from secondop_desktop.journal.file import Journal
from tests.architecture.house import ROOT

DATA = ROOT.parent / "shared" / "data"
FOLDERS = ("fhir-r4", "gpconnect-stu3", "ips", "synthea", "ukcore")
FILES = [path for folder in FOLDERS for path in sorted((DATA / folder).glob("*.json"))]
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the published samples are not here")


def with_person(journal: Journal, path: Path) -> Journal:
    """Add a person to a journal where the file does not name one."""
    if not re.search(rb'"resourceType"\s*:\s*"Patient"', path.read_bytes()):
        with journal.change("Add person") as change:
            change.add("person", name=subject_of(path))
    return journal


def subject_of(path: Path) -> str:
    """Return what a file calls its patient beside a reference."""
    beside = r'"(?:subject|patient)"\s*:\s*\{[^}]*"display"\s*:\s*"([^"]+)"'
    found = re.search(beside, path.read_text(encoding="utf-8"))
    return found[1] if found else "Ann Lee"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_second_import_adds_nothing_and_undo_takes_all_back(empty: Journal, path: Path) -> None:
    journal = with_person(empty, path)
    plan = importing.read([path], journal)
    importing.apply(journal, plan)
    again = importing.read([path], journal)
    assert (again.new, again.changed) == ((), ())
    assert _entries(again.same) == _entries(plan.new)
    journal.undo()
    assert len(importing.read([path], journal).new) == len(plan.new)


def _entries(items: Sequence[Item]) -> int:
    return sum(item.kind != "person" for item in items)


@pytest.mark.parametrize(
    ("name", "results", "skipped"),
    [("made__libreview_mmol_dayfirst.csv", 1344, 1), ("made__omron_bp.csv", 180, 0)],
)
def test_tables_of_meters_are_read(journal: Journal, name: str, results: int, skipped: int) -> None:
    plan = importing.read([DATA / "csv" / name], journal)
    assert (len(plan.new), len(plan.skipped)) == (results, skipped)
    importing.apply(journal, plan)
    assert importing.read([DATA / "csv" / name], journal).new == ()
