"""The small shapes that the style draws itself, each from tokens."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from secondop_desktop.widgets.theme.sizes import Radius
from secondop_desktop.widgets.theme.tokens import Tokens

Shape = tuple[tuple[float, float], ...]
DOWN: Final[Shape] = ((-1.0, -0.5), (0.0, 0.5), (1.0, -0.5))
UP: Final[Shape] = ((-1.0, 0.5), (0.0, -0.5), (1.0, 0.5))
RIGHT: Final[Shape] = ((-0.5, -1.0), (0.5, 0.0), (-0.5, 1.0))
LEFT: Final[Shape] = ((0.5, -1.0), (-0.5, 0.0), (0.5, 1.0))
TICK: Final[Shape] = ((0.22, 0.53), (0.42, 0.73), (0.79, 0.30))
DASH: Final[Shape] = ((0.25, 0.5), (0.75, 0.5))


class Brushwork(NamedTuple):
    """With what to draw: the colours, whether the control can be used, the border width."""

    tokens: Tokens
    enabled: bool = True
    line: int = 1

    def colour(self, name: str) -> QColor:
        """Return a token's colour, muted when the control cannot be used."""
        return QColor(getattr(self.tokens, name if self.enabled else "muted"))


def tick_box(painter: QPainter, area: QRect, work: Brushwork, mark: Shape | None) -> None:
    """Draw a check box; ``mark`` is TICK, DASH or None."""
    square = _begin(painter, area)
    edge = work.colour("edge" if mark is None else "primary")
    painter.setPen(QPen(edge, 2))
    painter.setBrush(QColor(work.tokens.surface) if mark is None else edge)
    painter.drawRoundedRect(square, Radius.TAG, Radius.TAG)
    if mark is not None:
        painter.setPen(_round_pen(QColor(work.tokens.on_primary), max(2.5, square.width() / 9)))
        painter.drawPolyline(_placed(mark, square))
    painter.restore()


def tick(painter: QPainter, area: QRect, ink: QColor) -> None:
    """Draw a tick without a box."""
    square = _begin(painter, area)
    painter.setPen(_round_pen(ink, max(2.0, square.width() / 9)))
    painter.drawPolyline(_placed(TICK, square))
    painter.restore()


def radio(painter: QPainter, area: QRect, work: Brushwork, *, chosen: bool) -> None:
    """Draw a radio button."""
    square = _begin(painter, area)
    edge = work.colour("primary" if chosen else "edge")
    painter.setPen(QPen(edge, 2))
    painter.setBrush(QColor(work.tokens.surface))
    painter.drawEllipse(square)
    if chosen:
        inset = square.width() * 0.25
        painter.setBrush(edge)
        painter.drawEllipse(square.adjusted(inset, inset, -inset, -inset))
    painter.restore()


def arrow(painter: QPainter, area: QRect, work: Brushwork, shape: Shape, reach: float) -> None:
    """Draw an arrow head that reaches this many pixels from the middle of the area."""
    _begin(painter, area)
    reach = min(reach, min(area.width(), area.height()) / 2.5)
    painter.setPen(_round_pen(work.colour("text"), 2))
    centre = QRectF(area).center()
    spots = [centre + QPointF(x * reach, y * reach) for x, y in shape]
    painter.drawPolyline(QPolygonF(spots))
    painter.restore()


def frame(
    painter: QPainter,
    area: QRect,
    work: Brushwork,
    fill: str = "surface",
    *,
    marked: bool = False,
    radius: int = Radius.CONTROL,
) -> None:
    """Draw the border and the ground of a control; ``marked`` when it is pressed or on."""
    _begin(painter, area)
    width = work.line * (2 if marked else 1)
    # Where there are no tints, a broken border says that a control cannot be used.
    broken = not work.enabled and work.line > 1
    edge = work.tokens.edge if work.enabled or broken else work.tokens.divider
    dashed = Qt.PenStyle.DashLine if broken else Qt.PenStyle.SolidLine
    ground = getattr(work.tokens, fill) if work.enabled else work.tokens.alternate
    painter.setPen(QPen(QColor(edge), width, dashed))
    painter.setBrush(QColor(ground))
    inset = width / 2
    inner = QRectF(area).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, radius, radius)
    painter.restore()


def _begin(painter: QPainter, area: QRect) -> QRectF:
    """Save the painter and return the largest square in the area that leaves room for a pen."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    side = min(area.width(), area.height()) - 2.0
    square = QRectF(0, 0, side, side)
    square.moveCenter(QRectF(area).center())
    return square


def _placed(shape: Shape, square: QRectF) -> QPolygonF:
    corner, side = square.topLeft(), square.width()
    return QPolygonF([corner + QPointF(x * side, y * side) for x, y in shape])


def _round_pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
