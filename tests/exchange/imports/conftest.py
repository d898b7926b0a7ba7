"""A journal to import into, and files to import."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage import unfinished
from secondop_desktop.journal.values.dates import PartialDate
from tests.exchange.bundles import bundle, written

Put = Callable[..., Path]
Plans = Callable[..., Plan]


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Journal]:
    """A journal with nobody in it."""
    with Journal.create(tmp_path / "journal.secondop", KINDS) as journal:
        yield journal


@pytest.fixture
def journal(empty: Journal) -> Journal:
    """A journal with the person that the bundles are about."""
    with empty.change("Add person") as change:
        born = PartialDate.parse("1950-05-03")
        change.add("person", name="Margaret Hale", birth_date=born)
    return empty


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Writes a file: bytes, text, or the resources of a bundle."""

    def write(name: str, *given: Any) -> Path:
        path = tmp_path / name
        if len(given) == 1 and isinstance(given[0], bytes):
            path.write_bytes(given[0])
        elif len(given) == 1 and isinstance(given[0], str):
            path.write_text(given[0], encoding="utf-8")
        else:
            path.write_text(written(bundle(*given)), encoding="utf-8")
        return path

    return write


@pytest.fixture
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for what lies on the disk for a moment; it is empty when nothing is left."""
    place = tmp_path / "private"
    place.mkdir(mode=0o700)
    for which in ("runtime_folder", "roomy_folder"):
        monkeypatch.setattr(unfinished, which, lambda: place)
    return place


@pytest.fixture
def plan(journal: Journal, put: Put) -> Plans:
    """Makes the plan for importing one file into the journal."""

    def read(name: str, *given: Any, person: str | None = None) -> Plan:
        return importing.read([put(name, *given)], journal, person)

    return read


@pytest.fixture
def bring(journal: Journal, plan: Plans) -> Plans:
    """Imports one file and returns the plan that was carried out."""

    def apply(name: str, *given: Any, person: str | None = None) -> Plan:
        made = plan(name, *given, person=person)
        importing.apply(journal, made)
        return made

    return apply
