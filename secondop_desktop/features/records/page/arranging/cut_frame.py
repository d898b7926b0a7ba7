"""A page as large as there is room, with the frame of what is kept of it, drawn by the mouse."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondop_desktop.exchange.photographs.arrangement import PARTS, WHOLE, Crop
from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.preview.painted_parts import Drawing
from secondop_desktop.widgets.theme import Space

_NEAR: Final = 24
"""So many device-independent pixels from an edge a press still takes hold of it."""

_GRIP: Final = 9
_LEAST: Final = PARTS // 20
_SHADE: Final = QColor(0, 0, 0, 140)
_EDGES: Final = (0, 1, 2, 3)
"""Left, top, right, bottom."""


class CutFrame(Drawing):
    """Shows one page; ``cut`` carries what is kept of it while an edge or a corner is drawn."""

    cut = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.trouble = ""
        self.crop: Crop = WHOLE
        self._held: tuple[int, ...] = ()
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        line = theme.current().line_height()
        self.setMinimumSize(line * 4, line * 4)

    def show_page(self, image: QImage | None, crop: Crop, trouble: str = "") -> None:
        """Show a page and what is kept of it, or why it is not seen."""
        self._image, self.crop, self.trouble = image, crop, trouble
        self.update()

    def place(self) -> QRectF:
        """Return where the page is seen."""
        room = QRectF(self.rect()).adjusted(_GRIP, _GRIP, -_GRIP, -_GRIP)
        if self._image is None:
            return room
        size = self._image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        spot = QRectF(0, 0, size.width(), size.height())
        spot.moveCenter(room.center())
        return spot

    def frame(self) -> QRectF:
        """Return where what is kept of it is seen."""
        page = self.place()
        left, top, right, bottom = (part / PARTS for part in self.crop)
        return QRectF(
            page.left() + left * page.width(),
            page.top() + top * page.height(),
            (right - left) * page.width(),
            (bottom - top) * page.height(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page, darken what is cut off, and draw the frame with its grips."""
        painter, look = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image is None:
            painter.setPen(look.colour("text"))
            words = self.trouble or _("Opening this photo…")
            centre = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), int(centre), words)
            return
        page, kept = self.place(), self.frame()
        painter.drawImage(page, self._image)
        self._darken(painter, page, kept)
        painter.setPen(QPen(look.colour("primary"), 3))
        painter.drawRect(kept)
        self._draw_grips(painter, kept)

    def _darken(self, painter: QPainter, page: QRectF, kept: QRectF) -> None:
        above = QRectF(page.topLeft(), QPointF(page.right(), kept.top()))
        below = QRectF(QPointF(page.left(), kept.bottom()), page.bottomRight())
        left = QRectF(QPointF(page.left(), kept.top()), kept.bottomLeft())
        right = QRectF(kept.topRight(), QPointF(page.right(), kept.bottom()))
        for part in (above, below, left, right):
            painter.fillRect(part, _SHADE)

    def _draw_grips(self, painter: QPainter, kept: QRectF) -> None:
        look = theme.current()
        painter.setBrush(look.colour("surface"))
        painter.setPen(QPen(look.colour("primary"), 2))
        middle = kept.center()
        across, down = (
            (kept.left(), middle.x(), kept.right()),
            (kept.top(), middle.y(), kept.bottom()),
        )
        for x in across:
            for y in down:
                if (x, y) != (middle.x(), middle.y()):
                    grip = QRectF(0, 0, 2 * _GRIP - Space.HAIR, 2 * _GRIP - Space.HAIR)
                    grip.moveCenter(QPointF(x, y))
                    painter.drawRect(grip)

    # By mouse ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the edge or corner under the mouse."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._image is not None:
            self._held = self._edges_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the edges that are held; else show which could be."""
        if not self._held:
            self.setCursor(_CURSORS.get(self._edges_at(event.position()), _ARROW))
            return
        page, spot, crop = self.place(), event.position(), list(self.crop)
        across = round((spot.x() - page.left()) / page.width() * PARTS)
        down = round((spot.y() - page.top()) / page.height() * PARTS)
        for edge in self._held:
            crop[edge] = down if edge % 2 else across
        self.cut.emit(within(crop, self._held))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        super().mouseReleaseEvent(event)
        self._held = ()

    def _edges_at(self, spot: QPointF) -> tuple[int, ...]:
        """Return the edges near a spot: none, one, or the two of a corner."""
        kept = self.frame()
        if self._image is None or not kept.adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR).contains(spot):
            return ()
        far = (
            abs(spot.x() - kept.left()),
            abs(spot.y() - kept.top()),
            abs(spot.x() - kept.right()),
            abs(spot.y() - kept.bottom()),
        )
        pairs = ((0, 2), (1, 3))
        nearest = (min(pair, key=lambda edge: far[edge]) for pair in pairs)
        return tuple(sorted(edge for edge in nearest if far[edge] <= _NEAR))


def within(crop: list[int], moved: tuple[int, ...]) -> Crop:
    """Return a frame that is inside the page and not too small; only the moved edges give way."""
    for edge in moved:
        low = edge < 2
        other = crop[edge + 2] if low else crop[edge - 2]
        least, most = (0, other - _LEAST) if low else (other + _LEAST, PARTS)
        crop[edge] = min(max(crop[edge], least), most)
    left, top, right, bottom = crop
    return left, top, right, bottom


_ARROW: Final = Qt.CursorShape.ArrowCursor
_CURSORS: Final = {
    (0,): Qt.CursorShape.SizeHorCursor,
    (2,): Qt.CursorShape.SizeHorCursor,
    (1,): Qt.CursorShape.SizeVerCursor,
    (3,): Qt.CursorShape.SizeVerCursor,
    (0, 1): Qt.CursorShape.SizeFDiagCursor,
    (2, 3): Qt.CursorShape.SizeFDiagCursor,
    (1, 2): Qt.CursorShape.SizeBDiagCursor,
    (0, 3): Qt.CursorShape.SizeBDiagCursor,
}
