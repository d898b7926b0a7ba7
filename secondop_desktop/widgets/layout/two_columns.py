"""Two columns that become one when the text is large or the room is small."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Space

LEAST_CHARS: Final = 34


class Columns(QWidget):
    """Two parts side by side, or the second below the first.

    They stack at a text size of 150 % or more, and where a column would be too narrow to read.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        shares: tuple[int, int] = (1, 1),
        parent: QWidget | None = None,
        *,
        least: int = LEAST_CHARS,
    ) -> None:
        """Stack where a column would hold fewer than ``least`` average letters."""
        super().__init__(parent)
        self._least = least
        self._shares = shares
        self._parts = (first, second)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part, share in zip(self._parts, shares, strict=True):
            self._box.addWidget(part, share)
        theme.current().changed.connect(self._arrange)
        self._arrange()

    @property
    def stacked(self) -> bool:
        """True while the second part is below the first."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """Return the least size, which is that of the stack."""
        width = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(width, self._box.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or unstack as the width demands."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        least = self.fontMetrics().averageCharWidth() * self._least
        narrower = self.width() * min(self._shares) // sum(self._shares)
        stack = theme.current().stacked or narrower < least
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if stack else way.LeftToRight)
        self._box.setSpacing(Space.LARGE if stack else Space.WIDE)
        for part, share in zip(self._parts, self._shares, strict=True):
            self._box.setStretchFactor(part, 0 if stack else share)
