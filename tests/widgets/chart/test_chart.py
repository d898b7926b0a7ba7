"""The chart is read with the eyes, with arrow keys and by screen readers."""

import datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.chart import Chart, Point
from secondop_desktop.widgets.theme import Scheme, Theme
from tests.widgets import walker

Day = datetime.date
POINTS = (
    Point(Day(2025, 6, 1), 105, "1 June 2025: less than 105 g/L", "<", 115, 165),
    Point(Day(2024, 3, 12), 121, "12 March 2024: 121 g/L", "", 115, 165),
    Point(Day(2026, 5, 3), 117, "3 May 2026: 117 g/L", "", 120, 160),
)


def _chart(qtbot: QtBot, points: tuple[Point, ...] = POINTS) -> Chart:
    chart = Chart()
    qtbot.addWidget(chart)
    chart.set_points(points, "Haemoglobin over time", "g/L", "3 results, 105 to 121.")
    chart.resize(700, 340)
    chart.show()
    return chart


def test_results_are_put_in_order_of_time(look: Theme, qtbot: QtBot) -> None:
    assert [point.value for point in _chart(qtbot).points] == [121, 105, 117]


def test_it_has_a_name_a_role_and_a_summary(look: Theme, qtbot: QtBot) -> None:
    chart = _chart(qtbot)
    assert walker.unnamed(chart) == []
    assert chart.accessibleName() == "Haemoglobin over time"
    assert chart.accessibleDescription().startswith("3 results, 105 to 121.")


def test_arrow_keys_read_point_after_point(look: Theme, qtbot: QtBot) -> None:
    chart = _chart(qtbot)
    read = []
    keys = Qt.Key
    for key in (keys.Key_Right, keys.Key_Right, keys.Key_Left, keys.Key_End, keys.Key_Home):
        QTest.keyClick(chart, key)
        read.append(chart.chosen)
    assert read == [0, 1, 0, 2, 0]
    assert chart.reading() == "12 March 2024: 121 g/L"
    assert chart.reading() in chart.accessibleDescription()


def test_the_first_key_may_start_at_the_end(look: Theme, qtbot: QtBot) -> None:
    chart = _chart(qtbot)
    with qtbot.waitSignal(chart.selected) as selected:
        QTest.keyClick(chart, Qt.Key.Key_Left)
    assert selected.args == [2]
    with qtbot.assertNotEmitted(chart.selected):
        QTest.keyClick(chart, Qt.Key.Key_Right)


def test_what_is_read_is_spoken(look: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    chart = _chart(qtbot)
    spoken: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: spoken.append(event.message())
    )
    chart.choose(1)
    assert spoken == ["1 June 2025: less than 105 g/L"]


def test_a_click_on_a_point_reads_it(look: Theme, qtbot: QtBot) -> None:
    chart = _chart(qtbot)
    for index in (2, 0):
        chart.choose(1)
        spot = chart.spot(index).toPoint()
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot + QPoint(4, 4))
        assert chart.chosen == index
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert chart.chosen == 0


def test_a_tooltip_says_the_points_words(look: Theme, qtbot: QtBot) -> None:
    chart = _chart(qtbot)
    spot = chart.spot(2).toPoint()
    QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, spot, chart.mapToGlobal(spot)))
    assert QToolTip.text() == "3 May 2026: 117 g/L"
    QToolTip.hideText()


def test_a_limit_has_an_open_marker_and_a_value_a_filled_one(look: Theme, qtbot: QtBot) -> None:
    chart = _chart(qtbot)
    seen = chart.grab().toImage()
    assert seen.pixelColor(chart.spot(1).toPoint()) == QColor(look.tokens.surface)
    assert seen.pixelColor(chart.spot(2).toPoint()) == QColor(look.tokens.chart_a)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_printed_range_is_a_band(
    look: Theme, qapp: QApplication, qtbot: QtBot, scheme: Scheme
) -> None:
    theme.apply(qapp, scheme, 100)
    chart = _chart(qtbot)
    seen = chart.grab().toImage()
    column = round(chart.spot(1).x()) + 20
    colours = [seen.pixelColor(column, y).name().upper() for y in range(seen.height())]
    assert colours.count(look.tokens.chart_band) > 60
    assert look.tokens.edge in colours


def test_without_results_it_says_so(look: Theme, qtbot: QtBot) -> None:
    chart = _chart(qtbot, ())
    assert "No results" in chart.reading()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.chosen is None
    assert not chart.grab().isNull()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.HIGH_CONTRAST])
def test_it_is_drawn_at_its_least_size(
    look: Theme, qapp: QApplication, qtbot: QtBot, percent: int, scheme: Scheme
) -> None:
    theme.apply(qapp, scheme, percent)
    for points in (POINTS, POINTS[:1]):
        chart = _chart(qtbot, points)
        chart.resize(chart.minimumSizeHint())
        assert chart.spot(0).y() > 0
        assert not chart.grab().isNull()


def test_new_results_start_unread(look: Theme, qtbot: QtBot) -> None:
    chart = _chart(qtbot)
    chart.choose(2)
    chart.set_points(POINTS[:2], "Haemoglobin over time")
    assert chart.chosen is None
    chart.choose(7)
    assert chart.chosen is None
