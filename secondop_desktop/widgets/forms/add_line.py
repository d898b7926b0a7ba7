"""A line to write into and a button that adds it, for several things one after the other."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.fields import LineField
from secondop_desktop.widgets.theme import Space, Weight


class AddLine(QWidget):
    """``add`` is called with each text; one that cannot be saved stays in the line."""

    failed = Signal(str)

    def __init__(self, label: str, add: Callable[[str], object]) -> None:
        super().__init__()
        self._add = add
        self.field = LineField()
        self.button = Button(_("Add"), "add")
        self.button.clicked.connect(self._press)
        self.field.line.returnPressed.connect(self._press)
        self.words = Label("", weight=Weight.BOLD)
        self.words.setBuddy(self.field.line)
        self.set_label(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addWidget(self.words)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(Space.SMALL)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)

    def set_label(self, label: str) -> None:
        """Say what is added here, and for whom where that is not clear."""
        self.words.setText(label.replace("&", "&&"))
        self.field.set_label(label)
        self.button.setAccessibleName(_("Add: {what}").format(what=label))

    def _press(self) -> None:
        # Whoever adds it may have brought the focus elsewhere: it stays there.
        saved, has = self.flush(), QApplication.focusWidget()
        if saved and has is not None and self.isAncestorOf(has):
            self.field.setFocus()

    def flush(self) -> bool:
        """Add what stands in the line; False when the file could not take it."""
        text = self.field.value()
        if not text:
            return True
        try:
            # Taken out first: what is added may refresh the page, which would add it once more.
            self.field.set_value(None)
            self._add(text)
        except UserError as error:
            self.field.set_value(text)
            self.failed.emit(str(error))
            return False
        return True
