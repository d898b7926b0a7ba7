"""Kills a process while it saves: an acknowledged save is never lost."""

import random
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from tests.encrypted import PHRASE, quick_keys
from tests.faults.forks import FORKS
from tests.faults.harness.tally import Tally
from tests.faults.saving import begin, numbers, save_until_killed


def killed(path: Path, chance: random.Random, phrase: str = "") -> int:
    """Let a process save, kill it somewhere in a save, and return the last save it told."""
    told, telling = FORKS.Pipe(duplex=False)
    process = FORKS.Process(target=save_until_killed, args=(path, telling, phrase))
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


def kill(path: Path, chance: random.Random, times: int, phrase: str = "") -> int:
    """Kill so many times over one journal; return how many saves were acknowledged in all."""
    begin(path, phrase)
    last = 0
    for _each in range(times):
        last = killed(path, chance, phrase)
        with Journal.open(path, KINDS) as journal:
            found = numbers(journal)
            assert found[:last] == list(range(1, last + 1))
            assert len(found) <= last + 1  # one may have been done but not told
            assert check(journal) == []
    return last


def run_encrypted(folder: Path, chance: random.Random, times: int) -> Tally:
    """Kill over a journal that has a passphrase."""
    with quick_keys():
        return run(folder, chance, times, PHRASE)


def run(folder: Path, chance: random.Random, times: int, phrase: str = "") -> Tally:
    """Kill so many times over the life of one journal."""
    tally = Tally()
    with tally.judging("a journal's life"):
        tally.add(kills=times, saves=kill(folder / "a.secondop", chance, times, phrase))
    return tally
