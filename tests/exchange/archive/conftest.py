"""An archive to try things on."""

from pathlib import Path

import pytest

from secondop_desktop.exchange.archive.writing import write_archive
from tests.exchange.archive.filled import filled


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The archive of a journal."""
    with filled(tmp_path / "a.secondop") as journal:
        write_archive(journal, tmp_path / "a.zip")
    return tmp_path / "a.zip"
