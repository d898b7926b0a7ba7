"""What the files leave open, asked above the plan; each answer makes the plan anew."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.exchange.questions import Question
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import muted
from secondop_desktop.widgets.fields.single_choice import ChoiceField
from secondop_desktop.widgets.forms.labelled_field import Question as Asked
from secondop_desktop.widgets.theme import Space


class Asking(QWidget):
    """The questions of a plan, with the answers that hold."""

    answered = Signal(dict)
    """All answers by the keys of their questions, whenever one was given."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.MEDIUM)
        self._card: Card | None = None
        self._questions: tuple[Question, ...] = ()
        self.preview = muted("")
        self.preview.setParent(self)
        self.fields: dict[str, ChoiceField] = {}
        self._last = ""
        self.hide()

    def show_questions(self, questions: Sequence[Question], preview: str = "") -> None:
        """Ask these; the same ones as before stay as they are, with the focus where it was.

        ``preview`` says how the first entries would be kept with these answers.
        """
        if _bare(questions) != _bare(self._questions):
            self._build(questions)
        self._questions = tuple(questions)
        for question in questions:
            self.fields[question.key].set_value(question.answer)
        self.preview.setText(preview)
        self.preview.setVisible(bool(preview))
        self.setVisible(bool(questions))

    def focus_open(self) -> bool:
        """Bring the focus to the first question without an answer; False when there is none."""
        for question in self._questions:
            if not question.answer:
                self.fields[question.key].setFocus()
                return True
        return False

    def focus_last(self) -> None:
        """Bring the focus back to the question answered last."""
        if self._last in self.fields:
            self.fields[self._last].setFocus()

    def _build(self, questions: Sequence[Question]) -> None:
        if self._card is not None:
            drop(self._card, self._column)
        self._card = Card(_("Before these files are brought in"))
        self.fields = {}
        for question in questions:
            field = ChoiceField([(one.key, one.label) for one in question.choices], empty="")
            field.edited.connect(partial(self._tell, question.key))
            self.fields[question.key] = field
            self._card.add(Asked(question.text, field))
        self.preview = muted("")
        self._card.add(self.preview)  # below: it changes with each answer, and would move them
        self._column.addWidget(self._card)

    def _tell(self, key: str) -> None:
        self._last = key
        given = {key: field.value() for key, field in self.fields.items()}
        self.answered.emit({key: value for key, value in given.items() if value})


def _bare(questions: Sequence[Question]) -> list[tuple[str, str]]:
    return [(one.key, one.text) for one in questions]
