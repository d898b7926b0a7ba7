"""What stands over and under a list: a box that filters it, its order, how many it lists."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from secondop_desktop import settings
from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.controls.labels import muted
from secondop_desktop.widgets.lists.rich_list import RowItem
from secondop_desktop.widgets.theme import Space

FILTER_FROM = 8
"""A list of fewer rows is looked through without a box to filter it."""
ORDER_FROM = 4
"""A list of fewer rows is seen at once, in whatever order it stands."""

_ORDER_CHARS = 10


class ListTools(QObject):
    """The filter and the order of one page's list; the order is remembered on this device.

    ``orders`` are keys with their words, the page's own order first, under an empty key. The
    filter goes over the list; ``place_head`` and ``place_foot`` are two ways to place the rest.
    """

    changed = Signal()

    def __init__(self, page: str, orders: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self.filter = filter_box(parent)
        self.filter.textChanged.connect(lambda _text: self.changed.emit())
        self.order = StillCombo(parent)
        self.order.setAccessibleName(_("Order of the list"))
        for key, words in orders:
            self.order.addItem(words, key)
        self.order.show_whole(_ORDER_CHARS)  # where there is room for it and the count
        self.order.setCurrentIndex(max(0, self.order.findData(_remembered(page))))
        self.order.currentIndexChanged.connect(self._remember)
        self.count = muted("")
        self.count.setWordWrap(False)
        self.count.setParent(parent)
        theme.current().changed.connect(self._fit_heights)
        self._fit_heights()

    def place_head(self, column: QVBoxLayout) -> None:
        """Place the filter with the order beside it, for a list that needs every line."""
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(Space.HAIR)
        row.addWidget(self.filter, 3)
        row.addWidget(self.order, 2)

    def place_foot(self, column: QVBoxLayout) -> None:
        """Place how many are listed with the order beside it."""
        row = QHBoxLayout()
        column.addLayout(row)
        row.setContentsMargins(Space.LARGE, 0, Space.HAIR, 0)
        row.addWidget(self.count, 1)
        row.addWidget(self.order)

    def _fit_heights(self) -> None:
        """Keep both low: the room is the list's."""
        for part in (self.filter, self.order):
            part.setFixedHeight(theme.current().line_height() + Space.LARGE)

    @property
    def words(self) -> list[str]:
        """What is typed into the filter, word by word."""
        return self.filter.text().casefold().split()

    @property
    def chosen(self) -> str:
        """The key of the order chosen; empty for the page's own."""
        return str(self.order.currentData() or "")

    def fit(self, rows: int) -> None:
        """Show what helps with so many rows; nothing goes away while it is in use."""
        self.filter.setVisible(bool(self.words) or rows >= FILTER_FROM)
        in_use = bool(self.words or self.chosen)
        self.order.setVisible(self.order.count() > 1 and (in_use or rows >= ORDER_FROM))

    def kept(self, items: Sequence[RowItem]) -> Sequence[RowItem]:
        """Return the rows that have every word of the filter."""
        words = self.words
        return [item for item in items if _has_all(item.spoken(), words)] if words else items

    def show_all(self) -> None:
        """Let the filter go without a word, for a row that it hides."""
        with QSignalBlocker(self.filter):
            self.filter.clear()

    def _remember(self) -> None:
        kept = settings.load()
        settings.save(replace(kept, orders=_with(kept.orders, self._page, self.chosen)))
        self.changed.emit()


def filter_box(parent: QWidget) -> QLineEdit:
    """Return a box that says what it is for, and can be emptied."""
    box = QLineEdit(parent)
    box.setPlaceholderText(_("Filter this list"))
    box.setAccessibleName(_("Filter this list"))
    box.setClearButtonEnabled(True)
    return box


def _has_all(text: str, words: Sequence[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


def _remembered(page: str) -> str:
    found = dict(one.partition("=")[::2] for one in settings.load().orders)
    return found.get(page, "")


def _with(orders: tuple[str, ...], page: str, order: str) -> tuple[str, ...]:
    others = tuple(one for one in orders if one.partition("=")[0] != page)
    return (*others, f"{page}={order}") if order else others
