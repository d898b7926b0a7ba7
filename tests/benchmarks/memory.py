"""How far the memory grows while a file of lines (NDJSON) is read, planned and written.

The same lines come as they are, packed (gz), and in a zip with a file for each type. Each file is
brought in by a process of its own, so that one's memory is not another's. Two small files tell
whether it grows with the file; ``python -m tests.benchmarks.memory 50 200`` measures files of so
many megabytes, which takes minutes.
"""

import gzip
import json
import random
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory

from tests.benchmarks.export import bodies
from tests.benchmarks.figures import Figure, printed
from tests.benchmarks.rounds import program

_SMALL, _LARGE = 8, 24
"""Megabytes, both of so many that they are read in parts."""

_WANTED = 1.3


def figures(folder: Path, small: int = _SMALL, large: int = _LARGE) -> Iterator[Figure]:
    """Measure two files of each form, the second against the first."""
    for form, put in _FORMS.items():
        less, more = (_peak(folder, size, put) for size in (small, large))
        name = f"Memory for {large} MB of {form}, against {small} MB"
        yield Figure(name, more, less, _WANTED, "MB", own=True)


def _peak(folder: Path, megabytes: int, put: Callable[[Path], Path]) -> float:
    warm, lines = folder / "warm.ndjson", folder / f"bulk-{megabytes}.ndjson"
    _write(warm, 100_000)
    _write(lines, megabytes * 1_000_000)
    file = put(lines)
    spent = program("import_peak", folder, str(folder), str(warm), str(file))()
    for one in (lines, file, folder / f"{file.stem}.secondop"):
        one.unlink(missing_ok=True)
    return spent["bytes"] / 1_000_000


def _write(file: Path, size: int) -> None:
    """Write lines of one person until there are so many letters; none of them is held."""
    with file.open("w", encoding="utf-8") as stream:
        for body in bodies(random.Random(7)):
            size -= stream.write(f"{json.dumps(body, default=str)}\n")
            if size <= 0:
                return


def _packed(lines: Path) -> Path:
    made = lines.with_name(f"{lines.name}.gz")
    with lines.open("rb") as stream, gzip.open(made, "wb", compresslevel=1) as out:
        copyfileobj(stream, out)
    return made


def _zipped(lines: Path) -> Path:
    """Make a zip of a file for each type, written one after the other."""
    with lines.open(encoding="utf-8") as stream:
        types = dict.fromkeys(json.loads(line)["resourceType"] for line in stream)
    made = lines.with_suffix(".zip")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for kind in types:
            with lines.open("rb") as stream, out.open(f"{kind}.ndjson", "w") as member:
                mark = f'{{"resourceType": "{kind}"'.encode()
                member.writelines(line for line in stream if line.startswith(mark))
    return made


_FORMS = {
    "NDJSON": lambda lines: lines,
    "NDJSON packed as gz": _packed,
    "NDJSON in a zip, a file for each type": _zipped,
}


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        print(printed(list(figures(Path(place), *map(int, sys.argv[1:])))))
