"""One question of a form: the visible label above its field."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.fields.base import FieldEdit
from secondop_desktop.widgets.theme import Space, Text, Weight


class Question(QWidget):
    """A label, perhaps a hint, and the field that answers it."""

    def __init__(self, label: str, edit: FieldEdit, hint: str = "") -> None:
        super().__init__()
        self.edit = edit
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        # A label with a buddy would read & as the mark of a shortcut, as in H&C number.
        self.label = Label(label.replace("&", "&&"), Text.BODY, Weight.BOLD)
        column.addWidget(self.label)
        column.addWidget(edit)
        column.addStretch(1)
        edit.set_label(label)
        if hint:
            edit.set_hint(hint)
        self.label.setBuddy(edit.focus_widget())
