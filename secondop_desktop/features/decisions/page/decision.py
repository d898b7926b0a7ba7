"""The decision: where the person is, what they decided and before, and whether they are ready."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.features.decisions.form import ReadinessForm
from secondop_desktop.features.decisions.page.overview import OptionsCard
from secondop_desktop.features.decisions.page.readiness import ReadinessCard
from secondop_desktop.features.decisions.rules.checks import CHECKS, newest_first
from secondop_desktop.features.decisions.rules.options import WAITING, WAITING_NAME, lacks_waiting
from secondop_desktop.features.decisions.stances import opinions_of
from secondop_desktop.journal.case_scope import entries_of_case
from secondop_desktop.journal.change import Change, ChangeSet
from secondop_desktop.journal.user_order import in_order
from secondop_desktop.lang import _, in_short
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import small
from secondop_desktop.widgets.forms.entry_dialog import edit_in_dialog
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.unsaved_changes import leave_unsaved
from secondop_desktop.widgets.kind_pages.kind_page import KindPage
from secondop_desktop.widgets.layout.two_columns import Columns
from secondop_desktop.widgets.lists.button_rows import Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.screen.save_failed import Trouble
from secondop_desktop.widgets.theme import Space

_SHOWN = frozenset({"decision", "option", "readiness", "task", "opinion", "provider", "case"})


class DecisionPage(KindPage):
    """One decision of one case, beside what it is about and what helps to make it."""

    def build(self) -> None:
        """Place the decision beside the options and the checks."""
        self.form: Form | None = None
        self._offered: tuple[tuple[str, str], ...] = ()
        self.trouble = Trouble()
        self._build_earlier()
        self.options_card = OptionsCard()
        self.options_card.place_wanted.connect(self.place_wanted)
        self.readiness = ReadinessCard()
        self.readiness.check_wanted.connect(self._check)
        self.readiness.task_wanted.connect(self._make_task)
        self.readiness.entry_wanted.connect(self.entry_wanted)
        self.readiness.place_wanted.connect(self.place_wanted)
        self._holder = QVBoxLayout()
        first = _column(self.again_card, self._holder, self.earlier_card)
        second = _column(self.readiness, self.options_card)
        self.add(self.trouble)
        self.add(Columns(first, second, (3, 2)))
        self.content.addStretch(1)
        self.watch.changed.connect(self._on_change)
        self.refresh()

    def _build_earlier(self) -> None:
        self.again_card = Card(_("You have decided"))
        self.again_card.add(
            small(_("You can change your mind. What you decided before stays here to read."))
        )
        self.again_button = Button(_("Decide again"), "redo")
        self.again_button.clicked.connect(self._decide_again)
        self.again_card.add_action(self.again_button)
        self.earlier_card = Card(_("What you decided before"))
        self.earlier = Rows(_("What you decided before"))
        self.earlier.chosen.connect(lambda entry: self.open_entry(str(entry)))
        self.earlier_card.add(self.earlier)

    # What is shown -------------------------------------------------------------------------

    def _of_case(self, kind: str) -> tuple[Any, ...]:
        return entries_of_case(self.journal, kind, self.person, self.given.get("case"))

    def refresh(self) -> None:
        """Show what is saved now, and keep what the file could not take yet."""
        focused = self._focused()
        self._show_form()
        self._show_around()
        self._focus(focused)

    def _show_around(self) -> None:
        """Show what stands beside the form: what was decided before, the options, the checks."""
        decisions = self._of_case("decision")
        now = decisions[-1] if decisions else None
        self._show_earlier(decisions[:-1])
        self.again_card.setVisible(now is not None and now.stage == "made")
        options = in_order(self._of_case("option"))
        opinions = opinions_of(self.journal, self.person, self.given.get("case"))
        chosen = now.option if now else None
        self.options_card.show_options(options, opinions, chosen, self.journal.names())
        checks = newest_first(self._of_case("readiness"))
        self.readiness.show_checks(checks, self._of_case("task"))

    def _show_form(self) -> None:
        """Show the form of the decision that stands, anew where it or its options changed."""
        offered = _offered(in_order(self._of_case("option")))
        if self.form is not None:
            same = self._offered == offered and self.form.draft.entry == self._standing()
            if same or not self.form.flush():
                return
        self._offered = offered
        entry = self._standing()
        self._place_form(self.form_of(self.journal, self.watch, self.kind, entry, self.given))

    def _standing(self) -> str | None:
        decisions = self._of_case("decision")
        return decisions[-1].id if decisions else None

    def _place_form(self, form: Form) -> None:
        if self.form is not None:
            drop(self.form, self._holder)
        self.form = form
        form.finished.connect(self._finish)
        self._holder.addWidget(form)
        form.show()

    def _show_earlier(self, rows: tuple[Any, ...]) -> None:
        self.earlier.clear()
        names = self.journal.names()
        for row in reversed(rows):
            when = row.date.words() if row.date else ""
            why = in_short(row.why)
            said = "\n".join(part for part in (self.kind.line(row, names), why) if part)
            self.earlier.add(row.id, Row(self.kind.title(row, names), said, when)).show()
        self.earlier_card.setVisible(bool(rows))

    def _on_change(self, changes: ChangeSet) -> None:
        if not changes.kinds & _SHOWN:
            return
        if self.form is not None and changes.initiator is self.form.draft:
            # Its form has it already, though a first save may not have told its id yet.
            self._show_around()
        else:
            self.refresh()

    def _finish(self) -> None:
        """Say that all is saved; after the bin or an undo, show what stands now."""
        if self.form is not None and self.form.draft.row() is not None:
            announce(self, _("Your decision is saved"))
        self.refresh()

    # What can be done ----------------------------------------------------------------------

    def start_new(self) -> object:
        """Decide again where a decision is made, else go on with the one being made."""
        if not self.again_card.isHidden():
            self._decide_again()
        else:
            self.focus_start()
        return self.form

    def _decide_again(self) -> None:
        """Start another decision; the one before stays as it is."""
        if not self._may_leave():
            return
        before = self._of_case("decision")[-1]
        given = {**self.given, "stage": "considering", "who_decides": before.who_decides}
        if self._write(_("Decide again"), lambda change: change.add("decision", **given)):
            self.focus_start()

    def open_entry(self, entry: str) -> None:
        """Go to the decision that stands, or show one made before or a check in a window."""
        if self.form is not None and self.form.draft.entry == entry:
            self.focus_start()
        elif self.journal.kind_of(entry).name == "readiness":
            self._check(entry)
        elif self._may_leave():
            form = self.form_of(self.journal, self.watch, self.kind, entry, self.given)
            edit_in_dialog(form, self)
            self.refresh()
            self._focus_row(self.earlier)

    def _check(self, entry: str) -> None:
        """Open a check, or an empty one."""
        if self._may_leave():
            kind = self.journal.kinds["readiness"]
            form = ReadinessForm(self.journal, self.watch, kind, entry or None, self.given)
            edit_in_dialog(form, self)
            self.readiness.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_task(self, check: str, field: str) -> None:
        """Make a task of what a "no" asks for."""
        text = next(_(one.to_do) for one in CHECKS if one.field == field)
        given = {**self.given, "text": text, "linked": (check,)}
        if self._write(_("Make it a task"), lambda change: change.add("task", **given)):
            announce(self, _("A task was added to your list"))

    def _write(self, label: str, write: Callable[[Change], object]) -> bool:
        try:
            with self.journal.change(label) as change:
                write(change)
        except UserError as error:
            self.trouble.tell(str(error))
            return False
        self.trouble.hide()
        return True

    def _may_leave(self) -> bool:
        return self.flush() or leave_unsaved(self, self)

    def flush(self) -> bool:
        """Save what is being typed; False when the file could not take it."""
        return self.form is None or self.form.flush()

    # Where the keyboard is -----------------------------------------------------------------

    def here(self) -> str:
        """Return the decision that stands."""
        return (self.form.draft.entry or "") if self.form is not None else ""

    def focus_start(self) -> None:
        """Begin with how far the person is."""
        if self.form is not None:
            stage = self.form.edits["stage"].focus_widget()
            stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> str:
        """Return the name of what has the focus among the parts that are made anew."""
        has = QApplication.focusWidget()
        if has is None:
            return ""
        for name, rows in (("option", self.options_card.rows), ("earlier", self.earlier)):
            if rows.isAncestorOf(has):
                return name
        return has.objectName() if self.readiness.isAncestorOf(has) else ""

    def _focus(self, name: str) -> None:
        if name in {"option", "earlier"}:
            self._focus_row(self.options_card.rows if name == "option" else self.earlier)
        elif name.startswith("task/"):
            button = self.readiness.tasks.get(name.removeprefix("task/"))
            (button or self.readiness.again).setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_row(self, rows: Rows) -> None:
        if rows.buttons:
            rows.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _offered(options: tuple[Any, ...]) -> tuple[tuple[str, str], ...]:
    """Return the options to choose from; waiting is there also before it is an entry."""
    found = [(WAITING if row.waiting else row.id, row.name) for row in options]
    waiting = [(WAITING, _(WAITING_NAME))] if lacks_waiting(options) else []
    return tuple(sorted([*found, *waiting]))


def _column(*parts: QWidget | QVBoxLayout) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.LARGE)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.addStretch(1)
    return made
