"""How bad, how much: a row of numbers with words at both ends."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.fields.base import FieldEdit, Parts
from secondop_desktop.widgets.fields.number_radio import NumberRadio
from secondop_desktop.widgets.fields.single_choice import NOT_ANSWERED, RadioRow
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.theme import Space


class ScaleField(FieldEdit):
    """A whole number from 0 to `most`, or None for "Not answered".

    `low` and `high` are the words for the two ends, already in the user's language.
    """

    def __init__(
        self, most: int = 10, low: str = "", high: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._low, self._high, self._most = low, high, most
        self.radios = RadioRow(across=True, gap=Space.HAIR)
        for number in range(most + 1):
            self.radios.put(number, NumberRadio(number, self))
        self.unanswered = QRadioButton(_(NOT_ANSWERED))
        self.radios.join(None, self.unanswered)
        self.radios.choose(None)
        self.radios.group.idToggled.connect(self._toggled)
        self._place_ends()
        self.body.addWidget(self.radios)
        # As wide as its words: a press beside them would bring the focus to what is not chosen.
        self.body.addWidget(self.unanswered, 0, Qt.AlignmentFlag.AlignLeft)

    def _place_ends(self) -> None:
        row = Flow(spacing=Space.WIDE)
        self.body.addLayout(row)
        words = ((0, self._low), (self._most, self._high))
        for number, text in ((number, text) for number, text in words if text):
            end = Label(f"{number} = {text}", token="muted")
            end.setWordWrap(False)
            row.addWidget(end)

    def value(self) -> int | None:
        """Return the number chosen, or None."""
        number = self.radios.value()
        return number if isinstance(number, int) else None

    def parts(self) -> Parts:
        """Each button says its number, the two ends their words as well."""
        ends = {0: self._low, self._most: self._high}
        return [
            (button, ", ".join(part for part in (own, ends.get(place, "")) if part))
            for place, (button, own) in enumerate(self.radios.parts())
        ]

    def focus_widget(self) -> QWidget:
        """Return the button chosen."""
        return self.radios.group.checkedButton() or super().focus_widget()

    def _fill(self, value: int | None) -> None:
        if value is not None and value not in self.radios.values:
            self.radios.put(value, NumberRadio(value, self))
        self.radios.choose(value)

    def _toggled(self, _number: int, checked: bool) -> None:
        if checked:
            self._changed()
