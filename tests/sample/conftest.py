"""The story, written once for all its tests, on one fixed day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.sample import write_sample

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def story_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "story.secondop"
    write_sample(path, today=TODAY)
    return path


@pytest.fixture(scope="session")
def story(story_file: Path) -> Iterator[Journal]:
    with Journal.look(story_file, KINDS) as journal:
        yield journal
