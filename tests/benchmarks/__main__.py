"""Measure the program and print one table: ``python -m tests.benchmarks [start …]``."""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.figures import Figure, missed, printed
from tests.benchmarks.rounds import ROOT

_NOTE = """
A ratio is ours divided by the baseline: the least raw code that does the same work, measured by
turns with ours in this run. Figures of another run or computer do not compare; ratios do.
What is wanted is what the issues ask for; "own" marks limits that we set ourselves.
"""


_OTHERS = {
    "__main__",
    "export",
    "figures",
    "large",
    "large_files",
    "one_part",
    "peaks",
    "plot",
    "rounds",
}


class Failed(Exception):
    """A part came to no figures; the words say why."""


def parts() -> tuple[str, ...]:
    """Return the modules that measure; each has a function ``figures(folder)``."""
    found = {path.stem for path in Path(__file__).parent.glob("*.py")} - _OTHERS
    measuring = {name for name in found if not name.startswith("test_")}
    return ("start", *sorted(measuring - {"start"}))


def measured(part: str) -> list[Figure]:
    """Return the figures of a part, from a process in which nothing was measured before.

    What Qt and libraries remark is told only where the part fails.
    """
    began = time.monotonic()
    words = [sys.executable, "-m", "tests.benchmarks.one_part", part]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    print(f"{part}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    if done.returncode:
        raise Failed(done.stderr.strip() or f"it ended with {done.returncode}")
    return [Figure(**told) for told in json.loads(done.stdout.splitlines()[-1])]


def main(chosen: Sequence[str]) -> int:
    """Print the figures of the chosen parts, or of all, then what is missed and what failed."""
    found, failed = list[Figure](), dict[str, str]()
    for part in chosen or parts():
        try:
            found += measured(part)
        except Failed as fault:
            failed[part] = str(fault)
    print(printed(found))
    print(_NOTE)
    print(missed(found))
    for part, why in failed.items():
        print(f"\n{part} failed:\n{why}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
