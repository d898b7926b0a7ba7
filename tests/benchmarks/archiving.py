"""An archive of many files, against copying the same bytes and hashing them.

Ours reads them from the database and writes the zip with its sums. Memory is that of a program of
its own, at its highest, over one that only opens the journal.
"""

import hashlib
import os
import random
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.archive.opening import open_archive
from secondop_desktop.exchange.archive.restoring import restore
from secondop_desktop.exchange.archive.writing import write_archive
from secondop_desktop.journal.file import Journal
from tests.benchmarks.figures import Figure
from tests.benchmarks.packing import highest
from tests.benchmarks.rounds import by_turns, timed, times

_FILES, _SIZE = 40, 10 * 1024 * 1024
_PIECE = 256 * 1024
_ROUNDS = 5
_TIMES, _MORE_MB = 1.5, 100.0


def figures(folder: Path) -> Iterator[Figure]:
    """Measure how much longer an archive takes, and its memory, out and in."""
    _keep(folder)
    ours, copied = by_turns(
        _ROUNDS, timed(lambda: _archive(folder)), timed(lambda: _copy_and_hash(folder))
    )
    # People wait for the clock, as sums are made beside the writing; a busy computer spoils that.
    yield from times(f"An archive of {_FILES * _SIZE >> 20} MB of files", ours, copied, _TIMES)
    bare = highest(_open, folder)
    yield Figure("The same, its memory", highest(_archive, folder) - bare, wanted=_MORE_MB,
                 unit="MB")  # fmt: skip
    yield Figure("Bringing it in, its memory", highest(_bring_in, folder) - bare, wanted=_MORE_MB,
                 unit="MB")  # fmt: skip


def _keep(folder: Path) -> None:
    chance = random.Random(1)
    with Journal.create(folder / "journal.secondop", KINDS) as journal:
        with journal.change("Add") as change:
            person = change.add("person", name="Ann Lee")
        for number in range(_FILES):
            data = chance.randbytes(_SIZE)
            (folder / f"{number}.bin").write_bytes(data)
            with journal.change("Keep") as change:
                stored = journal.attach(change, BytesIO(data), "scan")
                change.add("record", person=person, title=f"Scan {number}", file=stored.hash)


def _open(folder: Path) -> None:
    with Journal.look(folder / "journal.secondop", KINDS) as journal:
        journal.entries("record")


def _archive(folder: Path) -> None:
    with Journal.look(folder / "journal.secondop", KINDS) as journal:
        write_archive(journal, folder / "journal.zip")


def _bring_in(folder: Path) -> None:
    target = folder / "again.secondop"
    target.unlink(missing_ok=True)
    opened = open_archive(folder / "journal.zip", "journal.zip")
    with Journal.create(target, KINDS) as journal:
        restore(journal, opened)
    opened.close()


def _copy_and_hash(folder: Path) -> None:
    digest = hashlib.sha256()
    with (folder / "copy").open("wb") as out:
        for number in range(_FILES):
            with (folder / f"{number}.bin").open("rb") as file:
                while piece := file.read(_PIECE):
                    digest.update(piece)
                    out.write(piece)
        out.flush()
        os.fsync(out.fileno())
