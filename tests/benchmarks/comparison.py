"""Five opinions of 14 aspects of 2,000 words side by side, against the page of one opinion.

That page is measured twice: an opinion to be read in full, without the comparison it is reached
from, and the comparison of a journal that holds one opinion.
"""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from secondop_desktop.catalogue import KINDS
from secondop_desktop.features.opinions.form import OpinionForm
from secondop_desktop.features.opinions.page.opinions_page import OpinionsPage
from secondop_desktop.features.opinions.page.reader import Reader
from secondop_desktop.features.opinions.rules.aspects import ASPECTS
from secondop_desktop.features.opinions.rules.side_by_side import grid
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.watch import Watch
from secondop_desktop.widgets.theme import Scheme
from tests.benchmarks.figures import Figure
from tests.benchmarks.rounds import Spent, by_turns, timed, times

Shown = TypeVar("Shown", bound=QWidget)
_OPINIONS = 5
_WORDS = 2_000
_ROUNDS = 7
_SCROLLS = 5
_SIZE = (1044, 700)
_STEP = 90
"""Pixels that one turn of a mouse wheel scrolls by."""

_FRAME_MS = 50


def figures(folder: Path) -> Iterator[Figure]:
    """Measure opening, and the longest frame while all of it scrolls past."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, Scheme.LIGHT, 100)
    five, one = folder / "five.secondop", folder / "one.secondop"
    fill(five, _OPINIONS)
    fill(one, 1)
    with Journal.open(five, KINDS) as journal, Journal.open(one, KINDS) as alone:
        desk, other = Desk(journal, app), Desk(alone, app)
        works = (desk.compare, desk.read_one, other.compare)
        ours, read, single = by_turns(_ROUNDS, *map(timed, works))
        yield from times("Five opinions side by side, against one to be read", ours, read, 2.0)
        yield from times("Five opinions side by side, against one alone", ours, single, None)
        runs = [desk.scroll() for _run in range(_SCROLLS)]
        for clock, words in (("processor", "processor time"), ("clock", "on the clock")):
            longest = median(run[clock] for run in runs) * 1000
            name = f"The longest frame while five opinions scroll, {words}"
            yield Figure(name, longest, wanted=_FRAME_MS)
        desk.close()
        other.close()


def fill(path: Path, opinions: int) -> None:
    """Make a journal with one case and its opinions, each with all aspects and a few lines."""
    words = [f"word{number}" for number in range(_WORDS)]
    with Journal.create(path, KINDS) as journal, journal.change("Fill") as change:
        person = change.add("person", name="Margaret Evans")
        case = change.add("case", person=person, question="Operate now, or wait?")
        own = {"person": person, "case": case}
        for place in range(1, opinions + 1):
            text = " ".join(words[place:] + words[:place])
            opinion = change.add("opinion", **own, place=place, overall=text)
            for aspect in ASPECTS:
                change.add("statement", **own, opinion=opinion, aspect=aspect.word, text=text)


class Desk:
    """Opens pages as the window does: made, shown, laid out and painted."""

    def __init__(self, journal: Journal, app: QApplication) -> None:
        self._journal, self._app = journal, app
        self._watch = Watch(journal)
        (self._case,) = journal.entries("case")
        self._first = journal.entries("opinion")[0]

    def compare(self) -> None:
        """Open all of them and let them go."""
        self._let_go(self._shown(self._made()))

    def read_one(self) -> None:
        """Open the page of the first one and let it go."""
        entry = self._first.id
        own = [row for row in self._journal.entries("statement") if row.opinion == entry]
        page = Reader()
        page.show_opinion(entry, grid([self._first], own, []), self._journal)
        self._shown(page)
        self._let_go(page)

    def scroll(self) -> Spent:
        """Scroll from top to bottom, also while rows are still made; return the longest frame."""
        page = self._shown(self._made())
        bar, at, frames = page.grid.board.verticalScrollBar(), 0, []
        while at <= bar.maximum():
            frames.append(timed(partial(self._scroll_to, bar, at))())
            at += _STEP
        self._let_go(page)
        return {clock: max(frame[clock] for frame in frames) for clock in frames[0]}

    def _scroll_to(self, bar: QScrollBar, at: int) -> None:
        bar.setValue(at)
        self._app.processEvents()

    def _made(self) -> OpinionsPage:
        given = {"case": self._case.id}
        kind, person = self._journal.kinds["opinion"], self._case.person
        return OpinionsPage(
            self._journal, self._watch, kind, person, OpinionForm, "What it is for", given
        )

    def _shown(self, page: Shown) -> Shown:
        page.resize(*_SIZE)
        page.show()
        self._app.processEvents()
        page.grab()
        return page

    def _let_go(self, page: QWidget) -> None:
        page.hide()
        page.deleteLater()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def close(self) -> None:
        """Listen to the journal no longer."""
        self._watch.stop()
