"""Opinions side by side: aspects down, opinions across, the user's own mark at the end."""

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QVBoxLayout, QWidget

from secondop_desktop.features.opinions.page.aspect_row import AspectRow
from secondop_desktop.features.opinions.page.board import Board
from secondop_desktop.features.opinions.page.heads import Heads
from secondop_desktop.features.opinions.page.in_place import InPlace
from secondop_desktop.features.opinions.page.reader import Reader
from secondop_desktop.features.opinions.page.row_maker import OVERALL, RowMaker, fits, update
from secondop_desktop.features.opinions.rules import (
    Column,
    Grid,
    Row,
    grid,
    only_differences,
    place_words,
    question_of,
    written,
)
from secondop_desktop.journal.belonging import entries_of_case
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.ranked import next_place
from secondop_desktop.lang import _
from secondop_desktop.widgets.announce import announce
from secondop_desktop.widgets.button import Button, Rank
from secondop_desktop.widgets.empty import Empty
from secondop_desktop.widgets.entries import KindPage
from secondop_desktop.widgets.entry_dialog import edit_in_dialog
from secondop_desktop.widgets.leaving import leave_unsaved
from secondop_desktop.widgets.notice import Notice
from secondop_desktop.widgets.panel import Panel
from secondop_desktop.widgets.tab_order import stops
from secondop_desktop.widgets.text import paragraph
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.trouble import Trouble

_AT_ONCE = 3
"""Rows that fill a window; those below it are made after it is painted."""

_SHOWN = frozenset({"opinion", "statement", "mark", "provider", "case", "record"})


class OpinionsPage(KindPage):
    """Every opinion of one case in a grid that is edited in place, or one of them to read."""

    def build(self) -> None:
        """Place heading, switches, the grid, and what is shown instead of it."""
        self._columns: tuple[Column, ...] = ()
        self._titles: tuple[str, ...] = ()
        self._shown: frozenset[str] = frozenset()
        self._coming: Iterator[AspectRow] = iter(())
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._make_next)
        self._add_switches()
        self.trouble, self.said = Trouble(self.flush), Notice("")
        self.said.hide()
        self.add(self.trouble)
        self.add(self.said)
        self._add_grid()
        self.reader = Reader(self)
        self.reader.left.connect(self.show_all)
        self.reader.printed.connect(self.print_one)
        self.reader.turned.connect(self.read_one)
        self.reader.edited.connect(self._edit_and_stay)
        self.reader.place_wanted.connect(self.place_wanted)
        self.add(self.reader, 1)
        self.watch.changed.connect(self._on_change)
        self.refresh()

    def _add_switches(self) -> None:
        self.add_button = Button("", "add", Rank.PRIMARY)
        self.add_button.clicked.connect(self.start_new)
        self.print_button = Button(_("Print or save as PDF"), "print")
        self.print_button.clicked.connect(self.print_all)
        self.differences = QCheckBox(_("Only what I marked as different"))
        self.written = QCheckBox(_("Hide what is empty"))
        for box in (self.differences, self.written):
            box.toggled.connect(self._filter)
        for part in (self.add_button, self.print_button, self.differences, self.written):
            self.add_action(part)

    def _add_grid(self) -> None:
        self.empty = Empty(
            "compare", _("No opinion here yet"), self.purpose, _("Put down the first opinion")
        )
        self.empty.pressed.connect(self.start_new)
        self.nothing = paragraph("")
        self.heads = Heads()
        self.heads.read.connect(self.read_one)
        self.heads.edited.connect(self._edit_and_stay)
        self.board = Board(self.heads)
        self._maker = RowMaker(self.journal, {"person": self.person, **self._case()}, self)
        self._maker.failed.connect(self.trouble.tell)
        self._maker.saved.connect(self.trouble.hide)
        self._maker.place_wanted.connect(self.place_wanted)
        self._maker.asked.connect(self._ask)
        self.grid = Panel()
        column = QVBoxLayout(self.grid)
        column.setContentsMargins(2, Space.MEDIUM, 2, Space.HAIR)
        column.setSpacing(0)
        column.addWidget(self.heads)
        column.addWidget(self.board, 1)
        self.add(self.nothing)
        self.content.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        self.add(self.grid, 1)

    def _case(self) -> dict[str, Any]:
        return {"case": self.given.get("case")}

    # What is shown -------------------------------------------------------------------------

    @property
    def rows(self) -> list[AspectRow]:
        """All rows of the grid, the few lines first."""
        self._later.stop()
        while self._make_next():
            pass
        return self.board.rows

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
        names = self.journal.names()
        titles = tuple(_titled(column, names(column.provider)) for column in whole.columns)
        ids = [column.id for column in whole.columns]
        if ids == [column.id for column in self._columns] and titles == self._titles:
            if self.rows and not fits(self.rows, whole):
                self._make_rows(whole, titles)
            elif self.rows:
                update(self.rows, whole)
        else:
            self._make_rows(whole, titles)
        self._columns, self._titles = whole.columns, titles
        self.heads.set_opinions([_head(column, names(column.provider)) for column in whole.columns])
        place = next_place(list(whole.columns))
        self.add_button.setText(_("Add: {opinion}").format(opinion=place_words(place)))
        self.reader.refresh(whole, self.journal)
        self._filter(whole)
        self._order_tabs()

    def _make_rows(self, whole: Grid, titles: tuple[str, ...]) -> None:
        """Lay the grid out anew; the focus stays on its aspect.

        The first time only what is in sight is made at once, the rest when there is time.
        """
        at, before = self._focused_aspect(), bool(self.board.rows)
        self._coming = map(self._joined, self._maker.rows(whole, titles))
        rows = list(islice(self._coming, None if before else _AT_ONCE))
        self.board.set_rows(rows, len(whole.columns))
        QTimer.singleShot(0, self._later, self._later.start)  # after the first painting
        found = next((row for row in rows if row.aspect == at), None)
        if found is not None:
            next(found.every()).words.setFocus()

    def _joined(self, row: AspectRow) -> AspectRow:
        for number, column in enumerate(row.cells):
            for cell in column:
                cell.stepped.connect(lambda x, y, number=number: self._step(row, number + x, y))
        return row

    def _make_next(self) -> bool:
        """Make one more row; False when there are all."""
        row = next(self._coming, None)
        if row is None:
            self._later.stop()
            return False
        last = [*self.board.stops()][-1:]
        self.board.add_row(row, shown=row.aspect in self._shown)
        for one, following in pairwise([*last, *row.stops()]):
            QWidget.setTabOrder(one, following)
        return True

    def _order_tabs(self) -> None:
        """Let Tab go through the grid as it is read; what is made later would come last."""
        order = [*stops(self._actions), *self.heads.stops(), *self.board.stops()]
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _focused_aspect(self) -> str:
        has = QApplication.focusWidget()
        own = (row for row in self.board.rows if has is not None and row.isAncestorOf(has))
        return next((row.aspect for row in own), "")

    def _filter(self, whole: Grid | bool | None = None) -> None:
        """Show the rows that are wanted, or say that there are none."""
        self.said.hide()
        found = whole if isinstance(whole, Grid) else self.read()
        shown = self._shown = self._wanted(found)
        if self.board.rows:
            self.board.show_only(shown)
        several, some = len(self._columns) > 1, bool(self._columns)
        reading = self.reader.opinion != ""
        for part in (self.add_button, self.print_button, self.written):
            part.setVisible(some and not reading)
        self._actions.setVisible(some and not reading)
        self.differences.setVisible(several and not reading)
        self.empty.setVisible(not some)
        self.grid.setVisible(some and not reading and bool(shown))
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
        return self.differences.isChecked() and len(self._columns) > 1

    def _why_nothing(self) -> str:
        if self._only_differences():
            return _("You have not marked anything as different yet.")
        return _("Nothing is written in these opinions yet.")

    def _on_change(self, changes: ChangeSet) -> None:
        if changes.kinds & _SHOWN and changes.initiator not in self._drafts():
            self.refresh()

    def _drafts(self) -> set[object]:
        own: set[object] = {row.mark.draft for row in self.board.rows if row.mark is not None}
        return own | {cell.editor.draft for cell in self._cells() if cell.editor is not None}

    def _cells(self) -> list[InPlace]:
        return [cell for row in self.board.rows for cell in row.every()]

    # Where the keyboard is -----------------------------------------------------------------

    def focus_start(self) -> None:
        """Begin with the first cell, or with the opinion that is read."""
        shown = next((row for row in self.board.rows if not row.isHidden()), None)
        if self.reader.opinion:
            self.reader.focus_start()
        elif not self._columns:
            self.empty.button.setFocus()
        elif shown is None:
            self.add_button.setFocus()
        else:
            next(shown.every()).words.setFocus()

    def _step(self, row: AspectRow, column: int, down: int) -> None:
        """Move the focus by an arrow key to a neighbouring cell; past the last is the mark."""
        shown = [one for one in self.rows if not one.isHidden()]
        at = shown.index(row) + down
        if not 0 <= at < len(shown) or column < 0:
            return
        if column < len(shown[at].cells):
            shown[at].cells[column][0].words.setFocus()
        elif (mark := shown[at].mark) is not None:
            mark.mark.setFocus()

    # What can be done ----------------------------------------------------------------------

    def start_new(self) -> object:
        """Ask for the next opinion."""
        return self._edit(None, {**self.given, "place": next_place(self._columns)})

    def open_entry(self, entry: str) -> None:
        """Read an opinion as a page, or bring a statement or mark into view."""
        if self.journal.kind_of(entry).name == "opinion":
            self.read_one(entry)
            return
        self.differences.setChecked(False)
        for row in self.rows:
            for cell in row.every():
                if getattr(cell, "entry", None) == entry:
                    cell.words.setFocus()
            if row.mark is not None and row.mark.draft.entry == entry:
                row.mark.mark.setFocus()

    def here(self) -> str:
        """Return the opinion that is read, if one is."""
        return self.reader.opinion

    def read_one(self, entry: str) -> None:
        """Show one opinion as a page to read."""
        if entry not in [column.id for column in self._columns] or not self._may_go():
            return
        self.reader.show_opinion(entry, self.read(), self.journal)
        self.set_title(next(column.title for column in self._columns if column.id == entry))
        self._filter()
        self.reader.focus_start()

    def show_all(self) -> None:
        """Show the opinions side by side again; the focus is on the one that was read."""
        entry = self.reader.opinion
        self.reader.close_opinion()
        self.set_title(_("Opinions side by side"))
        self._filter()
        at = next((n for n, column in enumerate(self._columns) if column.id == entry), None)
        if at is not None:
            self.heads.heads[at].read.setFocus()
        else:
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
        whole = self.read()
        row = next(row for row in whole.rows if row.aspect == aspect)
        text = question_of(row)
        if any(one.text == text for one in self._of_case("question")):
            self.said.say(_("This question is in your list already."))
            self.said.show()
            announce(self, self.said.text.text())
            return
        with self.journal.change(_("Turn into a question")) as change:
            own = {"person": self.person, **self._case()}
            change.add("question", **own, text=text, why=self._why(row))
        announce(self, _("A question was added to your list"))

    def _why(self, row: Row) -> str:
        """Say what each of them said, so that the question can be asked without this page."""
        said = zip(self._titles, row.cells, strict=True)
        return "\n".join(f"{title}: {cell.text}" for title, cell in said if cell.text)

    def flush(self) -> bool:
        """Save what is being typed in any cell."""
        saved = [row.flush() for row in self.board.rows]
        return all(saved)


def _titled(column: Column, provider: str) -> str:
    return ", ".join(part for part in (column.title, provider) if part)


def _head(column: Column, provider: str) -> tuple[str, str, str]:
    when = column.date.words() if column.date else ""
    said = ", ".join(part for part in (provider, when) if part)
    return column.id, column.title, said or _("Not put down yet by whom and when")
