"""Measuring by turns: what else the computer does then meets ours and the baseline alike."""

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.benchmarks.figures import Figure

ROOT = Path(__file__).resolve().parents[2]
_PROGRAMS = Path(__file__).parent / "programs"

Spent = Mapping[str, float]
"""What one run took, by name: seconds of the ``clock`` and of the ``processor``, or bytes."""


def alone(folder: Path) -> dict[str, str]:
    """Return the surroundings of a program that reads and writes none of this device's settings.

    Nor does it hand its journal to one that already runs.
    """
    places = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
    home = {name: str(folder) for name in places}
    # Programs that are installed have their bytecode; the first run writes it here.
    own = {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    usual = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return usual | {"QT_QPA_PLATFORM": "offscreen"} | home | own


def program(name: str, folder: Path, *arguments: str) -> Callable[[], Spent]:
    """Return a way to run a program of ``programs`` in a process of its own.

    It gets the moment of its start (``time.monotonic``) as its first argument and prints what
    it took as JSON.
    """
    file = str(_PROGRAMS / f"{name}.py")

    def run() -> Spent:
        done = subprocess.run(
            [sys.executable, file, str(time.monotonic()), *arguments],
            env=alone(folder),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{name} failed: {done.stderr}")
        spent: Spent = json.loads(done.stdout.splitlines()[-1])
        return spent

    return run


def timed(work: Callable[[], object]) -> Callable[[], Spent]:
    """Return a way to do some work here and to say what it took.

    As in the window, nobody looks for garbage meanwhile: who makes twice as much met it four times.
    """

    def run() -> Spent:
        with _no_garbage():
            clock, processor = time.perf_counter(), time.process_time()
            work()
            return {
                "clock": time.perf_counter() - clock,
                "processor": time.process_time() - processor,
            }

    return run


@contextmanager
def _no_garbage() -> Iterator[None]:
    looks = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if looks:
            gc.enable()


def by_turns(rounds: int, *works: Callable[[], Spent]) -> list[Spent]:
    """Return the medians of several runs of each, after one that warms up.

    What a run leaves is taken away before the next, beside the time: else it counts for whoever
    comes then.
    """
    for work in works:
        work()
    runs: list[list[Spent]] = [[] for _work in works]
    for _round in range(rounds):
        for work, spent in zip(works, runs, strict=True):
            gc.collect()
            spent.append(work())
    return [_medians(spent) for spent in runs]


def _medians(runs: Sequence[Spent]) -> Spent:
    return {name: median(run[name] for run in runs) for name in runs[0]}


def times(
    name: str, ours: Spent, baseline: Spent, wanted: float | None, *, own: bool = False
) -> Iterator[Figure]:
    """Return two lines: processor time, which a busy computer changes little, and the clock's."""
    for clock, words in (("processor", "processor time"), ("clock", "on the clock")):
        took = [spent[clock] * 1000 for spent in (ours, baseline)]
        yield Figure(f"{name}, {words}", took[0], took[1], wanted, own=own)
