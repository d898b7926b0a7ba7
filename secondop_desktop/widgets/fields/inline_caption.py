"""A second small field on the same row, with its caption before it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.fields.base import FieldEdit
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.theme import Space


def add_beside(column: QVBoxLayout, first: QWidget, caption: str, second: FieldEdit) -> None:
    """Add a row that keeps caption and second field together when it wraps."""
    whole = Flow(spacing=Space.LARGE)
    column.addLayout(whole)
    whole.addWidget(first)
    label = Label(caption)
    label.setWordWrap(False)
    label.setBuddy(second.focus_widget())
    whole.addWidget(captioned(label, second))


def captioned(label: Label, field: QWidget) -> QWidget:
    """Return a field with what it is called before it, which no new line parts."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.SMALL)
    row.addWidget(label)
    row.addWidget(field)
    return pair
