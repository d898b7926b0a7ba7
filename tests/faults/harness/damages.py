"""Harms a journal without safe copies in many ways: mending brings back what is whole."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.mending.mend import mend
from secondop_desktop.journal.protection.passphrases import fresh_key
from secondop_desktop.journal.protection.rekeying import rekey
from secondop_desktop.journal.storage.cipher import SALT
from secondop_desktop.sample import write_sample
from tests.encrypted import PHRASE, quick_keys
from tests.faults.harness.tally import Tally

_PAGE = 4096
_WANTED = 0.95
"""The part of what was not harmed that must come back, over all damages."""


def _flip(data: bytearray, chance: Random) -> None:
    for _time in range(chance.randint(1, 5)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _zero(data: bytearray, chance: Random) -> None:
    for _time in range(chance.randint(1, 8)):
        page = chance.randrange(len(data) // _PAGE) * _PAGE
        data[page : page + _PAGE] = bytes(_PAGE)


def _cut(data: bytearray, chance: Random) -> None:
    del data[int(len(data) * chance.uniform(0.9, 0.999)) :]


def _behead(data: bytearray, _chance: Random) -> None:
    data[:_PAGE] = bytes(_PAGE)


_WAYS: tuple[Callable[[bytearray, Random], None], ...] = (_flip, _zero, _cut, _behead)


def entries(path: Path) -> dict[str, Any]:
    """Return every entry of a journal by its id."""
    with Journal.open(path, KINDS) as journal:
        both = (False, True)
        return {row.id: row for k in KINDS for b in both for row in journal.entries(k, binned=b)}


def comes_back(sums: Counter[str]) -> bool:
    """Tell whether enough came back of what was not harmed."""
    return sums["back"] >= _WANTED * sums["entries"]


def run_encrypted(folder: Path, chance: Random, times: int) -> Tally:
    """Harm a journal that has a passphrase; without its salt nothing opens it, so that stays."""
    with quick_keys():
        return run(folder, chance, times, PHRASE)


def run_with_copies(folder: Path, chance: Random, times: int) -> Tally:
    """Harm a journal of which there is a safe copy: everything comes back."""
    return run(folder, chance, times, copied=True)


def run_short(folder: Path, chance: Random, times: int) -> Tally:
    """Harm a smaller journal."""
    return run(folder, chance, times, scale=1)


def run(
    folder: Path,
    chance: Random,
    times: int,
    phrase: str = "",
    *,
    copied: bool = False,
    scale: int = 3,
) -> Tally:
    """Harm a journal of some megabytes in turn, mend it, and compare it with what it was."""
    path, tally = _begun(folder, phrase, scale), Tally()
    ways, salt = (_WAYS[:3], SALT) if phrase else (_WAYS, 0)
    true, whole = entries(path), path.read_bytes()
    for number in range(times):
        _without_copies(path)
        if copied:
            path.write_bytes(whole)
            with Journal.open(path, KINDS) as journal:
                journal.backup()
        data = bytearray(whole)
        ways[number % len(ways)](data, chance)
        data[:salt] = whole[:salt]
        path.write_bytes(data)
        tally.add(damages=1, entries=len(true))
        with tally.judging(f"damage {number}"):
            _mend(path, true, tally, copied=copied)
    return tally


def _begun(folder: Path, phrase: str, scale: int) -> Path:
    path = folder / "a.secondop"
    write_sample(path, scale=scale)
    if phrase:
        rekey(path, fresh_key(phrase))
    return path


def _mend(path: Path, true: dict[str, Any], tally: Tally, *, copied: bool) -> None:
    """Mend it; what cannot be mended at all is refused, and counts as nothing that came back."""
    try:
        told = mend(path, KINDS).lines
    except UserError:
        tally.add(refused=1)
        assert not copied
        return
    found = entries(path)
    back = sum(found.get(entry) == row for entry, row in true.items())
    tally.add(back=back)
    wrong = _called_right(path, true, found, told)
    assert not wrong, f"{wrong} entries differ and nothing says so"
    assert back == len(true) or not copied, f"{len(true) - back} entries did not come back"


def _called_right(
    path: Path, true: dict[str, Any], found: dict[str, Any], told: tuple[str, ...]
) -> int:
    """Count the entries that differ from what they were, though nothing says so."""
    with Journal.open(path, KINDS) as journal:
        known = {one.id for one in check(journal)}
    different = {entry for entry, row in found.items() if true.get(entry) != row} - known
    return max(0, len(different) - sum("no longer does" in line for line in told))


def _without_copies(path: Path) -> None:
    # By name: a journal that was mended may not know them for its own any more.
    for copy in path.with_name(f"{path.stem} safe copies").glob("*"):
        copy.unlink()
