"""A journal with a passphrase against the same one without: opening it, and saving in it."""

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.passphrases import fresh_key
from secondop_desktop.journal.protection.rekeying import rekey
from secondop_desktop.journal.protection.unlocking import unlock
from secondop_desktop.journal.storage import keys
from secondop_desktop.journal.storage.cipher import SALT, derive
from tests.benchmarks.figures import Figure
from tests.benchmarks.large import fill
from tests.benchmarks.rounds import by_turns, timed

_ENTRIES, _ROUNDS, _SAVES = 2000, 9, 25
_PHRASE = "heron cold river brass"
_ALLOWED_MS, _LONGEST_MS = 100, 1000
"""What opening may take over plain and derivation, and what a derivation may."""


def figures(folder: Path) -> Iterator[Figure]:
    """Measure the derivation, opening and saving."""
    plain, encrypted = folder / "plain.secondop", folder / "encrypted.secondop"
    fill(plain, _ENTRIES)
    shutil.copy(plain, encrypted)
    rekey(encrypted, fresh_key(_PHRASE))
    (derived,) = by_turns(_ROUNDS, timed(lambda: derive(_PHRASE, os.urandom(SALT))))
    name = "Deriving the key, processor time"
    yield Figure(name, derived["processor"] * 1000, wanted=_LONGEST_MS)
    ours, least = by_turns(_ROUNDS, timed(lambda: _open(encrypted)), timed(lambda: _open(plain)))
    allowed = (least["clock"] + derived["clock"]) * 1000 + _ALLOWED_MS
    name = "Opening with a passphrase, against plain + derivation + 0.1 s"
    yield Figure(name, ours["clock"] * 1000, allowed, 1.0)
    unlock(encrypted, _PHRASE)
    with Journal.open(encrypted, KINDS) as one, Journal.open(plain, KINDS) as other:
        ours, least = by_turns(_ROUNDS, timed(_saving(one)), timed(_saving(other)))
    for clock, words in (("clock", "on the clock"), ("processor", "processor time")):
        took = [spent[clock] * 1000 / _SAVES for spent in (ours, least)]
        yield Figure(f"Saving with a passphrase, against plain, {words}", took[0], took[1], 1.6)


def _open(path: Path) -> None:
    """Open a journal as a fresh program does, and read who is in it."""
    keys.forget_all()
    if not keys.is_ordinary(path):
        unlock(path, _PHRASE)
    with Journal.open(path, KINDS) as journal:
        journal.entries("person")


def _saving(journal: Journal) -> Callable[[], None]:
    entry, fresh = journal.entries("diagnosis")[0].id, count()

    def save() -> None:
        for _each in range(_SAVES):
            with journal.change("Type", merge=("diagnosis", entry, "notes")) as change:
                change.edit("diagnosis", entry, notes=f"It hurts on the left. Day {next(fresh)}.")

    return save
