"""Things compared side by side, row by row; with large text or little room, one below another."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.labels import heading
from secondop_desktop.widgets.controls.panel import Panel
from secondop_desktop.widgets.layout.tab_order import follow_layout
from secondop_desktop.widgets.screen.list_detail import LongColumn
from secondop_desktop.widgets.theme import Space

_SHARES = (3, 5)
"""How the width is shared: the words of a row, each column."""

_LEAST_CHARS = 26
_CLOSED_CHARS = 30
"""Letters that a closed answer in a column needs; with less, a row's words stand above it."""


@dataclass(frozen=True)
class Compared:
    """One column: what stands over it, and a cell for each row, in their order."""

    head: QWidget
    cells: Sequence[QWidget]


class _Band(Panel):
    """One row of the table: no card of its own, only a line under it."""

    def __init__(self) -> None:
        super().__init__(radius=0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line."""
        look, painter = theme.current(), QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.setPen(QPen(look.colour("divider"), look.line))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())


class SideBySide(QWidget):
    """Rows across columns. Stacked, each column is a card of its own with all its rows.

    The cells are the caller's and stay the same while they are laid out anew. They are laid out
    while the grid is shown: before that nobody knows how much room there is.
    """

    arranged = Signal(bool)
    """They are stacked now, or no longer."""

    def __init__(self, parent: QWidget | None = None, *, least: int = _LEAST_CHARS) -> None:
        """Stack them where a column would have less room than ``least`` average letters."""
        super().__init__(parent)
        self._least = least
        self._rows: Sequence[str] = ()
        self._columns: Sequence[Compared] = ()
        self._panels: list[Panel] = []
        self._corner: QWidget | None = None
        self.stacked = False
        self._above = False
        self._laid = True
        self._heads = QWidget()
        self._head_box = QHBoxLayout(self._heads)
        self._head_box.setSpacing(Space.LARGE)
        self.view = LongColumn(self)
        self.view.content.setSpacing(Space.SMALL)
        self.view.content.addStretch(1)
        self.view.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._heads)
        column.addWidget(self.view, 1)
        theme.current().changed.connect(self._fit)

    def show_columns(self, rows: Sequence[str], columns: Sequence[Compared]) -> None:
        """Show these columns in place of those before; ``rows`` are the words of each row."""
        kept = {id(column.head) for column in columns}
        gone = [column for column in self._columns if id(column.head) not in kept]
        for column in gone:
            self._head_box.removeWidget(column.head)
        self._rows, self._columns = rows, columns
        self._laid = False
        self._fit()
        for column in gone:
            for part in (column.head, *column.cells):
                part.hide()
                part.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or unstack as the width demands."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Stack or unstack once the width is known."""
        self._fit()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the heads in line with the rows whether these have a scroll bar or not."""
        if event.type() == QEvent.Type.Resize:
            bar = max(self.view.width() - self.view.viewport().width(), 0)
            self._head_box.setContentsMargins(Space.LARGE, 0, Space.LARGE + bar, 0)
        return super().eventFilter(watched, event)

    def _must_stack(self) -> bool:
        """Tell whether there is too little room."""
        least = self.fontMetrics().averageCharWidth() * self._least * (len(self._columns) + 1)
        return theme.current().stacked or self.width() < least

    def _must_head(self) -> bool:
        """Tell whether the columns need the room that the words of the rows take beside them."""
        words, each = _SHARES
        room = self.width() * each / (words + each * max(1, len(self._columns)))
        return room < self.fontMetrics().averageCharWidth() * _CLOSED_CHARS

    def _fit(self) -> None:
        if not self.isVisible():
            return
        stacked, above = self._must_stack(), self._must_head()
        turned = stacked is not self.stacked or (above is not self._above and not stacked)
        if turned or not self._laid:
            self.stacked, self._above, self._laid = stacked, above, True
            self._lay()

    # Laying out --------------------------------------------------------------------------

    def _lay(self) -> None:
        """Place all parts anew; the one with the focus keeps it."""
        has = QApplication.focusWidget()
        inside = has is not None and self.isAncestorOf(has)
        self._take_apart()
        self.view.content.setSpacing(Space.SMALL if self.stacked else 0)
        (self._lay_stacked if self.stacked else self._lay_across)()
        # Shown at once rather than by Qt later: only what is visible can take the focus.
        for column in self._columns:
            for part in (column.head, *column.cells):
                part.show()
        self.view.set_long(self.stacked)
        self._heads.setVisible(not self.stacked and bool(self._columns))
        follow_layout(self)
        self.arranged.emit(self.stacked)
        if has is not None and inside and self.isAncestorOf(has):
            has.setFocus()

    def _take_apart(self) -> None:
        for column in self._columns:
            for part in (column.head, *column.cells):
                if part.parentWidget() is not None:
                    part.setParent(self)
                    part.show()
        for panel in self._panels:
            drop(panel, self.view.content)
        self._panels.clear()
        if self._corner is not None:
            drop(self._corner, self._head_box)
            self._corner = None

    def _lay_across(self) -> None:
        if not self._above:
            self._corner = QWidget()
            put(self._head_box, self._corner, _SHARES[0])
        for column in self._columns:
            put(self._head_box, column.head, _SHARES[1])
        for at, words in enumerate(self._rows):
            box = self._row_box(words)
            for column in self._columns:
                _put_at_the_top(box, column.cells[at], _SHARES[1])

    def _row_box(self, words: str) -> QHBoxLayout:
        """Start a row with its words, above the columns or beside them."""
        panel, title = self._panel(_Band(), words), heading(words, 3)
        outer = QVBoxLayout(panel)
        outer.setContentsMargins(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.MEDIUM)
        outer.setSpacing(Space.SMALL)
        if self._above:
            outer.addWidget(title)
        box = QHBoxLayout()
        outer.addLayout(box)
        box.setSpacing(Space.LARGE)
        if not self._above:
            _put_at_the_top(box, title, _SHARES[0])
        return box

    def _lay_stacked(self) -> None:
        for column in self._columns:
            panel = self._panel(Panel(), column.head.accessibleName())
            box = QVBoxLayout(panel)
            box.setContentsMargins(Space.LARGE, Space.LARGE, Space.LARGE, Space.LARGE)
            box.setSpacing(Space.SMALL)
            box.addWidget(column.head)
            for words, cell in zip(self._rows, column.cells, strict=True):
                box.addWidget(heading(words, 3))
                box.addWidget(cell)

    def _panel(self, panel: Panel, name: str) -> Panel:
        panel.setAccessibleName(name)
        panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.view.content.insertWidget(len(self._panels), panel)  # over what fills the rest
        self._panels.append(panel)
        panel.show()
        return panel


def _put_at_the_top(box: QBoxLayout, part: QWidget, share: int) -> None:
    """Put a part into a row so that it begins where the tallest one does."""
    column = QVBoxLayout()
    box.addLayout(column, share)
    put(column, part, 0)
    column.addStretch(1)


def put(box: QBoxLayout, part: QWidget, share: int) -> None:
    """Put a part into a row; only its share decides its width, so that columns stand in line."""
    policy = part.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    part.setSizePolicy(policy)
    box.addWidget(part, share)
