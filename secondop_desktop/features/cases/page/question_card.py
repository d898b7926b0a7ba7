"""What the case is about, to read at a glance; the whole is edited one click away."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from secondop_desktop.journal.kinds import Kind, Names
from secondop_desktop.lang import _, beginning
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import Label, muted, paragraph
from secondop_desktop.widgets.layout.two_columns import Columns
from secondop_desktop.widgets.theme import Text, Weight

_LONGEST = 1_200
"""Letters of one answer shown here; the form holds the whole."""


class QuestionCard(Card):
    """The question, what is in doubt, and why; ``edit_wanted`` when it is to be changed."""

    edit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("What you want to know"))
        self.edit = Button(_("Change this"), "edit")
        self.edit.clicked.connect(self.edit_wanted)
        self.add_action(self.edit)
        self._said: list[tuple[str, str]] = []
        self._parts: list[QWidget] = []

    def show_case(self, case: Any, kind: Kind, names: Names) -> None:
        """Show the answers there are; what is still open says so."""
        said = answers(case, kind, names)
        if said == self._said:
            return
        self._said = said
        for part in self._parts:
            drop(part, self.content)
        self._parts = [_pair(label, text) for label, text in said]
        for part in self._parts:
            self.add(part)


def answers(case: Any, kind: Kind, names: Names) -> list[tuple[str, str]]:
    """Return label and answer of what the case is about."""
    labels = {word: _(label) for word, label in kind.by_name["reasons"].choices}
    reasons = [*(labels.get(word, word) for word in case.reasons), case.reasons_words]
    doubt = [names(case.diagnosis), case.plan]
    return [
        (_("Your question"), case.question),
        (_("Diagnosis or plan in doubt"), "\n".join(part for part in doubt if part)),
        (_("Why you ask"), "\n".join(part for part in reasons if part)),
    ]


def _pair(label: str, text: str) -> QWidget:
    answer = paragraph(beginning(text, _LONGEST)) if text else muted(_("Not written down yet"))
    name = Label(label, Text.BODY, Weight.BOLD)
    for part in (name, answer):
        part.setAlignment(Qt.AlignmentFlag.AlignTop)
    return Columns(name, answer, (2, 5), least=8)
