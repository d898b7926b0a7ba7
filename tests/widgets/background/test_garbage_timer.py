"""Garbage is taken away between events, never while one is handled."""

import gc
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.background.garbage_timer import (
    Collector,
    collect_due,
    no_collecting,
)

_MUCH = 20_000


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    """One that does not make the test wait."""
    gc.collect()
    gc.enable()
    made = Collector(qapp)
    timer = made.findChild(QTimer)
    assert timer is not None
    timer.setInterval(0)
    yield made
    timer.stop()
    made.deleteLater()


def thrown_away() -> QWidget:
    """Return a widget that only garbage refers to, once the caller lets go of it."""
    widget = QWidget()
    loop: list[Any] = [widget]
    loop.append(loop)
    widget.loop = loop  # type: ignore[attr-defined]
    return widget


def much() -> list[list[int]]:
    """Make more objects than Python itself would wait for."""
    return [[number] for number in range(_MUCH)]


def test_python_does_not_look_by_itself_any_more(collector: Collector) -> None:
    widget, gone = thrown_away(), []
    widget.destroyed.connect(lambda: gone.append(True))
    del widget
    assert len(much()) == _MUCH
    assert not gc.isenabled()
    assert gone == []


def test_garbage_goes_when_the_window_has_nothing_else_to_do(
    collector: Collector, qtbot: QtBot
) -> None:
    widget = thrown_away()
    kept = much()
    with qtbot.waitSignal(widget.destroyed):
        del widget
    assert len(kept) == _MUCH


def test_little_is_left_for_later(collector: Collector) -> None:
    collect_due()
    before = gc.get_stats()
    collect_due()
    assert gc.get_stats() == before


def test_the_older_are_looked_at_more_rarely(collector: Collector) -> None:
    before = [one["collections"] for one in gc.get_stats()]
    for _turn in range(300):
        kept = much()
        collect_due()
        kept.clear()
    young, middle, old = (
        after["collections"] - count for after, count in zip(gc.get_stats(), before, strict=True)
    )
    assert young > 10 * old > 0
    assert young > middle > old


def test_nothing_is_looked_for_while_a_job_makes_things(collector: Collector) -> None:
    widget, gone = thrown_away(), []
    widget.destroyed.connect(lambda: gone.append(True))
    with no_collecting():
        del widget
        kept = much()
        collect_due()
        assert gone == []
    collect_due()
    assert gone == [True]
    assert len(kept) == _MUCH


def test_who_rests_is_looked_at_ever_more_rarely_until_something_stirs(qapp: QApplication) -> None:
    collector = Collector(qapp)
    timer = collector.findChild(QTimer)
    assert timer is not None
    pauses = []
    for _look in range(8):
        timer.timeout.emit()
        pauses.append(timer.interval())
    assert pauses == sorted(pauses)
    assert pauses[-1] == 16_000
    kept = much()
    timer.timeout.emit()
    assert timer.interval() == 1000
    assert kept
    timer.stop()
    collector.deleteLater()


def test_what_a_long_job_made_is_not_looked_through(collector: Collector) -> None:
    collect_due()
    before, frozen = gc.get_stats(), gc.get_freeze_count()
    kept = [[number] for number in range(200_000)]
    collect_due()
    assert gc.get_stats() == before
    assert gc.get_freeze_count() - frozen >= len(kept)
