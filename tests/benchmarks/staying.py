"""What stays: how far an hour of typing makes the file grow, and what pages leave in the memory."""

import gc
import os
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from PySide6.QtCore import QEventLoop, QTimer
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

_TEXTS, _SAVES = 10, 90
"""An hour: six minutes at each of ten texts, saved every four seconds."""
_VISITS = 20
_REST, _MINUTE = 5_000, 60_000
"""Milliseconds: what a visit leaves to be done is done by then."""


def figures(folder: Path) -> Iterator[Figure]:
    """Measure both, in kilobytes."""
    grown, typed = _typing(folder / "typed.secondop")
    yield Figure(
        "The file after an hour of typing, against what was typed", grown, typed, 3.0, "KB"
    )
    after, before, idle = _visits(folder / "visited.secondop")
    yield Figure("Processor time of an idle window, in a minute", idle, wanted=10)
    name = f"Memory after all pages were opened {_VISITS} times, against once"
    yield Figure(name, after, before, 1.05, "KB")


def _typing(path: Path) -> tuple[float, float]:
    chance, typed = Random(3), 0
    with Journal.create(path, KINDS) as journal:
        with journal.change("Fill") as change:
            person = change.add("person", name="Margaret Evans")
            texts = [change.add("diagnosis", person=person, name="Pain") for _one in range(_TEXTS)]
        before = path.stat().st_size
        for entry in texts:
            text = ""
            for _save in range(_SAVES):
                text += words(chance, 3) + " "
                with journal.change("Type", merge=("diagnosis", entry, "notes")) as change:
                    change.edit("diagnosis", entry, notes=text)
            typed += len(text)
        return (path.stat().st_size - before) / 1024, typed / 1024


def _visits(path: Path) -> tuple[float, float, float]:
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
    return _memory(), before, _idle()


def _idle() -> float:
    """Return milliseconds of the processor in a minute in which nobody does anything."""
    waiting = QEventLoop()
    QTimer.singleShot(_REST, waiting.quit)
    waiting.exec()
    QTimer.singleShot(_MINUTE, waiting.quit)
    began = time.process_time()
    waiting.exec()
    return (time.process_time() - began) * 1000


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
