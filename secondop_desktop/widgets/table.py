"""A calm read-only table: no grid walls, rows as tall as their text, sorted by its headings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Space

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
ORDER: Final = _Role.UserRole
WRAPPED_ROWS: Final = 400


@dataclass(frozen=True)
class Column:
    """A column's heading; ``stretch`` shares what room is left, ``right`` aligns figures."""

    title: str
    stretch: int = 0
    right: bool = False


@dataclass(frozen=True)
class TableRow:
    """One row: its key, the words in its cells, and what to sort by where words would mislead.

    ``order`` is empty or has one sortable value for each cell, all of one type per column.
    """

    key: object
    cells: tuple[str, ...]
    order: tuple[Any, ...] = ()


class _Rows(QAbstractTableModel):
    """The rows as Qt asks for them."""

    def __init__(self, columns: Sequence[Column], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[TableRow, ...] = ()

    def replace(self, rows: Sequence[TableRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        row, at = self.rows[index.row()], index.column()
        if role == ORDER:
            return row.order[at] if row.order else row.cells[at].casefold()
        if role == _Role.TextAlignmentRole:
            return _side(self.columns[at])
        if role == _Role.AccessibleTextRole:
            return f"{self.columns[at].title}: {row.cells[at]}"
        return row.cells[at] if role in {_Role.DisplayRole, _Role.ToolTipRole} else None

    def headerData(self, section: int, way: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if way is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole:
            return _side(self.columns[section])
        return self.columns[section].title if role == _Role.DisplayRole else None


class _Sorted(QSortFilterProxyModel):
    """Sorts by Python's own order, so that dates and numbers keep theirs; empty comes last."""

    def lessThan(self, left: _Index, right: _Index) -> bool:
        model = self.sourceModel()
        one, other = model.data(left, ORDER), model.data(right, ORDER)
        if one is None or other is None:
            return one is not None and other is None
        return bool(one < other)


class Table(QTableView):
    """Rows to look at and to open.

    ``opened`` is sent with a row's key on Enter or a double click, ``chosen`` when the
    current row changes.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, name: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows = _Rows(columns, self)
        self._sorted = _Sorted(self)
        self._sorted.setSourceModel(self._rows)
        self.setModel(self._sorted)
        self._calm()
        self._heads(columns)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(self._open)
        theme.current().changed.connect(self._fit)

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows; the current one stays current when its key is still there."""
        key = self.current_key()
        self._rows.replace(rows)
        if key is not None:
            self.choose(key)
        self._fit()

    def current_key(self) -> object | None:
        """Return the key of the current row, or None."""
        index = self._sorted.mapToSource(self.currentIndex())
        return self._rows.rows[index.row()].key if index.isValid() else None

    def choose(self, key: object) -> None:
        """Make the row with this key the current one, if it is there."""
        for at, row in enumerate(self._rows.rows):
            if row.key == key:
                self.setCurrentIndex(self._sorted.mapFromSource(self._rows.index(at, 0)))

    def sort(self, column: int, *, descending: bool = False) -> None:
        """Sort by a column."""
        way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.sortByColumn(column, way)

    def _calm(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)
        self.setSortingEnabled(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()

    def _heads(self, columns: Sequence[Column]) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(False)
        mode = QHeaderView.ResizeMode
        for at, column in enumerate(columns):
            header.setSectionResizeMode(
                at, mode.Stretch if column.stretch else mode.ResizeToContents
            )
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

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
        """Wrap the cells anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give rows the height of their text; very long tables have one line a row."""
        line = theme.current().line_height() + 2 * Space.MEDIUM
        self.verticalHeader().setMinimumSectionSize(line)
        self.verticalHeader().setDefaultSectionSize(line)
        if len(self._rows.rows) <= WRAPPED_ROWS:
            self.resizeRowsToContents()


def _side(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
