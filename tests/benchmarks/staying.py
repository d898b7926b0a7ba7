"""What stays: how far hours of typing make the file grow, and what pages leave in the memory."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.sample import write_sample
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.garbage_timer import collect_due
from secondop_desktop.widgets.background.jobs import at_once
from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session
from secondop_desktop.window.shell import Shell
from secondop_desktop.window.sidebar import PLACES
from tests.benchmarks.figures import Figure
from tests.benchmarks.large import words
from tests.benchmarks.rounds import program

_WORDS = 2_700
"""Typed in an hour: a word in a bit more than a second, saved every four seconds."""
_TIMES = 4
"""Hours in which the same is typed: in one, pages of an empty journal that are half full decide."""
_SAVED = 3
"""Words between two saves."""
_HOURS = {"ten texts": 10, "one": 1, "five": 5, "a hundred short notes": 100}
_VISITS = 20


def figures(folder: Path) -> Iterator[Figure]:
    """Measure both, in kilobytes."""
    for words_said, number in _HOURS.items():
        grown, typed = _typing(folder / f"{number}.secondop", number, new=False)
        name = f"The file after typing {words_said} an hour, against what was typed"
        yield Figure(name, grown, typed, 3.0, "KB")
    grown, typed = _typing(folder / "new.secondop", 100, new=True)
    yield Figure("The same for a hundred notes of entries that are new", grown, typed,
                 None, "KB")  # fmt: skip
    after, before = _visits(folder / "visited.secondop")
    name = f"Memory after all pages were opened {_VISITS} times, against once"
    yield Figure(name, after, before, 1.05, "KB")
    idle = program("idle", folder, str(folder / "visited.secondop"))()["processor"] * 1000
    yield Figure("Processor time of an idle window, in a minute", idle, wanted=10)


def _typing(path: Path, number: int, *, new: bool) -> tuple[float, float]:
    """Type so many texts an hour; return how far the file grew, and what was typed."""
    with Journal.create(path, KINDS) as journal:
        with journal.change("Fill") as change:
            person = change.add("person", name="Margaret Evans")
            whole = range(0 if new else number * _TIMES)
            there = [change.add("diagnosis", person=person, name="Pain") for _one in whole]
        before, chance, typed = path.stat().st_size, Random(3), 0
        for at in range(number * _TIMES):
            entry = _pain(journal, person) if new else there[at]
            typed += _type(journal, entry, chance, _WORDS // number // _SAVED)
        return (path.stat().st_size - before) / 1024, typed / 1024


def _type(journal: Journal, entry: str, chance: Random, saves: int) -> int:
    text = ""
    for _save in range(saves):
        text += words(chance, _SAVED) + " "
        with journal.change("Type", merge=("diagnosis", entry, "notes")) as change:
            change.edit("diagnosis", entry, notes=text)
    return len(text)


def _pain(journal: Journal, person: str) -> str:
    with journal.change("Add") as change:
        return change.add("diagnosis", person=person, name="Pain")


def _visits(path: Path) -> tuple[float, float]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app)
    write_sample(path)
    shell = Shell()
    shell.resize(1280, 800)
    session = Session(shell, Journal.open(path, KINDS), at_once)
    shell.show()
    for _time in range(2):  # what is kept for good is made by then
        _open_all(session, app)
    before = _memory()
    for _time in range(_VISITS):
        _open_all(session, app)
    after = _memory()
    session.close(copy=False)
    return after, before


def _open_all(session: Session, app: QApplication) -> None:
    for place in PLACES:
        pictures.open_screen(session, place.key)
        pictures.settle(app)
    collect_due()
    gc.collect()
    pictures.settle(app)


def _memory() -> float:
    """Return kilobytes of memory in use, on Linux."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024
