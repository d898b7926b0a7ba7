"""A journal about one person, into which tables come."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Return a journal about Nora Field."""
    with Journal.create(tmp_path / "j.secondop", KINDS) as made:
        with made.change("Begin") as change:
            change.add("person", name="Nora Field")
        yield made
