"""Thousands of results look as if each were drawn, and are drawn by far fewer strokes."""

import datetime
from collections.abc import Sequence
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.chart import Chart, Point, paint
from secondop_desktop.widgets.chart.crowds import Spot, layers, through, touching
from secondop_desktop.widgets.theme import Scheme, Theme

_SPOTS = st.lists(st.tuples(st.floats(0, 3), st.floats(0, 100)), max_size=60)


@given(_SPOTS.map(sorted))
def test_a_line_keeps_its_ends_and_what_stands_out_in_each_column(
    spots: list[tuple[float, float]],
) -> None:
    kept = through(spots)
    assert len(kept) <= 4 * 7
    assert kept[:1] + kept[-1:] == spots[:1] + spots[-1:]
    for column in {int(x * 2) for x, _y in spots}:
        heights = [[y for x, y in some if int(x * 2) == column] for some in (spots, kept)]
        assert (min(heights[0]), max(heights[0])) == (min(heights[1]), max(heights[1]))


@given(_SPOTS, st.floats(1, 20))
def test_every_result_lies_under_a_mark_and_no_mark_bridges_a_gap(
    spots: list[tuple[float, float]], size: float
) -> None:
    marks = list(touching(spots, size))
    for x, y in spots:
        assert any(abs(x - at) <= 0.5 and top <= y <= bottom for at, top, bottom in marks)
    for at, top, bottom in marks:
        inside = sorted(y for x, y in spots if int(x * 2) == int(at * 2) and top <= y <= bottom)
        assert all(next_ - one <= size for one, next_ in pairwise(inside))


def test_a_limit_lies_over_earlier_values_and_under_later_ones() -> None:
    spots = [(0.0, 5.0), (1.0, 5.0), (2.0, 5.0)]
    found = [(len(marks), limits) for marks, limits in layers(spots, [True, False, True], 2)]
    assert found == [(1, [(1.0, 5.0)]), (1, [])]


def _points(number: int) -> list[Point]:
    chance, first = Random(5), datetime.date(1992, 3, 1)
    found = []
    for at in range(number):
        value = 60 + 30 * chance.random() + at * 20 / number
        sign = "<" if at % 97 == 0 else ""
        day = first + datetime.timedelta(days=at // 3)
        found.append(Point(day, value, f"Result {at}", sign, 55.0, 95.0))
    return found


def _picture(points: list[Point], qtbot: QtBot) -> tuple[Chart, QImage]:
    chart = Chart()
    qtbot.addWidget(chart)
    chart.resize(420, 300)
    chart.set_points(points, "Glucose, mmol/L", "mmol/L")
    return chart, chart.grab().toImage()


def test_a_crowd_looks_as_if_each_result_were_drawn(
    look: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    points = _points(2_500)
    _chart, crowd = _picture(points, qtbot)
    monkeypatch.setattr(paint, "_CROWD", len(points))
    _chart, each = _picture(points, qtbot)
    places = [(x, y) for x in range(each.width()) for y in range(each.height())]
    differ = sum(
        abs(each.pixelColor(x, y).lightness() - crowd.pixelColor(x, y).lightness()) > 40
        for x, y in places[::3]
    )
    assert differ < len(places[::3]) * 0.01


def test_each_of_thousands_is_reached_by_key(look: Theme, qtbot: QtBot) -> None:
    chart, _image = _picture(_points(2_500), qtbot)
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.reading() == "Result 2499"
    for _time in range(3):
        QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.reading() == "Result 2496"


def test_a_crowd_is_drawn_anew_only_where_something_of_it_changed(
    look: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    crowd = paint._crowd

    def noted(painter: QPainter, points: Sequence[Point], spots: Sequence[Spot]) -> None:
        drawn.append(len(points))
        crowd(painter, points, spots)

    monkeypatch.setattr(paint, "_crowd", noted)
    points = _points(1_200)
    chart, first = _picture(points, qtbot)
    assert chart.grab().toImage() == first
    assert drawn == [1_200]
    chart.resize(420, 310)
    chart.grab()
    assert len(drawn) == 2
    chart.set_points(points[:-1], "Glucose, mmol/L", "mmol/L")
    chart.grab()
    assert drawn[2:] == [1_199]
    look.set(QApplication.instance(), Scheme.DARK, 100)  # type: ignore[arg-type]
    chart.grab()
    assert len(drawn) == 4
    chart.choose(5)
    chart.grab()
    with chart.pictured():
        chart.grab()
    assert len(drawn) == 6, "what is read, and a picture to keep, are drawn by themselves"
