"""Gives harmed files to everything that reads: each is read, or refused in one sentence.

It is done in a process with limits of memory and time; what ends it, or is raised, is a fault.
"""

import resource
import signal
from contextlib import closing, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from time import perf_counter

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from tests.faults.child import where
from tests.faults.forks import FORKS
from tests.faults.harness.mutations import harmed
from tests.faults.harness.readers import Reader, every
from tests.faults.harness.tally import Tally
from tests.faults.saving import begin

_MEMORY = 3_000_000_000
_SECONDS = 60
"""For one file, on a busy computer; a whole one of these takes a hundredth of a second."""
_SLOW = 10.0


def run(folder: Path, chance: Random, times: int) -> Tally:
    """Give out so many harmed files, over all readers in turn."""
    tally, seed = Tally(), chance.randrange(1 << 32)
    begin(folder / "a.secondop")
    number = 0
    while number < times:
        number = _till_it_ends(folder, seed, number, times, tally)
    return tally


def _till_it_ends(folder: Path, seed: int, first: int, times: int, tally: Tally) -> int:
    """Let a child read until all is read or it ends; return the number of the next."""
    told, telling = FORKS.Pipe(duplex=False)
    child = FORKS.Process(target=_read, args=(folder, seed, first, times, telling))
    child.start()
    telling.close()
    now = first
    with closing(told), suppress(EOFError):
        while True:
            word, rest = told.recv()
            if word == "begun":
                now = rest
                continue
            tally.add(inputs=1, **{word: 1})
            if word == "faults":
                tally.broken.append(f"seed {seed}, input {now}: {rest}")
    child.join()
    if child.exitcode:
        tally.add(inputs=1, ended=1)
        tally.broken.append(f"seed {seed}, input {now} ended the process: {child.exitcode}")
    child.close()
    return now + 1


def _read(folder: Path, seed: int, first: int, times: int, telling: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    readers = list(every())
    with Journal.open(folder / "a.secondop", KINDS) as journal:
        for number in range(first, times):
            telling.send(("begun", number))
            signal.alarm(_SECONDS)
            name, data, reader = readers[number % len(readers)]
            path = folder / name.replace("/", " ")
            path.write_bytes(harmed(data, Random(f"{seed} {number}")))
            came, took = _came_of(reader, path, journal)
            if took > _SLOW:  # the computer may have been busy with something else
                signal.alarm(_SECONDS)
                came, again = _came_of(reader, path, journal)
                took = min(took, again)
            word, rest = ("faults", f"took {took:.0f} s") if took > _SLOW else came
            telling.send((word, f"{name}: {rest}" if rest else ""))
            path.unlink()
    signal.alarm(0)


def _came_of(reader: Reader, path: Path, journal: Journal) -> tuple[tuple[str, str], float]:
    """Return what came of reading a file, and the seconds that it took."""
    start, came = perf_counter(), ("read", "")
    try:
        reader(path, journal)
    except UserError as told:
        came = ("refused", "") if str(told).strip() else ("faults", "no sentence")
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        came = ("faults", where(error))
    return came, perf_counter() - start
