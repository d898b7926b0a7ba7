"""The page of questions: the user's own list in their order, and the answers side by side."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from secondop_desktop.features.appointments.page import question_acts
from secondop_desktop.features.appointments.page.drag_order import DragOrder
from secondop_desktop.features.appointments.page.list_order import ListOrder
from secondop_desktop.features.appointments.page.question_bank_dialog import from_bank
from secondop_desktop.features.appointments.page.show_choice import (
    BY_ALL,
    OPEN,
    ShowChoice,
    Visit,
    of_answers,
    of_list,
)
from secondop_desktop.features.appointments.page.side_view import SideView
from secondop_desktop.features.appointments.rules.answers import (
    Grid,
    answered_by_all,
    grid,
    not_answered_by,
)
from secondop_desktop.features.appointments.rules.questions import is_open
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.user_order import next_rank
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.labels import muted
from secondop_desktop.widgets.controls.view_switch import ViewSwitch
from secondop_desktop.widgets.forms.unsaved_changes import leave_unsaved
from secondop_desktop.widgets.kind_pages.entry_rows import row_item, row_items
from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage
from secondop_desktop.widgets.lists.rich_list import RowItem
from secondop_desktop.widgets.screen.save_failed import Trouble
from secondop_desktop.widgets.theme import Space

_SHOWN = frozenset({"question", "answer", "appointment", "provider"})
MINE, BESIDE = "mine", "beside"
"""The two views of the questions."""


class QuestionsPage(ReadingPage):
    """Two views of the same questions; the list can be put in order, the answers edited."""

    shares = (1, 1)
    not_copied = frozenset({"rank"})

    def build(self) -> None:
        """Place what chooses the view, the list, and the answers."""
        self.is_beside = False
        self.held: tuple[Any, ...] = ()
        """The person's questions in their own order, as they were when the page was shown."""
        self.choice = ShowChoice()
        self._ready = False
        super().build()
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
        self.nothing.setContentsMargins(Space.LARGE, 0, Space.LARGE, 0)
        for part in (self.trouble, self.nothing):
            self.add(part)
        self.add(self.side, 1)
        self._ready = True
        self.watch.changed.connect(self._on_change)
        self.refresh()

    def _place_choice(self) -> None:
        self.switch = ViewSwitch(
            [(MINE, _("My list"), "list"), (BESIDE, _("Answers side by side"), "compare")]
        )
        self.switch.chosen.connect(lambda view: self.turn_to(beside=view == BESIDE))
        self.add_action(self.switch)
        self.choice.chosen.connect(self._filtered)
        self.add_action(self.choice)

    def _place_order(self) -> None:
        """Put the buttons that move the current question under the list."""
        self.order = ListOrder(self.list)
        self.order.moved.connect(self.move_question)
        DragOrder(self.list).dropped.connect(self._drop_question)
        layout = self.panes.first.layout()
        if layout is not None:
            layout.addWidget(self.order)
        self.order.put_beside(self.count)

    def orders(self) -> list[tuple[str, str]]:
        """Offer none: the order of the questions is the person's own."""
        return []

    # What is shown ---------------------------------------------------------------------------

    def rows(self) -> list[Any]:
        """Return the questions to list, in the user's own order."""
        what, entry = self.choice.wanted()
        fits: Callable[[Any], bool] = {
            OPEN: is_open,
            "appointment": lambda row: entry in row.appointments,
        }.get(what, lambda _row: True)
        return [row for row in self.held if fits(row)]

    def rows_as_items(self, rows: Sequence[Any]) -> Sequence[RowItem]:
        """Return the rows with their place in the whole order and how many answered."""
        kind, names = self.kind, self.journal.names()
        answered = Counter(one.question for one in self._answers() if one.text)
        places = {row.id: at for at, row in enumerate(self.held, 1)}

        def made(row: Any) -> RowItem:
            item, count = row_item(kind, row, names), answered[row.id]
            said = ngettext("{count} answer", "{count} answers", count).format(count=count)
            title = f"{places[row.id]}. {item.title}"
            return RowItem(row.id, title, "", said if count else "", item.status)

        return row_items(rows, made, kind.is_draft, detailed=False)

    def grid(self) -> Grid:
        """Return the answers to show side by side, as the person wants to see them."""
        found = self._whole_grid()
        what, entry = self.choice.wanted()
        if what == BY_ALL:
            return answered_by_all(found)
        return not_answered_by(found, entry) if what == "provider" else found

    def _whole_grid(self) -> Grid:
        return grid(self.held, self._answers(), self._visits())

    def _answers(self) -> list[Any]:
        return self.journal.entries("answer", person=self.person)

    def _visits(self) -> list[Any]:
        return self.journal.entries("appointment", person=self.person)

    def _days(self) -> Iterable[Visit]:
        """Return the appointments by id and day, as no more of them is told in the list."""
        kind = self.journal.kinds["appointment"]
        names = ("id", kind.when)
        found, _whole = self.journal.columns_of_case(kind, names, None, person=self.person)
        return zip(*found, strict=True)

    def _offer_choice(self) -> None:
        """Offer what can be shown in this view."""
        if self.is_beside:
            self.choice.offer(of_answers(self.journal, self._whole_grid().columns))
        else:
            self.choice.offer(of_list(self.journal, self.held, self._days()))

    def refresh(self) -> None:
        """Show the questions and answers as they are saved now."""
        if not self._ready:
            return
        self.held = question_acts.questions(self.journal, self.person)
        self._offer_choice()
        super().refresh()
        some = bool(self.held)
        nothing = not some and self.form is None
        self.empty.setVisible(nothing)
        self.add_button.setVisible(not nothing)
        self.panes.setVisible(not nothing and not self.is_beside)
        for part in (self.choice, self.switch):
            part.setVisible(some)
        self.side.setVisible(self.is_beside and some)
        found = self.grid() if self.is_beside else Grid((), ())
        self.side.show_grid(found)
        self._tell_nothing(found, some)
        self.order.follow()

    def _tell_nothing(self, found: Grid, some: bool) -> None:
        """Say why nothing stands here, where that could puzzle."""
        text = ""
        if self.is_beside and some and not found.columns:
            text = _(
                "You have not said who to ask yet. Choose the appointment where you "
                "will ask a question, or write down an answer."
            )
        elif some and not (found.lines if self.is_beside else self.listed):
            text = _("No question matches what you chose to show.")
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
        among = list(map(str, self.list.keys()))
        self._move_by(key, by, among)

    def _drop_question(self, key: str, place: int) -> None:
        among = list(map(str, self.list.keys()))
        self._move_by(key, place - among.index(key), among)

    def _move_by(self, key: object, by: int, among: list[str]) -> None:
        if key is None or not by:
            return
        if not question_acts.move(self.journal, self.person, str(key), by, among):
            return
        self.list.choose(key)
        at = among.index(str(key)) + by + 1
        announce(self, _("Now in place {number} of {count}").format(number=at, count=len(among)))
        self.order.keep_focus(by)

    def open_bank(self) -> None:
        """Let the person take over questions from the bank, in one change."""
        if not self.may_leave():
            return
        held = question_acts.questions(self.journal, self.person)
        what, entry = self.choice.wanted()
        appointment = entry if what == "appointment" else None
        wanted = from_bank(self, held, appointment)
        if wanted:
            question_acts.add(
                self.journal, self.person, self.given.get("case"), wanted, appointment
            )
        self.bank_button.setFocus()

    def start_new(self) -> object:
        """Open an empty form, at the end of the list."""
        self._mark_view(beside=False)
        held = question_acts.questions(self.journal, self.person)
        ranked = any(row.rank is not None for row in held)
        self.given["rank"] = next_rank(held) if ranked or not held else None
        what, entry = self.choice.wanted()
        self.given["appointments"] = (entry,) if what == "appointment" and entry else ()
        return super().start_new()

    def open_entry(self, entry: str, *, focus: bool = False) -> None:
        """Open a question's form in the list, also where the filter hides it."""
        listed = self.list.keys()
        if entry not in listed and self._is_here(entry):
            self.choice.show_all()
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
