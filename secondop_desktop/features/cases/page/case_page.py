"""The page of a case: its head, the list of steps, and a whole page for the step that is open."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.features.cases.page.case_columns import write, write_of_step
from secondop_desktop.features.cases.page.case_head import CaseHead
from secondop_desktop.features.cases.page.closing import CloseDialog
from secondop_desktop.features.cases.page.question_card import QuestionCard
from secondop_desktop.features.cases.page.step_list import StepList
from secondop_desktop.features.cases.page.step_page import StepPage
from secondop_desktop.features.cases.page.step_parts import Acts, own_parts
from secondop_desktop.features.cases.rules.facts import Known
from secondop_desktop.features.cases.rules.journey import (
    Stage,
    chosen_of,
    current,
    journey,
    neighbours,
    round_of,
)
from secondop_desktop.features.cases.rules.once_more import once_more, once_more_words
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.forms.entry_dialog import edit_in_dialog
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.unsaved_changes import leave_unsaved
from secondop_desktop.widgets.kind_pages.kind_page import KindPage
from secondop_desktop.widgets.screen.list_detail import Panes
from secondop_desktop.widgets.screen.save_failed import Trouble
from secondop_desktop.widgets.theme import Space

Tell = Callable[[Any], Known]
"""Says what the journal knows about each step of a case."""

Laid = tuple[str, int, bool]
"""What decides which parts a step has: the case, its round, and whether it is closed."""

NEW = "new"
"""What to open for asking another question."""


class CasePage(KindPage):
    """One case of the person: its question, its steps, and the step that is open."""

    comes_back = True

    case_chosen = Signal(str)
    """The person turned to the case with this id."""

    def build(self) -> None:
        """Place the head, and the steps beside the one that is open."""
        self.set_title(_("My question"))
        self.case: Any = None
        self.step: StepPage | None = None
        self._tell: Tell | None = None
        self._known: Known = {}
        self._laid_for: Laid = ("", 0, False)
        self._chosen = self.given.get("case")
        self._build_head()
        self._build_steps()
        for part in (self.trouble, self.head):
            self.add(part)
        self.content.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        self.add(self.panes, 1)
        self.watch.changed.connect(self._on_change)
        self.watch.day.turned.connect(self.refresh)
        self.refresh()

    def _build_head(self) -> None:
        self.head = CaseHead()
        self.head.edit_wanted.connect(self._edit_this)
        self.head.new_wanted.connect(self.start_new)
        self.head.close_wanted.connect(self._close_case)
        self.head.reopen_wanted.connect(self._reopen)
        self.head.chosen.connect(self._choose)
        for button in self.head.buttons():
            self.add_action(button)
        self.empty = Empty(
            "case", _("What is your question?"), self.purpose, _("Write down the question")
        )
        self.empty.pressed.connect(self.start_new)
        self.trouble = Trouble(self.flush)

    def _build_steps(self) -> None:
        self.list = StepList()
        self.list.opened.connect(lambda key: self._show(str(key), focus=True))
        self.panes = Panes(self.list, shares=(3, 7))
        self.panes.follow(self.list, lambda key: self._show(str(key), focus=self.panes.single))
        self.panes.left.connect(self._back)

    # What is shown --------------------------------------------------------------------------

    def show_known(self, tell: Tell) -> None:
        """Say from now on what the journal knows about each step."""
        self._tell = tell
        self.refresh()

    def refresh(self) -> None:
        """Show the case as it is saved now."""
        cases = self.journal.entries("case", person=self.person)
        self.case = chosen_of(cases, self._chosen)
        for part in (self.head, self.panes):
            part.setVisible(self.case is not None)
        self.show_actions(self.case is not None)
        self.empty.setVisible(self.case is None)
        if self.case is None:
            if self.step is not None:
                self.step.notes.send()
            self._close_step()
            return
        self._chosen = self.case.id
        self._known = self._tell(self.case) if self._tell is not None else {}
        self.head.show_case(self.case, cases)
        self._show_steps()

    def _show_steps(self) -> None:
        stages = journey(self.case)
        self.list.show_stages(stages)
        self._renew_step(stages)
        if self.step is not None:
            self.step.show_stage(next(one for one in stages if one.key == self.here()))
            self._fill_step(self.step)
        elif not self.panes.single:
            self.list.choose((current(self.case) or stages[-1]).key)

    def _renew_step(self, stages: tuple[Stage, ...]) -> None:
        """Close a step that is gone or another case's; lay it out anew when its parts differ.

        Notes that are typed and not saved yet keep the step of this case as it is.
        """
        step, key = self.step, self.here()
        if step is None or self._laid_for == _laid_for(self.case):
            return
        mine = self._laid_for[0] == self.case.id and any(one.key == key for one in stages)
        if not mine:
            self._close_step()
        elif not step.notes.waiting:
            self._open_step(key)

    def _fill_step(self, step: StepPage) -> None:
        step.show_known(self._known.get(step.stage.key, ()))
        for part in step.own:
            if isinstance(part, QuestionCard):
                part.show_case(self.case, self.kind, self.journal.names())

    def _close_step(self) -> None:
        self.step = None
        self.panes.show_detail(None)

    def _show(self, key: str, *, focus: bool = False) -> None:
        if self.here() != key:
            if not self._may_leave():
                self.list.choose(self.here() or None)
                return
            self._open_step(key)
        if focus and self.step is not None:
            self.step.status.setFocus()
            QTimer.singleShot(0, self.step, self._reveal)

    def _reveal(self) -> None:
        """Bring the head of the step into sight, whatever has the focus in it."""
        if self.step is not None:
            self.scroller.ensureWidgetVisible(self.step.title, 0, Space.HUGE)

    def _open_step(self, key: str) -> None:
        stage = next(one for one in journey(self.case) if one.key == key)
        step = StepPage(stage, neighbours(self.case, key), self._labels())
        write = partial(self._write, self.case.id)
        step.status_set.connect(lambda status: write("steps", key, status))
        step.noted.connect(lambda text: write("step_notes", key, text))
        step.place_wanted.connect(self._go)
        step.step_wanted.connect(self._go_to_step)
        for part in self._own_parts(stage):
            step.add_own(part)
        self._fill_step(step)
        self.step, self._laid_for = step, _laid_for(self.case)
        self.panes.show_detail(step)

    def _own_parts(self, stage: Stage) -> list[QWidget]:
        form = partial(self._in_place, self.case.id)
        acts = Acts(self._edit_this, self._go_round, self._close_case)
        return own_parts(stage, self.case, form, acts)

    def _in_place(self, entry: str, form: type[Form]) -> Form:
        return form(self.journal, self.watch, self.kind, entry)

    def _labels(self) -> dict[str, str]:
        names = {name: _(kind.plural) for name, kind in self.journal.kinds.items()}
        return {**names, "opinion": _("Opinions side by side"), "pdf": _("Make a PDF")}

    # Where it leads -------------------------------------------------------------------------

    def _go(self, place: str) -> None:
        kind, _colon, detail = place.partition(":")
        if kind == "case":
            self._go_to_step(detail)
        else:
            self.place_wanted.emit(place)

    def _go_to_step(self, key: str) -> None:
        self._show(key, focus=True)
        self.list.choose(self.here() or key)

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
        elif self.panes.single and self.step is not None:
            self.step.status.setFocus()
        else:
            self.list.setFocus()

    def here(self) -> str:
        """Return the step that is open."""
        return self.step.stage.key if self.step is not None else ""

    def open_entry(self, entry: str) -> None:
        """Open a step by its key, or a case by its id; ``new`` asks for another question."""
        if entry == NEW:
            self.start_new()
        elif self.case is not None and any(one.key == entry for one in journey(self.case)):
            self._show(entry)
            self.list.choose(self.here())
        else:
            self._turn_to(entry)

    def _choose(self, entry: str) -> None:
        if self._may_leave():
            self._turn_to(entry)
        self.refresh()

    def _turn_to(self, entry: str) -> None:
        """Show another case of the person; one that is not theirs changes nothing."""
        shown = self.case.id if self.case is not None else ""
        if entry != shown and self.journal.entries("case", id=entry, person=self.person):
            self._chosen = entry
            self._close_step()
            self.refresh()
            self.case_chosen.emit(entry)

    # What is done ---------------------------------------------------------------------------

    def _write(self, case: str, column: str, key: str, text: str) -> None:
        """Save a status or notes while the person works; the page itself shows them already.

        A case that was put away while they typed keeps what they typed, and comes back with it.
        """
        shown = self.case is not None and self.case.id == case
        try:
            write_of_step(self.journal, case, column, key, text, self)
        except UserError as error:
            if shown:
                self.trouble.tell(str(error))
        else:
            self.trouble.hide()
            if shown:
                self.refresh()

    def _do(self, label: str, values: Mapping[str, Any]) -> bool:
        """Write columns of the case as one act; False, with the reason said, when it failed."""
        try:
            write(self.journal, self.case, label, values)
        except UserError as error:
            self.trouble.tell(str(error))
            return False
        self.trouble.hide()
        return True

    def _go_round(self) -> None:
        if not self.flush():
            return
        values = once_more(self.case, self.journal.name(self.case.referral_by))
        if self._do(once_more_words(self.case), values):
            self._go_to_step(f"{round_of(self.case)}.2")

    def _close_case(self) -> None:
        if not self.flush():
            return
        label = _("Change how it ended") if self.case.closed else _("Close the question")
        act = partial(write, self.journal, self.case, label)
        dialog = CloseDialog(self, self.case, local_today(), act)
        dialog.exec()
        dialog.deleteLater()
        self.focus_start()

    def _reopen(self) -> None:
        if self.flush() and self._do(_("Open the question again"), {"closed": None}):
            self.focus_start()

    def start_new(self) -> object:
        """Ask for a new case."""
        return self._edit(None) if self.flush() else None

    def _edit_this(self) -> None:
        if self.flush():
            self._edit(self.case.id)

    def _edit(self, entry: str | None) -> str | None:
        given = {name: value for name, value in self.given.items() if name != "case"}
        form = self.form_of(self.journal, self.watch, self.kind, entry, given)
        made = edit_in_dialog(form, self)
        if made is not None and self.journal.entries("case", id=made):
            self._turn_to(made)
        self.refresh()
        self.focus_start()
        return made

    def _on_change(self, changes: ChangeSet) -> None:
        if changes.initiator is not self:
            self.refresh()

    def flush(self) -> bool:
        """Save what is typed into the step that is open; False when the file could not take it."""
        return self.step is None or self.step.flush()


def _laid_for(case: Any) -> Laid:
    return case.id, round_of(case), case.closed is not None
