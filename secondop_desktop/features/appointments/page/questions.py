"""The page of questions: the user's own list in their order, and the answers side by side."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from secondop_desktop.features.appointments.page import asking
from secondop_desktop.features.appointments.page.bank import from_bank
from secondop_desktop.features.appointments.page.side_view import SideView
from secondop_desktop.features.appointments.rules import (
    Grid,
    answered_by_all,
    grid,
    is_open,
    not_answered_by,
)
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.dates import undated_first
from secondop_desktop.journal.ranked import next_rank
from secondop_desktop.lang import _, in_short, ngettext
from secondop_desktop.widgets.announce import announce
from secondop_desktop.widgets.button import Button
from secondop_desktop.widgets.combo import StillCombo
from secondop_desktop.widgets.entries import EntriesPage, row_item
from secondop_desktop.widgets.leaving import leave_unsaved
from secondop_desktop.widgets.row_list import RowItem
from secondop_desktop.widgets.text import Label, muted
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.trouble import Trouble
from secondop_desktop.widgets.view_switch import ViewSwitch

_SHOWN = frozenset({"question", "answer", "appointment", "provider"})
_ALL, _OPEN, _BY_ALL = "all", "open", "by all"
MINE, BESIDE = "mine", "beside"
"""The two views of the questions."""
Filter = tuple[str, str | None]
"""What is shown: everything, what is open, or what belongs to one appointment or clinician."""


class QuestionsPage(EntriesPage):
    """Two views of the same questions; the list can be put in order, the answers edited."""

    def build(self) -> None:
        """Place what chooses the view, the list, and the answers."""
        self.form = None
        self.is_beside = False
        self._place_parts()
        self.bank_button = Button(_("Choose from the question bank…"), "question")
        self.bank_button.clicked.connect(self.open_bank)
        self.add_action(self.bank_button)
        self._place_choice()
        self._place_order()
        self.trouble = Trouble(self.flush)
        self.side = SideView(self.journal, {k: self.given.get(k) for k in ("person", "case")})
        self.side.failed.connect(self.trouble.tell)
        self.side.saved.connect(self.trouble.hide)
        self.nothing = muted("")
        for part in (self.trouble, self.nothing):
            self.add(part)
        self.add(self.side, 1)
        self.watch.changed.connect(self._on_change)
        self.refresh()

    def _place_choice(self) -> None:
        self.switch = ViewSwitch(
            [(MINE, _("My list"), "list"), (BESIDE, _("Answers side by side"), "compare")]
        )
        self.switch.chosen.connect(lambda view: self.turn_to(beside=view == BESIDE))
        self.add_action(self.switch)
        self.filter = StillCombo()
        self.filter.setAccessibleName(_("Show"))
        self.filter.setMinimumContentsLength(24)
        words = Label(_("Show"))
        words.setWordWrap(False)
        words.setBuddy(self.filter)
        self._choice = QWidget()
        row = QHBoxLayout(self._choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        row.addWidget(words)
        row.addWidget(self.filter)
        row.addStretch(1)
        self.content.insertWidget(0, self._choice)
        self.filter.activated.connect(self._filtered)

    def _place_order(self) -> None:
        """Put the buttons that move the current question under the list."""
        self.up = Button(_("Move up"), "arrow-up")
        self.down = Button(_("Move down"), "arrow-down")
        self._order = QWidget()
        row = QHBoxLayout(self._order)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        acts: tuple[tuple[Button, str, int], ...] = (
            (self.up, "Alt+Up", -1),
            (self.down, "Alt+Down", 1),
        )
        for button, keys, by in acts:
            row.addWidget(button)
            button.clicked.connect(lambda _on=False, by=by: self.move_question(by))
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=by: self.move_question(by))
        row.addStretch(1)
        layout = self.panes.first.layout()
        if layout is not None:
            layout.addWidget(self._order)
        self.list.selectionModel().currentChanged.connect(self._allow_order)

    # What is shown ---------------------------------------------------------------------------

    def rows(self) -> list[Any]:
        """Return the questions to list, in the user's own order."""
        what, entry = self._wanted()
        fits: Callable[[Any], bool] = {
            _OPEN: is_open,
            "appointment": lambda row: entry in row.appointments,
        }.get(what, lambda _row: True)
        return [row for row in asking.questions(self.journal, self.person) if fits(row)]

    def rows_as_items(self, rows: Sequence[Any]) -> list[RowItem]:
        """Return the rows with their place in the whole order and how many answered."""
        names, answers = self.journal.names(), self._answers()
        whole = asking.questions(self.journal, self.person)
        places = {row.id: at for at, row in enumerate(whole, 1)}
        items = []
        for row in rows:
            item = row_item(self.kind, row, names)
            count = sum(1 for one in answers if one.question == row.id and one.text)
            said = ngettext("{count} answer", "{count} answers", count).format(count=count)
            title = f"{places[row.id]}. {item.title}"
            date = said if count else ""
            items.append(RowItem(row.id, title, item.detail, date, item.status, item.icon))
        return items

    def grid(self) -> Grid:
        """Return the answers to show side by side, as the person wants to see them."""
        visits = self.journal.entries("appointment", person=self.person)
        found = grid(asking.questions(self.journal, self.person), self._answers(), visits)
        what, entry = self._wanted()
        if what == _BY_ALL:
            return answered_by_all(found)
        return not_answered_by(found, entry) if what == "provider" else found

    def _answers(self) -> list[Any]:
        return self.journal.entries("answer", person=self.person)

    def _wanted(self) -> Filter:
        found = self.filter.currentData()
        return found if found else (_ALL, None)

    def _offer(self) -> None:
        """Offer what can be shown in this view; the choice stays where it can."""
        chosen = self._wanted()
        offered = self._offers_beside() if self.is_beside else self._offers_mine()
        shown = [self.filter.itemText(at) for at in range(self.filter.count())]
        if shown == [words for _key, words in offered]:
            return
        self.filter.clear()
        for key, words in offered:
            self.filter.addItem(words, key)
        keys = [key for key, _words in offered]
        self.filter.setCurrentIndex(keys.index(chosen) if chosen in keys else 0)

    def _offers_mine(self) -> list[tuple[Filter, str]]:
        visits = self.journal.entries("appointment", person=self.person)
        held = {
            id_ for row in asking.questions(self.journal, self.person) for id_ in row.appointments
        }
        named = [
            (("appointment", row.id), _("For: {appointment}").format(appointment=_visit(self, row)))
            for row in sorted(visits, key=lambda row: undated_first(row.when))
            if row.id in held
        ]
        return [((_ALL, None), _("All questions")), ((_OPEN, None), _("Still to ask")), *named]

    def _offers_beside(self) -> list[tuple[Filter, str]]:
        visits = self.journal.entries("appointment", person=self.person)
        found = grid(asking.questions(self.journal, self.person), self._answers(), visits)
        named = [
            (("provider", column.provider), _("Not answered yet by {name}").format(name=name))
            for column in found.columns
            if (name := in_short(self.journal.name(column.provider), 60))
        ]
        return [((_ALL, None), _("All questions")), ((_BY_ALL, None), _("Answered by all")), *named]

    def refresh(self) -> None:
        """Show the questions and answers as they are saved now."""
        self._offer()
        super().refresh()
        some = bool(asking.questions(self.journal, self.person))
        nothing = not some and self.form is None
        self.empty.setVisible(nothing)
        self.add_button.setVisible(not nothing)
        self.panes.setVisible(not nothing and not self.is_beside)
        for part in (self._choice, self.switch):
            part.setVisible(some)
        self.side.setVisible(self.is_beside and some)
        found = self.grid() if self.is_beside else Grid((), ())
        self.side.show_grid(found)
        self._tell_nothing(found, some)
        self._allow_order()

    def _tell_nothing(self, found: Grid, some: bool) -> None:
        """Say why nothing stands here, where that could puzzle."""
        text = ""
        if self.is_beside and some and not found.columns:
            text = _(
                "Nobody is down to answer yet. Say at which appointment you ask a question, or "
                "write down an answer."
            )
        elif some and not (found.lines if self.is_beside else self.rows()):
            text = _("No question fits what you chose to show.")
        self.nothing.setText(text)
        self.nothing.setVisible(bool(text))

    def _filtered(self) -> None:
        self.refresh()
        shown = len(self.grid().lines if self.is_beside else self.list.items())
        announce(self, ngettext("{count} question", "{count} questions", shown).format(count=shown))

    def turn_to(self, *, beside: bool) -> None:
        """Go from one view to the other; what is typed is saved first."""
        if beside != self.is_beside and self.flush():
            self._mark_view(beside=beside)
            self.refresh()
        else:
            self._mark_view(beside=self.is_beside)

    def _mark_view(self, *, beside: bool) -> None:
        self.is_beside = beside
        self.switch.show_view(BESIDE if beside else MINE)

    def _on_change(self, changes: ChangeSet) -> None:
        if changes.kinds & _SHOWN and not self.side.made(changes):
            self.refresh()

    # What can be done ------------------------------------------------------------------------

    def move_question(self, by: int) -> None:
        """Move the current question up (-1) or down (1) among those shown."""
        key = self.list.current_key()
        among = [str(item.key) for item in self.list.items()]
        if key is None or not asking.move(self.journal, self.person, str(key), by, among):
            return
        at = among.index(str(key)) + by + 1
        announce(self, _("Now in place {number} of {count}").format(number=at, count=len(among)))
        moved, other = (self.up, self.down) if by < 0 else (self.down, self.up)
        if not moved.isEnabled() and not self.list.hasFocus():
            other.setFocus()

    def _allow_order(self) -> None:
        keys = [item.key for item in self.list.items()]
        key = self.list.current_key()
        at = keys.index(key) if key in keys else -1
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < len(keys) - 1)
        self._order.setVisible(len(keys) > 1)

    def open_bank(self) -> None:
        """Let the person take over questions from the bank, in one change."""
        if not self.may_leave():
            return
        held = asking.questions(self.journal, self.person)
        what, entry = self._wanted()
        appointment = entry if what == "appointment" else None
        wanted = from_bank(self, held, appointment)
        if wanted:
            asking.add(self.journal, self.person, self.given.get("case"), wanted, appointment)
        self.bank_button.setFocus()

    def start_new(self) -> object:
        """Open an empty form, at the end of the list."""
        self._mark_view(beside=False)
        held = asking.questions(self.journal, self.person)
        ranked = any(row.rank is not None for row in held)
        self.given["rank"] = next_rank(held) if ranked or not held else None
        what, entry = self._wanted()
        self.given["appointments"] = (entry,) if what == "appointment" and entry else ()
        return super().start_new()

    def open_entry(self, entry: str, *, focus: bool = False) -> None:
        """Open a question's form in the list, also where the filter hides it."""
        if entry not in [item.key for item in self.list.items()] and self._is_here(entry):
            self.filter.setCurrentIndex(0)
            self._mark_view(beside=False)
            self.refresh()
        super().open_entry(entry, focus=focus)

    def may_leave(self) -> bool:
        """Save what is typed in either view; False when it cannot be saved and they stay."""
        return self.flush() or leave_unsaved(self, self)

    def focus_start(self) -> None:
        """Begin with the first answer, or in the list."""
        if not self.is_beside or not self.side.take_focus():
            super().focus_start()

    def flush(self) -> bool:
        """Save what is being typed; False when the file could not take it."""
        return all([super().flush(), self.side.flush()])


def _visit(page: QuestionsPage, row: Any) -> str:
    day = row.when.without_time().words() if row.when else ""
    return ", ".join(part for part in (in_short(page.journal.name(row.id), 60), day) if part)
