"""The options side by side, waiting always among them; nothing is added up or sorted here."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.features.decisions.form import OutcomeForm
from secondop_desktop.features.decisions.page.option_column import SIDES, OptionColumn
from secondop_desktop.features.decisions.rules.chances import common, stated
from secondop_desktop.features.decisions.rules.options import WAITING_NAME, lacks_waiting
from secondop_desktop.features.decisions.stances import opinions_of
from secondop_desktop.journal.case_scope import entries_of_case
from secondop_desktop.journal.change import Change, ChangeSet
from secondop_desktop.journal.user_order import in_order, moved
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.labels import heading, muted
from secondop_desktop.widgets.forms.autosave import Autosave
from secondop_desktop.widgets.forms.entry_dialog import edit_in_dialog
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.unsaved_changes import leave_unsaved
from secondop_desktop.widgets.kind_pages.kind_page import KindPage
from secondop_desktop.widgets.layout.stacked import stacked
from secondop_desktop.widgets.lists.button_rows import Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.screen.comparison_grid import Compared, SideBySide
from secondop_desktop.widgets.screen.save_failed import Trouble
from secondop_desktop.widgets.theme import Space

_LEAST_CHARS = 20
"""Four options still stand side by side in a window of the usual width."""
_SHOWN = frozenset({"option", "outcome", "opinion", "provider", "record", "case"})


class OptionsPage(KindPage):
    """Every option of one case as a card, with what each opinion says and what may come of it."""

    def build(self) -> None:
        """Place heading, buttons and cards."""
        self.columns: list[OptionColumn] = []
        self.add_button = Button(_("Add an option"), "add", Rank.PRIMARY)
        self.add_button.clicked.connect(self.start_new)
        self.add_action(self.add_button)
        self.trouble = Trouble(self.flush)
        self.empty = Empty("option", _("No option here yet"), self.purpose, _("Add an option"))
        self.empty.pressed.connect(self.start_new)
        self.counting = muted("")
        self.loose = Rows(_("Benefits and risks that belong to no option yet"))
        self.loose.chosen.connect(lambda entry: self.edit(str(entry)))
        self.board = SideBySide(least=_LEAST_CHARS)
        self.board.arranged.connect(self._place_columns)
        self.add(self.trouble)
        self.add(self.counting)
        self.add(self.loose)
        self.content.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        self.add(self.board, 1)
        self.watch.changed.connect(self._on_change)
        self.refresh()

    # What is shown -------------------------------------------------------------------------

    def options(self) -> tuple[Any, ...]:
        """Return the options of this page's case in the person's own order."""
        case = self.given.get("case")
        return in_order(entries_of_case(self.journal, "option", self.person, case))

    def refresh(self) -> None:
        """Show what is saved now; what the file could not take yet stays as it is."""
        if not self.flush():
            return
        focused = self._focused()
        options = self.options()
        ids = {row.id for row in options}
        known = self.journal.entries("outcome", person=self.person)
        outcomes = [row for row in known if row.option in ids]
        self._build_columns(options, outcomes)
        self._say_counting(outcomes)
        self._show_loose([row for row in known if not row.option])
        self.add_button.setVisible(bool(options))
        self.board.setVisible(bool(options or self.given.get("case")))
        self.empty.setVisible(not options)
        self._focus(focused)

    def _build_columns(self, options: tuple[Any, ...], outcomes: list[Any]) -> None:
        opinions = opinions_of(self.journal, self.person, self.given.get("case"))
        loose = any(row.good_or_bad not in {"good", "bad"} for row in outcomes)
        sides = [side for side in SIDES if side.key or loose]
        among = common(outcomes)
        for column in self.columns:
            column.deleteLater()
        self.columns = []
        for row in options:
            mine = [one for one in outcomes if one.option == row.id]
            column = OptionColumn(self.journal, row, opinions, mine, among, sides, self)
            self.columns.append(column)
        for column in self.columns:
            self._connect_signals(column)
        shown = [Compared(column.head, column.cells) for column in self.columns]
        rows = [_("What it means"), _("What each opinion says"), *(_(side.title) for side in sides)]
        if lacks_waiting(options) and (options or self.given.get("case")):
            shown.append(self._waiting(len(rows)))
        self.board.show_columns(rows, shown)

    def _connect_signals(self, column: OptionColumn) -> None:
        column.edit_wanted.connect(self.edit)
        column.adding.connect(self._add_outcome)
        column.bin_wanted.connect(self._put_away)
        column.moved.connect(self._move)
        column.outcome_moved.connect(self._move_outcome)
        column.record_wanted.connect(self.entry_wanted)
        column.opinions_wanted.connect(lambda: self.place_wanted.emit("opinion"))
        for menu in (column.menu, *(view.menu for view in column.views)):
            menu.taken.connect(self.taking_wanted)
        for autosave in column.autosaves:
            autosave.failed.connect(self.trouble.tell)
            autosave.saved.connect(self.trouble.hide)

    def _waiting(self, rows: int) -> Compared:
        """Return the column that stands for waiting until somebody has written about it."""
        said = _(
            "This is always one of the options. Ask each doctor what may happen if you wait, and "
            "write it down here."
        )
        self.wait_button = Button(_("Write about it"), "edit")
        self.wait_button.setObjectName("waiting")
        self.wait_button.clicked.connect(self._start_waiting)
        head = stacked(heading(_(WAITING_NAME), 3), gap=Space.SMALL)
        head.setAccessibleName(_(WAITING_NAME))
        first = stacked(muted(said), self.wait_button, gap=Space.SMALL)
        return Compared(head, [first, *(QWidget() for _more in range(rows - 1))])

    def _place_columns(self) -> None:
        for at, column in enumerate(self.columns):
            column.place(at, len(self.columns), stacked=self.board.stacked)

    def _say_counting(self, outcomes: list[Any]) -> None:
        """Say once how chances are shown, where there are any, and what the numbers mean."""
        chances = _("All chances here are shown out of {n} people.")
        matters = _("How much something matters to you: 0 is not at all, 5 is the most.")
        known = any(stated(row) is not None for row in outcomes)
        shown = [chances.format(n=f"{common(outcomes):,}")] if known else []
        self.counting.setText(" ".join([*shown, matters]))
        self.counting.setVisible(bool(outcomes))

    def _show_loose(self, rows: list[Any]) -> None:
        """List what came in without an option; its form asks which one it belongs to."""
        self.loose.clear()
        words = _("Choose which option it belongs to")
        for row in rows:
            button = self.loose.add(row.id, Row(self.journal.name(row.id), words))
            button.setObjectName(f"{row.id}/more")
            button.show()
        self.loose.setVisible(bool(rows))

    def _on_change(self, changes: ChangeSet) -> None:
        own = {column.draft for column in self.columns}
        own |= {view.draft for column in self.columns for view in column.views}
        if changes.kinds & _SHOWN and changes.initiator not in own:
            self.refresh()

    # What can be done ----------------------------------------------------------------------

    def start_new(self) -> object:
        """Ask for another option."""
        return self._open(self.form_of, "option", None, self.given)

    def edit(self, entry: str) -> None:
        """Open an option, a benefit or a risk in its form."""
        kind = self.journal.kind_of(entry).name
        form = self.form_of if kind == "option" else OutcomeForm
        self._open(form, kind, entry, self.given)

    def _open(
        self, form_of: type[Form], kind: str, entry: str | None, given: Mapping[str, Any]
    ) -> str | None:
        if not self.flush() and not leave_unsaved(self, self):
            return None
        before = self._focused()
        form = form_of(self.journal, self.watch, self.journal.kinds[kind], entry, given)
        found = edit_in_dialog(form, self)
        wanted = f"{found}/more" if found else before
        self._focus(wanted or "start")
        return found

    def _add_outcome(self, option: str, side: str) -> None:
        given = {**self.given, "option": option, "good_or_bad": side}
        self._open(OutcomeForm, "outcome", None, given)

    def _start_waiting(self) -> None:
        """Make waiting an option of its own, and open it to be described."""
        added: list[str] = []

        def write(change: Change) -> None:
            values = {**self.given, "name": _(WAITING_NAME), "waiting": True}
            added.append(change.add("option", **values))

        title = _("Add: {kind}").format(kind=_(WAITING_NAME))
        if self._write(title, write):
            self.edit(added[0])

    def _move(self, entry: str, by: int) -> None:
        ranks = moved(self.options(), entry, by)
        self._rank("option", ranks, _("Move: {title}").format(title=self.journal.name(entry)))

    def _move_outcome(self, entry: str, by: int) -> None:
        row = self.journal.get("outcome", entry)
        rows = self.journal.entries("outcome", option=row.option)
        same = [one for one in in_order(rows) if one.good_or_bad == row.good_or_bad]
        ranks = moved(same, entry, by)
        self._rank("outcome", ranks, _("Move: {title}").format(title=self.journal.name(entry)))

    def _put_away(self, entry: str) -> None:
        """Put an option, a benefit or a risk in the bin; undo brings it back."""
        kind = self.journal.kind_of(entry).name
        label = _("Put in the bin: {title}").format(title=self.journal.name(entry))
        if self.flush() and self._write(label, lambda change: change.put_away(kind, entry)):
            announce(self, label)

    def _rank(self, kind: str, ranks: Mapping[str, int], label: str) -> None:
        def write(change: Change) -> None:
            for entry, rank in ranks.items():
                change.edit(kind, entry, rank=rank)

        if self.flush() and self._write(label, write):
            announce(self, label)

    def _write(self, label: str, write: Callable[[Change], None]) -> bool:
        try:
            with self.journal.change(label) as change:
                write(change)
        except UserError as error:
            self.trouble.tell(str(error))
            return False
        self.trouble.hide()
        return True

    def _autosaves(self) -> list[Autosave]:
        return [autosave for column in self.columns for autosave in column.autosaves]

    def flush(self) -> bool:
        """Save what was chosen last; False when the file could not take it."""
        saved = [autosave.flush() for autosave in self._autosaves()]
        return all(saved)

    # Where the keyboard is -----------------------------------------------------------------

    def open_entry(self, entry: str) -> None:
        """Bring an option, a benefit or a risk into view."""
        found = self._named(f"{entry}/more")
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def here(self) -> str:
        """Return the option or outcome that has the focus."""
        return self._focused().partition("/")[0]

    def focus_start(self) -> None:
        """Begin with adding an option."""
        first = self.add_button if self.columns else self.empty.button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> str:
        """Return the name of what has the focus on the cards, or an empty text."""
        has = QApplication.focusWidget()
        inside = has is not None and (self.board.isAncestorOf(has) or self.loose.isAncestorOf(has))
        return has.objectName() if inside and has is not None else ""

    def _focus(self, name: str) -> None:
        """Bring the focus back to what has this name now, or to what stands beside it."""
        if not name:
            return
        entry = name.partition("/")[0]
        for one in (name, f"{entry}/more"):
            found = self._named(one)
            if found is not None:
                found.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.focus_start()

    def _named(self, name: str) -> QWidget | None:
        """Return what can be used under this name; what is on its way out still has it too."""
        found = self.findChildren(QWidget, name)
        return next((one for one in found if one.isEnabled() and one.isVisibleTo(self)), None)
