"""A chart as a picture: pixels for a letter or a message, lines for a poster or a printer."""

from PySide6.QtCore import QIODevice, QPoint, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background import pixels

_SHARP = 2.0
"""Pixels of a picture for each of the screen: so it stays sharp on paper."""


def image_of(chart: QWidget) -> QImage:
    """Return the chart as it is shown, twice as fine."""
    image = QImage(chart.size() * _SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARP)
    image.fill(theme.current().colour("surface"))
    painter = QPainter(image)
    chart.render(painter, QPoint())
    painter.end()
    return image


def png_of(chart: QWidget) -> bytes:
    """Return the chart as a PNG file."""
    return pixels.png_of(image_of(chart))


def svg_of(chart: QWidget, title: str) -> bytes:
    """Return the chart as an SVG file, whose title says what it shows."""
    return pixels.written(lambda file: _draw_lines(chart, title, file))


def _draw_lines(chart: QWidget, title: str, file: QIODevice) -> None:
    lines = QSvgGenerator()
    lines.setOutputDevice(file)
    lines.setSize(chart.size())
    lines.setViewBox(QRect(QPoint(), chart.size()))
    lines.setTitle(title)
    painter = QPainter(lines)
    painter.fillRect(QRect(QPoint(), chart.size()), theme.current().colour("surface"))
    chart.render(painter, QPoint())
    painter.end()
