"""Questions and messages in a window of their own; the buttons say what will happen."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import Label, heading
from secondop_desktop.widgets.dialogs.scrolling_dialog import ScrollingDialog
from secondop_desktop.widgets.theme import Space


class Answer(NamedTuple):
    """One button of a question: what it gives back and the verb on it."""

    key: str
    verb: str
    rank: Rank = Rank.PLAIN


class Dialog(ScrollingDialog):
    """A heading, a text, content and a row of buttons; Escape leaves without an answer."""

    def __init__(self, parent: QWidget | None, title: str, text: str = "") -> None:
        super().__init__(parent, title)
        self.setAccessibleDescription(text)
        self.answer = ""
        self.heading = heading(title, 2)
        self.text = Label(text)
        self.text.setVisible(bool(text))
        self.content.addWidget(self.heading)
        self.content.addWidget(self.text)

    def add_answer(self, answer: Answer) -> Button:
        """Add a button that closes the dialog with its key in ``answer``."""
        button = Button(answer.verb, rank=answer.rank)
        button.clicked.connect(lambda: self._leave(answer.key))
        self.buttons.addWidget(button)
        return button

    def _leave(self, key: str) -> None:
        self.answer = key
        self.accept()


class Question(Dialog):
    """A dialog whose content is only its answers."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        answers: Sequence[Answer],
        safe: str = "",
    ) -> None:
        super().__init__(parent, title, text)
        made = {answer.key: self.add_answer(answer) for answer in answers}
        first = made.get(safe) or next(iter(made.values()))
        first.setDefault(True)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def run(self) -> str:
        """Wait for the answer and return its key, or an empty text."""
        self.exec()
        return self.answer


def ask(
    parent: QWidget | None, title: str, text: str, answers: Sequence[Answer], safe: str = ""
) -> str:
    """Return the key of the answer chosen, or an empty text when the dialog was left.

    The answer whose key is ``safe`` has the focus first, else the first one.
    """
    return Question(parent, title, text, answers, safe).run()


def confirm(
    parent: QWidget | None, title: str, text: str, verb: str, refusal: str, *, danger: bool = False
) -> bool:
    """Return True when the person chose the verb; a dangerous act starts on the refusal."""
    act = Answer("yes", verb, Rank.DANGER if danger else Rank.PRIMARY)
    return ask(parent, title, text, (act, Answer("no", refusal)), "no" if danger else "") == "yes"


def tell(parent: QWidget | None, title: str, text: str, verb: str = "") -> None:
    """Show a message until it is closed."""
    ask(parent, title, text, (Answer("", verb or _("Close"), Rank.PRIMARY),))


class TextQuestion(Dialog):
    """A dialog that asks for one line of text."""

    def __init__(
        self, parent: QWidget | None, title: str, label: str, text: str = "", verb: str = ""
    ) -> None:
        super().__init__(parent, title)
        self.label = Label(label)
        self.edit = QLineEdit(text)
        self.label.setBuddy(self.edit)
        self.edit.setAccessibleName(label)
        asked = QVBoxLayout()
        self.content.addLayout(asked)
        asked.setSpacing(Space.SMALL)
        asked.addWidget(self.label)
        asked.addWidget(self.edit)
        self.done_button = self.add_answer(Answer("done", verb or _("Done"), Rank.PRIMARY))
        self.done_button.setDefault(True)
        self.add_cancel()
        self.edit.selectAll()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def run(self) -> str | None:
        """Wait for the text and return it without spaces around it, or None."""
        self.exec()
        return self.edit.text().strip() if self.answer else None


def ask_text(
    parent: QWidget | None, title: str, label: str, text: str = "", verb: str = ""
) -> str | None:
    """Return the line typed, or None when the dialog was left."""
    return TextQuestion(parent, title, label, text, verb).run()
