"""The chart of one test over time: line, markers, and the range printed on the report."""

from secondop_desktop.widgets.chart.chart import Chart
from secondop_desktop.widgets.chart.points import Point

__all__ = ["Chart", "Point"]
