"""Where everything of a chart lies: values and days turned into places on the screen."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from secondop_desktop.widgets.chart import ticks
from secondop_desktop.widgets.chart.points import Point
from secondop_desktop.widgets.chart.ticks import Tick
from secondop_desktop.widgets.theme import Space


@dataclass(frozen=True)
class Scene:
    """The plot's place, its axes, and the range of days and values they cover."""

    plot: QRectF
    days: tuple[float, float]
    value_ticks: list[Tick]
    date_ticks: list[Tick]

    def x(self, day: float) -> float:
        """Return the place of a day, counted from year 1."""
        first, last = self.days
        share = 0.5 if last == first else (day - first) / (last - first)
        return self._inner.left() + share * self._inner.width()

    def y(self, value: float) -> float:
        """Return the place of a value."""
        low, high = self.value_ticks[0].at, self.value_ticks[-1].at
        return self.plot.bottom() - (value - low) / (high - low) * self.plot.height()

    def spot(self, point: Point) -> QPointF:
        """Return the middle of a result's marker."""
        return QPointF(self.x(point.date.toordinal()), self.y(point.value))

    def spots(self, points: Sequence[Point]) -> list[tuple[float, float]]:
        """Return the middles of many results, from the left and from the top."""
        first, low = self.days[0], self.value_ticks[0].at
        left, bottom = self.x(first), self.y(low)
        wide, tall = self.x(first + 1) - left, self.y(low + 1) - bottom
        return [
            (left + (point.date.toordinal() - first) * wide, bottom + (point.value - low) * tall)
            for point in points
        ]

    @property
    def _inner(self) -> QRectF:
        return self.plot.adjusted(Space.WIDE, 0, -Space.WIDE, 0)


def scene(points: Sequence[Point], area: QRectF, metrics: QFontMetricsF) -> Scene:
    """Lay the axes of one or more points out in an area, with room for their marks."""
    line = metrics.height()
    height = area.height() - 2 * line - Space.MEDIUM
    scale = _values(points, max(2, min(7, int(height / (line * 1.8)))))
    left = max(metrics.horizontalAdvance(tick.text) for tick in scale) + Space.MEDIUM
    plot = QRectF(area.left() + left, area.top() + line + Space.HAIR, area.width() - left, height)
    first, last = points[0].date, points[-1].date
    marks = _dates(first, last, plot.width() - 2 * Space.WIDE, metrics)
    return Scene(plot, (first.toordinal(), last.toordinal()), scale, marks)


def _values(points: Sequence[Point], most: int) -> list[Tick]:
    shown = [point.value for point in points]
    printed = {point.limits for point in points}
    shown += [limit for limits in printed for limit in limits if limit is not None]
    return ticks.values(min(shown), max(shown), most)


def _dates(
    first: datetime.date, last: datetime.date, width: float, metrics: QFontMetricsF
) -> list[Tick]:
    return ticks.dates(first, last, width, metrics.horizontalAdvance)
