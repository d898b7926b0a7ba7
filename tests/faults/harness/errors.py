"""Lets any system call of any work fail: it is told in one sentence, and nothing is half done."""

import re
import shutil
from collections import Counter
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from random import Random

from tests.encrypted import PHRASE, quick_keys
from tests.faults.child import FAULT, HUNG, REFUSED, laid_anew
from tests.faults.harness.tally import Tally
from tests.faults.harness.traces import watched
from tests.faults.works import EVERY
from tests.faults.works.work import DONE, Work

_FAILURES = {
    "openat": ("EIO", "EACCES", "EMFILE", "ENOSPC"),
    "pwrite64": ("EIO", "ENOSPC", "EDQUOT"),
    "pread64": ("EIO",),
    "write": ("EIO", "ENOSPC"),
    "read": ("EIO",),
    "fsync": ("EIO",),
    "fdatasync": ("EIO",),
    "ftruncate": ("EIO",),
    "unlink": ("EIO", "EACCES"),
    "unlinkat": ("EIO", "EBUSY"),
    "rename": ("EIO", "EACCES", "EXDEV"),
    "mkdir": ("ENOSPC", "EACCES"),
    "rmdir": ("EBUSY",),
    "flock": ("ENOLCK",),
    "fcntl": ("ENOLCK",),
}
_ON_FILES_ALONE = {"pwrite64", "pread64", "fsync", "ftruncate", "unlink", "rename", "mkdir"}
_NOTHING_DONE = re.compile(r"[Nn]othing was (changed|saved)|changed nothing")


@quick_keys()
def run(folder: Path, chance: Random, times: int, phrase: str = "") -> Tally:
    """Let so many calls fail, one in each run of a work."""
    tally = Tally()
    works = []
    for kind in EVERY:
        work, ground = kind(phrase), folder / kind.name
        ground.mkdir(mode=0o700)
        work.lay(ground)
        works.append((work, ground, _places(work, ground, folder / "seen")))
    for work, ground, calls in cycle(works):
        if tally.counts["injected"] >= times or tally.counts["tried"] > 3 * times:
            return tally
        call = chance.choice(sorted(calls))
        inject = (
            f"{call}:error={chance.choice(_FAILURES[call])}:when={_when(calls[call], call, chance)}"
        )
        place = laid_anew(ground, folder / "place")
        told = _failed(work, place, folder / "seen", call, inject, tally)
        with tally.judging(f"{work.name}, {inject}, told {told[-1:]}"):
            _judge(work, place, told)
        shutil.rmtree(place)
    return tally


def run_encrypted(folder: Path, chance: Random, times: int) -> Tally:
    """Let calls fail over journals that have a passphrase."""
    return run(folder, chance, times, PHRASE)


def _places(work: Work, ground: Path, seen: Path) -> dict[str, list[int]]:
    """Return which of its calls (the first, the second…) a work makes on the journal's folder."""
    place = laid_anew(ground, ground.with_name("counted"))
    told = watched(work, place, seen, "-y", f"--trace={','.join(_FAILURES)}")
    assert DONE in told, told
    shutil.rmtree(place)
    counted: Counter[str] = Counter()
    found: dict[str, list[int]] = {}
    for call, line in re.findall(r"^\d+ +(\w+)(\(.*)$", seen.read_text("utf-8", "replace"), re.M):
        counted[call] += 1
        if str(place) in line:
            found.setdefault(call, []).append(counted[call])
    return found


def _when(places: list[int], call: str, chance: Random) -> str:
    """Return which of the calls fails; a disk that fails often fails on."""
    first = chance.choice(places)
    return f"{first}+" if call in _ON_FILES_ALONE and chance.random() < 0.3 else str(first)


def _failed(work: Work, place: Path, seen: Path, call: str, inject: str, tally: Tally) -> list[str]:
    told = watched(work, place, seen, f"--trace={call}", f"--inject={inject}")
    injected = "(INJECTED)" in seen.read_text("utf-8", "replace")
    refused = any(one.startswith(REFUSED) for one in told)
    tally.add(tried=1, injected=injected, refused=refused, done=DONE in told)
    return told


def _judge(work: Work, place: Path, told: Sequence[str]) -> None:
    faults = [one for one in told if one.startswith((FAULT, HUNG))]
    assert not faults, faults
    work.look_through(place, told)
    refused = [one for one in told if one.startswith(REFUSED)]
    if refused and _NOTHING_DONE.search(refused[0]):
        assert work.is_as_before(place), f"told that nothing was done: {refused[0]}"
