"""The marks of a chart: one result, and the range that was printed."""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.chart.crowds import Mark

_DOT = 0.01


def band_brush() -> QBrush:
    """Return how the band is filled; where there are no tints it is hatched."""
    look = theme.current()
    if look.high_contrast:
        return QBrush(look.colour("muted"), Qt.BrushStyle.BDiagPattern)
    return QBrush(look.colour("chart_band"))


def radius() -> float:
    """Return a marker's radius, which grows with the text, in device-independent pixels."""
    return theme.current().line_height() * 0.22


def stroke() -> float:
    """Return the width of the chart's line."""
    return max(2.0, theme.current().line_height() * 0.1)


def marker_pen() -> QPen:
    """Return what the outline of one result is drawn with."""
    return QPen(theme.current().colour("chart_a"), stroke())


def marker(painter: QPainter, spot: QPointF, *, exact: bool) -> None:
    """Draw one result: filled when measured, open when only a limit is known."""
    painter.setPen(marker_pen())
    painter.setBrush(theme.current().colour("chart_a" if exact else "surface"))
    painter.drawEllipse(spot, radius(), radius())


def crowd_pen() -> QPen:
    """Return what measured results are drawn with, all at once."""
    wide, colour = 2 * radius() + stroke(), theme.current().colour("chart_a")
    return QPen(colour, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def mark_crowd(painter: QPainter, marks: Iterable[Mark]) -> None:
    """Draw measured results by ``crowd_pen``, each given by x, top and bottom of its middle."""
    # A line that ends where it begins has no caps.
    painter.drawLines([QLineF(x, top, x, max(bottom, top + _DOT)) for x, top, bottom in marks])
