"""A process of its own, with limits, that reads spoiled files and prints what came of them.

``python -m tests.exchange.fuzzing.child FOLDER NAME TIMES`` prints one line of JSON.
"""

import json
import resource
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any, Final

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.journal.file import Journal
from secondop_desktop.sandbox.process import FOR_WORK, end_all
from tests.exchange.every_form import FORMS
from tests.exchange.fuzzing.mutations import spoiled

MOST_BYTES: Final = 1_000_000_000
LONGEST: Final = 5.0
"""Seconds of the processor for one file, here and in the process that decodes."""

_EACH_WRITTEN: Final = 4
"""Of so many plans one is carried out too, and taken back."""

_MOST_TOLD: Final = 5


def main(folder: Path, name: str, times: int) -> dict[str, Any]:
    """Read a file of this name so many times, each time spoiled in another way."""
    chance, told, faults, slowest = Random(name), Counter[str](), list[str](), 0.0
    data, path = FORMS[name](), folder / name
    with Journal.create(folder / "j.secondop", KINDS) as journal:
        with journal.change("Add person") as change:
            person = change.add("person", name="Nora Dell")
        for number in range(times):
            path.write_bytes(spoiled(data, chance))
            began = _processor()
            try:
                told[_read(journal, path, person, number)] += 1
            except Exception:  # noqa: BLE001 - what a reader lets out is what is looked for
                told["crash"] += 1
                faults.append(f"{number}: {traceback.format_exc()}")
            took = _processor() - began
            slowest = max(slowest, took)
            if took > LONGEST:
                told["slow"] += 1
                faults.append(f"{number}: took {took:.1f} s")
    end_all()
    return {
        "told": told,
        "faults": faults[:_MOST_TOLD],
        "slowest": slowest,
        "memory": max(map(_memory, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))),
    }


def _read(journal: Journal, path: Path, person: str, number: int) -> str:
    try:
        plan = importing.read([path], journal, person)
    except UserError as refused:
        assert str(refused), "refused without a word"
        assert "\n" not in str(refused), str(refused)
        return "refused"
    if not number % _EACH_WRITTEN and not plan.unanswered:
        _write(journal, plan)
    return "read" if plan.new or plan.changed else "nothing new"


def _write(journal: Journal, plan: Plan) -> None:
    """Carry a plan out and take it back: nothing is left of it."""
    before = _count(journal)
    if importing.apply(journal, plan):
        journal.undo()
    assert _count(journal) == before


def _count(journal: Journal) -> int:
    return sum(len(journal.entries(kind)) for kind in journal.kinds)


def _processor() -> float:
    """Return the seconds of the processor of this process and of the one that decodes."""
    return time.process_time() + _of_the_decoder()


def _of_the_decoder() -> float:
    try:
        told = Path(f"/proc/{FOR_WORK.pid()}/stat").read_text()
    except OSError:
        return 0.0
    user, system = told.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / 100


def _memory(whose: int) -> int:
    return resource.getrusage(whose).ru_maxrss * 1024


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))
    found = main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
    sys.stdout.write(json.dumps(found) + "\n")
