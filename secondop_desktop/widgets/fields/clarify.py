"""A small question under a field, for what can be read in more than one way."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.background.press import once_released
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.fields.base import Parts
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.theme import Space, Weight


class Ask(QWidget):
    """One sentence and a button for each reading; hidden while there is nothing to ask."""

    answered = Signal(object)
    """The value of the button pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = Label(weight=Weight.BOLD)
        self.buttons: list[Button] = []
        self._answers: list[tuple[object, str]] = []
        self._row = Flow()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.HAIR, 0, 0)
        layout.addWidget(self.question)
        layout.addLayout(self._row)
        self.hide()

    def ask(self, question: str, answers: Sequence[tuple[object, str]]) -> None:
        """Show the question with its answers; no answers take it away.

        The same question again changes nothing, so that a button keeps the focus.
        """
        if question == self.question.text() and list(answers) == self._answers:
            return
        self.clear()
        self._answers = list(answers)
        self.question.setText(question)
        for value, text in answers:
            self._add(value, text)
        once_released(self, self._show_asked)
        if answers:
            announce(self, " ".join([question, *(text for _value, text in answers)]))

    def _show_asked(self) -> None:
        self.setVisible(bool(self.buttons))

    def clear(self) -> None:
        """Take the question away."""
        for button in self.buttons:
            drop(button, self._row)
        self.buttons, self._answers = [], []
        self.hide()

    def parts(self) -> Parts:
        """Each button says its own words after the question."""
        return [(button, f"{self.question.text()} {button.text()}") for button in self.buttons]

    def _add(self, value: object, text: str) -> None:
        button = Button(text, parent=self)
        button.clicked.connect(lambda: self.answered.emit(value))
        self._row.addWidget(button)
        self.buttons.append(button)
