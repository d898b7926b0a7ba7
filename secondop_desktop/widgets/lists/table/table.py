"""The table as a widget."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.lists.table import cells
from secondop_desktop.widgets.lists.table.cells import Cells
from secondop_desktop.widgets.lists.table.heads import Heads
from secondop_desktop.widgets.lists.table.rows import Column, RowsModel, SortedRows, TableRow
from secondop_desktop.widgets.lists.table.widths import widths

WRAPPED_ROWS: Final = 300


class Table(QTableView):
    """Rows to look at and to open.

    ``opened`` is sent with a row's key on Enter or a double click, ``chosen`` when the
    current row changes, and again after ``set_rows`` so that what shows it is refreshed.
    With ``grows`` it is as tall as its rows and leaves scrolling to the page; up to 300 rows
    wrap their words, more have one line each.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        parent: QWidget | None = None,
        *,
        grows: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._grows = grows
        self._needs: list[tuple[int, int]] | None = None
        self._fitted = -1
        self._rows = RowsModel(columns, self)
        self._sorted = SortedRows(self)
        self._sorted.setSourceModel(self._rows)
        self._heads = Heads(self._rows.columns, self)
        self._cells = Cells(self)
        self.setHorizontalHeader(self._heads)
        self.setModel(self._sorted)
        self.setItemDelegate(self._cells)
        self._calm()
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(self._open)
        theme.current().changed.connect(self._measure_again)

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows; the current one stays current when its key is still there."""
        key = self.current_key()
        self._cells.wraps = len(rows) <= WRAPPED_ROWS
        self._rows.replace(rows)
        self._needs = None
        if key is not None:
            self.choose(key)
        self._fit()

    def current_key(self) -> object | None:
        """Return the key of the current row, or None."""
        index = self._sorted.mapToSource(self.currentIndex())
        return self._rows.keys()[index.row()] if index.isValid() else None

    def let_choose_several(self) -> None:
        """Let several rows be chosen at once."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def chosen_keys(self) -> list[str]:
        """Return the keys of all rows that are chosen, in the order shown."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        keys = self.keys() if rows else []
        return [str(keys[row]) for row in rows]

    def choose(self, key: object) -> None:
        """Make the row with this key the current one, if it is there."""
        keys = self._rows.keys()
        if key in keys:
            place = self._rows.index(keys.index(key), 0)
            self.setCurrentIndex(self._sorted.mapFromSource(place))

    def sort(self, column: int, *, descending: bool = False) -> None:
        """Sort by a column."""
        way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.sortByColumn(column, way)

    def keys(self) -> list[object]:
        """Return the keys in the order shown."""
        spots = (self._sorted.index(at, 0) for at in range(self._sorted.rowCount()))
        keys = self._rows.keys()
        return [keys[self._sorted.mapToSource(spot).row()] for spot in spots]

    def _calm(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self._heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._sorted.layoutChanged.connect(self._fit)
        if self._grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _tell(self) -> None:
        key = self.current_key()
        if key is not None:
            self.chosen.emit(key)

    def _open(self) -> None:
        key = self.current_key()
        if key is not None:
            self.opened.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter open the current row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share another width anew; a page is laid out several times in the same one."""
        super().resizeEvent(event)
        if self.viewport().width() != self._fitted:
            self._fit()

    def sizeHint(self) -> QSize:
        """Return the size of all rows where the table grows, else Qt's own."""
        usual = super().sizeHint()
        return QSize(usual.width(), self._whole_height()) if self._grows else usual

    def minimumSizeHint(self) -> QSize:
        """Return the least size: a few words wide; as tall as its rows where it grows."""
        line = theme.current().line_height()
        return QSize(line * 8, self._whole_height() if self._grows else line * 6)

    def _whole_height(self) -> int:
        frame = 2 * self.frameWidth()
        # Not by the bar itself: Qt fits that to the columns only in a later turn of the loop.
        slides = self._heads.length() > self.viewport().width()
        below = self.horizontalScrollBar().sizeHint().height() if slides else 0
        return self._heads.height_needed() + self.verticalHeader().length() + frame + below

    def _fit(self) -> None:
        """Give columns their share of the width and rows the height of their text."""
        self._fitted = self.viewport().width()
        for at, width in enumerate(self._widths()):
            self.setColumnWidth(at, width)
        self._heads.setFixedHeight(self._heads.height_needed())
        tall = self._cells.height("", 1)
        self.verticalHeader().setDefaultSectionSize(tall)
        if self._cells.wraps:
            columns = [self.columnWidth(at) for at in range(len(self._rows.columns))]
            for at in range(self._sorted.rowCount()):
                self.setRowHeight(at, self._row_height(at, columns, tall))
        self.updateGeometry()

    def _row_height(self, at: int, columns: Sequence[int], least: int) -> int:
        row = self._rows.rows[self._sorted.mapToSource(self._sorted.index(at, 0)).row()]
        one_line = self._cells.one_line
        lines = [
            (text, width)
            for text, width in zip(row.cells, columns, strict=True)
            if one_line(text) > width
        ]
        return max((self._cells.height(text, width) for text, width in lines), default=least)

    def _widths(self) -> list[int]:
        if self._needs is None:
            self._needs = self._measured()
        natural, least = ([need[which] for need in self._needs] for which in (0, 1))
        stretch = [column.stretch for column in self._rows.columns]
        return widths(natural, least, stretch, self.viewport().width())

    def _measured(self) -> list[tuple[int, int]]:
        """Return for each column the width on one line, and that of its longest word."""
        seen = self._rows.rows[:WRAPPED_ROWS]
        needs = []
        for at in range(len(self._rows.columns)):
            said = {row.cells[at] for row in seen}
            natural = max(self._heads.natural(at), cells.natural(said))
            needs.append((natural, max(self._heads.least(at), cells.least(said))))
        return needs

    def _measure_again(self) -> None:
        self._needs = None
        self._fit()
