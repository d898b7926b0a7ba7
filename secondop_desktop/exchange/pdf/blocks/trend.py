"""A small chart of one test over time: what was measured, and the range the reports printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from secondop_desktop.exchange.pdf.blocks.axis import Axis, Scale, ticks
from secondop_desktop.exchange.pdf.blocks.figures import Illustration
from secondop_desktop.exchange.pdf.sheet import BAND, DIVIDER, LINK, PRIMARY, TEXT, Style, rgb
from secondop_desktop.exchange.pdf.structure.lettering import letter, say
from secondop_desktop.exchange.pdf.text.readable import Missing, readable
from secondop_desktop.exchange.pdf.text.typeset import Line, broken, styled_lines
from secondop_desktop.lang import MONTHS, _

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

_PLOT, _SMALL = 120.0, 54.0  # points, in standard print
_BELOW = 1.8  # lines between plot and key, for the dates
_AROUND = _BELOW + 1.8  # and above the plot, for the unit
_LABELLED = 14  # with more points the chart shows only the line


@dataclass(frozen=True, slots=True)
class Point:
    """One result: its day, its value, and the range printed on that report.

    ``comparator`` (``<``, ``>``, ``≤``, ``≥``) makes an open marker; ``said`` is the value as
    printed, shown beside it. ``low`` and ``high`` may each be missing.
    """

    day: date
    value: float
    comparator: str = ""
    low: float | None = None
    high: float | None = None
    said: str = ""


def trend(points: Sequence[Point], *, unit: str, alt: str, small: bool = False) -> Trend:
    """Return the chart of results in one unit; ``alt`` says in a sentence what it shows.

    A ``small`` one is lower, and stands beside others. Raises ValueError when there is no point or
    no sentence.
    """
    return Trend(points, unit, alt, small=small)


class Trend(Illustration):
    """The chart as a block; days lie as far apart as they were."""

    def __init__(
        self, points: Sequence[Point], unit: str, alt: str, *, small: bool = False
    ) -> None:
        """Take points in any order."""
        super().__init__(alt)
        self.small = small
        if not points:
            raise ValueError("a chart needs a result")
        self.points = sorted(points, key=lambda point: point.day)
        self.unit = unit

    def size(self, canvas: TaggedCanvas, width: float) -> tuple[float, float]:
        """Return the full width and the height of unit, plot, dates and key."""
        plot = (_SMALL if self.small else _PLOT) * (1.8 if canvas.sheet.large else 1.0)
        lines = len(self._key_lines(canvas, width)) + _AROUND
        return width, plot + lines * canvas.sheet.chrome.leading

    def illustrate(
        self, canvas: TaggedCanvas, x: float, y: float, width: float, height: float
    ) -> None:
        """Draw range, axes, line, markers and key, from back to front."""
        style = replace(canvas.sheet.chrome, colour=TEXT)
        key = self._key_lines(canvas, width)
        foot = y + (len(key) + _BELOW) * style.leading
        plot_height = height - (len(key) + _AROUND) * style.leading
        plot = _Plot(canvas, style, self.points, Axis(canvas, style, x, foot, width, plot_height))
        for text in (self.unit, *(point.said for point in self.points)):
            readable(text, canvas.missing)  # counted here, for they are drawn with a measure only
        say(canvas, self.unit, style, x, y + height - style.size)
        plot.draw_bands()
        plot.draw_axes()
        plot.draw_limits()
        plot.draw_line()
        plot.draw_markers()
        letter(
            canvas,
            canvas.root,
            key,
            x,
            style.baseline(foot - _BELOW * style.leading),
            style.leading,
            0,
        )

    def _key_lines(self, canvas: TaggedCanvas, width: float) -> list[Line]:
        said = self._key()
        return broken(styled_lines(said, canvas.sheet.chrome, Missing()), width) if said else []

    def _key(self) -> str:
        said = []
        if any(point.low is not None or point.high is not None for point in self.points):
            said.append(_("Shaded: the range printed on the report."))
        if any(point.comparator for point in self.points):
            said.append(_("Open circle: a result given as less than or more than a number."))
        return " ".join(said)


def _numbers(points: Sequence[Point]) -> list[float]:
    limits = [limit for point in points for limit in (point.low, point.high) if limit is not None]
    return [*(point.value for point in points), *limits]


def _day(day: date) -> str:
    month = _(MONTHS[day.month - 1])[:3]
    return f"{day.day} {month} {day.year}"


class _Plot:
    """The drawing of one chart inside its axes."""

    def __init__(
        self, canvas: TaggedCanvas, style: Style, points: Sequence[Point], axis: Axis
    ) -> None:
        self.canvas, self.style, self.points = canvas, style, points
        self.marks = ticks(_numbers(points))
        axis.make_room([f"{mark:g}" for mark in self.marks])
        self.axis = axis
        days = [point.day.toordinal() for point in points]
        self.across = Scale(days[0], days[-1], axis.left + 14, axis.right - 14)
        self.up = Scale(self.marks[0], self.marks[-1], axis.foot, axis.top)
        self.spots = [
            (self.across.at(day), self.up.at(point.value))
            for day, point in zip(days, points, strict=True)
        ]
        self.stretches = self._stretches()

    def draw_bands(self) -> None:
        """Shade the printed range of each stretch of reports."""
        self.canvas.setFillColorRGB(*rgb(BAND))
        for left, right, point in self.stretches:
            if point.low is None and point.high is None:
                continue
            low = self.axis.foot if point.low is None else self.up.at(point.low)
            high = self.axis.top if point.high is None else self.up.at(point.high)
            self.canvas.rect(left, low, right - left, high - low, stroke=0, fill=1)

    def draw_limits(self) -> None:
        """Draw the limits of each range, and a dashed edge where the range changes."""
        self._stroke(PRIMARY, 0.7)
        for left, right, point in self.stretches:
            for limit in (point.low, point.high):
                if limit is not None:
                    y = self.up.at(limit)
                    self.canvas.line(left, y, right, y)
                    self.axis.keep_clear(left, y, right)
        self.canvas.setDash([3, 2.5])
        for left, _right, _point in self.stretches[1:]:
            self.canvas.line(left, self.axis.foot, left, self.axis.top)
        self.canvas.setDash()

    def _stretches(self) -> list[tuple[float, float, Point]]:
        """Return stretches of one range; between two reports the border is half way."""
        found: list[tuple[float, float, Point]] = []
        left = self.axis.left
        for n, point in enumerate(self.points):
            last = n + 1 == len(self.points)
            other = None if last else self.points[n + 1]
            if other and (other.low, other.high) == (point.low, point.high):
                continue
            right = self.axis.right if last else (self.spots[n][0] + self.spots[n + 1][0]) / 2
            found.append((left, right, point))
            left = right
        return found

    def draw_axes(self) -> None:
        """Draw a light line for each number and a tick for each day."""
        canvas, axis = self.canvas, self.axis
        self._stroke(DIVIDER, 0.4)
        for mark in self.marks:
            y = self.up.at(mark)
            canvas.line(axis.left, y, axis.right, y)
            say(canvas, f"{mark:g}", self.style, axis.left - 5, y - self.style.size * 0.33, "right")
        self._stroke(TEXT, 0.6)
        canvas.line(axis.left, axis.foot, axis.right, axis.foot)
        for x, _y in self.spots:
            canvas.line(x, axis.foot, x, axis.foot - 3)
        axis.label_days(
            [(x, _day(p.day)) for (x, _y), p in zip(self.spots, self.points, strict=True)]
        )

    def draw_line(self) -> None:
        """Join the results in the order of their days."""
        self._stroke(LINK, 1.3)
        path = self.canvas.beginPath()
        path.moveTo(*self.spots[0])
        for spot in self.spots[1:]:
            path.lineTo(*spot)
        self.canvas.drawPath(path, stroke=1, fill=0)

    def draw_markers(self) -> None:
        """Draw each result, open where only less than or more than is known, with its value."""
        canvas = self.canvas
        radius = self.style.size * 0.32
        for (x, y), point in zip(self.spots, self.points, strict=True):
            self._stroke(LINK, 1.3)
            canvas.setFillColorRGB(*rgb("FFFFFF" if point.comparator else LINK))
            canvas.circle(x, y, radius, stroke=1, fill=1)
        if len(self.points) <= _LABELLED:
            labels = [point.said or f"{point.comparator}{point.value:g}" for point in self.points]
            self.axis.label_spots(self.spots, labels, radius)

    def _stroke(self, colour: str, width: float) -> None:
        self.canvas.setStrokeColorRGB(*rgb(colour))
        self.canvas.setLineWidth(width)
