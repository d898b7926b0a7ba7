"""At an appointment: one question at a time in large letters, and notes with the time."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.features.appointments.page.answer_box import (
    AnswerBox,
    Clock,
    large_text,
    put_time,
)
from secondop_desktop.features.appointments.page.autosaved_fields import Typed
from secondop_desktop.features.appointments.page.visit import Visit
from secondop_desktop.journal.values.clock import local_now
from secondop_desktop.lang import TITLE, _, in_short
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.key_press import on_key
from secondop_desktop.widgets.controls.labels import Label, small
from secondop_desktop.widgets.forms.add_line import AddLine
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.widgets.layout.tab_order import follow_layout
from secondop_desktop.widgets.layout.two_columns import Columns
from secondop_desktop.widgets.screen.save_failed import Trouble
from secondop_desktop.widgets.theme import Space, Text, Weight

_LONGEST = 1200
"""Letters of a question shown here; far more than anybody asks at once."""


class DuringView(QWidget):
    """Goes through the questions of one appointment; ``left`` is sent with how it ended."""

    left = Signal(bool)
    """True when all was asked and what comes after is wanted."""

    def __init__(self, visit: Visit, start: str = "", clock: Clock = local_now) -> None:
        """Begin with the question of this id, or the first that has no answer yet."""
        super().__init__()
        self.setProperty("help", "appointment-during")
        self.visit, self._clock = visit, clock
        self.asked: tuple[Any, ...] = ()
        self.current = ""
        self.box: AnswerBox | None = None
        self.trouble = Trouble(self.flush)
        self._build()
        self._shortcuts()
        self._read()
        self._show(start if start in self._ids() else self._first_open())

    # Layout ----------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MEDIUM)
        self._place_head(column)
        column.addWidget(self.trouble)
        self.columns = Columns(self._asking(), self._noting(), (3, 2))
        column.addWidget(self.columns, 1)
        keys = _("Next question: Ctrl+Enter · Back: Ctrl+Page Up · Time: Ctrl+T · Leave: Escape")
        column.addWidget(small(keys))

    def _place_head(self, column: QVBoxLayout) -> None:
        row = Flow()
        column.addLayout(row)
        self.leave = Button(_("Leave this view"), "arrow-left", Rank.QUIET)
        self.leave.clicked.connect(lambda: self._leave(finished=False))
        self.title = Label(in_short(self.visit.title, TITLE), weight=Weight.BOLD)
        self.title.setWordWrap(False)
        self.owner = Label(in_short(self.visit.whose, 60), token="muted")
        self.owner.setWordWrap(False)
        self.progress = Label("", Text.H2, Weight.BOLD)
        self.progress.setWordWrap(False)
        for part in (self.leave, self.progress, self.title, self.owner):
            row.addWidget(part)

    def _asking(self) -> QWidget:
        card = Card()
        self.question = Label("", Text.NOTES, Weight.BOLD)
        self.why = Label("", token="muted")
        self.place = QVBoxLayout()
        self.back = Button(_("Back"), "chevron-left")
        self.next = Button("", "chevron-right", Rank.PRIMARY)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        for part in (self.question, self.why):
            card.add(part)
        card.content.addLayout(self.place, 1)
        buttons = QHBoxLayout()
        card.add(buttons)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        buttons.addStretch(1)
        return _filling(card)

    def _noting(self) -> QWidget:
        card = Card()
        self.notes = large_text(5, 14)
        self.notes.set_label(_("Your notes"))
        words = Label(_("Your notes"), weight=Weight.BOLD)
        words.setBuddy(self.notes.text)
        self.time = Button(_("Add the time"), "clock")
        self.time.clicked.connect(self._put_time)
        self.more = AddLine(_("A question that comes up"), self._add_question)
        self.more.failed.connect(self.trouble.tell)
        for part in (words, self.notes, self.time, self.more):
            card.add(part)
        card.content.setStretchFactor(self.notes, 1)
        edits = {"notes": self.notes}
        self.typed = Typed(self.visit.journal, "appointment", self.visit.entry, {}, edits, self)
        self.typed.failed.connect(self.trouble.tell)
        self.typed.saved.connect(self._on_saved)
        return _filling(card)

    def _shortcuts(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "Ctrl+Return": self.go_on,
            "Ctrl+Enter": self.go_on,
            "Ctrl+PgDown": self.go_on,
            "Ctrl+PgUp": self.go_back,
            "Ctrl+T": self._put_time,
            "Escape": lambda: self._leave(finished=False),
        }
        for keys, act in acts.items():
            on_key(keys, self, act)

    # Which question --------------------------------------------------------------------------

    def _read(self) -> None:
        self.asked = self.visit.questions()

    def _ids(self) -> list[str]:
        return [row.id for row in self.asked]

    def _first_open(self) -> str:
        held = self.visit.answers()
        waiting = (id_ for id_ in self._ids() if id_ not in held)
        return next(waiting, self._ids()[0] if self.asked else "")

    @property
    def at(self) -> int:
        """The place of the current question, counted from 0; -1 without questions."""
        return self._ids().index(self.current) if self.current in self._ids() else -1

    def _show(self, question: str) -> None:
        """Show another question; what was typed before is saved already."""
        if self.box is not None:
            drop(self.box, self.place)
            self.box = None
        self.current = question
        if question:
            self.box = AnswerBox(self.visit, question, self._clock)
            self.box.failed.connect(self.trouble.tell)
            self.box.saved.connect(self._on_saved)
            self.place.addWidget(self.box)
            self.box.show()
        self._tell()
        follow_layout(self)

    def _tell(self) -> None:
        count = len(self.asked)
        row = self.asked[self.at] if self.at >= 0 else None
        none = _("There is no question for this appointment. Write one down, or just take notes.")
        self.question.setText(in_short(row.text, _LONGEST) if row is not None else none)
        why = in_short(row.why, _LONGEST) if row is not None else ""
        self.why.setText(_("Why it matters: {why}").format(why=why))
        self.why.setVisible(bool(why))
        place = _("Question {number} of {count}").format(number=self.at + 1, count=count)
        self.progress.setText(place if row is not None else _("Your notes"))
        last = self.at + 1 >= count
        self.next.setText(_("Finish, and go to After") if last else _("Next question"))
        self.back.setEnabled(self.at > 0)
        self.setAccessibleName(f"{self.progress.text()}. {self.question.text()}")

    def go_on(self) -> None:
        """Save, and show the next question; after the last one, what comes after."""
        before = self.current
        if not self.flush() or self.current != before:  # A question that came up is shown now.
            return
        if self.at + 1 >= len(self.asked):
            self._leave(finished=True)
        else:
            self._turn_to(self.at + 1)

    def go_back(self) -> None:
        """Save, and show the question before."""
        if self.at > 0 and self.flush():
            self._turn_to(self.at - 1)

    def _turn_to(self, at: int) -> None:
        self._show(self.asked[at].id)
        self.take_focus()
        announce(self, self.accessibleName())

    # What can be done ------------------------------------------------------------------------

    def _put_time(self) -> None:
        """Write the time into the answer when the cursor is there, else into the notes."""
        answering = self.box is not None and self.box.text.text.hasFocus()
        field = self.box.text if answering and self.box is not None else self.notes
        put_time(field, self._clock())
        field.setFocus()

    def _add_question(self, text: str) -> None:
        """Keep a question that comes up, and turn to it: it may be answered at once."""
        if self.box is not None and not self.box.flush():
            raise UserError(self.trouble.text.text())
        (made,) = self.visit.add_questions([(text, "")])
        self._read()
        self._show(made)
        self.take_focus()

    def _leave(self, *, finished: bool) -> None:
        if self.flush():
            self.left.emit(finished)

    def _on_saved(self) -> None:
        self.trouble.hide()

    # What every view answers -----------------------------------------------------------------

    def refresh(self) -> None:
        """Show what is saved now; the question stays the same as long as it is there."""
        self._read()
        self.typed.show()
        if self.current not in self._ids():
            self._show(self._first_open())
        elif self.box is not None:
            self.box.show_saved()
            self._tell()

    def flush(self) -> bool:
        """Save what is being typed; False when the file could not take it."""
        answered = self.box is None or self.box.flush()
        return all([answered, self.typed.flush(), self.more.flush()])

    def take_focus(self) -> None:
        """Begin with the answer, or the notes."""
        (self.box.text if self.box is not None else self.notes).setFocus()
        QTimer.singleShot(0, self, self._show_question)  # when it has found its place

    def _show_question(self) -> None:
        """Keep the question in sight above its answer, also in large letters."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, ScrollColumn):
            around = around.parentWidget()
        if around is not None and self.box is not None:
            around.show_with(self.box.text, self.question)


def _filling(card: Card) -> Card:
    """Let a card be as high as there is room: what is written in it takes the height."""
    card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
    return card
