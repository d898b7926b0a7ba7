"""How far the memory grows while a file of lines (NDJSON) is read, planned and written.

Each file is brought in by a process of its own, so that one's memory is not another's. Two small
files tell whether it grows with the file; ``python -m tests.benchmarks.memory 50 200`` measures
files of so many megabytes, which takes minutes.
"""

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.export import bodies
from tests.benchmarks.figures import Figure, printed
from tests.benchmarks.rounds import program

_SMALL, _LARGE = 8, 24
"""Megabytes, both of so many that they are read in parts."""

_WANTED = 1.3


def figures(folder: Path, small: int = _SMALL, large: int = _LARGE) -> Iterator[Figure]:
    """Measure two files, the second against the first."""
    less, more = (_peak(folder, size) for size in (small, large))
    name = f"Memory for {large} MB of NDJSON, against {small} MB"
    yield Figure(name, more, less, _WANTED, "MB", own=True)


def _peak(folder: Path, megabytes: int) -> float:
    warm, file = folder / "warm.ndjson", folder / f"bulk-{megabytes}.ndjson"
    _write(warm, 100_000)
    _write(file, megabytes * 1_000_000)
    spent = program("import_peak", folder, str(folder), str(warm), str(file))()
    file.unlink()
    return spent["bytes"] / 1_000_000


def _write(file: Path, size: int) -> None:
    """Write lines of one person until there are so many letters; none of them is held."""
    with file.open("w", encoding="utf-8") as stream:
        for body in bodies(random.Random(7)):
            size -= stream.write(f"{json.dumps(body, default=str)}\n")
            if size <= 0:
                return


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        print(printed(list(figures(Path(place), *map(int, sys.argv[1:])))))
