"""Harms a journal without safe copies in many ways: mending brings back what is whole."""

import random
from collections.abc import Callable
from pathlib import Path
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

_PAGE = 4096
_WANTED = 0.95
"""The part of what was not harmed that must come back, over all damages."""


def _flip(data: bytearray, chance: random.Random) -> None:
    for _time in range(chance.randint(1, 5)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _zero(data: bytearray, chance: random.Random) -> None:
    for _time in range(chance.randint(1, 8)):
        page = chance.randrange(len(data) // _PAGE) * _PAGE
        data[page : page + _PAGE] = bytes(_PAGE)


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[int(len(data) * chance.uniform(0.9, 0.999)) :]


def _behead(data: bytearray, _chance: random.Random) -> None:
    data[:_PAGE] = bytes(_PAGE)


_WAYS: tuple[Callable[[bytearray, random.Random], None], ...] = (_flip, _zero, _cut, _behead)


def entries(path: Path) -> dict[str, Any]:
    """Return every entry of a journal by its id."""
    with Journal.open(path, KINDS) as journal:
        both = (False, True)
        return {row.id: row for k in KINDS for b in both for row in journal.entries(k, binned=b)}


def run_encrypted(folder: Path, times: int) -> tuple[str, bool]:
    """Harm a journal that has a passphrase; without its salt nothing opens it, so that stays."""
    line, held = run(folder, times, "a quiet lake")
    return f"encrypted {line}", held


def run(folder: Path, times: int, phrase: str = "") -> tuple[str, bool]:
    """Harm a journal of some megabytes in turn, mend it, and compare it with what it was."""
    path = folder / "a.secondop"
    write_sample(path, scale=3)
    if phrase:
        rekey(path, fresh_key(phrase))
    ways, salt = (_WAYS[:3], SALT) if phrase else (_WAYS, 0)
    true, whole, chance = entries(path), path.read_bytes(), random.Random(5)
    back, wrong, refused = 0.0, 0, 0
    for number in range(times):
        data = bytearray(whole)
        ways[number % len(ways)](data, chance)
        data[:salt] = whole[:salt]
        path.write_bytes(data)
        try:
            told = mend(path, KINDS).lines
        except UserError:
            refused += 1
            continue
        found = entries(path)
        back += sum(found.get(entry) == row for entry, row in true.items()) / len(true)
        wrong += _called_right(path, true, found, told)
        _without_copies(path)
    line = f"damages: {times} of {len(whole) / 1e6:.1f} MB without copies"
    part = back / times
    return f"{line}, back: {part:.1%}, refused: {refused}, wrong: {wrong}", part >= _WANTED > wrong


def _called_right(
    path: Path, true: dict[str, Any], found: dict[str, Any], told: tuple[str, ...]
) -> int:
    """Count the entries that differ from what they were, though nothing says so."""
    with Journal.open(path, KINDS) as journal:
        known = {one.id for one in check(journal)}
    different = {entry for entry, row in found.items() if true.get(entry) != row} - known
    return max(0, len(different) - sum("no longer does" in line for line in told))


def _without_copies(path: Path) -> None:
    for copy in path.with_name(f"{path.stem} safe copies").iterdir():
        copy.unlink()
