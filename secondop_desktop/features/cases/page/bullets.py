"""Short instructions below one another, each with its dot."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from secondop_desktop.widgets.controls.labels import paragraph
from secondop_desktop.widgets.theme import Space


class _Dot(QWidget):
    """Drawn, not written: a screen reader would read a written one as a text of its own."""

    def sizeHint(self) -> QSize:
        """Return the room of one letter, as high as a line."""
        return QSize(self.fontMetrics().horizontalAdvance("•"), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the colour of the text."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "•")


class Bullets(QWidget):
    """Lines that hang beside their dots, so that wrapped words stay in line."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.SMALL)
        grid.setVerticalSpacing(Space.SMALL)
        grid.setColumnStretch(1, 1)
        for at, line in enumerate(lines):
            grid.addWidget(_Dot(), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(paragraph(line), at, 1)
