"""What was chosen, in a box with its buttons; at large text the buttons go below."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.labels import Label, small
from secondop_desktop.widgets.controls.panel import Panel
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.sizes import Radius


class Chosen(Panel):
    """A title, a line of detail and, on the right, whatever can be done with it."""

    def __init__(self, *buttons: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(edge="edge", radius=Radius.CONTROL, parent=parent)
        self.name, self.detail = Label(), small("")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(Space.MEDIUM, Space.HAIR, Space.HAIR, Space.HAIR)
        words = QVBoxLayout()
        self._row.addLayout(words, 1)
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.detail)
        words.addStretch(1)
        self._row.addWidget(_together(buttons))
        self._turn()
        theme.current().changed.connect(self._turn)

    def say(self, title: str, detail: str = "") -> None:
        """Show a title and, when there is one, a detail."""
        self.name.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))

    def _turn(self) -> None:
        below = theme.current().stacked
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if below else ways.LeftToRight)


def _together(buttons: tuple[QWidget, ...]) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.HAIR)
    for button in buttons:
        row.addWidget(button)
    holder.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return holder
