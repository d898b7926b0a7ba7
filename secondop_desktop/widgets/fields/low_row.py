"""A wrapping row whose bottom edges are in line, for boxes with captions above them."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLayoutItem

from secondop_desktop.widgets.flow import Flow


class LowRow(Flow):
    """Like Flow, but what has no caption stands level with the boxes, not with the captions."""

    def _place(self, line: list[QLayoutItem], area: QRect) -> None:
        x = area.x()
        for item in line:
            size = item.sizeHint().boundedTo(area.size())
            item.setGeometry(QRect(QPoint(x, area.bottom() + 1 - size.height()), size))
            x += size.width() + self.spacing()
