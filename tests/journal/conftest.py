"""Real journals in real files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from tests.journal.written import add


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal lies."""
    return tmp_path / "Margaret.secondop"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    """An empty journal, open."""
    with Journal.create(path, KINDS) as opened:
        yield opened


@pytest.fixture
def person(journal: Journal) -> str:
    """The id of the one person in it."""
    return add(journal, "person", name="Margaret Evans")
