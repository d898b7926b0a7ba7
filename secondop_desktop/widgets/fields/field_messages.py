"""The lines of words around an input: hint, problem and note, made when first needed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.widgets.controls.icon_label import Symbol
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.theme import Space, Text, Weight


class ProblemLine(QWidget):
    """What is wrong, with an icon so that it is not told by colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label(weight=Weight.BOLD, token="error")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        row.addWidget(Symbol("error", "error", self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)


class FieldMessages:
    """Shows words above and below an input and says them all at once to screen readers."""

    def __init__(self, layout: QVBoxLayout) -> None:
        self._layout = layout
        self._hint: Label | None = None
        self._problem: ProblemLine | None = None
        self._note: Label | None = None

    @property
    def hint(self) -> str:
        """How to answer."""
        return self._hint.text() if self._hint else ""

    @property
    def problem(self) -> str:
        """What is wrong."""
        return self._problem.words.text() if self._problem else ""

    @property
    def note(self) -> str:
        """A calm remark."""
        return self._note.text() if self._note else ""

    def set_hint(self, text: str) -> None:
        """Show how to answer, above everything."""
        if self._hint is None and text:
            self._hint = Label(token="muted")
            self._layout.insertWidget(0, self._hint)
        if self._hint:
            self._hint.setText(text)
            self._hint.setVisible(bool(text))

    def set_problem(self, text: str) -> None:
        """Show what is wrong, just above the input."""
        if self._problem is None and text:
            self._problem = ProblemLine()
            self._layout.insertWidget(1 if self._hint else 0, self._problem)
        if self._problem:
            self._problem.words.setText(text)
            self._problem.setVisible(bool(text))

    def set_note(self, text: str) -> None:
        """Show a calm remark under the input."""
        if self._note is None and text:
            self._note = Label(role=Text.BODY, token="muted")
            self._layout.addWidget(self._note)
        if self._note:
            self._note.setText(text)
            self._note.setVisible(bool(text))

    def spoken(self) -> list[str]:
        """Return the words shown, in the order in which they matter."""
        return [text for text in (self.problem, self.hint, self.note) if text]
