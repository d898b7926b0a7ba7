"""Tools on one line: the buttons that find no room stand in ⋯."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, IconButton
from secondop_desktop.widgets.controls.button_menu import offer
from secondop_desktop.widgets.theme import Space


class ToolRow(QWidget):
    """A line that never wraps, so that what is under it keeps its height.

    The ``first`` parts are always seen; of the ``buttons`` the last go into ⋯ first.
    """

    def __init__(self, first: Sequence[QWidget], buttons: Sequence[Button | IconButton]) -> None:
        super().__init__()
        self._first, self.buttons = tuple(first), tuple(buttons)
        self.more = IconButton(_("More to do with this"), "more")
        self.menu = QMenu(self.more)
        self.menu.setAccessibleName(_("More to do with this"))
        self.menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        for part in (*self._first, *self.buttons, self.more):
            row.addWidget(part)
        row.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Return room for what is always seen, and ⋯."""
        needed = self._width_of((*self._first, self.more))
        return QSize(needed, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Return room for everything."""
        parts = (*self._first, *self.buttons, self.more)
        return QSize(self._width_of(parts), max(part.sizeHint().height() for part in parts))

    def event(self, event: QEvent) -> bool:
        """Arrange again when a part says something else."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _width_of(self, parts: Sequence[QWidget]) -> int:
        return sum(part.sizeHint().width() + Space.SMALL for part in parts) - Space.SMALL

    def _has_room(self, buttons: Sequence[QWidget]) -> bool:
        return self._width_of((*self._first, *buttons, self.more)) <= self.width()

    def _arrange(self) -> None:
        shown: Sequence[QPushButton] = self.buttons
        if self._width_of((*self._first, *shown)) > self.width():
            fits = (n for n in range(len(shown) - 1, 0, -1) if self._has_room(shown[:n]))
            shown = shown[: next(fits, 0)]
        for button in self.buttons:
            button.setVisible(button in shown)
        self.more.setVisible(len(shown) < len(self.buttons))

    def _fill_menu(self) -> None:
        self.menu.clear()
        for button in self.buttons:
            if button.isHidden():
                offer(self.menu, button)
