"""What a table shows, and the model in which Qt asks for it."""

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
)

from secondop_desktop.widgets.controls.plain_tip import plain_tip
from secondop_desktop.widgets.lists.made_later import MadeLater

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
ORDER: Final = _Role.UserRole


@dataclass(frozen=True)
class Column:
    """A column's heading; ``stretch`` shares what room is left, ``right`` aligns figures."""

    title: str
    stretch: int = 0
    right: bool = False

    @property
    def side(self) -> Qt.AlignmentFlag:
        """Where the words of the column stand."""
        side = Qt.AlignmentFlag.AlignRight if self.right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class TableRow:
    """One row: its key, the words in its cells, and what to sort by where words would mislead.

    ``order`` is empty or has one value for each cell, sortable with the others of its column;
    None sorts last, whichever way the column is sorted.
    """

    key: object
    cells: tuple[str, ...]
    order: tuple[Any, ...] = ()


class RowsModel(QAbstractTableModel):
    """The rows as Qt asks for them."""

    def __init__(self, columns: Sequence[Column], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: Sequence[TableRow] = ()

    def replace(self, rows: Sequence[TableRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows if isinstance(rows, MadeLater) else tuple(rows)
        self.endResetModel()

    def keys(self) -> Sequence[object]:
        """Return the keys of the rows, for which no row has to be made."""
        if isinstance(self.rows, MadeLater):
            return self.rows.keys
        return [row.key for row in self.rows]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return what a cell shows, says or sorts by."""
        row, at = self.rows[index.row()], index.column()
        if role == ORDER:
            return row.order[at] if row.order else row.cells[at].casefold()
        if role == _Role.TextAlignmentRole:
            return self.columns[at].side
        if role == _Role.AccessibleTextRole:
            return f"{self.columns[at].title}: {row.cells[at]}"
        if role == _Role.ToolTipRole:
            return plain_tip(row.cells[at])
        return row.cells[at] if role == _Role.DisplayRole else None

    def headerData(self, section: int, way: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """Return a column's heading."""
        shown = way is Qt.Orientation.Horizontal and role == _Role.DisplayRole
        return self.columns[section].title if shown else None


class SortedRows(QSortFilterProxyModel):
    """Sorts by Python's own order, so that dates and numbers keep theirs; empty comes last."""

    def lessThan(self, left: Index, right: Index) -> bool:
        """Return whether one cell comes before another."""
        model = self.sourceModel()
        one, other = model.data(left, ORDER), model.data(right, ORDER)
        if one is None or other is None:
            down = self.sortOrder() is Qt.SortOrder.DescendingOrder
            return (one is None) is down and one is not other
        return bool(one < other)
