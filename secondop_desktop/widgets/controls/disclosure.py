"""Parts of a form that few people need, folded away until asked for."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.theme import Space, icons


class More(QWidget):
    """A button that shows or hides what is under it; opens by itself when something is there."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MEDIUM)
        self.button = Button(title, "chevron-right", Rank.QUIET)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._show)
        self.body = QWidget()
        self.content = QVBoxLayout(self.body)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(Space.LARGE)
        self.body.hide()
        column.addWidget(self.button)
        column.addWidget(self.body)

    def open(self) -> None:
        """Show the content."""
        self.button.setChecked(True)

    def _show(self, shown: bool) -> None:
        self.body.setVisible(shown)
        icons.wear(self.button, "chevron-down" if shown else "chevron-right", "primary")
