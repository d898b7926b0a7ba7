"""The same questions with what each clinician answered side by side, edited in place."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from secondop_desktop.features.appointments.page.reply_cell import ReplyCell, ReplyEdit
from secondop_desktop.features.appointments.rules.answers import Column, Grid, Line
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import TITLE, _, in_short, ngettext
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.labels import Label, heading, small
from secondop_desktop.widgets.controls.panel import Panel
from secondop_desktop.widgets.layout.tab_order import follow_layout
from secondop_desktop.widgets.screen.comparison_grid import put
from secondop_desktop.widgets.screen.list_detail import LongColumn
from secondop_desktop.widgets.theme import Space, Weight

_LEAST_CHARS = 26
"""An answer is never narrower than so many letters beside another one."""
_MOST_DAYS = 3
"""So many days are named over an answer."""
AT_ONCE = 12
"""Questions shown before more are asked for, so that a long list opens quickly."""


class _Section(Panel):
    """One question over the answers to it, each under who gave it."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line = line
        self.cells: list[ReplyCell] = []
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(Space.WIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.MEDIUM)
        column.setSpacing(Space.HAIR)
        words = in_short(line.text) or _("Question (draft)")
        column.addWidget(heading(f"{line.number}. {words}", 3))
        if line.why:
            column.addWidget(small(in_short(line.why)))
        column.addSpacing(Space.SMALL)
        column.addLayout(self._box)
        self.setAccessibleName(in_short(line.text))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def add_cell(self, cell: ReplyCell, who: str, days: str) -> None:
        """Put the answers of one more clinician beside the others, under their name and days."""
        self.cells.append(cell)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        for part in (Label(who, weight=Weight.BOLD), small(days), cell):
            column.addWidget(part)
        column.addStretch(1)
        put(self._box, whole, 1)

    def stack(self, stacked: bool) -> None:
        """Put the answers below one another, or side by side."""
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        self._box.setSpacing(Space.LARGE if stacked else Space.WIDE)

    def fits(self, line: Line) -> bool:
        """Tell whether the same answers of the same people still stand here."""
        same = (self.line.question, self.line.number, self.line.text, self.line.why)
        if same != (line.question, line.number, line.text, line.why):
            return False
        pairs = zip(self.cells, line.cells, strict=False)
        return len(self.cells) == len(line.cells) and all(own.fits(cell) for own, cell in pairs)


class SideView(QWidget):
    """A section for each question; in it, a card for everyone who was or is to be asked."""

    failed = Signal(str)
    saved = Signal()

    def __init__(self, journal: Journal, given: dict[str, Any]) -> None:
        super().__init__()
        self._journal, self._given = journal, given
        self.sections: list[_Section] = []
        self.area = LongColumn(self)
        self.area.content.setSpacing(Space.MEDIUM)
        self._found, self._room = Grid((), ()), AT_ONCE
        self.more = Button("", "chevron-down")
        self.more.setParent(self)
        self.more.clicked.connect(self.show_more)
        self.more.hide()
        self.area.content.addWidget(self.more)
        self.area.content.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        theme.current().changed.connect(self._stack)
        self._stack()

    def show_grid(self, found: Grid) -> None:
        """Show these answers; what stands there already stays, with the cursor in it."""
        self._found = found
        lines = found.lines[: self._room]
        pairs = zip(self.sections, lines, strict=False)
        same = len(self.sections) == len(lines) and all(own.fits(line) for own, line in pairs)
        if not same:
            self._build(lines)
        else:
            for section, line in zip(self.sections, lines, strict=True):
                for own, cell in zip(section.cells, line.cells, strict=True):
                    own.show_cell(cell)
        self._tell_more()

    def _build(self, lines: Sequence[Line]) -> None:
        """Lay the answers out anew, out of sight: shown one by one they take far longer."""
        focused = self._focused()
        self.area.hide()
        for section in self.sections:
            drop(section, self.area.content)
        self.sections = []
        self._append(lines)
        self.area.show()
        follow_layout(self)
        self._focus(focused)

    def _append(self, lines: Sequence[Line]) -> None:
        made = [self._section(line, self._found.columns) for line in lines]
        for at, section in enumerate(made, len(self.sections)):
            self.area.content.insertWidget(at, section)
        self.sections += made
        self.more.raise_()  # read after the questions, as it stands
        self._stack()

    def _tell_more(self) -> None:
        left = len(self._found.lines) - len(self.sections)
        text = ngettext("Show {count} more question", "Show {count} more questions", left)
        self.more.setText(text.format(count=min(left, AT_ONCE)))
        self.more.setVisible(left > 0)

    def show_more(self) -> None:
        """Show the questions that come next, and go on with the first of them."""
        before = len(self.sections)
        self._room += AT_ONCE
        self.area.hide()
        self._append(self._found.lines[before : self._room])
        self._tell_more()
        self.area.show()
        follow_layout(self)
        if before < len(self.sections) and self.sections[before].cells:
            self.sections[before].cells[0].edits[0].text.setFocus()

    def _section(self, line: Line, columns: tuple[Column, ...]) -> _Section:
        section = _Section(line)
        for column, cell in zip(columns, line.cells, strict=True):
            made = ReplyCell(self._journal, cell, {**self._given, "question": line.question})
            made.failed.connect(self.failed)
            made.saved.connect(self.saved)
            who = self._who(column)
            made.name(who, in_short(line.text, TITLE))
            section.add_cell(made, who, _days(column))
        return section

    def _who(self, column: Column) -> str:
        return self._journal.name(column.provider) or _("You have not said who answered yet")

    def _stack(self) -> None:
        across = max((len(section.cells) for section in self.sections), default=1)
        least = self.fontMetrics().averageCharWidth() * _LEAST_CHARS * across
        stacked = theme.current().stacked or self.width() < least
        self.area.set_long(theme.current().stacked)
        for section in self.sections:
            section.stack(stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or unstack as the width demands."""
        super().resizeEvent(event)
        self._stack()

    # The focus -------------------------------------------------------------------------------

    def _focused(self) -> tuple[str, str | None]:
        has = QApplication.focusWidget()
        for section in self.sections:
            for cell in section.cells:
                if has is not None and cell.isAncestorOf(has):
                    return section.line.question, cell.provider
        return "", None

    def _focus(self, at: tuple[str, str | None]) -> None:
        for section in self.sections:
            for cell in section.cells:
                if (section.line.question, cell.provider) == at:
                    cell.edits[0].text.setFocus()

    def take_focus(self) -> bool:
        """Begin with the first answer; False when there is none."""
        first = next(self.edits(), None)
        if first is not None:
            first.text.setFocus()
        return first is not None

    # Saving ----------------------------------------------------------------------------------

    def edits(self) -> Iterator[ReplyEdit]:
        """Yield all answers that can be typed into."""
        for section in self.sections:
            for cell in section.cells:
                yield from cell.edits

    def made(self, changes: ChangeSet) -> bool:
        """Tell whether a change was typed here, so that nothing needs to be shown anew."""
        return changes.initiator in [edit.typed.draft for edit in self.edits()]

    def flush(self) -> bool:
        """Save what is being typed; False when the file could not take it."""
        saved = [edit.typed.flush() for edit in self.edits()]
        return all(saved)


def _days(column: Column) -> str:
    """Name the days on which somebody is asked; of many the newest, and how many were earlier."""
    dates = column.dates
    earlier = len(dates) - _MOST_DAYS
    if earlier <= 1:
        return ", ".join(date.words() for date in dates) or _("No date yet")
    days = ", ".join(date.words() for date in dates[earlier:])
    text = ngettext("{days} and {number} earlier", "{days} and {number} earlier", earlier)
    return text.format(days=days, number=earlier)
