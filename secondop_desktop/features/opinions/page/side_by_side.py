"""Opinions side by side: aspects down, opinions across, the user's own mark at the end."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QWidget

from secondop_desktop.features.opinions.page.aspect_row import AspectRow
from secondop_desktop.features.opinions.page.cell import StatementEdit
from secondop_desktop.features.opinions.page.heads import Heading, OverallRow
from secondop_desktop.features.opinions.page.mark import MarkEdit
from secondop_desktop.features.opinions.page.shares import SHARES, put
from secondop_desktop.features.opinions.rules import (
    Cell,
    Column,
    Grid,
    Row,
    grid,
    next_place,
    only_differences,
    place_words,
)
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.kinds import Names
from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.announce import announce
from secondop_desktop.widgets.button import Button, Rank
from secondop_desktop.widgets.empty import Empty
from secondop_desktop.widgets.entries import KindPage
from secondop_desktop.widgets.entry_dialog import edit_in_dialog
from secondop_desktop.widgets.leaving import leave_unsaved
from secondop_desktop.widgets.notice import Notice
from secondop_desktop.widgets.panes import LongColumn
from secondop_desktop.widgets.text import paragraph, small
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.tone import Tone

_SHOWN = frozenset({"opinion", "statement", "mark", "provider", "case"})
_LEAST_CHARS = 26


class OpinionsPage(KindPage):
    """Every opinion of one case in a grid that is edited in place."""

    def build(self) -> None:
        """Place heading, switches and the grid."""
        self.set_title(_("Opinions side by side"))
        self.rows: list[AspectRow] = []
        self.overall: OverallRow | None = None
        self._columns: tuple[Column, ...] = ()
        self.add_button = Button("", "add", Rank.PRIMARY)
        self.add_button.clicked.connect(self.start_new)
        self.differences = QCheckBox(_("Only what I marked as different"))
        self.differences.toggled.connect(self._filter)
        self.add_action(self.add_button)
        self.add_action(self.differences)
        self.trouble = Notice("", Tone.ERROR)
        self.trouble.hide()
        save_again = Button(_("Save again"), "redo")
        save_again.clicked.connect(self.flush)
        self.trouble.add_action(save_again)
        self.empty = Empty(
            "compare", _("No opinion here yet"), self.purpose, _("Put down the first opinion")
        )
        self.empty.pressed.connect(self.start_new)
        self.nothing = paragraph(_("You have not marked anything as different yet."))
        self._head_row = QWidget()
        self._head_box = QHBoxLayout(self._head_row)
        self._head_box.setContentsMargins(Space.LARGE, 0, Space.LARGE + Space.MEDIUM, 0)
        self._head_box.setSpacing(Space.LARGE)
        self.view = LongColumn(self)
        self.view.content.setSpacing(Space.SMALL)
        for part in (self.trouble, self._head_row, self.nothing):
            self.add(part)
        self.content.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        self.add(self.view, 1)
        self.watch.changed.connect(self._on_change)
        theme.current().changed.connect(self._stack)
        self.refresh()

    def read(self) -> Grid:
        """Read the opinions of this page's case."""
        return grid(
            self._of_case("opinion"),
            self.journal.entries("statement", person=self.person),
            self._of_case("mark"),
        )

    def _of_case(self, kind: str) -> list[Any]:
        """Return the entries of this page's case; what names none belongs to the only one."""
        cases = self.journal.entries("case", person=self.person)
        alone = cases[0].id if len(cases) == 1 else None
        rows = self.journal.entries(kind, person=self.person)
        return [row for row in rows if (row.case or alone) == self.given.get("case")]

    def refresh(self) -> None:
        """Show what is saved now; cells stay where they are while the opinions are the same."""
        whole = self.read()
        same = self._columns == whole.columns and self.rows
        if (
            same
            and self._overall_same(whole)
            and all(own.fits(row) for own, row in zip(self.rows, whole.rows, strict=False))
        ):
            for own, row in zip(self.rows, whole.rows, strict=False):
                own.update_row(row)
        else:
            self._build_grid(whole)
        place = next_place(list(whole.columns))
        self.add_button.setText(_("Add: {opinion}").format(opinion=place_words(place)))
        self._filter()

    def _overall_same(self, whole: Grid) -> bool:
        shown = self.overall.texts if self.overall else [""] * len(whole.columns)
        return shown == [self.journal.get("opinion", c.id).overall for c in whole.columns]

    def _build_grid(self, whole: Grid) -> None:
        """Lay the grid out anew; the focus stays on its aspect."""
        at = self._focused_aspect()
        names = self.journal.names()
        self._clear()
        self._columns = whole.columns
        titles = tuple(_titled(column, names(column.provider)) for column in whole.columns)
        self._build_heads(whole, names)
        self._add_overall(whole)
        for row in whole.rows if whole.columns else ():
            self._add_row(row, whole.columns, titles)
        self.view.content.addStretch(1)
        self._stack()
        if at:
            self._focus_aspect(at)

    def _focused_aspect(self) -> str:
        has = QApplication.focusWidget()
        own = (row for row in self.rows if has is not None and row.isAncestorOf(has))
        return next((row.row.aspect for row in own), "")

    def _focus_aspect(self, aspect: str) -> None:
        row = next((row for row in self.rows if row.row.aspect == aspect), None)
        first = next(row.edits(), None) if row is not None else None
        if isinstance(first, StatementEdit):
            first.text.setFocus()
        else:
            self.focus_start()

    def focus_start(self) -> None:
        """Begin with the first cell."""
        shown = (row for row in self.rows if row.isVisibleTo(self))
        first = next((edit for row in shown for edit in row.edits()), None)
        if isinstance(first, StatementEdit):
            first.text.setFocus()
        else:
            (self.add_button if self._columns else self.empty.button).setFocus()

    def _clear(self) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        if self.overall is not None:
            self.overall.hide()
            self.overall.deleteLater()
            self.overall = None
        while (item := self.view.content.takeAt(0)) is not None:
            del item
        while (head := self._head_box.takeAt(0)) is not None:
            if (widget := head.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _build_heads(self, whole: Grid, names: Names) -> None:
        """Name the columns over the grid, in line with its cells."""
        put(self._head_box, small(""), SHARES[0])
        for column in whole.columns:
            when = column.date.words() if column.date else ""
            said = ", ".join(part for part in (names(column.provider), when) if part)
            head = Heading(column.title, said or _("Not put down yet by whom and when"))
            head.edit.clicked.connect(lambda _on=False, entry=column.id: self.open_entry(entry))
            put(self._head_box, head, SHARES[1])
        if len(whole.columns) > 1:
            note = small(_("Only you mark what is the same or different."))
            put(self._head_box, note, SHARES[2])

    def _add_overall(self, whole: Grid) -> None:
        """Show what each opinion says in a few lines, as its own form has it."""
        opinions = {row.id: row for row in self.journal.entries("opinion", person=self.person)}
        texts = [opinions[column.id].overall for column in whole.columns]
        if any(texts):
            self.overall = OverallRow(texts, [column.title for column in whole.columns])
            self.view.content.addWidget(self.overall)

    def _add_row(self, row: Row, columns: tuple[Column, ...], titles: tuple[str, ...]) -> None:
        given = {"person": self.person, "case": self.given.get("case")}

        def cell(found: Cell, at: int) -> StatementEdit:
            said = found.said[at] if at < len(found.said) else None
            start = {**given, "opinion": found.opinion, "aspect": row.aspect}
            made = StatementEdit(self.journal, said, start)
            made.failed.connect(self._fail)
            made.autosave.saved.connect(self.trouble.hide)
            made.record_wanted.connect(self.entry_wanted)
            return made

        mark = MarkEdit(self.journal, row, given)
        mark.failed.connect(self._fail)
        mark.autosave.saved.connect(self._filter_soon)
        made = AspectRow(row, columns, titles, cell, mark)
        mark.asked.connect(lambda: self._ask(made))
        self.rows.append(made)
        self.view.content.addWidget(made)

    def _filter_soon(self) -> None:
        self.trouble.hide()

    def _filter(self) -> None:
        """Hide what is not marked as different while only that is wanted."""
        whole = self.read()
        wanted = whole if not self.differences.isChecked() else only_differences(whole)
        shown = {row.aspect for row in wanted.rows}
        for own in self.rows:
            own.setVisible(own.row.aspect in shown)
        several = len(self._columns) > 1
        self.differences.setVisible(several)
        self.empty.setVisible(not self._columns)
        self.view.setVisible(bool(self._columns))
        self.add_button.setVisible(bool(self._columns))
        self.nothing.setVisible(bool(self._columns) and not shown)
        self._head_row.setVisible(bool(self._columns) and not self._stacked())

    def _on_change(self, changes: ChangeSet) -> None:
        own = {edit.draft for row in self.rows for edit in row.edits()}
        if changes.kinds & _SHOWN and changes.initiator not in own:
            self.refresh()

    # Room ----------------------------------------------------------------------------------

    def _stacked(self) -> bool:
        columns = len(self._columns) + 2
        least = self.fontMetrics().averageCharWidth() * _LEAST_CHARS * columns
        return theme.current().stacked or self.width() < least

    def _stack(self) -> None:
        stacked = self._stacked()
        self.view.set_long(stacked)
        for row in self.rows:
            row.stack(stacked)
        if self.overall is not None:
            self.overall.stack(stacked)
        self._head_row.setVisible(bool(self._columns) and not stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or unstack as the width demands."""
        super().resizeEvent(event)
        self._stack()

    # What can be done ----------------------------------------------------------------------

    def start_new(self) -> object:
        """Ask for the next opinion."""
        place = next_place(self._columns)
        return self._edit(None, {**self.given, "place": place})

    def open_entry(self, entry: str) -> None:
        """Show an opinion's own form, or bring a statement or mark into view."""
        if self.journal.kind_of(entry).name == "opinion":
            self._edit(entry, self.given)
            return
        for row in self.rows:
            for edit in row.edits():
                if edit.draft.entry == entry:
                    edit.take_focus()

    def _edit(self, entry: str | None, given: dict[str, Any]) -> str | None:
        if not self.flush() and not leave_unsaved(self, self):
            return None
        form = self.form_of(self.journal, self.watch, self.kind, entry, given)
        found = edit_in_dialog(form, self)
        self.refresh()
        self.focus_start()
        return found

    def _ask(self, row: AspectRow) -> None:
        """Make a question of an aspect in which the doctors do not say the same."""
        text = _("Why does your advice differ: {aspect}?").format(aspect=_(row.row.label).lower())
        with self.journal.change(_("Turn into a question")) as change:
            change.add("question", person=self.person, case=self.given.get("case"), text=text)
        announce(self, _("A question was added to your list"))

    def _fail(self, text: str) -> None:
        self.trouble.say(text, Tone.ERROR, _("Not saved yet"))
        self.trouble.show()
        announce(self, text)

    def flush(self) -> bool:
        """Save what is being typed in any cell."""
        saved = [edit.flush() for row in self.rows for edit in row.edits()]
        return all(saved)


def _titled(column: Column, provider: str) -> str:
    return ", ".join(part for part in (column.title, provider) if part)
