"""Measure the program and print one table: ``python -m tests.benchmarks [start …]``."""

import os
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import Figure, printed

_NOTE = """
A ratio is ours divided by the baseline: the least raw code that does the same work, measured by
turns with ours in this run. Figures of another run or computer do not compare; ratios do.
Nothing here fails: "missed" marks what is more than was wanted.
"""


def _parts() -> tuple[str, ...]:
    """Return the modules that measure; each has a function ``figures(folder)``."""
    others = {"__main__", "export", "figures", "large", "large_files", "plot", "rounds"}
    found = {path.stem for path in Path(__file__).parent.glob("*.py")} - others
    return ("start", *sorted(found - {"start"}))


def _figures(part: str) -> list[Figure]:
    began = time.monotonic()
    with TemporaryDirectory() as folder:
        found = list(import_module(f"tests.benchmarks.{part}").figures(Path(folder)))
    print(f"{part}: {time.monotonic() - began:.0f} s", file=sys.stderr)
    return found


def main(chosen: Sequence[str]) -> None:
    """Print the figures of the chosen parts, or of all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(printed([figure for part in chosen or _parts() for figure in _figures(part)]))
    print(_NOTE)


if __name__ == "__main__":
    main(sys.argv[1:])
