"""The parts of the long harness: what each does, how often, and when it holds."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.faults.harness import (
    damages,
    errors,
    flips,
    fuzz,
    hostile,
    kills,
    power_cuts,
    work_kills,
)
from tests.faults.harness.tally import Tally

Run = Callable[[Path, Random, int], Tally]


@dataclass(frozen=True)
class Part:
    """One way to harm journals: ``wanted`` times in all, ``each`` of them in one slice.

    ``counted`` is the figure that says how often; ``holds`` judges the sums beside what was broken.
    """

    run: Run
    counted: str
    wanted: int
    each: int
    holds: Callable[[Counter[str]], bool] = lambda _sums: True


PARTS: dict[str, Part] = {
    "kills": Part(kills.run, "kills", 200, 25),
    "encrypted-kills": Part(kills.run_encrypted, "kills", 50, 25),
    "work-kills": Part(work_kills.run, "kills", 990, 90),
    "encrypted-work-kills": Part(work_kills.run_encrypted, "kills", 270, 90),
    "power-cuts": Part(power_cuts.run, "images", 4500, 450),
    "encrypted-power-cuts": Part(power_cuts.run_encrypted, "images", 1800, 450),
    "errors": Part(errors.run, "injected", 540, 90),
    "encrypted-errors": Part(errors.run_encrypted, "injected", 180, 90),
    "flips": Part(flips.run, "flips", 1000, 125),
    "encrypted-flips": Part(flips.run_encrypted, "flips", 300, 100),
    "damages": Part(damages.run, "damages", 200, 10, damages.comes_back),
    "encrypted-damages": Part(damages.run_encrypted, "damages", 45, 15, damages.comes_back),
    "copied-damages": Part(damages.run_with_copies, "damages", 40, 10, damages.comes_back),
    "hostile": Part(hostile.run, "kinds", 100, 100),
    "encrypted-hostile": Part(hostile.run_encrypted, "kinds", 100, 100),
    "fuzz": Part(fuzz.run, "inputs", 20_000, 1000),
}
