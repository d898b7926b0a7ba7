"""The chart as a widget: it is named, takes the focus, and its points are read by arrow keys."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.chart import legend, paint
from secondop_desktop.widgets.chart.kept_drawing import KeptDrawing
from secondop_desktop.widgets.chart.points import Point
from secondop_desktop.widgets.chart.scene import Scene, scene
from secondop_desktop.widgets.controls.panel import Panel
from secondop_desktop.widgets.controls.plain_tip import plain_tip
from secondop_desktop.widgets.theme import Space, Text, Weight

_LINES: Final = 16
_LEAST_LINES: Final = 12
_NEAR: Final = 24.0
_WRAP: Final = Qt.TextFlag.TextWordWrap
_DIGITS: Final = bytes.maketrans(b"123456789", b"0" * 9)


class Chart(Panel):
    """Results of one test in one unit, in order of time.

    ``selected`` is sent with the index of the point the person moved to.
    """

    selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._points: tuple[Point, ...] = ()
        self._marks: list[legend.Mark] = []
        self._shapes: set[str] = set()
        self._unit = ""
        self._summary = ""
        self._chosen: int | None = None
        self._pictured = False
        self._kept = KeptDrawing()
        self._heights: dict[tuple[str, int], int] = {}
        self._laid: tuple[object, Scene] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.current().changed.connect(self.updateGeometry)

    def set_points(
        self, points: Sequence[Point], name: str, unit: str = "", summary: str = ""
    ) -> None:
        """Show these results; ``name`` and ``summary`` are what screen readers say of the chart."""
        self._points = tuple(sorted(points, key=lambda point: point.date))
        self._marks = legend.marks(self._points)
        self._shapes = _shapes([point.label for point in self._points])
        self._heights.clear()
        self._laid = None
        self._unit = unit
        self._chosen = None
        self.setAccessibleName(name)
        self._summary = summary
        self._describe()
        self.update()

    @property
    def points(self) -> tuple[Point, ...]:
        """The results in order of time."""
        return self._points

    @property
    def chosen(self) -> int | None:
        """The index of the point being read, or None."""
        return self._chosen

    def choose(self, index: int) -> None:
        """Read the point with this index: it is marked, shown in words and spoken."""
        if not 0 <= index < len(self._points) or index == self._chosen:
            return
        self._chosen = index
        self._describe()
        self.update()
        announce(self, self._points[index].label)
        self.selected.emit(index)

    def spot(self, index: int) -> QPointF:
        """Return where a point is drawn, in the chart's own device-independent pixels."""
        return self._scene().spot(self._points[index])

    @contextmanager
    def pictured(self) -> Iterator[None]:
        """Draw it for paper meanwhile: headed by its name, without the point being read."""
        chosen, self._chosen, self._pictured = self._chosen, None, True
        try:
            yield
        finally:
            self._chosen, self._pictured = chosen, False

    def reading(self) -> str:
        """Return the words shown above the plot."""
        if self._pictured:
            return self.accessibleName()
        if not self._points:
            return _("No results with a date and a number yet.")
        if self._chosen is None:
            return _("Press the left and right arrow keys to read each result.")
        return self._points[self._chosen].label

    def _describe(self) -> None:
        self.setAccessibleDescription(f"{self._summary} {self.reading()}".strip())

    def sizeHint(self) -> QSize:
        """Return a size that grows with the text."""
        line = theme.current().line_height()
        return QSize(line * 26, line * _LINES)

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which the axes can still be read."""
        line = theme.current().line_height()
        return QSize(line * 12, line * _LEAST_LINES)

    def _words_area(self) -> QRect:
        """Return the place of the words, tall enough for the longest of them, whatever figures."""
        inside = self.rect().adjusted(Space.LARGE, Space.MEDIUM, -Space.LARGE, 0)
        # Bold is wider: measuring with it keeps the plot still when a point is chosen.
        font, width = theme.current().font(Text.BODY, Weight.BOLD), inside.width()
        own = _tallest([self.reading()], font, width)
        inside.setHeight(max(own, self._tallest_shape(font, width)))
        return inside

    def _tallest_shape(self, font: QFont, width: int) -> int:
        """Return the height of the tallest of the points' words, measured once for each width."""
        asked = (font.key(), width)
        if asked not in self._heights:
            self._heights[asked] = _tallest(self._shapes, font, width)
        return self._heights[asked]

    def _words_font(self) -> QFont:
        return theme.current().font(
            Text.BODY, Weight.BOLD if self._chosen is not None else Weight.REGULAR
        )

    def _scene(self, words: QRect | None = None) -> Scene:
        """Lay out what stands under the words; their place is found where it is not given."""
        words = words or self._words_area()
        area = QRectF(self.rect()).adjusted(Space.LARGE, 0, -Space.LARGE, -Space.SMALL)
        area.setTop(words.bottom() + Space.SMALL)
        area.setBottom(area.bottom() - legend.height(self._marks, area.width()))
        font = theme.current().font(Text.SMALL)
        asked = (area, font.key())
        if self._laid is None or self._laid[0] != asked:
            self._laid = asked, scene(self._points, area, QFontMetricsF(font))
        return self._laid[1]

    def _legend_area(self) -> QRectF:
        area = QRectF(self.rect()).adjusted(Space.LARGE, 0, -Space.LARGE, -Space.SMALL)
        area.setTop(area.bottom() - legend.height(self._marks, area.width()))
        return area

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, the words and the plot."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self._words_font())
        painter.setPen(theme.current().colour("text" if self._chosen is not None else "muted"))
        words = self._words_area()
        painter.drawText(words, _WRAP, self.reading())
        if self._points:
            kept = None if self._pictured else self._kept  # a picture is drawn finer, or as lines
            scene, points = self._scene(words), self._points
            paint.paint(painter, scene, points, self._unit, self._chosen, kept)
            legend.paint(painter, self._marks, self._legend_area())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let arrows go from point to point, Home and End to the first and the last."""
        last = len(self._points) - 1
        at = self._chosen
        targets = {
            Qt.Key.Key_Right: 0 if at is None else min(at + 1, last),
            Qt.Key.Key_Left: last if at is None else max(at - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self.choose(target)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Read the point that is pressed."""
        near = self._near(event.position())
        if near is not None:
            self.choose(near)

    def event(self, event: QEvent) -> bool:
        """Show a point's words as a tooltip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            near = self._near(QPointF(event.pos()))
            said = self._points[near].label if near is not None else ""
            QToolTip.showText(event.globalPos(), plain_tip(said))
            return True
        return super().event(event)

    def _near(self, spot: QPointF) -> int | None:
        if not self._points:
            return None
        spots = self._scene().spots(self._points)
        gaps = [abs(x - spot.x()) + abs(y - spot.y()) for x, y in spots]
        nearest = min(range(len(gaps)), key=gaps.__getitem__)
        return nearest if gaps[nearest] <= _NEAR else None


def _tallest(texts: Iterable[str], font: QFont, width: int) -> int:
    metrics, room = QFontMetrics(font), QRect(0, 0, width, 10_000)
    return max((metrics.boundingRect(room, _WRAP, text).height() for text in texts), default=0)


def _shapes(labels: Sequence[str]) -> set[str]:
    """Return what labels look like whatever their figures; thousands are gone through as one."""
    told = "\0".join(labels).encode("utf-8", "surrogatepass").translate(_DIGITS)
    return set(told.decode("utf-8", "surrogatepass").split("\0")) if labels else set()
