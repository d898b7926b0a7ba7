"""Drawing a chart, layer over layer, in the colours of the theme."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.chart.crowds import Spot, layers, through
from secondop_desktop.widgets.chart.kept_drawing import KeptDrawing
from secondop_desktop.widgets.chart.marker import (
    band_brush,
    crowd_pen,
    mark_crowd,
    marker,
    marker_pen,
    radius,
    stroke,
)
from secondop_desktop.widgets.chart.points import Point, Stretch, stretches
from secondop_desktop.widgets.chart.scene import Scene
from secondop_desktop.widgets.theme import Space, Text

_MANY: Final = 100
"""More results than this are not drawn again where nothing of them has changed."""
_CROWD: Final = 1000
"""More results than this are too many for a mark each."""


def paint(
    painter: QPainter,
    scene: Scene,
    points: Sequence[Point],
    unit: str,
    chosen: int | None,
    kept: KeptDrawing | None = None,
) -> None:
    """Draw band, axes, line and markers; ``chosen`` is the index of the point being read.

    ``kept`` spares many of them the drawing where nothing has changed.
    """
    # A thin level line that is smoothed falls between two pixels and loses half its contrast.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setFont(theme.current().font(Text.SMALL))
    bands = [(_band(scene, stretch, points), stretch) for stretch in stretches(points)]
    for area, _stretch in bands:
        painter.fillRect(area, band_brush())
    _values(painter, scene, unit)
    for area, stretch in bands:
        _band_edges(painter, area, stretch)
    _dates(painter, scene)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    spots = scene.spots(points)
    if kept is not None and chosen is None and len(points) > _MANY:
        exact = [point.exact for point in points]
        looks = (stroke(), radius(), theme.current().tokens)
        kept.draw(painter, (spots, exact, looks), lambda layer: _all(layer, points, spots))
        return
    _line(painter, through(spots))
    if chosen is not None:
        _reading(painter, scene, points[chosen])
    _marks(painter, points, spots)


def _all(painter: QPainter, points: Sequence[Point], spots: Sequence[Spot]) -> None:
    _line(painter, through(spots))
    _marks(painter, points, spots)


def _marks(painter: QPainter, points: Sequence[Point], spots: Sequence[Spot]) -> None:
    if len(points) > _CROWD:
        _crowd(painter, points, spots)
        return
    for point, spot in zip(points, spots, strict=True):
        marker(painter, QPointF(*spot), exact=point.exact)


def _crowd(painter: QPainter, points: Sequence[Point], spots: Sequence[Spot]) -> None:
    """Draw measured values as marks that may be long, and those of which a limit is known."""
    exact = [point.exact for point in points]
    measured, limit, size = crowd_pen(), marker_pen(), radius()
    painter.setBrush(theme.current().colour("surface"))
    for marks, limits in layers(spots, exact, 2 * size):
        if marks:
            painter.setPen(measured)
            mark_crowd(painter, marks)
        painter.setPen(limit)
        for spot in limits:
            painter.drawEllipse(QPointF(*spot), size, size)


def _grid_style() -> Qt.PenStyle:
    """Without tints the grid is dotted, or it would look like the limits of the range."""
    return Qt.PenStyle.DotLine if theme.current().high_contrast else Qt.PenStyle.SolidLine


def _band(scene: Scene, stretch: Stretch, points: Sequence[Point]) -> QRectF:
    """Return the band's place; a missing limit leaves it open to the edge of the plot."""
    plot = scene.plot
    top = plot.top() if stretch.high is None else scene.y(stretch.high)
    bottom = plot.bottom() if stretch.low is None else scene.y(stretch.low)
    starts_first = stretch.start <= points[0].date.toordinal()
    left = plot.left() if starts_first else scene.x(stretch.start)
    ends_last = not stretch.changed
    right = plot.right() if ends_last else scene.x(stretch.end)
    return QRectF(QPointF(left, top), QPointF(right, bottom))


def _band_edges(painter: QPainter, area: QRectF, stretch: Stretch) -> None:
    edge = theme.current().colour("edge")
    painter.setPen(QPen(edge, theme.current().line))
    if stretch.high is not None:
        painter.drawLine(area.topLeft(), area.topRight())
    if stretch.low is not None:
        painter.drawLine(area.bottomLeft(), area.bottomRight())
    painter.setPen(QPen(edge, 2, Qt.PenStyle.DashLine))
    if stretch.changed:
        painter.drawLine(area.topRight(), area.bottomRight())
    if stretch.begun:
        painter.drawLine(area.topLeft(), area.bottomLeft())


def _values(painter: QPainter, scene: Scene, unit: str) -> None:
    look, plot = theme.current(), scene.plot
    metrics = QFontMetricsF(painter.font())
    for tick in scene.value_ticks:
        y = scene.y(tick.at)
        painter.setPen(QPen(look.colour("divider"), 1, _grid_style()))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(look.colour("muted"))
        width = metrics.horizontalAdvance(tick.text)
        middle = y + metrics.ascent() / 2 - metrics.descent() / 2
        painter.drawText(QPointF(plot.left() - Space.SMALL - width, middle), tick.text)
    above = plot.top() - metrics.height() / 2 - Space.HAIR
    painter.drawText(QPointF(plot.left(), above), unit)


def _dates(painter: QPainter, scene: Scene) -> None:
    look, plot = theme.current(), scene.plot
    metrics = QFontMetricsF(painter.font())
    painter.setPen(QPen(look.colour("edge"), look.line))
    painter.drawLine(plot.bottomLeft(), plot.bottomRight())
    for tick in scene.date_ticks:
        x = scene.x(tick.at)
        painter.setPen(QPen(look.colour("edge"), look.line))
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + Space.HAIR))
        painter.setPen(look.colour("muted"))
        width = metrics.horizontalAdvance(tick.text)
        left = min(max(x - width / 2, plot.left()), plot.right() - width)
        painter.drawText(QPointF(left, plot.bottom() + Space.SMALL + metrics.ascent()), tick.text)


def _line(painter: QPainter, spots: Sequence[Spot]) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(theme.current().colour("chart_a"), stroke())
    painter.setPen(pen)
    places = [QPointF(x, y) for x, y in spots]
    if len(places) <= _CROWD:
        painter.drawPolyline(QPolygonF(places))
        return
    # As one line with thousands of turns it takes fifty times as long, with round ends six times.
    pen.setCapStyle(Qt.PenCapStyle.SquareCap)
    painter.setPen(pen)
    painter.drawLines(list(map(QLineF, places, places[1:])))


def _reading(painter: QPainter, scene: Scene, point: Point) -> None:
    look, spot = theme.current(), scene.spot(point)
    painter.setPen(QPen(look.colour("text"), 1.5, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(spot.x(), scene.plot.top()), QPointF(spot.x(), scene.plot.bottom()))
    painter.setPen(QPen(look.colour("text"), 2))
    painter.setBrush(look.colour("focus"))
    painter.drawEllipse(spot, radius() * 2, radius() * 2)
