"""A small caption above one box of a group."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.theme import Space


class Captioned(QWidget):
    """An input with its visible caption above it."""

    def __init__(self, caption: str, edit: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = Label(caption)
        self.caption.setWordWrap(False)
        self.caption.setBuddy(edit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.HAIR)
        layout.addWidget(self.caption)
        layout.addWidget(edit)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
