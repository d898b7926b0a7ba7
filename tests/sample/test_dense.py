"""The dense years make a big journal out of the story, and a sound one."""

from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.sample import write_sample
from tests.sample.conftest import TODAY


@pytest.fixture(scope="module")
def dense(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dense") / "dense.secondop"
    write_sample(path, scale=2, today=TODAY)
    return path


def _count(journal: Journal) -> int:
    return sum(len(journal.entries(kind)) for kind in KINDS)


def test_each_year_brings_about_a_thousand_entries(story: Journal, dense: Path) -> None:
    with Journal.look(dense, KINDS) as journal:
        assert 900 < (_count(journal) - _count(story)) / 2 < 1100
        assert len(journal.entries("case")) == 3


def test_dense_years_are_sound(dense: Path) -> None:
    with Journal.look(dense, KINDS) as journal:
        assert check(journal) == []
        for kind in KINDS.values():
            rows = journal.entries(kind.name)
            assert [rule(row) for row in rows for rule in kind.rules if rule(row)] == []
            assert [row for row in rows if kind.missing(row)] == []


def test_one_undo_takes_a_year_back(dense: Path) -> None:
    with Journal.open(dense, KINDS) as journal:
        before = _count(journal)
        assert journal.undo()
        assert 900 < before - _count(journal) < 1100
        assert journal.redo()
