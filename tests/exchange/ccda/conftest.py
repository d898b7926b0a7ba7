"""A journal with nobody in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Journal]:
    """A journal with nobody in it."""
    with Journal.create(tmp_path / "journal.secondop", KINDS) as journal:
        yield journal
