"""A save that was acknowledged is never lost, whenever the process is killed."""

import random
from multiprocessing import get_context
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from tests.faults.saving import begin, numbers, save_until_killed

_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.faults.saving"])


def _killed(path: Path, chance: random.Random) -> int:
    """Let a process save, kill it somewhere in a save, and return the last save it told."""
    told, telling = _FORKS.Pipe(duplex=False)
    process = _FORKS.Process(target=save_until_killed, args=(path, telling))
    process.start()
    telling.close()
    last = 0
    for _each in range(chance.randint(1, 4)):
        last = told.recv()
    for _each in range(chance.randrange(400_000)):
        pass  # A moment by counting, not by the clock: anywhere in the next saves.
    process.kill()
    process.join()
    try:
        while True:
            last = told.recv()
    except EOFError:
        return last
    finally:
        told.close()
        process.close()


def _kill(path: Path, times: int) -> None:
    begin(path)
    chance = random.Random(times)
    for _each in range(times):
        last = _killed(path, chance)
        with Journal.open(path, KINDS) as journal:
            found = numbers(journal)
            assert found[:last] == list(range(1, last + 1))
            assert len(found) <= last + 1  # one may have been done but not told
            assert check(journal) == []


def test_nothing_acknowledged_is_lost_by_a_few_kills(tmp_path: Path) -> None:
    _kill(tmp_path / "a.secondop", times=15)


@pytest.mark.long
def test_nothing_acknowledged_is_lost_by_a_hundred_kills(tmp_path: Path) -> None:
    _kill(tmp_path / "a.secondop", times=100)
