"""What somebody says to one question at one appointment, in large letters."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from secondop_desktop.features.appointments.page.autosaved_fields import Typed
from secondop_desktop.features.appointments.page.visit import Visit
from secondop_desktop.lang import N_, _, time_words
from secondop_desktop.widgets.controls.labels import Label, set_role, small
from secondop_desktop.widgets.fields import ChoiceField, TextField
from secondop_desktop.widgets.theme import Space, Text, Weight

Clock = Callable[[], datetime]


def large_text(least: int, most: int) -> TextField:
    """Return a field for notes that are read at arm's length; it takes the height there is."""
    field = TextField(least, most)
    set_role(field.text, Text.NOTES)
    wide, tall = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding
    for part in (field, field.text):
        part.setSizePolicy(wide, tall)
    return field


def put_time(field: TextField, now: datetime) -> None:
    """Write the time at the end of a text, on a line of its own, ready to go on after it."""
    text = field.text
    cursor = text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    before = "\n" if text.toPlainText() and not text.toPlainText().endswith("\n") else ""
    cursor.insertText(f"{before}{time_words(now.hour, now.minute)}  ")
    text.setTextCursor(cursor)
    text.ensureCursorVisible()


class AnswerBox(QWidget):
    """The answer, or that there was none; saved while it is typed."""

    saved = Signal()
    failed = Signal(str)

    def __init__(self, visit: Visit, question: str, clock: Clock) -> None:
        super().__init__()
        self.question, self._visit, self._clock = question, visit, clock
        self.text = large_text(4, 12)
        self.text.set_label(_("What they say"))
        kind = visit.journal.kinds["answer"]
        choices = [(word, _(label)) for word, label in kind.by_name["no_answer"].choices]
        self.none = ChoiceField(choices, N_("Not yet"), across=True)
        self.none.set_label(_("Or: no answer now"))
        self.written = small("")
        held = visit.answers().get(question)
        self.typed = Typed(
            visit.journal,
            "answer",
            held.id if held is not None else None,
            visit.answer_start(question, clock()),
            {"text": self.text, "no_answer": self.none},
            self,
        )
        self._connect_signals()
        self._place()
        self.show_saved()

    def _connect_signals(self) -> None:
        self.text.edited.connect(self._on_text)
        self.none.edited.connect(self.typed.flush)
        self.typed.saved.connect(self._tell_time)
        self.typed.saved.connect(self.saved)
        self.typed.failed.connect(self.failed)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        words = Label(_("What they say"), weight=Weight.BOLD)
        words.setBuddy(self.text.text)
        for part in (words, self.text, self.none, self.written):
            column.addWidget(part)
        column.setStretchFactor(self.text, 1)

    def _on_text(self) -> None:
        """Date a new answer by the moment it is begun; who answers has not been silent."""
        if self.typed.draft.entry is None:
            self.typed.draft.given.update(self._visit.answer_start(self.question, self._clock()))
        if self.text.value() and self.none.value():
            self.none.set_value(None)
            self.none.edited.emit()
        self._arrange()

    def _arrange(self) -> None:
        self.none.setVisible(not self.text.value())

    def _tell_time(self) -> None:
        row = self.typed.draft.row()
        when = row.date if row is not None else None
        said = _("Written down: {time}").format(time=when.words()) if when else ""
        self.written.setText(said)
        self.written.setVisible(bool(said))

    def show_saved(self) -> None:
        """Show what is saved now, except what is being typed."""
        self.typed.show()
        self._arrange()
        self._tell_time()

    def flush(self) -> bool:
        """Save what is waiting; False when the file could not take it."""
        return self.typed.flush()
