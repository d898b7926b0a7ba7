"""A journal with one person, whom the discs are about."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Open a journal of one person."""
    with Journal.create(tmp_path / "a.secondop", KINDS) as made:
        with made.change("Add person") as change:
            change.add("person", name="Ceridwen Llwyd")
        yield made
