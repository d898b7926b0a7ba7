"""One answer from a list that drops down, for a cell too narrow for radio buttons."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.fields.base import FieldEdit, Parts
from secondop_desktop.widgets.fields.single_choice import NOT_ANSWERED

_LEAST_CHARS = 6


class DropdownField(FieldEdit):
    """One value of ``choices``, or None for ``empty``, which comes first."""

    def __init__(
        self,
        choices: Sequence[tuple[Any, str]],
        empty: str = NOT_ANSWERED,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.combo = StillCombo(self)
        self.combo.setMinimumContentsLength(_LEAST_CHARS)
        self._values: list[Any] = []
        self._add(None, _(empty))
        for value, text in choices:
            self._add(value, text)
        self.combo.currentIndexChanged.connect(self._changed)
        self.body.addWidget(self.combo)

    def value(self) -> Any:
        """Return the value chosen, or None."""
        return self._values[self.combo.currentIndex()]

    def parts(self) -> Parts:
        """The list carries the label's name."""
        return [(self.combo, "")]

    def _add(self, value: Any, text: str) -> None:
        self._values.append(value)
        self.combo.addItem(text)

    def _fill(self, value: Any) -> None:
        if value not in self._values:
            self._add(value, str(value))
        self.combo.setCurrentIndex(self._values.index(value))
