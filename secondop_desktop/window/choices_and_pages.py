"""Choices beside the pages they lead to; where there is no room for both, one of them."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.view_switch import ViewSwitch
from secondop_desktop.widgets.layout.two_columns import Columns

CHOICES, PAGES = "choices", "pages"
_LEAST_CHARS = 26
"""Choices are short words: they stand beside the pages in a small window too."""


class Sides(Columns):
    """The choices beside the pages, each scrolling by itself; with no room for both, one of them.

    ``turned`` is sent when they part or come together.
    """

    turned = Signal()

    def __init__(self, choices: QWidget, pages: QWidget) -> None:
        self._view = CHOICES
        super().__init__(choices, pages, (5, 7), least=_LEAST_CHARS)

    def put_switch(self, put: Callable[[ViewSwitch], None]) -> None:
        """Hand what chooses one of the two to its place; seen while there is no room for both."""
        views = [(CHOICES, _("What goes in"), "list"), (PAGES, _("The pages"), "pdf")]
        self._switch = ViewSwitch(views)
        self._switch.chosen.connect(self.show_view)
        put(self._switch)
        self.turned.connect(self._fit_switch)
        self._fit_switch()

    def _fit_switch(self) -> None:
        for button in self._switch.buttons.values():
            button.setVisible(self.stacked)

    def show_view(self, view: str) -> None:
        """Show the choices or the pages, where there is room for one."""
        self._view = view
        self._arrange()

    def _arrange(self) -> None:
        before = self.stacked
        super()._arrange()
        for part, view in zip(self._parts, (CHOICES, PAGES), strict=True):
            part.setVisible(not self.stacked or view == self._view)
        if self.stacked != before:
            self.turned.emit()
