"""A save that was acknowledged is never lost, whenever the process is killed; short rounds."""

from pathlib import Path
from random import Random

import pytest

from tests.faults.harness import damages, errors, power_cuts, traces
from tests.faults.harness.kills import kill
from tests.faults.harness.parts import PARTS

_SHORT = {"flips": 12, "fuzz": 58}


def test_nothing_acknowledged_is_lost_by_a_few_kills(tmp_path: Path) -> None:
    assert kill(tmp_path / "a.secondop", Random(15), times=6)


@pytest.mark.parametrize("part", _SHORT)
def test_a_few_rounds_of_the_harness_hold(tmp_path: Path, part: str) -> None:
    _prove(part, tmp_path, _SHORT[part])


def test_what_is_harmed_comes_back(tmp_path: Path) -> None:
    tally = damages.run_short(tmp_path, Random(4), 4)
    assert tally.broken == []
    assert damages.comes_back(tally.counts)


@pytest.mark.long
@pytest.mark.parametrize("part", ["kills", "work-kills", "hostile", "copied-damages"])
def test_a_slice_of_the_harness_holds(tmp_path: Path, part: str) -> None:
    _prove(part, tmp_path, min(20, PARTS[part].each))


@pytest.mark.long
@pytest.mark.skipif(not traces.THERE, reason="strace is not there")
@pytest.mark.parametrize("part", [power_cuts.run, power_cuts.run_encrypted, errors.run])
def test_what_strace_must_see(tmp_path: Path, part: object) -> None:
    tally = part(tmp_path, Random(3), 45)  # type: ignore[operator]
    assert tally.broken == []


def _prove(part: str, folder: Path, times: int) -> None:
    tally = PARTS[part].run(folder, Random(part), times)
    assert tally.broken == []
    assert tally.counts[PARTS[part].counted] >= times
    assert PARTS[part].holds(tally.counts)
