"""The picture of the timeline: every mark is reached by keys and said; the axis zooms."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.chart.lanes import Lane, LanesChart, Mark
from tests.mouse import double_click

TODAY = date(2026, 6, 1)
LANES = (
    Lane("Visits", tuple(Mark(f"v{y}", date(y, 3, 1), f"visit {y}") for y in (2010, 2020, 2025))),
    Lane("Nothing", ()),
    Lane("Tablets", (Mark("t", date(2019, 1, 1), "tablets", date(2021, 1, 1)),)),
    Lane(
        "Iron",
        tuple(Mark(f"i{y}", date(y, 5, 1), f"iron {y}", value=y % 7) for y in (2021, 2024)),
        line=True,
    ),
)


@pytest.fixture
def chart(qtbot: QtBot) -> LanesChart:
    """Three lanes with marks, and one without, on a screen."""
    shown = LanesChart()
    qtbot.addWidget(shown)
    shown.resize(900, 500)
    shown.set_lanes(LANES, TODAY)
    shown.show()
    shown.grab()
    return shown


def test_every_mark_is_reached_and_said(chart: LanesChart) -> None:
    seen = set()
    QTest.keyClick(chart, Qt.Key.Key_Down)
    for _lane in range(3):
        QTest.keyClick(chart, Qt.Key.Key_Home)
        for _mark in range(3):
            seen.add(chart.accessibleDescription())
            QTest.keyClick(chart, Qt.Key.Key_Right)
        QTest.keyClick(chart, Qt.Key.Key_Down)
    marks = {f"{lane.name}: {mark.words}" for lane in LANES for mark in lane.marks}
    assert seen == marks


def test_up_and_down_keep_to_the_same_time(chart: LanesChart) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Down)
    QTest.keyClick(chart, Qt.Key.Key_End)
    for key, mark in ((Qt.Key.Key_Down, "t"), (Qt.Key.Key_Down, "i2021"), (Qt.Key.Key_Up, "t")):
        QTest.keyClick(chart, key)
        current = chart.current()
        assert current is not None
        assert current.key == mark


def test_zoom_stays_around_what_is_read_and_comes_back(chart: LanesChart) -> None:
    whole = chart.span
    QTest.keyClick(chart, Qt.Key.Key_Down)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    spans = [whole]
    for _press in range(12):
        QTest.keyClick(chart, Qt.Key.Key_Plus)
        spans.append(chart.span)
        assert chart.span[0] <= date(2010, 3, 1).toordinal() <= chart.span[1]
    assert all(b[1] - b[0] <= a[1] - a[0] for a, b in pairwise(spans))
    assert spans[-1][1] - spans[-1][0] >= 14
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.span[0] <= date(2025, 3, 1).toordinal() <= chart.span[1]
    QTest.keyClick(chart, Qt.Key.Key_0)
    assert chart.span == whole


def test_a_press_reads_and_a_double_press_opens(qtbot: QtBot, chart: LanesChart) -> None:
    bar = chart._spot(1, LANES[2].marks[0]).toPoint()
    bar.setX(bar.x() + 6)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=bar)
    assert chart.reading() == "Tablets: tablets"
    with qtbot.waitSignal(chart.opened) as heard:
        double_click(chart, bar)
    assert heard.args == ["t"]


def test_nothing_to_show_says_how(qtbot: QtBot) -> None:
    empty = LanesChart()
    qtbot.addWidget(empty)
    empty.set_lanes((), TODAY)
    empty.grab()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Plus, Qt.Key.Key_Return):
        QTest.keyClick(empty, key)
    assert empty.current() is None


@pytest.mark.parametrize("down", [0, 40])
def test_the_dates_are_at_the_foot_of_what_is_in_sight(qtbot: QtBot, down: int) -> None:
    area, chart = QScrollArea(), LanesChart()
    qtbot.addWidget(area)
    chart.set_lanes(LANES, TODAY)
    area.setWidget(chart)
    chart.resize(900, chart.sizeHint().height())
    line = theme.current().line_height()
    area.resize(930, chart.height() - 3 * line)
    area.show()
    area.verticalScrollBar().setValue(down)
    seen = area.viewport().grab().toImage()
    muted = theme.current().colour("muted").rgb()
    foot = range(seen.height() - line, seen.height() - 4)
    written = [x for x in range(seen.width()) for y in foot if seen.pixel(x, y) == muted]
    assert max(written) - min(written) > seen.width() // 3
