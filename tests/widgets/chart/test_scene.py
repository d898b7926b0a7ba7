"""Values and days lie at their true distances."""

import datetime

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from secondop_desktop.widgets.chart.points import Point
from secondop_desktop.widgets.chart.scene import Scene, scene
from secondop_desktop.widgets.theme import Text, Theme

DAYS = (datetime.date(2026, 1, 1), datetime.date(2026, 1, 11), datetime.date(2026, 3, 2))
AREA = QRectF(0, 0, 800, 400)


def _scene(look: Theme, points: list[Point]) -> Scene:
    return scene(points, AREA, QFontMetricsF(look.font(Text.SMALL)))


def test_time_is_drawn_to_scale(look: Theme) -> None:
    shown = _scene(look, [Point(day, 5.0, "") for day in DAYS])
    one, two, three = (shown.x(day.toordinal()) for day in DAYS)
    assert (three - two) / (two - one) == pytest.approx(5.0)


def test_values_are_drawn_to_scale_and_higher_is_up(look: Theme) -> None:
    points = [Point(day, value, "") for day, value in zip(DAYS, (1.0, 2.0, 4.0), strict=True)]
    shown = _scene(look, points)
    assert shown.y(2) - shown.y(4) == pytest.approx(2 * (shown.y(1) - shown.y(2)))
    assert shown.y(4) < shown.y(1)


def test_everything_lies_inside_the_plot(look: Theme) -> None:
    points = [Point(day, 5.0, "", low=3.0, high=9.0) for day in DAYS]
    shown = _scene(look, points)
    assert AREA.contains(shown.plot)
    assert all(shown.plot.contains(shown.spot(point)) for point in points)
    assert shown.plot.top() <= shown.y(9.0) < shown.y(3.0) <= shown.plot.bottom()


def test_one_result_stands_in_the_middle(look: Theme) -> None:
    shown = _scene(look, [Point(DAYS[0], 5.0, "")])
    assert shown.spot(Point(DAYS[0], 5.0, "")).x() == pytest.approx(shown.plot.center().x())
