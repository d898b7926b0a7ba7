"""A list of rich rows that stays fast with tens of thousands of them."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.plain_tip import plain_tip
from secondop_desktop.widgets.lists.later_rows import LaterRows
from secondop_desktop.widgets.lists.rich_list_delegate import ITEM, WHOLE_ROWS, RowDelegate, RowItem

__all__ = ["RowItem", "RowList"]

_LEAST_LINES: Final = 3
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class _Items(QStringListModel):
    """The items as Qt asks for them.

    How many there are Qt's own model tells: it is asked for twice for each row of a long list.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: Sequence[RowItem] = ()

    def replace(self, items: Sequence[RowItem]) -> None:
        self.items = items if isinstance(items, LaterRows) else tuple(items)
        self.setStringList([""] * len(self.items))

    def key(self, at: int) -> object:
        return self.items.keys[at] if isinstance(self.items, LaterRows) else self.items[at].key

    def keys(self) -> Sequence[object]:
        if isinstance(self.items, LaterRows):
            return self.items.keys
        return [item.key for item in self.items]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return QAbstractListModel.flags(self, index)  # nothing is written or dragged in the list

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        item = self.items[index.row()]
        if role == ITEM:
            return item
        if role == _Role.ToolTipRole:
            return plain_tip(item.spoken())
        if role in {_Role.DisplayRole, _Role.AccessibleTextRole}:
            return item.spoken()
        return None


class RowList(QListView):
    """Rows to look through and to open.

    ``opened`` is sent with a row's key on Enter or a double click, ``chosen`` when the
    current row changes, and again after ``set_items`` so that what shows it is refreshed.
    Rows that ``lead`` elsewhere are opened by one click, as links are.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, lead: bool = False) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._items = _Items(self)
        self._in_sight = 0
        self._delegate = RowDelegate(self)
        self.setModel(self._items)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._tell)
        (self.clicked if lead else self.doubleClicked).connect(self._open)
        if lead:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        theme.current().changed.connect(self._measure)

    def set_items(self, items: Sequence[RowItem]) -> None:
        """Show these rows; the current one stays current when its key is still there."""
        key, place = self.current_key(), self.verticalScrollBar().value()
        if isinstance(items, LaterRows) and len(items) <= WHOLE_ROWS:
            items = list(items)  # each as tall as its words, so all are made
        self._measure_items(items)
        self.setUniformItemSizes(not self._delegate.whole)
        self._items.replace(items)
        self._measure()
        if key is not None:
            self._keep_place(key, place)

    def _measure_items(self, items: Sequence[RowItem]) -> None:
        if isinstance(items, LaterRows):
            self._delegate.expect(
                len(items), tagged=items.tagged, detailed=items.detailed, dated=items.dated
            )
        else:
            self._delegate.measure(items)

    def _keep_place(self, key: object, place: int) -> None:
        """Choose the row again where it stands, without a jump of the list.

        That is no choice of the person's, and tells nobody.
        """
        with QSignalBlocker(self):
            self.choose(key)  # which lays the rows out to find the one
        if place:
            self.verticalScrollBar().setValue(place)

    def items(self) -> Sequence[RowItem]:
        """Return the rows shown."""
        return self._items.items

    def keys(self) -> Sequence[object]:
        """Return the keys of the rows shown, for which no row has to be made."""
        return self._items.keys()

    def current_key(self) -> object | None:
        """Return the key of the current row, or None."""
        index = self.currentIndex()
        return self._items.key(index.row()) if index.isValid() else None

    def choose(self, key: object) -> None:
        """Make the row with this key the current one, if it is there."""
        keys = self.keys()
        if key in keys:
            self.setCurrentIndex(self._items.index(keys.index(key)))

    def chosen_keys(self) -> list[str]:
        """Return the keys of all rows that are chosen, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [str(self._items.key(row)) for row in rows]

    def choose_none(self) -> None:
        """Let no row be the current one."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def keep_in_sight(self, rows: int) -> None:
        """Never be squeezed below so many rows: the page around scrolls in place of the list."""
        self._in_sight = rows
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return room for a row of a few words; a page would scroll around a list of more."""
        line = theme.current().line_height()
        least = min(self._delegate.height() * 3 // 2, line * _LEAST_LINES)
        rows = range(min(self._in_sight, len(self._items.items)))
        tall = sum(map(self.sizeHintForRow, rows)) + 2 * self.frameWidth()
        return QSize(line * 8, max(least, tall))

    def sizeHint(self) -> QSize:
        """Ask for no more height than that: a list takes what its page leaves."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Leave it to the arrow keys to choose the first row; Qt would, and open it unasked."""
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:
            QWidget.focusInEvent(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter open the current row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        key = self.current_key()
        if key is not None:
            self.chosen.emit(key)

    def _open(self) -> None:
        key = self.current_key()
        if key is not None:
            self.opened.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change the rows' height where their parts find a new place; Qt would keep it."""
        super().resizeEvent(event)
        if self._delegate.fit(self.viewport().width()):
            self._measure()

    def _measure(self) -> None:
        self._delegate.fit(self.viewport().width())
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
