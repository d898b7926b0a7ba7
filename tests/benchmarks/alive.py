"""How long the window stands still while large files are brought in, stage by stage.

A heartbeat in the window's thread notes the longest time from one beat to the next: the processor
time of that thread, which is what one event took, and that of the whole program, which also
counts a job beside it that lets no other thread run. A busy computer changes neither much.
``python -m tests.benchmarks.alive 50`` takes files of so many megabytes, which needs minutes.
"""

import gc
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, Qt, QTimer

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.background.garbage_timer import Collector
from secondop_desktop.widgets.background.jobs import Lanes
from secondop_desktop.window.importing.page import ImportPage
from secondop_desktop.window.session import Session
from secondop_desktop.window.shell import Shell
from tests.benchmarks.figures import Figure, printed
from tests.benchmarks.growth import offscreen
from tests.benchmarks.large_files import FORMS

_MEGABYTES = 4
_BEAT_MS = 10
_AT_REST = 20
"""Beats until a window that has opened is painted."""
_STEPS = 60
_WANTED = 100.0
"""Milliseconds."""


def figures(folder: Path, megabytes: int = _MEGABYTES, *forms: str) -> Iterator[Figure]:
    """Bring in a file of each form in a window of its own."""
    app = offscreen()
    collector = Collector(app)
    for form in forms or FORMS:
        person, make = FORMS[form]
        place = folder / form
        place.mkdir()
        file = make(place, megabytes * 1_000_000)
        beats = Heartbeat()
        _bring_in(place / "journal.secondop", person, file, beats)
        file.unlink()
        for stage, gaps in beats.longest.items():
            for clock, took in zip(("window", "program"), gaps, strict=True):
                yield Figure(f"{form}, {stage}: longest, {clock}", took * 1000, wanted=_WANTED)
    collector.deleteLater()


class Heartbeat:
    """Notes the longest time between two beats by stage, in seconds: of this thread, of all."""

    def __init__(self) -> None:
        self.longest: dict[str, tuple[float, float]] = {}
        self._stage, self._last = "", (0.0, 0.0)
        self._timer = QTimer(interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)

    def until(self, stage: str, reached: Callable[[], bool]) -> None:
        """Let the window go on until something is so, and the beat after it."""
        self._stage, self._last = stage, (time.thread_time(), time.process_time())
        self._timer.start()
        loop = QEventLoop()
        self._timer.timeout.connect(lambda: loop.quit() if reached() else None)
        loop.exec()
        self._timer.stop()
        self._timer.timeout.disconnect()
        self._timer.timeout.connect(self.beat)

    def beat(self) -> None:
        """Note how long it was since the last one."""
        now = time.thread_time(), time.process_time()
        before = self.longest.get(self._stage, (0.0, 0.0))
        gaps = (new - old for new, old in zip(now, self._last, strict=True))
        this, whole = (max(pair) for pair in zip(before, gaps, strict=True))
        self.longest[self._stage], self._last = (this, whole), now


def _bring_in(path: Path, person: str, file: Path, beats: Heartbeat) -> None:
    with Journal.create(path, KINDS) as journal, journal.change("Add person") as change:
        change.add("person", name=person)
    lanes, shell = Lanes(), Shell()
    session = Session(shell, Journal.open(path, KINDS), lanes)
    shell.resize(1280, 800)
    shell.show()
    session.go("import")
    gc.collect()  # what the making of the file left
    page = session.page
    assert isinstance(page, ImportPage)
    beats.until("opening", iter([False] * _AT_REST + [True]).__next__)
    QTimer.singleShot(0, page, lambda: page.read([file]))
    beats.until("reading and planning", lambda: page.plan is not None or page.said.isVisible())
    if page.plan is None:
        raise RuntimeError(page.said.text.text())
    _answer(page, beats)
    _scroll(page, beats)
    QTimer.singleShot(0, page, page.agree.click)
    beats.until("writing", lambda: page.empty.isVisible() and page.said.isVisible())
    _take_back(session, beats)
    session.stop_work()
    lanes.wait()
    session.close(copy=False)
    shell.hide()
    shell.deleteLater()


def _answer(page: ImportPage, beats: Heartbeat) -> None:
    """Take the first answer to what is asked, until nothing is open any more."""
    while page.plan and (open_ := [one for one in page.plan.questions if not one.answer]):
        field = page.asking.fields[open_[0].key]
        field.set_value(open_[0].choices[0].key)
        field.edited.emit()
        beats.until("reading and planning", lambda: page.plan is not None)


def _scroll(page: ImportPage, beats: Heartbeat) -> None:
    """Go through the plan in leaps: the rows in sight are made anew each time."""
    bar, steps = page.list.verticalScrollBar(), iter(range(_STEPS))

    def leap() -> bool:
        step = next(steps, None)
        if step is not None:
            bar.setValue(bar.maximum() * step // (_STEPS - 1))
        return step is None

    beats.until("scrolling the plan", leap)


def _take_back(session: Session, beats: Heartbeat) -> None:
    """Undo all of it, and do it again."""
    done = list[str]()
    session.watch.changed.connect(lambda changes: done.append(changes.what))
    QTimer.singleShot(0, session, session.undo)
    beats.until("undoing", lambda: "undo" in done)
    QTimer.singleShot(0, session, session.redo)
    beats.until("doing it again", lambda: "redo" in done)


if __name__ == "__main__":
    size, forms = int(sys.argv[1]), sys.argv[2:]
    with TemporaryDirectory() as place:
        print(printed(list(figures(Path(place), size, *forms))))
