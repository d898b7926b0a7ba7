"""Before an appointment: when and where, what to ask, what to bring."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.features.appointments.page import question_acts
from secondop_desktop.features.appointments.page.autosaved_fields import Typed
from secondop_desktop.features.appointments.page.ordered_questions import Ordered
from secondop_desktop.features.appointments.page.question_bank_dialog import from_bank, from_open
from secondop_desktop.features.appointments.page.refill_rows import refill
from secondop_desktop.features.appointments.page.visit import Visit
from secondop_desktop.features.appointments.rules.questions import is_open
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import TITLE, _, in_short
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import Label, heading, muted
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.fields import ChecklistField, LineField
from secondop_desktop.widgets.forms.add_line import AddLine
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.lists.button_rows import Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.screen.save_failed import Trouble
from secondop_desktop.widgets.theme import Space, Weight
from secondop_desktop.widgets.theme.tone import Tone


class PrepareView(QWidget):
    """Facts on top, then the questions in the user's own order, then what to bring."""

    question_wanted = Signal(str)
    """The person wants to see a question (by id) whole."""
    change_wanted = Signal()
    calendar_wanted = Signal()
    pdf_wanted = Signal()
    record_wanted = Signal(str)

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self.visit = visit
        self.trouble = Trouble(self.flush)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.LARGE)
        for part in (self.trouble, self._facts(), self._asking(), self._bringing()):
            column.addWidget(part)
        column.addStretch(1)
        self.refresh()

    # When and where --------------------------------------------------------------------------

    def _facts(self) -> QWidget:
        card = Card(_("When and where"))
        self.when = Label("", weight=Weight.BOLD)
        self.where = Label("")
        card.add(self.when)
        card.add(self.where)
        self.change = Button(_("Change"), "edit")
        self.calendar = Button(_("Save to calendar (.ics)"), "calendar")
        for button, signal in (
            (self.change, self.change_wanted),
            (self.calendar, self.calendar_wanted),
        ):
            button.clicked.connect(signal)
            card.add_action(button)
        return card

    def _show_facts(self, row: Any) -> None:
        kind: Kind = self.visit.journal.kinds["appointment"]
        when = row.when.words(weekday=True) if row.when else ""
        self.when.setText(when or _("No date yet."))
        who = self.visit.journal.name(row.provider)
        how = _(kind.by_name["how"].label_of(row.how))
        state = _(kind.by_name["status"].label_of("" if row.status == "planned" else row.status))
        said = " · ".join(part for part in (state, who, how) if part)
        self.where.setText("\n".join(part for part in (said, row.place) if part))
        self.where.setVisible(bool(self.where.text()))

    # Questions -------------------------------------------------------------------------------

    def _asking(self) -> QWidget:
        card = Card(_("What you want to ask"))
        self.lead = muted("")
        self.ordered = Ordered(_("What you want to ask"))
        self.ordered.opened.connect(self.question_wanted)
        self.ordered.moved.connect(self.visit.move)
        self.ordered.removed.connect(self._take_off)
        self.own = AddLine(_("A question of your own"), self._add_own)
        self.own.failed.connect(self.trouble.tell)
        for part in (self.lead, self.ordered, self.own):
            card.add(part)
        self.bank = Button(_("Choose from the question bank…"), "question")
        self.mine = Button(_("Choose from your open questions…"), "list")
        self.bank.clicked.connect(self._from_bank)
        self.mine.clicked.connect(self._from_open)
        for button in (self.bank, self.mine):
            card.add_action(button)
        return card

    def _show_questions(self) -> None:
        asked, answers = self.visit.questions(), self.visit.answers()
        rows = [
            (row.id, in_short(row.text, TITLE), _row(at, row, answers.get(row.id)))
            for at, row in enumerate(asked, 1)
        ]
        self.ordered.show_rows(rows)
        self.lead.setText(
            _(
                "The first ones matter most if time runs out. Alt with an arrow key moves a "
                "question."
            )
            if len(asked) > 1
            else _("Most people get to ask three to five things. Write yours down here.")
        )
        self.mine.setVisible(bool(self._others()))

    def _others(self) -> list[Any]:
        """Return the person's open questions that are not meant for this appointment."""
        held = question_acts.questions(self.visit.journal, self.visit.row.person)
        entry = self.visit.entry
        return [row for row in held if is_open(row) and row.text and entry not in row.appointments]

    def _add_own(self, text: str) -> None:
        self.visit.add_questions([(text, "")])

    def _from_bank(self) -> None:
        held = question_acts.questions(self.visit.journal, self.visit.row.person)
        wanted = from_bank(self, held, self.visit.entry)
        if wanted:
            self.visit.add_questions(wanted)
        self.bank.setFocus()

    def _from_open(self) -> None:
        ids = from_open(self, self._others(), self.visit.entry)
        if ids:
            question_acts.mean_for(self.visit.journal, ids, self.visit.entry)
        (self.bank if self.mine.isHidden() else self.mine).setFocus()

    def _take_off(self, question: str) -> None:
        question_acts.take_off(self.visit.journal, question, self.visit.entry)
        if not self.ordered.lines:
            self.own.field.setFocus()

    # What to bring ---------------------------------------------------------------------------

    def _bringing(self) -> QWidget:
        card = Card(_("What to bring, and who comes"))
        self.who, self.bring = LineField(), ChecklistField()
        card.add(Question(_("Who comes with you"), self.who, _("A second pair of ears helps")))
        card.add(Question(_("What to bring"), self.bring, _("Tick off what is in your bag")))
        self.typed = Typed(
            self.visit.journal,
            "appointment",
            self.visit.entry,
            {},
            {"who_comes": self.who, "bring": self.bring},
            self,
        )
        self.typed.failed.connect(self.trouble.tell)
        self.typed.saved.connect(self.trouble.hide)
        self.records_title = heading(_("Letters and records for it"), 3)
        self.records = Rows(_("Letters and records for it"))
        self.records.chosen.connect(lambda record: self.record_wanted.emit(str(record)))
        card.add(self.records_title)
        card.add(self.records)
        self.pdf = Button(_("Make the summary PDF"), "pdf")
        self.pdf.clicked.connect(self.pdf_wanted)
        card.add_action(self.pdf)
        return card

    def _show_records(self) -> None:
        journal, ids = self.visit.journal, self.visit.row.records
        rows = [row for row in (journal.get("record", id_) for id_ in ids) if not row.deleted_at]
        refill(self.records, [(row.id, Row(in_short(row.title), icon="record")) for row in rows])
        for part in (self.records_title, self.records):
            part.setVisible(bool(rows))

    # What every view answers -----------------------------------------------------------------

    def refresh(self) -> None:
        """Show what is saved now."""
        self._show_facts(self.visit.row)
        self._show_questions()
        self._show_records()
        self.typed.show()

    def flush(self) -> bool:
        """Save what is being typed; False when the file could not take it."""
        saved = [self.typed.flush(), self.own.flush()]
        if all(saved):
            self.trouble.hide()
        return all(saved)

    def take_focus(self) -> None:
        """Begin with what is changed most: the questions."""
        (self.ordered.lines[0].button if self.ordered.lines else self.own.field).setFocus()


def _row(number: int, row: Any, answer: Any) -> Row:
    title = in_short(row.text) or _("Question")
    said = answer is not None and bool(answer.text)
    status = Status(_("Answered"), Tone.SUCCESS) if said else None
    status = status if row.text and not row.unread else Status(_("Draft"), Tone.PLAIN)
    return Row(f"{number}. {title}", in_short(row.why), status=status)
