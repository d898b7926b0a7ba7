"""Kills a process at any moment of any work: what was acknowledged is there, else old or new."""

import shutil
import stat
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from random import Random

from tests.encrypted import PHRASE, quick_keys
from tests.faults.child import FAULT, HUNG, TOOK, done_in_a_child, laid_anew
from tests.faults.harness.tally import Tally
from tests.faults.works import EVERY
from tests.faults.works.work import DONE, Work

_BY_CLOCK = 0.4
"""The part of the kills that come by the clock: they may meet a process that waits for the disk."""
_PAST = 1.15
"""Kills come as late as this part of the time that the work took once: some come after the end."""


@quick_keys()
def run(folder: Path, chance: Random, times: int, phrase: str = "") -> Tally:
    """Kill so many times, over every work in turn."""
    tally = Tally()
    ready = [_Ready(kind(phrase), folder / kind.name) for kind in EVERY]
    for one, number in zip(cycle(ready), range(times), strict=False):
        place = laid_anew(one.ground, folder / f"{one.work.name} {number}")
        by_clock = chance.random() < _BY_CLOCK
        after = chance.uniform(0, _PAST * one.took[by_clock]) + 1e-6
        told = done_in_a_child(one.work, place, after, by_clock=by_clock)
        tally.add(kills=1, afterwards=DONE in told)
        with tally.judging(f"{one.work.name} after {told}"):
            assert not any(word.startswith((FAULT, HUNG)) for word in told)
            assert not list(_open_to_others(place))
            one.work.look_through(place, told)
        shutil.rmtree(place)
    return tally


def run_encrypted(folder: Path, chance: Random, times: int) -> Tally:
    """Kill over journals that have a passphrase."""
    return run(folder, chance, times, PHRASE)


class _Ready:
    """A work whose ground is laid, and how long it takes where nothing ends it."""

    def __init__(self, work: Work, ground: Path) -> None:
        self.work, self.ground = work, ground
        ground.mkdir(mode=0o700)
        work.lay(ground)
        runs = [self._measured() for _each in range(2)]
        self.took = tuple(min(each) for each in zip(*runs, strict=True))

    def _measured(self) -> tuple[float, ...]:
        """Return the seconds of the processor and of the clock."""
        place = laid_anew(self.ground, self.ground.with_name(f"{self.work.name} measured"))
        told = done_in_a_child(self.work, place)
        assert DONE in told, told
        shutil.rmtree(place)
        return tuple(map(float, told[-1].removeprefix(TOOK).split()))


def _open_to_others(folder: Path) -> Iterator[str]:
    """Yield what was written of the user's that others may read."""
    for one in folder.rglob("*"):
        if one.name != "letter.json" and stat.S_IMODE(one.lstat().st_mode) & 0o077:
            yield one.name
