"""A crowd as it was drawn last: a page that scrolls paints it again with each step."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap


class KeptDrawing:
    """Draws what it drew before, while all that it is drawn of is the same.

    ``of`` is everything that the drawing depends on, compared by value, so that nothing old is
    ever shown.
    """

    def __init__(self) -> None:
        self._of: object = None
        self._pixmap = QPixmap()

    def draw(self, painter: QPainter, of: object, draws: Callable[[QPainter], None]) -> None:
        """Draw over the whole device of a painter, at its scale."""
        device = painter.device()
        size, scale = QSize(device.width(), device.height()), device.devicePixelRatioF()
        whole = (of, size, scale)
        if whole != self._of:
            self._of, self._pixmap = whole, _drawn(size, scale, draws)
        painter.drawPixmap(0, 0, self._pixmap)


def _drawn(size: QSize, scale: float, draws: Callable[[QPainter], None]) -> QPixmap:
    pixmap = QPixmap(size * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draws(painter)
    painter.end()
    return pixmap
