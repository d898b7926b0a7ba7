"""Opinions side by side: aspects down, opinions across, the user's own mark at the end."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from secondop_desktop.features.opinions.page.as_table import OpinionsTable
from secondop_desktop.features.opinions.page.comparison import Comparison
from secondop_desktop.features.opinions.page.reader import Reader
from secondop_desktop.features.opinions.page.row_maker import OVERALL
from secondop_desktop.features.opinions.page.to_question import add_question
from secondop_desktop.features.opinions.rules.aspects import place_words
from secondop_desktop.features.opinions.rules.side_by_side import (
    Grid,
    grid,
    only_differences,
    written,
)
from secondop_desktop.journal.case_scope import entries_of_case
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.user_order import next_place
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.key_press import on_key
from secondop_desktop.widgets.controls.labels import paragraph
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.forms.entry_dialog import edit_in_dialog
from secondop_desktop.widgets.forms.unsaved_changes import leave_unsaved
from secondop_desktop.widgets.kind_pages.kind_page import KindPage
from secondop_desktop.widgets.layout.edge_margins import Inset
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.widgets.layout.tab_order import stops
from secondop_desktop.widgets.screen.save_failed import Trouble

_SHOWN = frozenset({"opinion", "statement", "mark", "provider", "case", "record"})


class OpinionsPage(KindPage):
    """Every opinion of one case in a grid that is edited in place, or one of them to read."""

    def build(self) -> None:
        """Place the buttons of the top row, the grid, and what is shown instead of it."""
        self.scroller.set_margins(0)
        self._add_buttons()
        self.trouble, self.said = Trouble(self.flush), self.passing(Notice(""))
        self.said.hide()
        self._add_around()
        self._add_grid()
        self._add_reader()
        self._add_whole()
        self.watch.changed.connect(self._on_change)
        self.refresh()

    def _add_buttons(self) -> None:
        self.add_button = Button("", "add", Rank.PRIMARY)
        self.add_button.clicked.connect(self.start_new)
        self.differences = Button(_("Only differences"), "different")
        self.written = Button(_("Hide what is empty"), "eye")
        self.differences.setAccessibleDescription(_("Only what I marked as different"))
        for box in (self.differences, self.written):
            box.setCheckable(True)
            box.toggled.connect(self._filter)
        self.table_button = Button(_("As a table"), "table")
        self.table_button.setCheckable(True)
        self.table_button.toggled.connect(self._filter)
        self.whole_button = Button(_("Use the whole window"), "zoom-in")
        self.whole_button.clicked.connect(lambda: self.take_window(True))
        self.print_button = Button(_("Print or save as PDF"), "print")
        self.print_button.clicked.connect(self.print_all)
        for part in (self.differences, self.written, self.table_button, self.whole_button):
            self.add_action(part)
        for part in (self.print_button, self.add_button):
            self.add_action(part)

    def _add_around(self) -> None:
        """Place what is said over the grid or in its place, which keeps off the edges."""
        self.empty = Empty(
            "compare", _("No opinion here yet"), self.purpose, _("Write down the first opinion")
        )
        self.empty.pressed.connect(self.start_new)
        self.nothing = paragraph("")
        self.nothing.hide()
        self.content.setSpacing(0)
        self.add(Inset(self.trouble, self.said, self.nothing, self.empty))

    def _add_grid(self) -> None:
        self.grid = Comparison(self.journal, self._own())
        self.grid.read.connect(self.read_one)
        self.grid.edited.connect(self._edit_and_stay)
        self.grid.taken.connect(self._take)
        self.grid.asked.connect(self._ask)
        self.grid.failed.connect(self.trouble.tell)
        self.grid.saved.connect(self.trouble.hide)
        self.grid.place_wanted.connect(self.place_wanted)
        self.table = OpinionsTable()
        self.table.opened.connect(self._write)
        self.table.marked.connect(self._mark)
        self.add(self.grid, 1)
        self.add(self.table, 1)

    def _add_whole(self) -> None:
        """Let the board have the window to itself, by F11, and leave it by Escape."""
        self._whole = False
        self.leave_button = Button(_("Leave the whole window (Escape)"), "close", Rank.QUIET)
        self.leave_button.clicked.connect(lambda: self.take_window(False))
        self.leave_button.hide()
        self.content.insertWidget(0, self.leave_button)
        on_key("F11", self, lambda: self.take_window(not self._whole))

    def _write(self, aspect: str, at: int) -> None:
        """Leave the table for the cell of the board, and write in it."""
        self.table_button.setChecked(False)
        self.grid.write(aspect, at)

    def _mark(self, aspect: str, mark: str) -> None:
        self.grid.set_mark(aspect, mark)
        self._filter()

    def take_window(self, whole: bool) -> None:
        """Let the board have the whole window, or show again what stands around it."""
        self._whole = whole and (self.grid.isVisible() or self.table.isVisible())
        self.leave_button.setVisible(self._whole)
        self.whole_window_wanted.emit(self._whole)
        self.focus_start()
        said = _("The opinions fill the window. Press Escape to go back.")
        announce(self, said if self._whole else _("The usual window"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the whole window by Escape, when nothing is being written."""
        if event.key() == Qt.Key.Key_Escape and self._whole:
            self.take_window(False)
        else:
            super().keyPressEvent(event)

    def _take(self, how: str, opinion: str) -> None:
        self.taking_wanted.emit(how, (opinion,))

    def _add_reader(self) -> None:
        self.reader = Reader(self)
        self.reader.left.connect(self.show_all)
        self.reader.printed.connect(self.print_one)
        self.reader.turned.connect(self.read_one)
        self.reader.edited.connect(self._edit_and_stay)
        self.reader.place_wanted.connect(self.place_wanted)
        self.add(self.reader, 1)

    def _own(self) -> dict[str, Any]:
        return {"person": self.person, "case": self.given.get("case")}

    # What is shown -------------------------------------------------------------------------

    def read(self) -> Grid:
        """Read the opinions of this page's case."""
        opinions = self._of_case("opinion")
        own = {row.id for row in opinions}
        statements = self.journal.entries("statement", person=self.person)
        return grid(
            opinions, [row for row in statements if row.opinion in own], self._of_case("mark")
        )

    def _of_case(self, kind: str) -> tuple[Any, ...]:
        return entries_of_case(self.journal, kind, self.person, self.given.get("case"))

    def refresh(self) -> None:
        """Show what is saved now; cells stay where they are while the opinions are the same."""
        whole = self.read()
        self.grid.show_grid(whole, self.journal.names())
        place = next_place(list(whole.columns))
        self.add_button.setText(_("Add: {opinion}").format(opinion=place_words(place)))
        self.reader.refresh(whole, self.journal)
        self._show_wanted(whole)
        self.grid.order_tabs(list(stops(self.act_row)))

    def _filter(self) -> None:
        self._show_wanted(self.read())

    def _show_wanted(self, whole: Grid) -> None:
        """Show the rows that are wanted, or say that there are none."""
        self.said.hide()
        shown = self._wanted(whole)
        self.grid.show_only(shown)
        several, some = len(self.grid.opinions) > 1, bool(self.grid.opinions)
        reading = self.reader.opinion != ""
        for part in (self.add_button, self.print_button, self.written, self.table_button):
            part.setVisible(some and not reading)
        self.whole_button.setVisible(some and not reading)
        self.show_actions(some and not reading)
        self.differences.setVisible(several and not reading)
        self.empty.setVisible(not some)
        beside, table = some and not reading and bool(shown), self.table_button.isChecked()
        self.grid.setVisible(beside and not table)
        self.table.setVisible(beside and table)
        if beside and table:
            self.table.show_grid(whole, self.grid.titles, shown)
        self.nothing.setText(self._why_nothing())
        self.nothing.setVisible(some and not reading and not shown)
        self.reader.setVisible(reading)

    def _wanted(self, whole: Grid) -> frozenset[str]:
        rows = only_differences(whole).rows if self._only_differences() else whole.rows
        if self.written.isChecked():
            rows = tuple(row for row in rows if written(row))
        shown = {row.aspect for row in rows}
        told = any(column.overall for column in whole.columns) or not self.written.isChecked()
        if told and not self._only_differences():
            shown.add(OVERALL)
        return frozenset(shown)

    def _only_differences(self) -> bool:
        return self.differences.isChecked() and len(self.grid.opinions) > 1

    def _why_nothing(self) -> str:
        if self._only_differences():
            return _("You have not marked anything as different yet.")
        return _("Nothing is written in these opinions yet.")

    def _on_change(self, changes: ChangeSet) -> None:
        if changes.kinds & _SHOWN and changes.initiator not in self.grid.drafts():
            self.refresh()

    # Where the keyboard is -----------------------------------------------------------------

    def focus_start(self) -> None:
        """Begin with the first cell, or with the opinion that is read."""
        if self.reader.opinion:
            self.reader.focus_start()
        elif not self.grid.opinions:
            self.empty.button.setFocus()
        elif self.table.isVisible():
            self.table.setFocus()
        elif not self.grid.focus_first():
            self.add_button.setFocus()

    def first_within(self, column: ScrollColumn) -> QWidget | None:
        """Return the menu of the first head, which no layout holds, over the board."""
        head = next(self.grid.heads.stops(), None) if self.grid.isVisible() else None
        return head or super().first_within(column)

    # What can be done ----------------------------------------------------------------------

    def start_new(self) -> object:
        """Ask for the next opinion."""
        return self._edit(None, {**self.given, "place": next_place(self.grid.opinions)})

    def open_entry(self, entry: str) -> None:
        """Read an opinion as a page, or bring a statement or mark into view.

        One in which nothing is written yet is there to be written: it begins in its column.
        """
        if self.journal.kind_of(entry).name == "opinion":
            if self._is_empty(entry):
                self.grid.focus_column(entry)
            else:
                self.read_one(entry)
            return
        self.differences.setChecked(False)
        self.table_button.setChecked(False)
        self.grid.focus_entry(entry)

    def _is_empty(self, entry: str) -> bool:
        whole = self.read()
        at = next((n for n, column in enumerate(whole.columns) if column.id == entry), None)
        if at is None or whole.columns[at].overall:
            return False
        return not any(row.cells[at].said for row in whole.rows)

    def here(self) -> str:
        """Return the opinion that is read, if one is."""
        return self.reader.opinion

    def read_one(self, entry: str) -> None:
        """Show one opinion as a page to read."""
        title = next((one.title for one in self.grid.opinions if one.id == entry), None)
        if title is None or not self._may_go():
            return
        self.reader.show_opinion(entry, self.read(), self.journal)
        self.set_title(title)
        self._filter()
        self.reader.focus_start()

    def show_all(self) -> None:
        """Show the opinions side by side again; the focus is on the one that was read."""
        entry = self.reader.opinion
        self.reader.close_opinion()
        self.set_title(_("Opinions side by side"))
        self._filter()
        if not self.grid.focus_opinion(entry):
            self.focus_start()

    def print_all(self) -> None:
        """Lead to the comparison as a PDF."""
        self._print("")

    def print_one(self, entry: str) -> None:
        """Lead to one opinion as a PDF."""
        self._print(f"&opinion={entry}")

    def _print(self, more: str) -> None:
        case = self.given.get("case")
        self.place_wanted.emit(f"pdf:only=opinion{f'&case={case}' if case else ''}{more}")

    def _may_go(self) -> bool:
        return self.flush() or leave_unsaved(self, self)

    def _edit_and_stay(self, entry: str) -> None:
        self._edit(entry, self.given)

    def _edit(self, entry: str | None, given: dict[str, Any]) -> str | None:
        if not self._may_go():
            return None
        form = self.form_of(self.journal, self.watch, self.kind, entry, given)
        found = edit_in_dialog(form, self)
        self.refresh()
        self.focus_start()
        return found

    def _ask(self, aspect: str) -> None:
        """Make a question of an aspect in which the doctors do not say the same."""
        if not self._may_go():
            return
        row = next(row for row in self.read().rows if row.aspect == aspect)
        if add_question(self.journal, self._own(), row, self.grid.titles):
            announce(self, _("A question was added to your list"))
        else:
            self.said.say(_("This question is in your list already."))
            self.said.show()
            announce(self, self.said.text.text())

    def flush(self) -> bool:
        """Save what is being typed in any cell."""
        return self.grid.flush()
