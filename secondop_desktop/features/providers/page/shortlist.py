"""The shortlist side by side, in the user's own order; what is typed is saved at once."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.features.providers.page.shortlist_column import NEXT, ROWS, ProviderColumn
from secondop_desktop.features.providers.rules import sees_people, shortlist
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.user_order import moved, next_rank
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.background.watch import Watch
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.layout.edge_margins import Inset
from secondop_desktop.widgets.picker.matching import Choice
from secondop_desktop.widgets.picker.picker import Picker
from secondop_desktop.widgets.screen.comparison_grid import SideBySide
from secondop_desktop.widgets.screen.save_failed import Trouble
from secondop_desktop.widgets.theme import Space

_OTHERS = "others"


class Shortlist(QWidget):
    """The doctors and places the user may choose; nothing here says which one to take.

    The cells are made by the first ``refresh``, when somebody wants to see them.
    """

    form_wanted = Signal(str)
    """Open the form of the doctor or place with this id."""
    referral_wanted = Signal(str)
    visit_wanted = Signal(str)

    def __init__(self, journal: Journal, watch: Watch, given: Mapping[str, Any]) -> None:
        super().__init__()
        self.setProperty("help", "shortlist")
        self.journal, self.kind = journal, journal.kinds["provider"]
        self.person, self._given = str(given.get("person") or ""), given
        self.columns: dict[str, ProviderColumn] = {}
        self.trouble = Trouble(self.flush)
        self.add_button = Button(_("Add to the shortlist…"), "add", Rank.PRIMARY, self)
        self.add_button.clicked.connect(self.pick)
        self.empty = self._nobody_yet()
        self.grid = SideBySide(self)
        self.grid.arranged.connect(lambda _stacked: self._place_heads())
        self._lay_out()
        watch.changed.connect(self._on_change)

    def _nobody_yet(self) -> Empty:
        empty = Empty(
            "provider",
            _("Nobody on your shortlist yet"),
            _("Put doctors you can choose side by side, with what you found out about them."),
            _("Add to the shortlist…"),
        )
        empty.pressed.connect(self.pick)
        return empty

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(self.trouble)
        column.addWidget(Inset(self.empty), 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.grid, 1)

    def rows(self) -> list[Any]:
        """Return who is on the shortlist, in order."""
        return shortlist(self.journal.entries("provider", person=self.person))

    def refresh(self) -> None:
        """Show the shortlist as it is saved now; cells stay while somebody types in them."""
        rows, before = self.rows(), list(self.columns)
        names = self.journal.names()
        kept = self.columns
        self.columns = {row.id: kept.get(row.id) or self._column(row) for row in rows}
        for row in rows:
            self.columns[row.id].show_row(row, self.kind.title(row, names))
        if list(self.columns) != before:
            self._show_columns(kept)
        self._place_heads()
        self.empty.setVisible(not rows)
        self.grid.setVisible(bool(rows))

    def _show_columns(self, before: dict[str, ProviderColumn]) -> None:
        words = [*(_(words) for _name, words in ROWS), _(NEXT)]
        self.grid.show_columns(words, [one.compared() for one in self.columns.values()])
        for entry, column in before.items():
            if entry not in self.columns:
                column.autosave.forget()
                column.deleteLater()

    def _place_heads(self) -> None:
        for at, column in enumerate(self.columns.values()):
            column.head.place(at, len(self.columns), stacked=self.grid.stacked)

    def _column(self, row: Any) -> ProviderColumn:
        column, entry = ProviderColumn(self.journal, self.kind, row, self), row.id
        column.failed.connect(self.trouble.tell)
        column.saved.connect(self.trouble.hide)
        column.moved.connect(lambda by: self.move_by(entry, by))
        column.taken_off.connect(lambda: self.take_off(entry))
        column.opened.connect(lambda: self.form_wanted.emit(entry))
        column.referral_wanted.connect(lambda: self.referral_wanted.emit(entry))
        column.visit_wanted.connect(lambda: self.visit_wanted.emit(entry))
        return column

    # What can be done ----------------------------------------------------------------------

    def move_by(self, entry: str, by: int) -> None:
        """Move one by so many places; the button that was pressed keeps the focus."""
        ranks = moved(self.rows(), entry, by)
        label = _("Move in the shortlist: {name}").format(name=self.journal.name(entry))
        self._write(label, {one: {"rank": rank} for one, rank in ranks.items()})
        head = self.columns[entry].head
        wanted, other = (head.before, head.after) if by < 0 else (head.after, head.before)
        (wanted if wanted.isEnabled() else other).setFocus()
        place = list(self.columns).index(entry) + 1
        said = _("{name} is number {place} of {count}")
        name = self.journal.name(entry)
        announce(self, said.format(name=name, place=place, count=len(self.columns)))

    def take_off(self, entry: str) -> None:
        """Take one off the shortlist; it stays in the list of doctors and places."""
        at = list(self.columns).index(entry)
        label = _("Take off the shortlist: {name}").format(name=self.journal.name(entry))
        if self._write(label, {entry: {"shortlisted": False, "rank": None}}):
            left = list(self.columns.values())
            if left:
                left[min(at, len(left) - 1)].head.off.setFocus()
            else:
                self.empty.button.setFocus()

    def pick(self) -> None:
        """Let the user choose somebody of the list, or type a new name."""
        rows = self.journal.entries("provider", person=self.person)
        free = [row for row in reversed(rows) if not row.shortlisted]
        choices = self._choices([row for row in free if sees_people(row)])
        others = self._choices([row for row in free if not sees_people(row)])
        if others:
            named = "; ".join(one.title for one in others)
            choices.append(Choice(_OTHERS, _("Others in your list…"), named))
        self._offer(choices, lambda entry: self._put_on_or_ask(entry, others))

    def _choices(self, rows: list[Any]) -> list[Choice]:
        names = self.journal.names()
        return [
            Choice(row.id, self.kind.title(row, names), self.kind.line(row, names)) for row in rows
        ]

    def _offer(self, choices: list[Choice], take: Callable[[str], object]) -> None:
        picker = Picker(_("Who can you choose?"), choices, add=self._add_new, parent=self)
        picker.picked.connect(take)
        picker.open()

    def _put_on_or_ask(self, entry: str, others: list[Choice]) -> None:
        """Put on who was chosen, or offer those that nobody has an appointment with."""
        if entry == _OTHERS:
            QTimer.singleShot(0, self, lambda: self._offer(others, self.put_on))  # after the first
        else:
            self.put_on(entry)

    def put_on(self, entry: str) -> None:
        """Put somebody at the end of the shortlist and begin in their cells."""
        if entry not in self.columns:
            label = _("Add to the shortlist: {name}").format(name=self.journal.name(entry))
            self._write(label, {entry: {"shortlisted": True, "rank": next_rank(self.rows())}})
        if entry in self.columns:
            next(iter(self.columns[entry].edits.values())).setFocus()

    def _add_new(self, name: str) -> str | None:
        """Make a new doctor or place that is on the shortlist, as one step."""
        label = _("Add to the shortlist: {name}").format(name=name)
        try:
            with self.journal.change(label) as change:
                return change.add(
                    "provider",
                    person=self.person or None,
                    name=name,
                    shortlisted=True,
                    rank=next_rank(self.rows()),
                )
        except UserError as error:
            self.trouble.tell(str(error))
            return None

    def add_visit(self, entry: str, case: str | None) -> str | None:
        """Add an appointment with somebody and return its id; None when it cannot be saved."""
        name = self.journal.name(entry)
        given = {"person": self.person or None, "case": case, "provider": entry}
        try:
            with self.journal.change(_("Add an appointment with {name}").format(name=name)) as made:
                return made.add("appointment", **given, purpose=_("Second opinion"))
        except UserError as error:
            self.trouble.tell(str(error))
            return None

    def _write(self, label: str, edits: Mapping[str, Mapping[str, Any]]) -> bool:
        """Save what is typed, then make one change; False when the file could not take it."""
        if not self.flush():
            return False
        try:
            with self.journal.change(label) as change:
                for entry, values in edits.items():
                    change.edit("provider", entry, **values)
        except UserError as error:
            self.trouble.tell(str(error))
            return False
        return True

    def _on_change(self, changes: ChangeSet) -> None:
        own = [column.draft for column in self.columns.values()]
        if not self.isHidden() and "provider" in changes.kinds and changes.initiator not in own:
            self.refresh()

    def focus_start(self) -> None:
        """Begin with the first cell, or where the first one is added."""
        first = next(iter(self.columns.values()), None)
        if first is None:
            self.empty.button.setFocus()
        else:
            next(iter(first.edits.values())).setFocus()

    def flush(self) -> bool:
        """Save what is being typed in any cell."""
        saved = [column.flush() for column in self.columns.values()]
        return all(saved)
