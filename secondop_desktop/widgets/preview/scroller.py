"""A view that scrolls by keyboard both ways."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

_ENDS = {Qt.Key.Key_Home: "minimum", Qt.Key.Key_End: "maximum"}


class Scroller(QScrollArea):
    """Scrolls by the arrow keys and Page Down while what it holds has the focus."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell who fits its content to the width."""
        super().resizeEvent(event)
        self.resized.emit()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Stay where the person has scrolled to; Qt would go to the middle of what is left."""
        return QWidget.focusNextPrevChild(self, following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Home and End go to the ends."""
        end = _ENDS.get(Qt.Key(event.key()))
        if end is None:
            super().keyPressEvent(event)
        else:
            bar = self.verticalScrollBar()
            bar.setValue(bar.minimum() if end == "minimum" else bar.maximum())
