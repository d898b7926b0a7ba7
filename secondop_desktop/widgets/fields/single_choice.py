"""One answer out of several: radio buttons for a few, a list for many."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLayout, QRadioButton, QVBoxLayout, QWidget

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.controls.wrapping_combo import WrappingCombo
from secondop_desktop.widgets.fields.base import FieldEdit, Parts
from secondop_desktop.widgets.fields.single_stop import SingleStop
from secondop_desktop.widgets.fields.wrapping import WrapRadio
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.theme import Space

NOT_ANSWERED = N_("Not answered")
_MOST_RADIOS = 5

Answers = Sequence[tuple[Any, str]]
"""Values with the words shown for them, already in the user's language."""


class RadioRow(QWidget):
    """Radio buttons, below one another or side by side, that may all be off."""

    def __init__(
        self, *, across: bool, gap: int = Space.LARGE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.group = QButtonGroup(self)
        self._stop = SingleStop(self.group)
        self.values: list[Any] = []
        self._rows: QLayout = Flow(self, gap) if across else QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def add(self, value: Any, text: str) -> None:
        """Add one answer at the end."""
        self.put(value, WrapRadio(text, self))

    def put(self, value: Any, button: QRadioButton) -> None:
        """Add a button of one's own at the end."""
        self.join(value, button)
        self._rows.addWidget(button)
        if isinstance(self._rows, QVBoxLayout):
            # As wide as its words: a press beside them would bring the focus to what is not chosen.
            self._rows.setAlignment(button, Qt.AlignmentFlag.AlignLeft)

    def join(self, value: Any, button: QRadioButton) -> None:
        """Let a button that stands elsewhere be one of the answers."""
        self.group.addButton(button, len(self.values))
        self.values.append(value)
        self._stop.watch(button)

    def value(self) -> Any:
        """Return the answer chosen, or None when all are off."""
        chosen = self.group.checkedId()
        return self.values[chosen] if chosen >= 0 else None

    def choose(self, value: Any) -> None:
        """Choose this answer; one that is not there switches all off."""
        if value in self.values:
            self.group.button(self.values.index(value)).setChecked(True)
            return
        self.group.setExclusive(False)
        for button in self.group.buttons():
            button.setChecked(False)
        self.group.setExclusive(True)
        self._stop.settle()

    def parts(self) -> Parts:
        """Each button says its own words."""
        return [(button, button.text()) for button in self.group.buttons()]


class ChoiceField(FieldEdit):
    """One value of `choices`, or None for "Not answered", which always comes first.

    Up to five choices are radio buttons (`across` puts them side by side), more are a list.
    `empty` words the first answer; an empty text leaves it out of the radio buttons.
    A stored value that is no longer among the choices is kept and shown as it is.
    """

    def __init__(
        self,
        choices: Answers,
        empty: str = NOT_ANSWERED,
        *,
        across: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.radios = RadioRow(across=across) if len(choices) <= _MOST_RADIOS else None
        self.combo = WrappingCombo() if self.radios is None else None
        self._values: list[Any] = []
        if empty or self.combo:
            self._add(None, _(empty or NOT_ANSWERED))
        for value, text in choices:
            self._add(value, text)
        self._fill(None)
        self._connect_signals()

    def _connect_signals(self) -> None:
        if self.radios:
            self.radios.group.idToggled.connect(self._toggled)
            self.body.addWidget(self.radios)
        elif self.combo:
            self.combo.currentIndexChanged.connect(self._changed)
            self.body.addWidget(self.combo)

    def value(self) -> Any:
        """Return the value chosen, or None."""
        if self.radios:
            return self.radios.value()
        return self._values[self.combo.currentIndex()] if self.combo else None

    def parts(self) -> Parts:
        """The list carries the label's name, each radio button its own words."""
        return self.radios.parts() if self.radios else [(self.combo or self, "")]

    def focus_widget(self) -> QWidget:
        """Return the list, or the radio button chosen, or the first one."""
        chosen = self.radios.group.checkedButton() if self.radios else None
        return chosen or super().focus_widget()

    def _add(self, value: Any, text: str) -> None:
        self._values.append(value)
        if self.radios:
            self.radios.add(value, text)
        elif self.combo:
            self.combo.addItem(text)

    def _fill(self, value: Any) -> None:
        if value is not None and value not in self._values:
            self._add(value, str(value))
        if self.radios:
            self.radios.choose(value)
        elif self.combo:
            self.combo.setCurrentIndex(self._values.index(value))

    def _toggled(self, _number: int, checked: bool) -> None:
        if checked:
            self._changed()
