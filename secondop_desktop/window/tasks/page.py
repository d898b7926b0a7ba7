"""The To do screen: what is due, by how near it is, and what was done."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal.values.clock import local_now, local_today
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.background.few_at_a_time import FewAtATime
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.controls.disclosure import More
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.labels import heading, muted
from secondop_desktop.widgets.controls.view_switch import ViewSwitch
from secondop_desktop.widgets.dialogs.messages import tell
from secondop_desktop.widgets.forms.add_line import AddLine
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.leaving_by_escape import leave_by_escape
from secondop_desktop.widgets.forms.unsaved_changes import leave_unsaved
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.screen.list_detail import LongColumn, Panes
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme import Space
from secondop_desktop.window.due import KINDS, Due, ToDo, When, read_due, read_everybody
from secondop_desktop.window.empty_page_texts import LEADS
from secondop_desktop.window.hours_today import HoursToday
from secondop_desktop.window.kind_lookup import form_of
from secondop_desktop.window.places import PageContext
from secondop_desktop.window.tasks.chosen_tasks import ChosenTasks
from secondop_desktop.window.tasks.lines import Line, Lines, row_of

_EVERYBODY, _NOBODY = "*", ""
_ONE, _ALL = "one", "all"
"""Whose things are listed: those of the person shown, or of all people of the journal."""
_AT_ONCE = 60
"""Lines that are made before the page is seen, which shows some twenty; the others follow."""
_MOST_LETTERS = 24
"""Of a name on a button; who it is stands in full over the list of screens."""


class TasksPage(Page):
    """Groups of lines beside the form of the task that is open."""

    def __init__(self, around: PageContext) -> None:
        super().__init__(_("To do"), "", wide=True, scrolls=False)
        self._around = around
        self._kind = around.journal.kinds["task"]
        self._hours = HoursToday(around.journal, around.watch, self)
        self.form: Form | None = None
        self.lines: list[Line] = []
        self._groups: list[QWidget] = []
        self._done: More | None = None
        self._filling: FewAtATime | None = None
        self._kept = 0
        """The place of the line that had the focus before everything was read again."""
        self.is_all = False
        self.chosen = ChosenTasks(self, around.journal, self.may_leave)
        self.chosen.edit_wanted.connect(self._edit)
        self.chosen.entry_wanted.connect(self.entry_wanted)
        self.chosen.taking_wanted.connect(self.taking_wanted)
        self._place_parts()
        around.watch.on(KINDS, self.refresh, self)
        around.watch.day.passed.connect(self.look)
        self.refresh()

    # Layout ---------------------------------------------------------------------------------

    def _place_parts(self) -> None:
        self.add_button = Button(_("Add something to do"), "add", Rank.PRIMARY)
        self.add_button.clicked.connect(self.start_new)
        self.add_action(self.add_button)
        self._place_switch()
        self.column = LongColumn()
        self.quick = AddLine(_("Something to do"), self._add_quick)
        self.quick.failed.connect(lambda text: tell(self, _("That could not be done"), text))
        self.column.content.addWidget(self.quick)
        self._place_filter()
        self.column.content.addStretch(1)
        self.panes = Panes(self.column, alone=True)
        self.panes.pin_to(self.foot)
        self.panes.left.connect(self.close_form)
        self.empty = Empty("task", _("Nothing to do"), _(LEADS["task"]), _("Add something to do"))
        self.empty.pressed.connect(self.start_new)
        self.add(self.panes, 1)
        self.content.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)

    def _place_switch(self) -> None:
        """Let somebody who helps several people see what is due for all of them."""
        journal = self._around.journal
        name = journal.name(self._around.person)
        name = name if len(name) <= _MOST_LETTERS else f"{name[:_MOST_LETTERS].rstrip()}…"
        self.switch = ViewSwitch([(_ONE, name, "person"), (_ALL, _("Everyone's"), "list")])
        self.switch.chosen.connect(lambda view: self.turn_to(everybody=view == _ALL))
        self.add_action(self.switch)

    def turn_to(self, *, everybody: bool) -> None:
        """List what one person has to do, or all people of the journal."""
        self.is_all = everybody
        self.switch.show_view(_ALL if everybody else _ONE)
        self._say_for_whom()
        self.refresh()

    def _say_for_whom(self) -> None:
        """Name the person who gets what is added, where the list is about several."""
        name = self._around.journal.name(self._around.person)
        named = _("Something to do for {name}").format(name=name)
        self.quick.set_label(named if self.is_all and name else _("Something to do"))

    def _read(self) -> ToDo:
        journal, now = self._around.journal, local_now()
        self._read_at = now
        if self.is_all:
            return read_everybody(journal, now)
        return read_due(journal, self._around.person, now)

    def _add_quick(self, text: str) -> None:
        """Write down what stands in the line as a task of the person shown; the rest can wait."""
        label = _("Add: {kind}").format(kind=_(self._kind.label))
        given = {"person": self._around.person, "case": self._around.case}
        with self._around.journal.change(label) as change:
            change.add("task", text=text, done=False, **given)

    def _place_filter(self) -> None:
        self.count = muted("")
        self.count.setWordWrap(False)
        self.who = StillCombo()
        self.who.setAccessibleName(_("Who does it"))
        self.who.currentIndexChanged.connect(self.refresh)
        self.label = QLabel(_("Who does it"))
        self.label.setBuddy(self.who)
        row = Flow(spacing=Space.LARGE)
        self.column.content.addLayout(row)
        for part in (self.label, self.who, self.count):
            row.addWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll as a whole page where the lines would have too little room of their own."""
        super().resizeEvent(event)
        self.column.set_long(self.panes.single)

    def refresh(self) -> None:
        """Read the journal again; the focus stays on its line, or goes to the one after it."""
        focus = self._focus()
        self._kept = focus[1] if focus else 0
        now = local_now()
        found = self.found = self._read()
        several = len(self._around.journal.entries("person")) > 1
        self.switch.setVisible(several)
        self._offer_people(found)
        chosen = self.who.currentData()
        shown = found.of(None if chosen in (None, _EVERYBODY) else chosen)
        self._lay_out(shown, now.date())
        self.count.setText(_counted(shown, now.date()))
        nothing = not (found.open or found.done or several) and self.form is None
        self.empty.setVisible(nothing)
        self.panes.setVisible(not nothing)
        self.add_button.setVisible(not nothing)
        self._restore(focus)

    def look(self) -> None:
        """Show what is to be done at this minute where that is something else."""
        if self._hours.came(self._read_at, local_now()) and self._read() != self.found:
            self.refresh()

    def _offer_people(self, found: ToDo) -> None:
        chosen = self.who.currentData()
        self.who.blockSignals(True)
        self.who.clear()
        self.who.addItem(_("Everybody"), _EVERYBODY)
        for name in found.people:
            self.who.addItem(name, name)
        self.who.addItem(_("Nobody chosen yet"), _NOBODY)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))
        self.who.blockSignals(False)
        for part in (self.label, self.who):
            part.setVisible(bool(found.people))

    def _lay_out(self, shown: ToDo, today: date) -> None:
        opened = self._done is not None and self._done.button.isChecked()
        if self._filling is not None:
            self._filling.stop()
        for group in self._groups:
            drop(group, self.column.content)
        self.lines, self._groups, self._done = [], [], None
        self.chosen.follow({due.entry for due in (*shown.open, *shown.done)})
        making = self._made(shown, today, opened=opened)
        self._filling = FewAtATime(making, max(self._kept + 1, _AT_ONCE), self)
        for group in self._groups:
            group.show()  # with its lines: one by one, each would lay all of them out

    def _made(self, shown: ToDo, today: date, *, opened: bool) -> Iterator[Line]:
        """Make line by line, under what says when it is due, and fold away what was done."""
        for when, found in shown.grouped(today).items():
            lines = Lines(_(when.value))
            self._put(_group(_(when.value), lines))
            for due in found:
                yield self._line(due, lines)
        if shown.done:
            lines = Lines(_("Done"))
            folded = self._done = self._folded(len(shown.done), lines, opened=opened)
            making = (self._line(due, lines) for due in shown.done)
            if opened:
                yield from making
            else:
                folded.button.clicked.connect(lambda: _fill(lines, making))

    def _put(self, group: QWidget) -> None:
        self.column.content.insertWidget(self.column.content.count() - 1, group)
        self._groups.append(group)

    def _folded(self, number: int, lines: Lines, *, opened: bool) -> More:
        title = ngettext("{number} done", "{number} done", number).format(number=number)
        folded = More(title)
        folded.content.addWidget(lines)
        if opened:
            folded.open()
        self._put(folded)
        return folded

    def _line(self, due: Due, lines: Lines) -> Line:
        icon = self._around.journal.kinds[due.kind].icon
        whose = self._around.journal.name(due.person) if due.person else ""
        line = Line(due, row_of(due, icon, whose), whose, lines)
        line.opened.connect(lambda: self._open(due))
        line.ticked.connect(lambda done: self.finish(due.entry, done))
        line.reminded.connect(lambda: self.remind(due))
        lines.add(line)
        self.lines.append(line)
        self.chosen.also_follow(line)
        return line

    # Acts -----------------------------------------------------------------------------------

    def finish(self, entry: str, done: bool) -> None:
        """Put down that a task is done today, or that it is not done after all."""
        if not self.may_leave():
            self.refresh()
            return
        today = PartialDate.of(local_today())
        text = _("Done: {task}") if done else _("Not done yet: {task}")
        label = text.format(task=self._around.journal.name(entry))
        try:
            with self._around.journal.change(label) as change:
                change.edit("task", entry, done=done, done_on=today if done else None)
        except UserError:
            self.refresh()  # else the box would show what the file did not take
            raise

    def remind(self, due: Due) -> None:
        """Make a task of what another entry leaves to be done, and open it."""
        if not self.may_leave():
            return
        label = _("Add: {kind}").format(kind=_(self._kind.label))
        person = due.person or self._around.person
        given: dict[str, Any] = {"person": person, "case": due.case}
        with self._around.journal.change(label) as change:
            entry = change.add(
                "task", text=due.text, due=due.by, done=False, linked=(due.entry,), **given
            )
        self.open_entry(entry)
        self._focus_form()

    def start_new(self) -> object:
        """Open an empty form."""
        if not self.may_leave():
            return None
        self._show(None)
        self._focus_form()
        return self.form

    def _open(self, due: Due) -> None:
        """Open a task here; another's, or another kind of entry, where it belongs."""
        if due.task and due.person in {"", self._around.person}:
            self.open_entry(due.entry)
            self._focus_form()
        else:
            self.entry_wanted.emit(due.entry)

    def _edit(self, entry: str) -> None:
        due = next(line.due for line in self.lines if line.due.entry == entry)
        self._open(due)

    # The form -------------------------------------------------------------------------------

    def open_entry(self, entry: str) -> None:
        """Open the form of a task; one that is gone opens nothing."""
        same = self.form is not None and self.form.draft.entry == entry
        if not same and self._around.journal.entries("task", id=entry) and self.may_leave():
            self._show(entry)

    def _show(self, entry: str | None) -> None:
        around = self._around
        given = {"person": around.person, "case": around.case}
        form = form_of(self._kind)(around.journal, around.watch, self._kind, entry, given)
        form.finished.connect(self.close_form)
        leave_by_escape(form, self, self.close_form)
        self.form = form
        self.panes.show_detail(form)
        self.refresh()

    def _focus_form(self) -> None:
        if self.form is not None:
            self.form.focus_first()

    def close_form(self) -> None:
        """Save and close the form; its line has the focus again."""
        if self.form is not None and self.may_leave():
            entry = self.form.draft.entry
            self.form = None
            self.panes.show_detail(None)
            self.refresh()
            self._restore((entry or "", 0, "words"))

    def may_leave(self) -> bool:
        """Save the form that is open; False when it cannot be saved and the person stays."""
        if not self.quick.flush():
            return False
        return self.form is None or self.form.flush() or leave_unsaved(self, self.form)

    def flush(self) -> bool:
        """Save what is being typed; False when the file could not take it."""
        return all([self.quick.flush(), self.form is None or self.form.flush()])

    def here(self) -> str:
        """Return the task that is open."""
        return (self.form.draft.entry or "") if self.form is not None else ""

    # The focus ------------------------------------------------------------------------------

    def focus_start(self) -> None:
        """Begin in the form when there is one open alone, else with the first line."""
        if self.panes.single and self.form is not None:
            self._focus_form()
        elif self.lines and self.lines[0].isVisibleTo(self):
            (self.lines[0].tick or self.lines[0].words).setFocus()
        else:
            (self.add_button if self.panes.isVisibleTo(self) else self.empty.button).setFocus()

    def _focus(self) -> tuple[str, int, str] | None:
        """Return the line that has the focus, its place, and which part of it."""
        has = QApplication.focusWidget()
        for at, line in enumerate(self.lines):
            for part in ("words", "tick", "remind"):
                if has is not None and has is getattr(line, part):
                    return line.due.entry, at, part
        return None

    def _restore(self, focus: tuple[str, int, str] | None) -> None:
        if focus is None:
            return
        entry, at, part = focus
        shown = [line for line in self.lines if line.isVisibleTo(self)]
        same = next((line for line in shown if line.due.entry == entry), None)
        line = same or (shown[min(at, len(shown) - 1)] if shown else None)
        if line is None:
            self.focus_start()
        else:
            (getattr(line, part) or line.tick or line.words).setFocus()


def _group(title: str, lines: Lines) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.SMALL)
    column.addWidget(heading(title, 2))
    column.addWidget(lines)
    return whole


def _counted(shown: ToDo, today: date) -> str:
    """Say how much there is to do, and how much of it is overdue."""
    number = len(shown.open)
    text = ngettext("{number} thing to do", "{number} things to do", number)
    late = len(shown.grouped(today).get(When.OVERDUE, ()))
    late_text = ngettext("{number} overdue", "{number} overdue", late).format(number=late)
    return ", ".join(
        part for part in (text.format(number=number), late_text if late else "") if part
    )


def _fill(lines: Lines, making: Iterator[Line]) -> None:
    """Make the lines of what was done when they are first asked for."""
    if not lines.lines:
        lines.hide()  # and shown with them: one by one, each would lay all of them out
        FewAtATime(making, _AT_ONCE, lines)
        lines.show()
