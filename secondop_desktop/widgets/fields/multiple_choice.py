"""Any number of answers out of a few, as check boxes."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from secondop_desktop.widgets.fields.base import FieldEdit, Parts
from secondop_desktop.widgets.fields.single_choice import Answers
from secondop_desktop.widgets.fields.wrapping import WrapCheck
from secondop_desktop.widgets.theme import Space


class ChoicesField(FieldEdit):
    """Several of `choices`; the value is a tuple in the order of the choices, None when empty."""

    def __init__(self, choices: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body.setSpacing(Space.SMALL)
        self.boxes: dict[Any, QCheckBox] = {}
        for value, text in choices:
            self._add(value, text)

    def value(self) -> tuple[Any, ...] | None:
        """Return the values ticked, or None when there are none."""
        return tuple(value for value, box in self.boxes.items() if box.isChecked()) or None

    def parts(self) -> Parts:
        """Each box says its own words."""
        return [(box, box.text()) for box in self.boxes.values()]

    def _add(self, value: Any, text: str) -> None:
        box = WrapCheck(text, self)
        box.toggled.connect(self._changed)
        self.boxes[value] = box
        self.body.addWidget(box)

    def _fill(self, value: Iterable[Any] | None) -> None:
        wanted = list(value or ())
        for unknown in (one for one in wanted if one not in self.boxes):
            self._add(unknown, str(unknown))
        for one, box in self.boxes.items():
            box.setChecked(one in wanted)
