"""Tools on one line: the buttons that find no room stand in ⋯."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, IconButton
from secondop_desktop.widgets.controls.button_menu import offer
from secondop_desktop.widgets.theme import Space


class ToolRow(QWidget):
    """A line that never wraps, so that what is under it keeps its height.

    The ``first`` parts are always seen; of the ``buttons`` the last go into ⋯ first. What is
    done seldom stands in ⋯ always: ``extra`` adds it to the menu.
    """

    def __init__(
        self,
        first: Sequence[QWidget],
        buttons: Sequence[Button | IconButton],
        *,
        name: str = "",
        extra: Callable[[QMenu], object] | None = None,
    ) -> None:
        super().__init__()
        self._first, self.buttons, self._extra = tuple(first), tuple(buttons), extra
        self._withheld: set[QPushButton] = set()
        said = name or _("More to do with this")
        self.more = IconButton(said, "more")
        self.menu = QMenu(self.more)
        self.menu.setAccessibleName(said)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        for part in (*self._first, *self.buttons, self.more):
            row.addWidget(part)
        row.addStretch(1)

    def withhold(self, button: QPushButton, *, withheld: bool) -> None:
        """Leave out a button that has nothing to do now, in the line and in ⋯."""
        (self._withheld.add if withheld else self._withheld.discard)(button)
        self._arrange()

    def focus_on(self, button: QPushButton) -> None:
        """Bring the focus to a button, or to ⋯ where it stands there."""
        (self.more if button.isHidden() else button).setFocus()

    def minimumSizeHint(self) -> QSize:
        """Return room for what is always seen, and ⋯."""
        needed = self._width_of((*self._first, self.more))
        return QSize(needed, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Return room for everything."""
        parts = (*self._first, *self.offered(), self.more)
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

    def offered(self) -> list[Button | IconButton]:
        """Return the buttons that have something to do now, in the line or in ⋯."""
        return [button for button in self.buttons if button not in self._withheld]

    def _has_room(self, buttons: Sequence[QWidget]) -> bool:
        return self._width_of((*self._first, *buttons, self.more)) <= self.width()

    def _arrange(self) -> None:
        shown = offered = self.offered()
        always = [self.more] if self._extra else []
        if self._width_of((*self._first, *shown, *always)) > self.width():
            fits = (n for n in range(len(shown) - 1, 0, -1) if self._has_room(shown[:n]))
            shown = shown[: next(fits, 0)]
        for button in self.buttons:
            button.setVisible(button in shown)
        self.more.setVisible(bool(always) or len(shown) < len(offered))

    def _fill_menu(self) -> None:
        self.menu.clear()
        for button in self.offered():
            if button.isHidden():
                offer(self.menu, button)
        if self._extra:
            self._extra(self.menu)
