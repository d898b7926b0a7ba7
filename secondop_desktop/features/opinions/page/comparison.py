"""The comparison itself: heads above the board, whose rows are made as they come into sight."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from secondop_desktop.features.opinions.kind import OPINION
from secondop_desktop.features.opinions.page.aspect_row import AspectRow
from secondop_desktop.features.opinions.page.board import Board
from secondop_desktop.features.opinions.page.cell import StatementCell
from secondop_desktop.features.opinions.page.column_heads import Headed, Heads
from secondop_desktop.features.opinions.page.row_maker import RowMaker, fits, update
from secondop_desktop.features.opinions.rules.side_by_side import Column, Grid
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Names
from secondop_desktop.journal.wording import written_elsewhere, written_short
from secondop_desktop.lang import _
from secondop_desktop.widgets.access import GROUP
from secondop_desktop.widgets.theme import Space

_AT_ONCE = 3
"""Rows that fill a window; those below it are made after it is painted."""


class Comparison(QWidget):
    """Aspects down, opinions across; ``titles`` name each opinion and who gave it.

    ``read`` and ``edited`` carry an opinion, ``taken`` how to take it along and which, ``asked``
    the aspect to be made a question of; ``failed`` and ``saved`` tell of each attempt to save.
    """

    read = Signal(str)
    edited = Signal(str)
    taken = Signal(str, str)
    asked = Signal(str)
    failed = Signal(str)
    saved = Signal()
    place_wanted = Signal(str)

    def __init__(self, journal: Journal, given: dict[str, Any]) -> None:
        super().__init__()
        self.opinions: tuple[Column, ...] = ()
        self.titles: tuple[str, ...] = ()
        self._shown: frozenset[str] = frozenset()
        self._coming: Iterator[AspectRow] = iter(())
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._make_next)
        self.heads = Heads()
        self.board = Board(self.heads)
        self._maker = RowMaker(journal, given, self)
        self._lay_out()
        self._name()
        self._connect_signals()

    def _name(self) -> None:
        """Tell a screen reader, to which the board is no table, of the one that is."""
        self.setProperty(GROUP, True)
        self.setAccessibleName(_("Opinions side by side"))
        self.setAccessibleDescription(
            _("Arrow keys go from cell to cell. “As a table” shows the same with rows and columns.")
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.HAIR, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heads)
        column.addWidget(self.board, 1)

    def _connect_signals(self) -> None:
        self.heads.read.connect(self.read)
        self.heads.edited.connect(self.edited)
        self.heads.taken.connect(self.taken)
        self._maker.failed.connect(self.failed)
        self._maker.saved.connect(self.saved)
        self._maker.place_wanted.connect(self.place_wanted)
        self._maker.asked.connect(self.asked)

    # What is shown -------------------------------------------------------------------------

    @property
    def rows(self) -> list[AspectRow]:
        """All rows, the few lines first."""
        self._later.stop()
        while self._make_next():
            pass
        return self.board.rows

    def show_grid(self, whole: Grid, names: Names) -> None:
        """Show what is saved now; cells stay where they are while the opinions are the same."""
        titles = tuple(_titled(column, names(column.provider)) for column in whole.columns)
        ids = [column.id for column in whole.columns]
        if ids == [column.id for column in self.opinions] and titles == self.titles:
            if self.rows and not fits(self.rows, whole):
                self._make_rows(whole, titles)
            elif self.rows:
                update(self.rows, whole)
        else:
            self._make_rows(whole, titles)
        self.opinions, self.titles = whole.columns, titles
        self.heads.set_opinions([_head(column, names(column.provider)) for column in whole.columns])

    def show_only(self, aspects: frozenset[str]) -> None:
        """Show the rows of these aspects, also those that are made later."""
        self._shown = aspects
        if self.board.rows:
            self.board.show_only(aspects)

    def drafts(self) -> set[object]:
        """Return the drafts in which something is being written here."""
        rows = self.board.rows
        own: set[object] = {row.mark.draft for row in rows if row.mark is not None}
        cells = (cell for row in rows for cell in row.every())
        return own | {cell.editor.draft for cell in cells if cell.editor is not None}

    def flush(self) -> bool:
        """Save what is being typed in any cell."""
        saved = [row.flush() for row in self.board.rows]
        return all(saved)

    # Making the rows -----------------------------------------------------------------------

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
        if row.mark is not None:
            row.mark.stepped.connect(lambda x, y: self._step(row, len(row.cells) + x, y))
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

    # Where the keyboard is -----------------------------------------------------------------

    def order_tabs(self, before: Sequence[QWidget]) -> None:
        """Let Tab go through the grid as it is read; what is made later would come last."""
        order = [*before, *self.heads.stops(), *self.board.stops()]
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def focus_first(self) -> bool:
        """Begin with the first cell; False when no row is shown."""
        shown = next((row for row in self.board.rows if not row.isHidden()), None)
        if shown is not None:
            next(shown.every()).words.setFocus()
        return shown is not None

    def focus_column(self, entry: str) -> None:
        """Begin at the top of this opinion's column."""
        at = next(n for n, column in enumerate(self.opinions) if column.id == entry)
        shown = next((row for row in self.board.rows if not row.isHidden()), None)
        if shown is not None:
            shown.cells[at][0].words.setFocus()

    def write(self, aspect: str, at: int) -> None:
        """Begin to write in a cell; past the opinions in the note of the mark."""
        row = next(one for one in self.rows if one.aspect == aspect)
        if at < len(row.cells):
            row.cells[at][0].open()
        elif row.mark is not None:
            row.mark.note.open()

    def set_mark(self, aspect: str, mark: str) -> None:
        """Mark an aspect, as its buttons do."""
        row = next(one for one in self.rows if one.aspect == aspect)
        if row.mark is not None:
            row.mark.mark.set_mark(mark)

    def focus_opinion(self, entry: str) -> bool:
        """Go to the menu of this opinion; False when it is gone."""
        at = next((n for n, column in enumerate(self.opinions) if column.id == entry), None)
        if at is not None:
            self.heads.heads[at].more.setFocus()
        return at is not None

    def focus_entry(self, entry: str) -> None:
        """Go to a statement or a mark."""
        for row in self.rows:
            for cell in row.every():
                if isinstance(cell, StatementCell) and cell.entry == entry:
                    cell.words.setFocus()
            if row.mark is not None and row.mark.draft.entry == entry:
                row.mark.mark.setFocus()

    def _focused_aspect(self) -> str:
        has = QApplication.focusWidget()
        own = (row for row in self.board.rows if has is not None and row.isAncestorOf(has))
        return next((row.aspect for row in own), "")

    def _step(self, row: AspectRow, column: int, down: int) -> None:
        """Move the focus by a key to another cell of the board; past the last is the mark."""
        shown = [one for one in self.rows if not one.isHidden()]
        to = shown[min(max(shown.index(row) + down, 0), len(shown) - 1)]
        column = max(column, 0)
        if column >= len(to.cells) and to.mark is not None:
            to.mark.mark.setFocus()
        else:
            to.cells[min(column, len(to.cells) - 1)][0].words.setFocus()


def _titled(column: Column, provider: str) -> str:
    return ", ".join(part for part in (column.title, provider) if part)


def _head(column: Column, provider: str) -> Headed:
    when = column.date.words() if column.date else written_short(column, "date")
    draft = _("Draft") if column.is_draft else ""
    written = written_elsewhere(OPINION, column, ("date",))
    said = tuple(part for part in (draft, provider, when, written) if part)
    return column.id, column.title, said or (_("Who said it, and when, is not written down yet"),)
