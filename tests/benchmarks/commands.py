"""What commands cost: against Python alone, and against the least that reads or writes a row."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.sample import write_sample
from tests.benchmarks.figures import Figure
from tests.benchmarks.rounds import Spent, alone, by_turns, times

_ROUNDS = 9
_PROGRAMS = Path(__file__).parent / "programs"
_TOLD = (["--version"], ["--help"], ["kinds"])


def figures(folder: Path) -> Iterator[Figure]:
    """Measure what needs no journal, then list, show and add."""
    journal = folder / "sample.secondop"
    write_sample(journal)
    with Journal.open(journal, KINDS) as opened:
        medicine = opened.entries("medicine")[0].id
    bare = _ran(folder, "-c", "pass")
    for words in _TOLD:
        ours, least = by_turns(_ROUNDS, _ran(folder, "-m", "secondop_desktop", *words), bare)
        yield from times(f"secondop {words[0]}, against Python alone", ours, least, 3.0)
    for words, act in (
        (["list", str(journal), "medicine"], "read"),
        (["show", str(journal), medicine], "read"),
        (["add", str(journal), "medicine", "name=Codeine"], "write"),
    ):
        raw = _ran(folder, str(_PROGRAMS / "one_table.py"), act, str(journal))
        ours, least = by_turns(_ROUNDS, _ran(folder, "-m", "secondop_desktop", *words), raw)
        yield from times(f"secondop {words[0]}, against SQLAlchemy alone", ours, least, 1.4)


def _ran(folder: Path, *words: str) -> Callable[[], Spent]:
    """Return a way to run Python with these words and to say what the process took."""

    def run() -> Spent:
        began = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, *words], env=alone(folder), stdout=subprocess.DEVNULL
        ) as process:
            _pid, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{words} failed")
        return {"clock": time.perf_counter() - began, "processor": used.ru_utime + used.ru_stime}

    return run
