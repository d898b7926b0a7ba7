"""Cuts the power at any point of any work, as far as a model of the disk can tell what is left."""

import hashlib
import shutil
from pathlib import Path
from random import Random

from tests.encrypted import PHRASE, quick_keys
from tests.faults.child import laid_anew
from tests.faults.harness.disk_model import Disk, Image, Names, Synced, files_of
from tests.faults.harness.disk_steps import Steps
from tests.faults.harness.tally import Tally
from tests.faults.harness.traces import recorded
from tests.faults.works import EVERY
from tests.faults.works.work import DONE, Work

_NEAR = 2
"""Half of the cuts come so many steps around a name that changed or a file that was synced."""


@quick_keys()
def run(folder: Path, chance: Random, times: int, phrase: str = "") -> Tally:
    """Make so many different images, over every work alike."""
    tally = Tally()
    each = -(-times // len(EVERY))
    for kind in EVERY:
        work = kind(phrase)
        disk = _disk(work, folder / work.name)
        seen: set[bytes] = set()
        for _try in range(3 * each):
            if len(seen) == each:
                break
            cut = _cut(disk, chance)
            image, told = disk.after(cut, chance), disk.told(cut)
            if (mark := _mark(image, told)) not in seen:
                seen.add(mark)
                _judge(work, image, told, folder / "image", tally, cut)
        tally.add(**{"images": len(seen), f"of {work.name}": len(seen)})
    return tally


def run_encrypted(folder: Path, chance: Random, times: int) -> Tally:
    """Cut the power over journals that have a passphrase."""
    return run(folder, chance, times, PHRASE)


def _disk(work: Work, folder: Path) -> Disk:
    """Do the work once and return the disk under it."""
    ground = folder / "ground"
    ground.mkdir(mode=0o700, parents=True)
    work.lay(ground)
    place = laid_anew(ground, folder / "place").resolve()
    before = dict(files_of(place))
    folders = [one.relative_to(place).as_posix() for one in place.rglob("*") if one.is_dir()]
    told, calls = recorded(work, place, folder / "seen")
    assert DONE in told, told
    steps = Steps(place, before)
    for call in calls:
        steps.take(call)
    disk = Disk(before, folders, steps.steps)
    _prove(disk, dict(files_of(place)), work.name)
    return disk


def _prove(disk: Disk, found: dict[str, bytes], name: str) -> None:
    """The model must end in what really stands there when nothing is lost."""
    model = disk.whole().files
    assert model == found, (name, sorted(model.keys() ^ found.keys()))


def _cut(disk: Disk, chance: Random) -> int:
    marked = [n for n, step in enumerate(disk.steps) if isinstance(step, Names | Synced)]
    if marked and chance.random() < 0.5:
        return max(0, chance.choice(marked) + chance.randint(-_NEAR, _NEAR))
    return chance.randint(0, len(disk.steps))


def _mark(image: Image, told: list[str]) -> bytes:
    digest = hashlib.sha256(repr((told, sorted(image.folders))).encode())
    for name, data in sorted(image.files.items()):
        digest.update(f"{name} {len(data)} ".encode())
        digest.update(data)
    return digest.digest()


def _judge(work: Work, image: Image, told: list[str], place: Path, tally: Tally, cut: int) -> None:
    image.write(place)
    with tally.judging(f"{work.name} cut before step {cut}, told {told[-1:]}"):
        work.look_through(place, told)
    shutil.rmtree(place)
