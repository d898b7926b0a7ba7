"""A card: one thing, its parts and what can be done with it."""

from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from secondop_desktop.widgets.controls.labels import heading
from secondop_desktop.widgets.controls.panel import Panel
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.theme import Space


class Card(Panel):
    """A panel with an optional heading, parts below one another, and a row of buttons."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.WIDE, Space.LARGE, Space.WIDE, Space.LARGE)
        outer.setSpacing(Space.MEDIUM)
        self.heading = heading(title, 2)
        self.content = QVBoxLayout()
        self.content.setSpacing(Space.SMALL)
        self._buttons = QWidget()
        self._buttons.hide()
        self._row = Flow(self._buttons)
        for part in (self.heading, self._buttons):
            outer.addWidget(part)
        outer.insertLayout(1, self.content)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Show another heading; an empty one takes no room."""
        self.heading.setText(title)
        self.heading.setVisible(bool(title))
        self.setAccessibleName(title)

    def add(self, part: QWidget | QLayout) -> None:
        """Put a widget, or a layout that is to be filled, under what is there."""
        if isinstance(part, QWidget):
            self.content.addWidget(part)
        else:
            self.content.addLayout(part)
        self._buttons.raise_()  # read after the text, as it stands

    def add_action(self, button: QWidget) -> None:
        """Put a button into the row at the foot of the card."""
        self._row.addWidget(button)
        self._buttons.raise_()
        self._buttons.show()
