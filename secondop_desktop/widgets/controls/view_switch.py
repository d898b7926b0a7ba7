"""The views of one page, one of them pressed; each button is a stop of its own."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.layout.flow_row import Flow
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
        row = Flow(self, spacing=Space.SMALL)
        for key, words, icon in views:
            row.addWidget(self._button(key, words, icon))
        self.show_view(views[0][0])

    def _button(self, key: str, words: str, icon: str) -> Button:
        button = Button(words, icon, parent=self)
        button.setCheckable(True)
        button.clicked.connect(lambda: self._press(key))
        self.buttons[key] = button
        return button

    def _press(self, key: str) -> None:
        self.show_view(key)
        self.chosen.emit(key)

    def view(self) -> str:
        """Return the key of the view that is pressed."""
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def show_view(self, key: str) -> None:
        """Press another one; nothing is sent."""
        # Not a group of Qt's: there only the pressed button is a stop of Tab.
        for name, button in self.buttons.items():
            button.setChecked(name == key)
