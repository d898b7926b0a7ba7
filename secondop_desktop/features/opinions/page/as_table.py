"""The opinions as a plain table, which assistive technology reads by rows, columns and headers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from secondop_desktop.features.opinions.page.mark_buttons import IN_SIGHT, NONE_KEYS, mark_words
from secondop_desktop.features.opinions.page.row_maker import OVERALL
from secondop_desktop.features.opinions.rules.side_by_side import Cell, Grid, Row
from secondop_desktop.lang import _

_OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})


class OpinionsTable(QTableWidget):
    """What the board shows: aspects down, opinions across, the person's mark and note at the end.

    ``opened`` asks to write in a cell of the board, by its aspect and column; ``marked`` carries
    an aspect and the mark it is given by a key, an empty one for none.
    """

    opened = Signal(str, int)
    marked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.aspects: list[str] = []
        self.setAccessibleName(_("Opinions side by side"))
        self.setAccessibleDescription(
            _("Enter writes in a cell. 1 to 4 mark a row: same, partly, different, unclear.")
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        left, top = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignTop
        self.horizontalHeader().setDefaultAlignment(left | top)
        self.verticalHeader().setDefaultAlignment(left | top)
        self.doubleClicked.connect(lambda at: self._open(at.row(), at.column()))
        self.hide()

    def show_grid(self, whole: Grid, titles: Sequence[str], shown: frozenset[str]) -> None:
        """Show these aspects of what is saved; the cell that was chosen stays chosen."""
        at = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        rows = [row for row in whole.rows if row.aspect in shown]
        overall = OVERALL in shown
        self.aspects = [*([OVERALL] if overall else []), *(row.aspect for row in rows)]
        several = len(titles) > 1
        named = [title.replace(", ", "\n", 1) for title in titles]
        heads = [*named, *([_("Your mark"), _("Your note")] if several else [])]
        self.setColumnCount(len(heads))
        self.setRowCount(len(self.aspects))
        self.setHorizontalHeaderLabels(heads)
        self._share_width(len(titles))
        names = [*([_("In a few lines")] if overall else []), *(_(row.label) for row in rows)]
        self.setVerticalHeaderLabels(names)
        if overall:
            self._fill(0, [column.overall for column in whole.columns], len(heads))
        for number, row in enumerate(rows, start=int(overall)):
            self._fill(number, _texts(row, several=several), len(heads))
        self.setCurrentCell(min(at[0], self.rowCount() - 1), min(at[1], len(heads) - 1))
        self.resizeRowsToContents()

    def _share_width(self, opinions: int) -> None:
        """Let the opinions and the notes share what the word of the mark leaves."""
        header, modes = self.horizontalHeader(), QHeaderView.ResizeMode
        for column in range(self.columnCount()):
            short = column == opinions
            header.setSectionResizeMode(column, modes.ResizeToContents if short else modes.Stretch)

    def _fill(self, number: int, texts: Sequence[str], count: int) -> None:
        for column in range(count):
            text = texts[column] if column < len(texts) else ""
            self.setItem(number, column, QTableWidgetItem(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the rows as high as their words are at the new width."""
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write in a cell, or mark its row; arrows, Home and End are those of a table."""
        row, number = self.currentRow(), event.key() - Qt.Key.Key_1
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if row < 0 or not plain:
            super().keyPressEvent(event)
        elif event.key() in _OPENING:
            self._open(row, self.currentColumn())
        elif 0 <= number < len(IN_SIGHT):
            self.marked.emit(self.aspects[row], IN_SIGHT[number])
        elif event.key() in NONE_KEYS:
            self.marked.emit(self.aspects[row], "")
        else:
            super().keyPressEvent(event)

    def _open(self, row: int, column: int) -> None:
        self.opened.emit(self.aspects[row], column)


def _texts(row: Row, *, several: bool) -> list[str]:
    said = [_cell_words(cell) for cell in row.cells]
    return [*said, mark_words(row.mark), row.note] if several else said


def _cell_words(cell: Cell) -> str:
    """Return the words of a cell and where they were said."""
    if cell.not_discussed:
        return _("Not discussed")
    return "\n".join(part for part in (cell.text, cell.source) if part)
