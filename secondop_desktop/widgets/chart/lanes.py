"""What happened as a picture: a lane for each kind or test, over one axis of time that zooms."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.chart.ticks import Tick, dates
from secondop_desktop.widgets.controls.panel import Panel
from secondop_desktop.widgets.theme import Space, Text, Weight

_NAME_SHARE: Final = 0.24
_LEAST_DAYS: Final = 14
"""The axis zooms in to two weeks at most."""
_ZOOM: Final = 2.0
_NEAR: Final = 14.0
_DOT: Final = 5.0
_AXIS_LINES: Final = 1.5
_LEAST_DOT: Final = 0.5
"""Dots shrink where they would run into each other; zoomed in they are whole again."""


@dataclass(frozen=True)
class Mark:
    """One entry in a lane: its key, its first day, its last day where it lasted, and its words.

    ``value`` is its number where the lane is that of a test.
    """

    key: str
    first: datetime.date
    words: str
    last: datetime.date | None = None
    value: float | None = None


@dataclass(frozen=True)
class Lane:
    """A name and its marks in order of time; ``line`` joins their values."""

    name: str
    marks: tuple[Mark, ...]
    line: bool = False

    @cached_property
    def reach(self) -> tuple[float, float]:
        """The least and the greatest value, found once: each mark is drawn between them."""
        values = [mark.value for mark in self.marks if mark.value is not None]
        return min(values), max(values)


class LanesChart(Panel):
    """Lanes whose marks are gone through by the arrow keys, one of them being read.

    Left and Right go along a lane, Up and Down to the nearest mark of another, Home and End to
    its first and last; + and - zoom around the mark, 0 shows all. ``opened`` carries a key.
    """

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._lanes: tuple[Lane, ...] = ()
        self._today = datetime.date.min
        self._at: tuple[int, int] | None = None
        self.span: tuple[float, float] = (0.0, 1.0)
        """The first and last day in sight, counted from year 1."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(_("Timeline as a picture"))
        theme.current().changed.connect(self.updateGeometry)

    def set_lanes(self, lanes: Sequence[Lane], today: datetime.date) -> None:
        """Show these lanes; the mark that was read is read again if it is still there."""
        key, whole = self.current(), self.span == self._whole()
        self._lanes, self._today = tuple(lane for lane in lanes if lane.marks), today
        self._at = self._place_of(key.key) if key else None
        if whole or self.span == (0.0, 1.0):
            self.span = self._whole()
        self._describe()
        self.updateGeometry()
        self.update()

    def current(self) -> Mark | None:
        """Return the mark that is read."""
        return self._lanes[self._at[0]].marks[self._at[1]] if self._at else None

    def reading(self) -> str:
        """Return the words above the lanes."""
        mark = self.current()
        if mark is None or self._at is None:
            return _("Use the arrow keys to read each mark, + and - to zoom, Enter to open.")
        return f"{self._lanes[self._at[0]].name}: {mark.words}"

    def zoom(self, times: float) -> None:
        """Show a shorter stretch of time (over 1) or a longer one, around what is read."""
        low, high = self._whole()
        first, last = self.span
        mark = self.current()
        middle = mark.first.toordinal() if mark else (first + last) / 2
        days = min(max((last - first) / times, _LEAST_DAYS), high - low)
        begin = min(max(middle - days / 2, low), high - days)
        self._show(begin, begin + days)

    def show_all(self) -> None:
        """Show the whole time again."""
        self._show(*self._whole())

    # Where things are ----------------------------------------------------------------------

    def _show(self, first: float, last: float) -> None:
        self.span = (first, last)
        self.update()

    def _whole(self) -> tuple[float, float]:
        days = [
            day.toordinal()
            for lane in self._lanes
            for mark in lane.marks
            for day in (mark.first, mark.last or mark.first)
        ]
        if not days:
            return 0.0, 1.0
        first, last = min(*days, self._today.toordinal()), max(*days, self._today.toordinal())
        room = max((last - first) * 0.02, 3.0)
        return first - room, last + room

    def _place_of(self, key: str) -> tuple[int, int] | None:
        return next(
            (
                (row, at)
                for row, lane in enumerate(self._lanes)
                for at, mark in enumerate(lane.marks)
                if mark.key == key
            ),
            None,
        )

    def _lane_height(self) -> float:
        return theme.current().line_height() * 2.0

    def _top(self) -> float:
        return theme.current().line_height() * 2.0 + Space.MEDIUM

    def _plot(self) -> QRectF:
        left = self.width() * _NAME_SHARE
        height = self._lane_height() * len(self._lanes)
        return QRectF(left, self._top(), self.width() - left - Space.LARGE, height)

    def _x(self, day: float) -> float:
        plot, (first, last) = self._plot(), self.span
        return plot.left() + (day - first) / (last - first) * plot.width()

    def _spot(self, row: int, mark: Mark) -> QPointF:
        """Return where a mark is drawn; in a line its height is its value's."""
        lane, height = self._lanes[row], self._lane_height()
        middle = self._top() + height * row + height / 2
        if lane.line and mark.value is not None:
            low, high = lane.reach
            share = (mark.value - low) / (high - low) if high > low else 0.5
            middle += (0.5 - share) * height * 0.6
        return QPointF(self._x(mark.first.toordinal()), middle)

    def sizeHint(self) -> QSize:
        """Return a size with room for all lanes and the axis."""
        line = theme.current().line_height()
        lanes = self._lane_height() * max(1, len(self._lanes))
        return QSize(line * 30, int(self._top() + lanes + line * _AXIS_LINES))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: all lanes, in a narrow window."""
        return QSize(theme.current().line_height() * 12, self.sizeHint().height())

    # Drawing -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, the axis, today and the lanes."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = self.visibleRegion().boundingRect()
        if self._lanes:
            self._draw_grid(painter)
            for row, lane in enumerate(self._lanes):
                self._draw_name(painter, row, lane)
                self._draw_lane(painter, row, lane)
            self._draw_focus(painter)
            self._draw_axis(painter, seen)
        self._draw_reading(painter, seen)

    def _draw_reading(self, painter: QPainter, seen: QRect) -> None:
        """Draw what is read and the word for today at the top of what is in sight."""
        look, head = theme.current(), self._band(painter, seen.top(), self._top())
        painter.setFont(look.font(Text.BODY, Weight.BOLD if self._at else Weight.REGULAR))
        painter.setPen(look.colour("text" if self._at else "muted"))
        words = head.adjusted(Space.LARGE, Space.SMALL, -Space.LARGE, 0)
        painter.drawText(words, int(Qt.TextFlag.TextWordWrap), self.reading())
        today, plot = self._x(self._today.toordinal()), self._plot()
        if self._lanes and plot.left() <= today <= plot.right():
            painter.setFont(look.font(Text.SMALL))
            painter.setPen(look.colour("text"))
            width = QFontMetricsF(painter.font()).horizontalAdvance(_("Today"))
            left = min(today - width / 2, self.width() - width - Space.SMALL)
            painter.drawText(QPointF(left, head.bottom() - Space.SMALL - 2), _("Today"))

    def _band(self, painter: QPainter, top: float, height: float) -> QRectF:
        """Clear a band from edge to edge, which stays in sight while the lanes scroll under it."""
        band = QRectF(2, top + 2, self.width() - 4, height - 4)
        painter.fillRect(band, theme.current().colour("surface"))
        return QRectF(0, top, self.width(), height)

    def _ticks(self) -> Sequence[Tick]:
        metrics = QFontMetricsF(theme.current().font(Text.SMALL))
        first, last = (datetime.date.fromordinal(max(1, int(day))) for day in self.span)
        return dates(first, last, self._plot().width(), metrics.horizontalAdvance)

    def _draw_grid(self, painter: QPainter) -> None:
        look, plot = theme.current(), self._plot()
        painter.setPen(QPen(look.colour("divider"), look.line))
        for tick in self._ticks():
            x = self._x(tick.at)
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        today = self._x(self._today.toordinal())
        if plot.left() <= today <= plot.right():
            painter.setPen(QPen(look.colour("text"), 2, Qt.PenStyle.DashLine))
            above = QPointF(today, plot.top() - Space.SMALL)
            painter.drawLine(above, QPointF(today, plot.bottom()))

    def _draw_axis(self, painter: QPainter, seen: QRect) -> None:
        """Draw the dates under the lanes, or at the foot of what is in sight of them."""
        look, plot = theme.current(), self._plot()
        height = theme.current().line_height() * _AXIS_LINES
        foot = min(plot.bottom(), seen.bottom() + 1 - height)
        self._band(painter, foot, height)
        painter.setFont(look.font(Text.SMALL))
        metrics = QFontMetricsF(painter.font())
        painter.setPen(look.colour("muted"))
        for tick in self._ticks():
            x, width = self._x(tick.at), metrics.horizontalAdvance(tick.text)
            left = min(max(x - width / 2, plot.left()), self.width())
            painter.drawText(QPointF(left, foot + metrics.height() * 1.1), tick.text)

    def _draw_name(self, painter: QPainter, row: int, lane: Lane) -> None:
        look, height = theme.current(), self._lane_height()
        top = self._top() + height * row
        painter.setPen(QPen(look.colour("divider"), look.line))
        painter.drawLine(QPointF(0, top), QPointF(self.width(), top))
        painter.setFont(look.font(Text.SMALL, Weight.BOLD))
        painter.setPen(look.colour("text"))
        room = QRectF(Space.LARGE, top, self._plot().left() - Space.LARGE - Space.SMALL, height)
        elide = Qt.TextElideMode.ElideRight
        name = QFontMetricsF(painter.font()).elidedText(lane.name, elide, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), name)

    def _draw_lane(self, painter: QPainter, row: int, lane: Lane) -> None:
        look = theme.current()
        painter.save()
        painter.setClipRect(self._plot().adjusted(-_DOT, -2, _DOT, 2))
        spots = [self._spot(row, mark) for mark in lane.marks]
        painter.setPen(QPen(look.colour("chart_a"), 2))
        if lane.line:
            painter.drawPolyline(spots)
        painter.setBrush(look.colour("chart_a"))
        shown = sum(self.span[0] <= one.first.toordinal() <= self.span[1] for one in lane.marks)
        dot = min(_DOT, max(_LEAST_DOT, self._plot().width() / max(shown, 1) / 3))
        for mark, spot in zip(lane.marks, spots, strict=True):
            if mark.last is not None:
                end = self._x(mark.last.toordinal())
                bar = QRectF(spot.x(), spot.y() - _DOT, max(end - spot.x(), _DOT), 2 * _DOT)
                painter.drawRoundedRect(bar, 3, 3)
            else:
                painter.drawEllipse(spot, dot, dot)
        painter.restore()

    def _draw_focus(self, painter: QPainter) -> None:
        mark = self.current()
        if mark is None or self._at is None:
            return
        look, spot = theme.current(), self._spot(self._at[0], mark)
        painter.setBrush(look.colour("focus"))
        painter.setPen(QPen(look.colour("text"), 3))
        painter.drawEllipse(spot, _DOT + 3, _DOT + 3)

    # The hand ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from mark to mark, zoom, and open what is read."""
        key, mark = event.key(), self.current()
        steps = {
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Up: (-1, 0),
        }
        if key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom(_ZOOM)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / _ZOOM)
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and mark:
            self.opened.emit(mark.key)
        elif self._lanes and key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            row = self._at[0] if self._at else 0
            self._read(row, 0 if key == Qt.Key.Key_Home else len(self._lanes[row].marks) - 1)
        elif self._lanes and key in steps:
            self._step(*steps[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, on: int) -> None:
        if self._at is None:
            self._read(0, len(self._lanes[0].marks) - 1)
            return
        row, at = self._at
        if on:
            self._read(row, min(max(at + on, 0), len(self._lanes[row].marks) - 1))
            return
        other = min(max(row + down, 0), len(self._lanes) - 1)
        if other != row:
            day = self._lanes[row].marks[at].first
            marks = self._lanes[other].marks
            self._read(
                other, min(range(len(marks)), key=lambda one: abs((marks[one].first - day).days))
            )

    def _read(self, row: int, at: int) -> None:
        """Read a mark: in words, aloud, and in sight."""
        self._at = (row, at)
        day = self._lanes[row].marks[at].first.toordinal()
        first, last = self.span
        if not first <= day <= last:
            shift = day - (first + last) / 2
            self._show(first + shift, last + shift)
        self._describe()
        announce(self, self.reading())
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.reading())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Read the mark that is pressed."""
        found = self._near(event.position())
        if found:
            self._read(*found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the mark that is pressed twice."""
        found = self._near(event.position())
        if found:
            self.opened.emit(self._lanes[found[0]].marks[found[1]].key)

    def _near(self, spot: QPointF) -> tuple[int, int] | None:
        row = int((spot.y() - self._top()) // self._lane_height())
        if not 0 <= row < len(self._lanes):
            return None
        marks = self._lanes[row].marks
        at = min(range(len(marks)), key=lambda one: self._gap(row, marks[one], spot))
        return (row, at) if self._gap(row, marks[at], spot) <= _NEAR else None

    def _gap(self, row: int, mark: Mark, spot: QPointF) -> float:
        begin = self._spot(row, mark)
        end = self._x(mark.last.toordinal()) if mark.last else begin.x()
        beside = max(begin.x() - spot.x(), spot.x() - max(end, begin.x()), 0.0)
        return beside + abs(begin.y() - spot.y()) / 2
