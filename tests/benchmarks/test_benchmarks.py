"""The table of the benchmarks itself: no figure that cannot miss, no part lost with another."""

import json
import subprocess
import sys
from importlib.util import find_spec

import pytest

from tests.benchmarks import __main__ as benchmarks
from tests.benchmarks.figures import Figure, missed, printed
from tests.benchmarks.rounds import ROOT

_GREAT = 200 * 1024 * 1024
_SAID = "from tests.benchmarks.peaks import highest_so_far; print(highest_so_far())"


@pytest.mark.parametrize(("ours", "baseline"), [(0.0, 0.0), (3.0, 0.0), (0.0, 2.0), (-1.0, 2.0)])
def test_a_ratio_to_nothing_is_no_figure(ours: float, baseline: float) -> None:
    with pytest.raises(ValueError, match="not measured"):
        Figure("Memory", ours, baseline, 1.3, "MB")


def test_what_is_missed_is_told_at_the_end() -> None:
    held, over = Figure("Saving", 3.0, 2.0, 1.8), Figure("Searching", 5.0, 2.0, 1.8, own=True)
    alone = Figure("A frame", 17.0, wanted=16.0)
    told = missed([held, over, alone, Figure("Beside", 9.0, 1.0)])
    assert told.splitlines()[0] == "2 of 3 figures are more than is wanted:"
    assert "Searching" in told
    assert "≤ 1.80 own  missed" in told
    assert "A frame" in told
    assert "Saving" not in told
    assert missed([held]) == "0 of 1 figures are more than is wanted."
    assert "missed" not in printed([held])


def test_each_part_is_a_module_of_its_own() -> None:
    parts = benchmarks.parts()
    assert parts[0] == "start"
    assert {"memory", "staying", "growth", "importing"} < set(parts)
    assert not {"plot", "rounds", "peaks", "one_part", "test_benchmarks"} & set(parts)
    assert all(find_spec(f"tests.benchmarks.{part}") for part in parts)


def test_a_part_that_fails_leaves_the_table_of_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def measured(part: str) -> list[Figure]:
        asked.append(part)
        if part == "second":
            raise benchmarks.Failed("the disk is full")
        return [Figure(f"Of {part}", 3.0, 2.0, 1.0)]

    monkeypatch.setattr(benchmarks, "measured", measured)
    assert benchmarks.main(["first", "second", "third"]) == 1
    told = capsys.readouterr().out
    assert asked == ["first", "second", "third"]
    assert "Of first" in told
    assert "Of third" in told
    assert "second failed:\nthe disk is full" in told
    assert benchmarks.main(["first"]) == 0


def test_why_a_part_failed_is_what_its_process_said() -> None:
    with pytest.raises(benchmarks.Failed, match=r"No module named 'tests\.benchmarks\.nowhere'"):
        benchmarks.measured("nowhere")


def test_the_peak_of_a_process_is_not_that_of_the_one_that_started_it() -> None:
    filled = f"great = bytearray(b'x') * {_GREAT}; import subprocess, sys; "
    child = "print(subprocess.check_output([sys.executable, '-c', sys.argv[1]], text=True).strip())"
    words = [sys.executable, "-c", f"{_SAID}; {filled}{_SAID}; {child}", _SAID]
    told = subprocess.check_output(words, cwd=ROOT, text=True)
    before, after, inside = map(json.loads, told.split())
    assert after - before >= _GREAT * 0.9
    assert inside < _GREAT / 2
