"""One question of a form: the visible label above its field."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from secondop_desktop.widgets.fields.base import FieldEdit
from secondop_desktop.widgets.text import Label
from secondop_desktop.widgets.theme import Space, Text, Weight


class Question(QWidget):
    """A label, perhaps a hint, and the field that answers it."""

    def __init__(self, label: str, edit: FieldEdit, hint: str = "") -> None:
        super().__init__()
        self.edit = edit
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        self.label = Label(label, Text.BODY, Weight.BOLD)
        column.addWidget(self.label)
        column.addWidget(edit)
        edit.set_label(label)
        if hint:
            edit.set_hint(hint)
        self.label.setBuddy(edit.focus_widget())
