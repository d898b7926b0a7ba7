"""Checking a journal of 200 MB, against reading its file and hashing that.

It has the entries of the example, and scans. Entries cost beside that: each seal is made again, and
all that the search knows of it. With a passphrase the scans are read by SQLCipher and hashed, as
nothing else can read them.
"""

import hashlib
import random
from collections.abc import Callable, Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.passphrases import fresh_key
from secondop_desktop.journal.protection.rekeying import rekey
from secondop_desktop.journal.storage.engine import connect
from secondop_desktop.sample import write_sample
from tests.benchmarks.figures import Figure
from tests.benchmarks.rounds import by_turns, timed, times

_ROUNDS = 3
_FILES, _SIZE = 20, 10_000_000
_PIECE = 1 << 20
_PHRASE = "heron cold river brass"
_BYTES = "SELECT bytes FROM attachment_chunk WHERE chunk = ?"


def figures(folder: Path) -> Iterator[Figure]:
    """Measure the check of a journal that is mostly scans, and of its entries alone."""
    path = folder / "large.secondop"
    write_sample(path)
    with Journal.open(path, KINDS) as journal:
        few, none = by_turns(_ROUNDS, timed(lambda: check(journal)), timed(_hashing(path)))
        _attach(journal)
        ours, least = by_turns(_ROUNDS, timed(lambda: check(journal)), timed(_hashing(path)))
    size = path.stat().st_size / 1e6
    yield from times(f"Checking {size:.0f} MB, against reading and hashing", ours, least, 1.5)
    yield from times("The same before there were scans", few, none, None)
    rekey(path, fresh_key(_PHRASE))
    with Journal.open(path, KINDS) as journal:
        ours, least = by_turns(_ROUNDS, timed(lambda: check(journal)), timed(_deciphering(path)))
    yield from times("The same with a passphrase, against SQLCipher", ours, least, 1.5)


def _attach(journal: Journal) -> None:
    chance = random.Random(3)
    with journal.change("Attach") as change:
        person = journal.entries("person")[0].id
        for number in range(_FILES):
            stored = journal.attach(change, BytesIO(chance.randbytes(_SIZE)), "scan")
            change.add("record", person=person, title=str(number), file=stored.hash)


def _hashing(path: Path) -> Callable[[], None]:
    def run() -> None:
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)

    return run


def _deciphering(path: Path) -> Callable[[], None]:
    def run() -> None:
        digest = hashlib.sha256()
        with closing(connect(path, read_only=True)) as sql:
            for (chunk,) in sql.execute("SELECT chunk FROM attachment_chunk").fetchall():
                digest.update(sql.execute(_BYTES, (chunk,)).fetchone()[0])

    return run
