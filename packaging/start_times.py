"""Measure two ways to start the window in turns: ``start_times.py TIMES FROZEN``.

Each start is timed until the journal is open, which is after the window was painted: then a note
of that lies beside it. Both start without a screen, so that nothing but the program is measured. On
a computer that has other work too, the processor's time tells more than the clock.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

SOURCE = (sys.executable, "-m", "secondop_desktop")
_LONGEST = 60.0
_STEP = 0.002


class Taken(NamedTuple):
    """The seconds of one start: by the clock, and of the processor."""

    clock: float
    processor: float


def taken(command: Sequence[str], journal: Path, home: Path) -> Taken:
    """Return how long a start takes; raises TimeoutError where it never comes to an end."""
    before = _of_processor()
    clock = _until_open(command, journal, home)
    return Taken(clock, _of_processor() - before)


def _of_processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _until_open(command: Sequence[str], journal: Path, home: Path) -> float:
    note = journal.with_name(f".{journal.name}.open")
    note.unlink(missing_ok=True)
    begun = time.monotonic()
    words, around = [*command, str(journal)], _environment(home)
    with subprocess.Popen(words, env=around, stderr=subprocess.DEVNULL) as started:
        try:
            while not note.exists():
                if started.poll() is not None or time.monotonic() - begun > _LONGEST:
                    raise TimeoutError(" ".join(command))
                time.sleep(_STEP)
            return time.monotonic() - begun
        finally:
            started.terminate()


def _environment(home: Path) -> dict[str, str]:
    running = home / "running"
    running.mkdir(mode=0o700, exist_ok=True)
    own = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    return os.environ | own | {"XDG_RUNTIME_DIR": str(running), "LC_ALL": "C.UTF-8"}


def main() -> int:
    """Print the medians and their ratios."""
    times, frozen = int(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        journal = home / "sample.secondop"
        subprocess.run([*SOURCE, "sample", str(journal)], check=True, stdout=subprocess.DEVNULL)
        found: dict[str, list[Taken]] = {"from source": [], "frozen": []}
        for _turn in range(times + 1):  # the first of each only fills the caches
            found["from source"].append(taken(SOURCE, journal, home))
            found["frozen"].append(taken([frozen], journal, home))
        shutil.rmtree(home / "config", ignore_errors=True)
    _tell({how: _middle(each[1:]) for how, each in found.items()}, times)
    return 0


def _middle(each: Sequence[Taken]) -> Taken:
    clock, processor = (statistics.median(column) for column in zip(*each, strict=True))
    return Taken(clock, processor)


def _tell(middle: Mapping[str, Taken], times: int) -> None:
    for how, one in middle.items():
        said = (
            f"{one.clock:.2f} s until the journal is open, {one.processor:.2f} s of the processor"
        )
        print(f"{how}: {said} (medians of {times})")
    source, frozen = middle["from source"], middle["frozen"]
    clock, processor = frozen.clock / source.clock, frozen.processor / source.processor
    print(f"ratio: {clock:.2f} by the clock, {processor:.2f} by the processor")


if __name__ == "__main__":
    sys.exit(main())
