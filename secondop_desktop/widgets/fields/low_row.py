"""A wrapping row whose bottom edges are in line, for boxes with captions above them."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLayoutItem, QWidget

from secondop_desktop.widgets.layout.flow_row import Flow


class LowRow(Flow):
    """Like Flow, but what has no caption stands level with the boxes, not with the captions."""

    def __init__(self, level: QWidget) -> None:
        """Line up with `level`, one of the boxes."""
        super().__init__()
        self._level = level

    def _place(self, line: list[QLayoutItem], area: QRect) -> None:
        x, box = area.x(), min(self._level.sizeHint().height(), area.height())
        for item in line:
            size = item.sizeHint().boundedTo(area.size())
            lift = max(box - size.height(), 0) // 2
            top = area.bottom() + 1 - size.height() - lift
            item.setGeometry(QRect(QPoint(x, top), size))
            x += size.width() + self.spacing()
