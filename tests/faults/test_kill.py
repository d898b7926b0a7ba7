"""A save that was acknowledged is never lost, whenever the process is killed."""

from pathlib import Path

import pytest

from tests.faults.harness import damages, flips, hostile
from tests.faults.harness.kills import kill


def test_nothing_acknowledged_is_lost_by_a_few_kills(tmp_path: Path) -> None:
    assert kill(tmp_path / "a.secondop", times=15)


@pytest.mark.long
def test_nothing_acknowledged_is_lost_by_a_hundred_kills(tmp_path: Path) -> None:
    assert kill(tmp_path / "a.secondop", times=100)


@pytest.mark.parametrize(("part", "times"), [(flips, 12), (damages, 4)])
def test_a_few_rounds_of_the_harness_hold(tmp_path: Path, part: object, times: int) -> None:
    line, held = part.run(tmp_path, times)  # type: ignore[attr-defined]
    assert held, line


@pytest.mark.long
def test_every_hostile_journal_is_refused(tmp_path: Path) -> None:
    line, held = hostile.run(tmp_path, 0)
    assert held, line
