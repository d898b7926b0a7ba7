"""Processes that save: one that is killed, one under a disk that fails, one that does it all.

``python -m tests.faults.saving one|all JOURNAL`` saves once, or goes through everything.
"""

import random
import sys
from io import BytesIO
from multiprocessing.connection import Connection
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.passphrases import fresh_key
from secondop_desktop.journal.protection.unlocking import unlock
from secondop_desktop.journal.storage import cipher

SAVED = "saved"


def begin(path: Path, phrase: str = "") -> None:
    """Make a journal with one person, under a passphrase if there is one."""
    key = fresh_key(phrase) if phrase else None
    with Journal.create(path, KINDS, key) as journal, journal.change("Add person") as change:
        change.add("person", name="Margaret Evans")


def numbers(journal: Journal) -> list[int]:
    """Return which saves are in the journal."""
    return sorted(int(row.name) for row in journal.entries("diagnosis"))


def save(journal: Journal, number: int, size: int = 100) -> None:
    """Save a numbered entry and edit the one before, in one change."""
    person = journal.entries("person")[0].id
    before = journal.entries("diagnosis")[-1:]
    with journal.change(f"Save {number}") as change:
        for row in before:
            change.edit("diagnosis", row.id, notes=f"before {number}")
        change.add("diagnosis", person=person, name=str(number), notes="word " * size)


def save_until_killed(path: Path, acked: Connection, phrase: str = "") -> None:
    """Save without end and tell the number of each save once it is done."""
    if phrase:
        cipher.ROUNDS = 1  # the time goes into the saves
        unlock(path, phrase)
    chance = random.Random(path.stat().st_size)
    with Journal.open(path, KINDS) as journal:
        number = max(numbers(journal), default=0)
        while True:
            number += 1
            save(journal, number, size=chance.choice((1, 100, 5000)))
            acked.send(number)
            if chance.random() < 0.1:
                acked.send(number - 1)
                journal.undo()
                journal.redo()


def save_once(path: Path) -> str:
    """Save one more entry; return "saved", or the sentence that the user would read."""
    try:
        with Journal.open(path, KINDS) as journal:
            save(journal, max(numbers(journal), default=0) + 1)
    except UserError as error:
        return str(error)
    return SAVED


def go_through_everything(path: Path) -> str:
    """Make, fill, search, undo, copy, check and restore a journal."""
    begin(path)
    with Journal.open(path, KINDS) as journal:
        save(journal, 1)
        with journal.change("Attach") as change:
            stored = journal.attach(change, BytesIO(b"x" * 5_000_000), "scan")
            person = journal.entries("person")[0].id
            change.add("record", person=person, title="Scan", file=stored.hash)
        journal.extract(stored.hash, path.with_name("scan"))
        assert journal.find("word")
        assert journal.undo()
        assert journal.redo()
        assert check(journal) == []
        copy = journal.backup()
    backup.restore(copy, path)
    return SAVED


if __name__ == "__main__":
    work = {"one": save_once, "all": go_through_everything}[sys.argv[1]]
    sys.stdout.write(work(Path(sys.argv[2])))
