"""A list beside what it opens; with large text or little room, one at a time."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.button import Button, Rank
from secondop_desktop.widgets.columns import LEAST_CHARS
from secondop_desktop.widgets.scroll import ScrollColumn
from secondop_desktop.widgets.theme import Space


class Panes(QWidget):
    """Shows a list (40 %) and the detail opened from it (60 %).

    Where there is room for one only, opening a detail hides the list and shows a button that
    leads back; ``left`` is sent when it is pressed.
    """

    left = Signal()

    def __init__(self, first: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = first
        self.detail: QWidget | None = None
        self.back = Button(_("Back to the list"), "arrow-left", Rank.QUIET)
        self.back.clicked.connect(self.left)
        self._scroll = ScrollColumn(self, wide=True)
        self._scroll.set_margins(Space.HAIR)
        second = QWidget()
        column = QVBoxLayout(second)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.back)
        column.addWidget(self._scroll, 1)
        self._second = second
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.WIDE)
        self._box.addWidget(first, 2)
        self._box.addWidget(second, 3)
        theme.current().changed.connect(self._arrange)

    @property
    def single(self) -> bool:
        """True while there is room for one pane only."""
        least = self.fontMetrics().averageCharWidth() * LEAST_CHARS * 2
        return theme.current().stacked or self.width() < least

    def show_detail(self, detail: QWidget | None) -> None:
        """Show this in the second pane in place of what was there."""
        if self.detail is not None:
            self.detail.hide()
            self._scroll.content.removeWidget(self.detail)
            self.detail.deleteLater()
        self.detail = detail
        if detail is not None:
            self._scroll.content.addWidget(detail)
            detail.show()
        self._scroll.verticalScrollBar().setValue(0)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show one or two panes as the width demands."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        single, opened = self.single, self.detail is not None
        self.first.setVisible(not (single and opened))
        self._second.setVisible(opened or not single)
        self.back.setVisible(single and opened)
