"""The views of one page, one of them pressed: arrow keys go from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.button import Button
from secondop_desktop.widgets.flow import Flow
from secondop_desktop.widgets.theme import Space


class ViewSwitch(QWidget):
    """A row of buttons of which one stays pressed; ``chosen`` carries its key.

    ``views`` are the key, the words and the icon of each, the first one being pressed first.
    """

    chosen = Signal(str)

    def __init__(self, views: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(_("Show"))
        self.buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        row = Flow(self, spacing=Space.SMALL)
        for key, words, icon in views:
            row.addWidget(self._button(key, words, icon))
        self.show_view(views[0][0])
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit(self.view()))

    def _button(self, key: str, words: str, icon: str) -> Button:
        button = Button(words, icon)
        button.setCheckable(True)
        button.setAutoDefault(False)
        self._group.addButton(button)
        self.buttons[key] = button
        return button

    def view(self) -> str:
        """Return the key of the view that is pressed."""
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def show_view(self, key: str) -> None:
        """Press another one; nothing is sent."""
        self.buttons[key].setChecked(True)
