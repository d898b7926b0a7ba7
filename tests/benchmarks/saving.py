"""Saving one field as a form does, against a raw commit of the same field."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.engine import connect
from tests.benchmarks.figures import Figure
from tests.benchmarks.large import fill
from tests.benchmarks.rounds import by_turns, timed

_ENTRIES = 2000
_ROUNDS = 9
_SAVES = 25
_WORDS = {"clock": "on the clock", "processor": "processor time"}


def figures(folder: Path) -> Iterator[Figure]:
    """Measure typing in the notes of a diagnosis."""
    path, other = folder / "ours.secondop", folder / "raw.secondop"
    fill(path, _ENTRIES)
    shutil.copy(path, other)
    with Journal.open(path, KINDS) as journal, closing(connect(other)) as raw:
        entry = journal.entries("diagnosis")[0].id
        fresh = count()

        def type_() -> None:
            for _each in range(_SAVES):
                with journal.change("Type", merge=("diagnosis", entry, "notes")) as change:
                    change.edit("diagnosis", entry, notes=_text(next(fresh)))

        def commit() -> None:
            for _each in range(_SAVES):
                raw.execute("BEGIN IMMEDIATE")
                values = (_text(next(fresh)), entry)
                raw.execute("UPDATE diagnosis SET notes = ? WHERE id = ?", values)
                raw.execute("COMMIT")

        ours, baseline = by_turns(_ROUNDS, timed(type_), timed(commit))
    # Who types waits for the clock; on the processor the history and the index cost more than
    # the bare row, as both are written in the same commit.
    for name, wanted in (("clock", 1.8), ("processor", None)):
        took = [spent[name] * 1000 / _SAVES for spent in (ours, baseline)]
        yield Figure(f"Saving one field, {_WORDS[name]}", took[0], took[1], wanted)


def _text(number: int) -> str:
    return f"It hurts more on the left side, and when I climb stairs. Day {number}."
