"""What the marks of a chart mean, under it; only what occurs is explained."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.chart.marker import band_brush, marker
from secondop_desktop.widgets.chart.points import Point, stretches
from secondop_desktop.widgets.theme import Space, Text


class Mark(StrEnum):
    """The marks that need a word."""

    RANGE = "range"
    CHANGE = "change"
    LIMIT = "limit"


def marks(points: Sequence[Point]) -> list[Mark]:
    """Return the marks that occur among these results."""
    found = stretches(points)
    occurs = {
        Mark.RANGE: bool(found),
        Mark.CHANGE: any(stretch.changed for stretch in found),
        Mark.LIMIT: any(not point.exact for point in points),
    }
    return [mark for mark, does in occurs.items() if does]


def words(mark: Mark) -> str:
    """Return what a mark means."""
    if mark is Mark.RANGE:
        return _("Range printed on the report")
    if mark is Mark.CHANGE:
        return _("The printed range changes")
    return _("Only a limit is known, such as less than 5")


def lay(found: Sequence[Mark], area: QRectF) -> list[tuple[Mark, QRectF]]:
    """Place the explanations side by side, in as many lines as the width asks for."""
    metrics = QFontMetricsF(theme.current().font(Text.SMALL))
    side, height = metrics.height(), metrics.height() + Space.HAIR
    result: list[tuple[Mark, QRectF]] = []
    x, y = area.left(), area.top()
    for mark in found:
        width = side + Space.SMALL + metrics.horizontalAdvance(words(mark)) + Space.WIDE
        if x > area.left() and x + width - Space.WIDE > area.right():
            x, y = area.left(), y + height
        result.append((mark, QRectF(x, y, width, height)))
        x += width
    return result


def height(found: Sequence[Mark], width: float) -> float:
    """Return the height of the explanations at a width, in device-independent pixels."""
    placed = lay(found, QRectF(0, 0, width, 0))
    return placed[-1][1].bottom() + Space.SMALL if placed else 0.0


def paint(painter: QPainter, found: Sequence[Mark], area: QRectF) -> None:
    """Draw the explanations."""
    painter.setFont(theme.current().font(Text.SMALL))
    for mark, spot in lay(found, area):
        _symbol(painter, mark, QRectF(spot.left(), spot.top(), spot.height(), spot.height()))
        painter.setPen(theme.current().colour("muted"))
        text = spot.adjusted(spot.height() + Space.HAIR, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, words(mark))


def _symbol(painter: QPainter, mark: Mark, square: QRectF) -> None:
    edge = theme.current().colour("edge")
    middle = square.center()
    if mark is Mark.LIMIT:
        marker(painter, middle, exact=False)
    elif mark is Mark.CHANGE:
        painter.setPen(QPen(edge, 1.5, Qt.PenStyle.DashLine))
        top = QPointF(middle.x(), square.top() + 2)
        painter.drawLine(top, QPointF(middle.x(), square.bottom() - 2))
    else:
        painter.setPen(QPen(edge, theme.current().line))
        painter.setBrush(band_brush())
        painter.drawRect(square.adjusted(2, 5, -2, -5))
