"""After an appointment: what they said, what happens next, what is still unclear."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.features.appointments.page.autosaved_fields import Typed
from secondop_desktop.features.appointments.page.refill_rows import refill
from secondop_desktop.features.appointments.page.visit import Visit
from secondop_desktop.features.appointments.rules.coming import overdue
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import _, in_short, ngettext
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import muted
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.fields import FieldEdit, TextField
from secondop_desktop.widgets.forms.field_factory import bound_field
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.lists.button_rows import Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.screen.save_failed import Trouble
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone


class AfterView(QWidget):
    """Cards in the order in which one remembers; each line is saved as it is typed."""

    question_wanted = Signal(str)
    task_wanted = Signal(str)
    """The person wants to see a task (by id), or with an empty text to add one."""
    opinion_wanted = Signal(str)
    record_wanted = Signal(str)
    """The recording of this appointment is to be listened to: a record's id."""

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self.visit = visit
        self.trouble = Trouble(self.flush)
        self.edits: dict[str, FieldEdit] = {}
        self._recording = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.LARGE)
        cards = (
            self._outcome(),
            self._next(),
            self._unclear(),
            self._answers(),
            self._opinion(),
        )
        for part in (self.trouble, *cards):
            column.addWidget(part)
        column.addStretch(1)
        journal = visit.journal
        self.typed = Typed(journal, "appointment", visit.entry, {}, self.edits, self)
        self.typed.failed.connect(self.trouble.tell)
        self.typed.saved.connect(self.trouble.hide)
        self.refresh()

    def _ask(self, name: str, label: str = "", hint: str = "", **options: Any) -> Question:
        kind = self.visit.journal.kinds["appointment"]
        field = kind.by_name[name]
        edit = TextField(3) if name == "summary" else bound_field(kind, field, **options)
        self.edits[name] = edit
        return Question(label or _(field.label), edit, hint)

    # The cards -------------------------------------------------------------------------------

    def _outcome(self) -> QWidget:
        card = Card(_("How it turned out"))
        card.add(self._ask("status", _("Did it go ahead?"), empty="", across=True))
        card.add(self._ask("summary", hint=_("The main points, while they are fresh")))
        card.add(self._ask("notes"))
        return card

    def _next(self) -> QWidget:
        card = Card(_("Next steps"))
        card.add(self._ask("next_steps", hint=_("Such as a scan, a letter or another appointment")))
        self.tasks = Rows(_("Who does what, and by when"))
        self.tasks.chosen.connect(lambda task: self.task_wanted.emit(str(task)))
        self.no_task = muted(_("Write down who does what, and by when. It will be under To do."))
        self.add_task = Button(_("Add who does what"), "add")
        self.add_task.clicked.connect(lambda: self.task_wanted.emit(""))
        card.add(self.no_task)
        card.add(self.tasks)
        card.add_action(self.add_task)
        return card

    def _unclear(self) -> QWidget:
        card = Card(_("What you are not sure about"))
        label = _("What are you not sure about?")
        card.add(self._ask("unsure", label, _("Each line can become a question")))
        self.turn = Button(_("Turn into a question"), "question")
        self.turn.clicked.connect(self._turn)
        self.turned = muted("")
        self.turned.hide()
        card.add(self.turned)
        card.add_action(self.turn)
        self.edits["unsure"].edited.connect(self._allow_turn)
        return card

    def _answers(self) -> QWidget:
        self.answers = Card(_("Your questions"))
        self.count = muted("")
        self.rows = Rows(_("Your questions"))
        self.rows.chosen.connect(lambda question: self.question_wanted.emit(str(question)))
        self.settle = Button("", "check")
        self.settle.clicked.connect(self._settle)
        self.listen = Button(_("Open the recording"))
        self.listen.setToolTip(_("Listen again, and note minutes beside the questions"))
        self.listen.clicked.connect(lambda: self.record_wanted.emit(self._recording))
        for part in (self.count, self.rows):
            self.answers.add(part)
        self.answers.add_action(self.settle)
        self.answers.add_action(self.listen)
        return self.answers

    def _opinion(self) -> QWidget:
        card = Card(_("Was it an opinion?"))
        card.add(
            self._ask("opinion_place", _("Which opinion it was"), _("1, 2 or 3"), least=1, most=99)
        )
        self.opinion = Button("", "opinion")
        self.opinion.clicked.connect(self.write_opinion)
        card.add_action(self.opinion)
        return card

    # What they do ----------------------------------------------------------------------------

    def _turn(self) -> None:
        """Make a question of each line that is not one yet."""
        text = self.edits["unsure"].value()
        if not self.flush() or not isinstance(text, str):
            return
        made = self.visit.ask_later(text)
        said = ngettext(
            "{count} question was added to your list.",
            "{count} questions were added to your list.",
            made,
        ).format(count=made)
        self.turned.setText(said if made else _("These are on your list of questions already."))
        self.turned.show()
        announce(self, self.turned.text())
        self.turn.setFocus()

    def _allow_turn(self) -> None:
        self.turn.setEnabled(bool(self.edits["unsure"].value()))
        self.turned.hide()

    def _settle(self) -> None:
        self.visit.settle()
        (self.rows.buttons[0] if self.rows.buttons else self.opinion).setFocus()

    def write_opinion(self) -> None:
        """Open the opinion given there, begun if there is none yet."""
        if self.flush():
            self.opinion_wanted.emit(self.visit.write_opinion())

    # What every view answers -----------------------------------------------------------------

    def refresh(self) -> None:
        """Show what is saved now; the focus stays on its row."""
        self.typed.show()
        self.turn.setEnabled(bool(self.edits["unsure"].value()))
        self._show_tasks()
        self._show_answers()
        there = self.visit.opinion() is not None
        self.opinion.setText(_("Open this opinion") if there else _("Write down this opinion"))

    def _show_tasks(self) -> None:
        today = local_today()
        rows = [(row.id, _task(row, overdue(row, today))) for row in self.visit.tasks()]
        refill(self.tasks, rows, self.add_task)
        self.no_task.setVisible(not rows)

    def _show_answers(self) -> None:
        asked, held = self.visit.questions(), self.visit.answers()
        words = self.visit.journal.kinds["answer"].by_name["no_answer"]
        rows = [
            (row.id, _asked(at, row, held.get(row.id), _no_answer(held.get(row.id), words)))
            for at, row in enumerate(asked, 1)
        ]
        refill(self.rows, rows, self.opinion)
        self.answers.setVisible(bool(rows))
        said = sum(bool(held[row.id].text) for row in asked if row.id in held)
        self.count.setText(_("{number} of {count} answered").format(number=said, count=len(rows)))
        open_ones = len(self.visit.settled())
        text = ngettext(
            "Mark {count} question as answered", "Mark {count} questions as answered", open_ones
        )
        self.settle.setText(text.format(count=open_ones))
        self.settle.setVisible(bool(open_ones))
        self._recording = self.visit.recording()
        self.listen.setVisible(bool(self._recording))

    def flush(self) -> bool:
        """Save what is being typed; False when the file could not take it."""
        return self.typed.flush()

    def take_focus(self) -> None:
        """Begin with how it turned out."""
        self.edits["status"].setFocus()


def _task(row: Any, late: bool) -> Row:
    due = row.due.words() if row.due else ""
    detail = " · ".join(part for part in (row.who, _("by {date}").format(date=due)) if part)
    status = Status(_("Overdue"), Tone.WARNING) if late else None
    if row.done:
        status = Status(_("Done"), Tone.SUCCESS)
    return Row(in_short(row.text) or _("Task"), detail if due else row.who, status=status)


def _no_answer(answer: Any, field: Any) -> str:
    return _(field.label_of(answer.no_answer)) if answer is not None else ""


def _asked(number: int, row: Any, answer: Any, silent: str) -> Row:
    text = in_short(answer.text) if answer is not None else ""
    status = None if text else Status(silent or _("No answer yet"))
    return Row(f"{number}. {in_short(row.text)}", text, status=status)
