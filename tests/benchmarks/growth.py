"""What opening a page, saving, searching and listing cost after 1, 5, 20 and 40 years."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from math import log
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.sample import write_sample
from secondop_desktop.summary.choices import Choices
from secondop_desktop.summary.pack.choices import PackChoices
from secondop_desktop.summary.pack.making import Pack
from secondop_desktop.summary.story import preview
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.jobs import at_once
from secondop_desktop.widgets.background.watch import Watch
from secondop_desktop.widgets.theme import Scheme
from secondop_desktop.window.places import PageContext, make_page
from tests.benchmarks.figures import Figure
from tests.benchmarks.rounds import by_turns, timed

YEARS = (1, 5, 20, 40)
_PAGES = ("home", "timeline", "task", "result", "symptom", "record", "question", "cost")
_PAPERS = ("pdf", "pack")
_WEIGHING = ("option", "decision", "told")
_ROUNDS = 3
_SIZE = (1044, 700)


def figures(folder: Path) -> Iterator[Figure]:
    """Measure each work against the same on the shortest journal; tell how it grows."""
    for name, took in measured(folder).items():
        for years in YEARS[1:]:
            yield Figure(f"{name}, {years} years against 1", took[years], took[1])
        yield Figure(f"{name}: it grows with the years to the power of", exponent(took), unit="")


def measured(folder: Path) -> Mapping[str, Mapping[int, float]]:
    """Return milliseconds of the processor by work and by years, measured by turns."""
    app = offscreen()
    desks = [Desk(folder / f"{years}.secondop", years, app) for years in YEARS]
    found = {}
    for name in desks[0].works():
        spent = by_turns(_ROUNDS, *(timed(desk.works()[name]) for desk in desks))
        took = zip(YEARS, (one["processor"] * 1000 for one in spent), strict=True)
        found[name] = dict(took)
    for desk in desks:
        desk.close()
    return found


def offscreen() -> QApplication:
    """Return the program without a screen, in its usual look."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, Scheme.LIGHT, 100)
    return app


def exponent(took: Mapping[int, float]) -> float:
    """Return the power of the years that fits best: 0 does not grow, 1 in step, 2 as the square."""
    points = [(log(years), log(spent)) for years, spent in took.items()]
    middle = [sum(axis) / len(points) for axis in zip(*points, strict=True)]
    over = sum((x - middle[0]) * (y - middle[1]) for x, y in points)
    return float(over / sum((x - middle[0]) ** 2 for x, _y in points))


def _never(work: Callable[[], None], *, journal: bool) -> None:
    """Begin nothing beside the window."""


class Desk:
    """A journal of so many years, and what is done with it."""

    def __init__(self, path: Path, years: int, app: QApplication) -> None:
        write_sample(path, scale=years)
        self._app = app
        self._journal = Journal.open(path, KINDS)
        self._watch = Watch(self._journal)
        person = self._journal.entries("person")[0].id
        case = self._journal.entries("case", person=person)[-1].id
        self._weighed = self._journal.entries("option", person=person)[0].case
        self._around = PageContext(self._journal, self._watch, person, case, at_once)
        self._symptom = self._journal.entries("symptom", person=person)[-1].id
        self._saved = 0

    def works(self) -> Mapping[str, Callable[[], object]]:
        """Return what is measured, by name."""
        pages = {f"Opening {key}": partial(self.open, key) for key in (*_PAGES, *_PAPERS)}
        papers = {"Making the summary": self._summary, "Making the pack": self._pack}
        others = {"Saving a field": self._save, "Searching for two words": self._search}
        return pages | papers | others

    def choose(self, key: str) -> None:
        """Open a page up to where its choices can be used: what is done beside it is not begun."""
        here, self._around = self._around, self._around._replace(run=_never)
        self.open(key)
        self._around = here

    def open(self, key: str) -> None:
        """Make a page, show it laid out and painted, and let it go."""
        with self.shown(key) as page:
            page.grab()

    @contextmanager
    def shown(self, key: str) -> Iterator[QWidget]:
        """Give a page that is shown meanwhile."""
        # The cases of later years have no options: their pages would be empty.
        around = self._around._replace(case=self._weighed) if key in _WEIGHING else self._around
        page = make_page(key, around)
        page.resize(*_SIZE)
        page.show()
        self._app.processEvents()
        yield page
        page.hide()
        page.deleteLater()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _summary(self) -> None:
        preview(self._journal, Choices(self._around.person, self._around.case))

    def _pack(self) -> None:
        summary = Choices(self._around.person, self._around.case)
        Pack(self._journal, PackChoices(summary)).to_memory()

    def _save(self) -> None:
        self._saved += 1
        with self._journal.change("Edit", merge=("symptom", self._symptom)) as change:
            change.edit("symptom", self._symptom, notes=f"Worse at night {self._saved}")

    def _search(self) -> None:
        self._journal.find("left ankle", self._around.person)

    def close(self) -> None:
        """Let the journal go."""
        self._watch.stop()
        self._journal.close()
