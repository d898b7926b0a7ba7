"""A passphrase is set, changed and removed whole or not at all: kills, and a disk that is full."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.passphrases import fresh_key
from secondop_desktop.journal.protection.rekeying import rekey
from secondop_desktop.journal.storage import keys
from tests.encrypted import PHRASE, quick_keys
from tests.faults.harness import damages, flips, kills, work_kills
from tests.faults.saving import begin, numbers, save
from tests.faults.test_disk import _fill


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    with quick_keys():
        yield


def test_a_few_rounds_of_the_harness_hold(tmp_path: Path) -> None:
    assert flips.run_encrypted(tmp_path, Random(5), 5).broken == []


@pytest.mark.long
@pytest.mark.parametrize(
    "part", [work_kills.run_encrypted, kills.run_encrypted, damages.run_encrypted]
)
def test_many_rounds_of_the_harness_hold(tmp_path: Path, part: object) -> None:
    assert part(tmp_path, Random(9), 9).broken == []  # type: ignore[operator]


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9, 0.99])
@pytest.mark.parametrize("set_before", [False, True])
def test_a_full_disk_leaves_it_byte_for_byte(disk: Path, share: float, set_before: bool) -> None:
    path = disk / "a.secondop"
    begin(path, PHRASE if set_before else "")
    with Journal.open(path, KINDS) as journal:
        save(journal, 1, size=20_000)
    before = path.read_bytes()
    filler = _fill(disk, but=int(len(before) * share))
    with pytest.raises(UserError, match=r"The disk is full, so the passphrase of a\.secondop"):
        rekey(path, fresh_key("heron cold river brass"))
    assert path.read_bytes() == before
    assert {one.name for one in disk.iterdir()} == {"a.secondop", "filler"}
    filler.unlink()
    with Journal.open(path, KINDS) as journal:
        assert numbers(journal) == [1]
        assert check(journal) == []
    rekey(path, fresh_key("heron cold river brass"))
    assert not keys.is_ordinary(path)
