"""Every page after twenty years against the same page of the example, and scrolling its list."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import process_time

from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from secondop_desktop.window.sidebar import PLACES
from tests.benchmarks.figures import Figure
from tests.benchmarks.growth import Desk, offscreen
from tests.benchmarks.rounds import by_turns, timed

_YEARS = 20
_ROUNDS = 3
_LONG = ("timeline", "result", "record", "symptom", "appointment")
_PAPERS = ("pdf", "pack")
_STEPS = 120
_FRAME, _LONGEST = 16.0, 50.0
"""Milliseconds."""


def figures(folder: Path) -> Iterator[Figure]:
    """Measure each page in processor time, then the frames while long lists are scrolled."""
    app = offscreen()
    sample, grown = (Desk(folder / f"{years}.secondop", years, app) for years in (1, _YEARS))
    for place in PLACES:
        works = (timed(partial(desk.open, place.key)) for desk in (grown, sample))
        ours, baseline = (spent["processor"] * 1000 for spent in by_turns(_ROUNDS, *works))
        yield Figure(f"{place.key} after {_YEARS} years, against the example", ours, baseline, 2.0)
    for key in _PAPERS:
        works = (timed(partial(desk.choose, key)) for desk in (grown, sample))
        ours, baseline = (spent["processor"] * 1000 for spent in by_turns(_ROUNDS, *works))
        yield Figure(f"{key}, until its choices can be used", ours, baseline, 2.0)
    for key in _LONG:
        with grown.shown(key) as page:
            yield from _scrolled(app, key, page)
    for desk in (sample, grown):
        desk.close()


def _scrolled(app: QApplication, key: str, page: QWidget) -> Iterator[Figure]:
    """Go through the longest of its lists in leaps; each frame makes the rows that come into sight.

    In processor time: what else a busy computer does between is not of the frame.
    """
    areas = page.findChildren(QAbstractScrollArea)
    bar = max((area.verticalScrollBar() for area in areas), key=lambda one: one.maximum())
    frames = []
    for step in range(_STEPS):
        bar.setValue(bar.maximum() * step // (_STEPS - 1))
        began = process_time()
        app.processEvents()
        frames.append((process_time() - began) * 1000)
    frames.sort()
    yield Figure(f"{key}: a frame while scrolling, 95 of 100", frames[-_STEPS // 20], wanted=_FRAME)
    yield Figure(f"{key}: the longest frame", frames[-1], wanted=_LONGEST)
