"""Short instructions below one another, each with its dot."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from secondop_desktop.widgets.controls.labels import Label, paragraph
from secondop_desktop.widgets.theme import Space


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
            grid.addWidget(Label("•"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(paragraph(line), at, 1)
