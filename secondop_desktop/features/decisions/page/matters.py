"""How much something matters, as a short list to choose from."""

from PySide6.QtWidgets import QWidget

from secondop_desktop.features.decisions.rules.outcomes import MATTERS_SHORT
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.fields import FieldEdit
from secondop_desktop.widgets.fields.base import Parts

_MOST = 5
_LEAST_CHARS = 7


class MattersField(FieldEdit):
    """A whole number from 0 to 5 with words at both ends, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = StillCombo(self)
        self.combo.setMinimumContentsLength(_LEAST_CHARS)
        self.combo.addItem(_("Not said"), None)
        ends = {0: MATTERS_SHORT[0], _MOST: MATTERS_SHORT[1]}
        for number in range(_MOST + 1):
            words = _(ends.get(number, ""))
            self.combo.addItem(f"{number} ({words})" if words else str(number), number)
        self.combo.currentIndexChanged.connect(self._changed)
        self.body.addWidget(self.combo)

    def value(self) -> int | None:
        """Return the number chosen, or None."""
        found = self.combo.currentData()
        return None if found is None else int(found)

    def parts(self) -> Parts:
        """The list carries the label's name."""
        return [(self.combo, "")]

    def _fill(self, value: int | None) -> None:
        if value is not None and self.combo.findData(value) < 0:
            self.combo.addItem(str(value), value)
        self.combo.setCurrentIndex(max(0, self.combo.findData(value)))
