"""Opening what is far larger than usual, against the same number of bare widgets.

160 benefits and risks, and 800 things to do, are set against what nobody could do without to
show them: labels, buttons, lists and boxes of Qt. A letter with a subject of 100 KB is set against
one with the same words as its text.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.outgoing.letter import Letter
from secondop_desktop.exchange.pdf.pages.letter import preview
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.jobs import at_once
from secondop_desktop.widgets.background.watch import Watch
from secondop_desktop.widgets.chart import Chart, Point
from secondop_desktop.widgets.theme import Scheme
from secondop_desktop.window.places import PageContext, make_page
from tests.benchmarks.figures import Figure
from tests.benchmarks.large import words
from tests.benchmarks.rounds import by_turns, timed, times

_OPTIONS, _OUTCOMES, _TASKS = 4, 160, 800
_SUBJECT = 16_000
"""Words: some 100 KB."""

_RESULTS, _USUAL = 13_000, 60
_ROUNDS = 3
_SIZE = (1044, 700)


def figures(folder: Path) -> Iterator[Figure]:
    """Measure the options, To do, and the pages of a letter."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, Scheme.LIGHT, 100)
    path = folder / "much.secondop"
    fill(path)
    with Journal.open(path, KINDS) as journal:
        watch = Watch(journal)
        (case,) = journal.entries("case")
        around = PageContext(journal, watch, case.person, case.id, at_once)
        for key, name, bare in (
            ("option", f"{_OUTCOMES} benefits and risks", _outcomes),
            ("task", f"{_TASKS} things to do", _tasks),
        ):
            opened, least = partial(make_page, key, around), partial(_column, bare)
            ours, baseline = by_turns(
                _ROUNDS, *(timed(_shown(app, one)) for one in (opened, least))
            )
            yield from times(name, ours, baseline, None)
        watch.stop()
    yield from _chart()
    yield from _letters()


def _chart() -> Iterator[Figure]:
    """A crowd of results is to be there within 200 ms; against those of a usual test."""
    chance, first = Random(7), date(1990, 1, 1)
    points = []
    for at in range(_RESULTS):
        value, day = round(chance.gauss(100, 8), 1), first + timedelta(days=at)
        points.append(Point(day, value, f"{day}: {value} mmol/L", low=80.0, high=120.0))
    work = [partial(_drawn, some) for some in (points, points[:_USUAL])]
    crowd, usual = by_turns(_ROUNDS, *(timed(one) for one in work))
    name = f"A chart of {_RESULTS:,} results"
    yield Figure(name, crowd["processor"] * 1000, wanted=200)
    yield from times(f"{name}, against {_USUAL}", crowd, usual, None)


def _drawn(points: Sequence[Point]) -> None:
    chart = Chart()
    chart.resize(640, 420)
    chart.set_points(points, "Glucose, mmol/L", "mmol/L")
    chart.grab()
    chart.deleteLater()


def _letters() -> Iterator[Figure]:
    said = words(Random(7), _SUBJECT)
    usual = Letter("Margaret Evans", "Dr Marsh", "22 November 2026", "A question", said)
    odd = replace(usual, subject=said, text="A question")
    ours, baseline = by_turns(_ROUNDS, *(timed(partial(preview, one)) for one in (odd, usual)))
    yield from times(
        "A letter with a subject of 100 KB, against such a text", ours, baseline, 3.0, own=True
    )


def fill(path: Path) -> None:
    """Make a journal with one case, its options, what may come of them, and what is to be done."""
    chance = Random(7)
    with Journal.create(path, KINDS) as journal, journal.change("Fill") as change:
        person = change.add("person", name="Margaret Evans")
        own = {"person": person, "case": change.add("case", person=person, question="Wait?")}
        options = [change.add("option", **own, name=words(chance, 2)) for _each in range(_OPTIONS)]
        for number in range(_OUTCOMES):
            whose = {"option": options[number % _OPTIONS], "x": number % 100, "n": 100}
            side = "good" if number % 8 < _OPTIONS else "bad"
            change.add("outcome", **own, **whose, text=words(chance, 8), good_or_bad=side)
        for _each in range(_TASKS):
            change.add("task", **own, text=words(chance, 8))


def _shown(app: QApplication, make: Callable[[], QWidget]) -> Callable[[], None]:
    """Return a way to make a page, to show it laid out and painted, and to let it go."""

    def run() -> None:
        page = make()
        page.resize(*_SIZE)
        page.show()
        app.processEvents()
        page.grab()
        page.hide()
        page.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    return run


def _column(fill_in: Callable[[QVBoxLayout], None]) -> QWidget:
    whole = QScrollArea()
    inside = QWidget()
    whole.setWidgetResizable(True)
    fill_in(QVBoxLayout(inside))
    whole.setWidget(inside)
    return whole


def _outcomes(column: QVBoxLayout) -> None:
    for number in range(_OUTCOMES):
        for said in (f"Benefit {number}", f"{number} of 100 people", "How much it matters"):
            column.addWidget(QLabel(said))
        matters = QComboBox()
        matters.addItems([str(much) for much in range(6)])
        column.addWidget(matters)
        for act in ("Up", "Down", "Edit"):
            column.addWidget(QPushButton(act))


def _tasks(column: QVBoxLayout) -> None:
    for number in range(_TASKS):
        column.addWidget(QCheckBox("Done"))
        column.addWidget(QLabel(f"Thing {number} to do"))
