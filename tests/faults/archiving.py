"""Processes that write archives and bring them in without end, to be killed in the middle."""

import random
from contextlib import closing
from io import BytesIO
from multiprocessing.connection import Connection
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.archive.opening import open_archive
from secondop_desktop.exchange.archive.restoring import restore
from secondop_desktop.exchange.archive.writing import write_archive
from secondop_desktop.journal.file import Journal

FILES, SIZE = 6, 700_000


def begin(path: Path) -> None:
    """Make a journal with some megabytes of files and a history."""
    chance = random.Random(7)
    with Journal.create(path, KINDS) as journal:
        with journal.change("Add person") as change:
            person = change.add("person", name="Nerys Pugh")
        for number in range(FILES):
            with journal.change(f"Keep {number}") as change:
                kept = journal.attach(change, BytesIO(chance.randbytes(SIZE)), "scan")
                change.add("record", person=person, title=f"Scan {number}", file=kept.hash)


def write_until_killed(journal: Path, target: Path, told: Connection) -> None:
    """Write the archive over itself again and again; each beginning is told."""
    with Journal.look(journal, KINDS) as opened:
        while True:
            told.send("begins")
            write_archive(opened, target)


def fill_until_killed(archive: Path, target: Path, told: Connection) -> None:
    """Bring an archive into an empty journal, once."""
    with (
        Journal.open(target, KINDS) as journal,
        closing(open_archive(archive, archive.name)) as opened,
    ):
        told.send("begins")
        restore(journal, opened)
    told.send("done")
