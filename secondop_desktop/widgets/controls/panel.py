"""A ground with a border, drawn from tokens so that it looks right in every scheme."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGroupBox, QWidget

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme.sizes import Radius


class Panel(QGroupBox):
    """What cards, notices and bars have in common.

    A group box without a title: screen readers call it a group, a frame they call a window.
    """

    def __init__(
        self,
        fill: str = "surface",
        edge: str = "divider",
        radius: int = Radius.CARD,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fill, self._edge, self._radius = fill, edge, radius
        theme.current().changed.connect(self.update)

    def set_colours(self, fill: str, edge: str) -> None:
        """Use the colours of other tokens."""
        self._fill, self._edge = fill, edge
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the border."""
        look = theme.current()
        painter = QPainter(self)
        paint_panel(
            painter,
            QRectF(self.rect()),
            look.colour(self._fill),
            look.colour(self._edge),
            self._radius,
        )


def paint_panel(painter: QPainter, area: QRectF, fill: QColor, edge: QColor, radius: float) -> None:
    """Draw a rounded ground with a border of the scheme's width inside the area."""
    line = theme.current().line
    inset = line / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, line))
    painter.setBrush(fill)
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)
