"""My question: the case in a few words, and its seven steps one by one."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.features.cases.rules import (
    STATUSES,
    Stage,
    current,
    journey,
    referral_words,
    round_of,
)
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.lang import _
from secondop_desktop.widgets.announce import announce
from secondop_desktop.widgets.autosave import PAUSE_MS
from secondop_desktop.widgets.button import Button, Rank
from secondop_desktop.widgets.card import Card
from secondop_desktop.widgets.empty import Empty
from secondop_desktop.widgets.entries import KindPage
from secondop_desktop.widgets.entry_dialog import edit_in_dialog
from secondop_desktop.widgets.fields import ChoiceField, TextField
from secondop_desktop.widgets.fields.choice import StillCombo
from secondop_desktop.widgets.leaving import leave_unsaved
from secondop_desktop.widgets.notice import Notice
from secondop_desktop.widgets.panes import Panes
from secondop_desktop.widgets.question import Question
from secondop_desktop.widgets.row_list import RowItem, RowList
from secondop_desktop.widgets.tag import Status
from secondop_desktop.widgets.text import heading, muted, paragraph
from secondop_desktop.widgets.tone import Tone


class StepCard(Card):
    """One step: what it is for, what to do, the person's own status and notes.

    ``status_set`` and ``noted`` carry what the person set; ``place_wanted`` a screen's key.
    """

    status_set = Signal(str)
    noted = Signal(str)
    place_wanted = Signal(str)

    def __init__(self, stage: Stage, labels: dict[str, str]) -> None:
        super().__init__(f"{stage.step.key}. {_(stage.step.title)}")
        self.stage = stage
        self.waiting = False
        """Notes are typed that are not saved yet."""
        self.add(paragraph(_(stage.step.purpose)))
        for line in stage.step.to_do:
            self.add(paragraph(f"•  {_(line)}"))
        self.status = ChoiceField([(word, _(label)) for word, label in STATUSES], "")
        self.notes = TextField(3, 10)
        self.add(Question(_("How far it is"), self.status, _("Only you set this.")))
        self.add(Question(_("Your notes on this step"), self.notes))
        for kind in stage.step.serves:
            go = Button(labels[kind], "arrow-right", Rank.QUIET)
            go.clicked.connect(lambda _on=False, key=kind: self.place_wanted.emit(key))
            self.add_action(go)
        self.show_stage(stage)
        self.status.edited.connect(lambda: self.status_set.emit(str(self.status.value() or "")))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.send_notes)
        self.notes.edited.connect(self._type)
        self.notes.left.connect(self.send_notes)

    def show_stage(self, stage: Stage) -> None:
        """Show what is saved; notes that are typed and not saved yet stay."""
        self.stage = stage
        self.status.put(stage.status)
        if self.waiting and (self.notes.value() or "") == stage.notes:
            self.waiting = False
        if not self.waiting:
            self.notes.put(stage.notes)

    def _type(self) -> None:
        self.waiting = True
        self._pause.start()

    def send_notes(self) -> None:
        """Send notes that are typed and not saved yet."""
        self._pause.stop()
        if self.waiting:
            self.noted.emit(self.notes.value() or "")


class CasePage(KindPage):
    """The case chosen, its question, and its steps beside the step that is open."""

    def build(self) -> None:
        """Place the head and the two panes."""
        self.set_title(_("My question"))
        self.case: Any = None
        self.card: StepCard | None = None
        self.edit_button = Button(_("Edit the question"), "edit")
        self.edit_button.clicked.connect(self._edit_this)
        self.again = Button(_("Ask for one more opinion"), "redo", Rank.QUIET)
        self.again.clicked.connect(self._go_round)
        self.fresh = Button(_("Another question"), "add", Rank.QUIET)
        self.fresh.clicked.connect(self.start_new)
        self.chooser = StillCombo()
        self.chooser.setAccessibleName(_("Which question"))
        self.chooser.activated.connect(self._choose)
        for button in (self.edit_button, self.again, self.fresh, self.chooser):
            self.add_action(button)
        self.question = heading("", 2)
        self.known = muted("")
        self.list = RowList(_("The seven steps"))
        self.list.opened.connect(lambda key: self._show(str(key), focus=True))
        self.panes = Panes(self.list)
        self.panes.follow(self.list, lambda key: self._show(str(key), focus=self.panes.single))
        self.panes.left.connect(self._back)
        self.empty = Empty(
            "case", _("What is your question?"), self.purpose, _("Write down the question")
        )
        self.empty.pressed.connect(self.start_new)
        self.trouble = Notice("", Tone.ERROR)
        self.trouble.hide()
        save_again = Button(_("Save again"), "redo")
        save_again.clicked.connect(self.flush)
        self.trouble.add_action(save_again)
        for part in (self.trouble, self.question, self.known):
            self.add(part)
        self.content.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        self.add(self.panes, 1)
        self.watch.changed.connect(self._on_change)
        self._chosen = self.given.get("case")
        self.refresh()

    def refresh(self) -> None:
        """Show the case as it is saved now."""
        cases = self.journal.entries("case", person=self.person)
        self.case = next((row for row in cases if row.id == self._chosen), None) or (
            cases[-1] if cases else None
        )
        some: tuple[QWidget, ...] = (self.panes, self.question, self.edit_button, self.again)
        for part in (*some, self.fresh):
            part.setVisible(self.case is not None)
        self.empty.setVisible(self.case is None)
        self.chooser.setVisible(len(cases) > 1)
        self._fill_chooser(cases)
        if self.case is not None:
            self._list_steps()
        else:
            self._close_step()

    def _close_step(self) -> None:
        self.card = None
        self.panes.show_detail(None)

    def _fill_chooser(self, cases: list[Any]) -> None:
        self.chooser.clear()
        for row in cases:
            self.chooser.addItem(row.title or row.question, row.id)
        if self.case is not None:
            self.chooser.setCurrentIndex(self.chooser.findData(self.case.id))

    def _list_steps(self) -> None:
        self.question.setText(self.case.question)
        safe = dict(self.kind.by_name["safe_to_wait"].choices).get(self.case.safe_to_wait, "")
        wait = _("Safe to wait? {answer}").format(answer=_(safe)) if safe else ""
        said = " · ".join(part for part in (referral_words(self.case), wait) if part)
        self.known.setText(said)
        self.known.setVisible(bool(said))
        stages = journey(self.case)
        self.list.set_items([_item(stage) for stage in stages])
        if self.card is not None:
            shown = next((one for one in stages if one.key == self.card.stage.key), None)
            if shown is not None:
                self.card.show_stage(shown)
            else:
                self._close_step()
        elif not self.panes.single:
            stage = current(self.case) or stages[-1]
            self.list.choose(stage.key)

    def _show(self, key: str, *, focus: bool = False) -> None:
        if self.card is None or self.card.stage.key != key:
            if not self._may_leave():
                self.list.choose(self.card.stage.key if self.card else None)
                return
            self._open_step(key)
        if focus and self.card is not None:
            self.card.status.setFocus()

    def _open_step(self, key: str) -> None:
        stage = next(one for one in journey(self.case) if one.key == key)
        labels = {name: _(kind.plural) for name, kind in self.journal.kinds.items()}
        card = StepCard(stage, labels)
        card.status_set.connect(lambda status: self._write("steps", key, status))
        card.noted.connect(lambda text: self._write("step_notes", key, text))
        card.place_wanted.connect(self._go)
        self.card = card
        self.panes.show_detail(card)

    def _go(self, kind: str) -> None:
        if kind == "case":
            self._edit(self.case.id)
        else:
            self.place_wanted.emit(kind)

    def _may_leave(self) -> bool:
        return self.flush() or leave_unsaved(self, self)

    def _back(self) -> None:
        if self._may_leave():
            self._close_step()
            self.focus_start()

    def focus_start(self) -> None:
        """Begin with the step when it is shown alone, else in the list of steps."""
        if self.case is None:
            self.empty.button.setFocus()
        elif self.panes.single and self.card is not None:
            self.card.status.setFocus()
        else:
            self.list.setFocus()

    def here(self) -> str:
        """Return the step that is open."""
        return self.card.stage.key if self.card is not None else ""

    def _write(self, column: str, key: str, text: str) -> None:
        pairs = {**getattr(self.case, column), key: text}
        label = _("Step {number}").format(number=key)
        merge = ("case", self.case.id, column, key)
        try:
            with self.journal.change(label, merge=merge, initiator=self) as change:
                change.edit("case", self.case.id, **{column: pairs})
        except UserError as error:
            self.trouble.say(str(error), Tone.ERROR, _("Not saved yet"))
            self.trouble.show()
            announce(self, str(error))
        else:
            self.trouble.hide()
            self.refresh()

    def _go_round(self) -> None:
        label = _("Ask for one more opinion")
        with self.journal.change(label) as change:
            change.edit("case", self.case.id, round=round_of(self.case) + 1)

    def _choose(self, at: int) -> None:
        if not self._may_leave():
            return
        self._chosen = self.chooser.itemData(at)
        self._close_step()
        self.refresh()

    def start_new(self) -> object:
        """Ask for a new case."""
        return self._edit(None)

    def open_entry(self, entry: str) -> None:
        """Open a step by its key, or a case by its id."""
        if self.case is not None and any(one.key == entry for one in journey(self.case)):
            self.list.choose(entry)
            self._show(entry)
        elif entry != self._chosen:
            self._chosen = entry
            self._close_step()
            self.refresh()

    def _edit_this(self) -> None:
        self._edit(self.case.id)

    def _edit(self, entry: str | None) -> str | None:
        given = {name: value for name, value in self.given.items() if name != "case"}
        form = self.form_of(self.journal, self.watch, self.kind, entry, given)
        made = edit_in_dialog(form, self)
        self._chosen = made or self._chosen
        self.refresh()
        self.focus_start()
        return made

    def _on_change(self, changes: ChangeSet) -> None:
        if "case" in changes.kinds and changes.initiator is not self:
            self.refresh()

    def flush(self) -> bool:
        """Save the notes of the step that is open; False when the file could not take them."""
        if self.card is not None:
            self.card.send_notes()
        return self.card is None or not self.card.waiting


def _item(stage: Stage) -> RowItem:
    words = _(dict(STATUSES)[stage.status])
    tone = Tone.INFO if stage.status == "in progress" else Tone.PLAIN
    status = None if stage.finished else Status(words, tone)
    again = _("time {number}").format(number=stage.round) if stage.round > 1 else ""
    title = f"{stage.step.key}  {_(stage.step.title)}"
    return RowItem(stage.key, title, words if stage.finished else again, status=status)


PAGES = {"case": CasePage}
