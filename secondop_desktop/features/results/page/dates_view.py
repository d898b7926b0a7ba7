"""All tests in one table by dates: names and dates stay in sight while it scrolls both ways."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from secondop_desktop.features.results.page.dates_model import BELOW, POINTS, DatesModel, copied
from secondop_desktop.features.results.rules.by_date import DateTable, by_date
from secondop_desktop.features.results.rules.series import Series
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.theme import Space, Text, Weight

_WIDEST_CHARS: Final = 26
"""A column is as wide as its cells up to this many digits; the rest is told as a tip."""
_HEAD_SHARE: Final = 3
"""The names of the tests take a third of the width at most."""
_NEWEST: Final = 6
"""Dates and tests that are in sight in a small window too."""


class DatesTable(QTableView):
    """Results to look through; ``opened`` carries the id of a result on Enter or double click."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("All tests by date"))
        self._widest_name = 0
        self.tests = DatesModel(self)
        self.setModel(self.tests)
        self.setItemDelegate(_Cells(self))
        self.setVerticalHeader(_Heads(Qt.Orientation.Vertical, self))
        self.setHorizontalHeader(_Heads(Qt.Orientation.Horizontal, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(lambda _at: self._open())
        theme.current().changed.connect(self._fit)

    def show_series(self, tests: Sequence[Series]) -> None:
        """Show these tests; the current cell stays where it is."""
        at, table = self.currentIndex(), by_date(tests)
        row, column = (at.row(), at.column()) if at.isValid() else _first_cell(table)
        self.tests.replace(table)
        self._fit()
        self.setCurrentIndex(self.tests.index(row, column))

    def copy(self) -> None:
        """Copy the cells chosen with their headings; with a single one, the whole table."""
        chosen = self.selectionModel().selectedIndexes()
        table = self.tests.table
        rows = sorted({at.row() for at in chosen})
        columns = sorted({at.column() for at in chosen})
        if len(chosen) < 2:
            rows, columns = list(range(len(table.lines))), list(range(len(table.dates)))
        QGuiApplication.clipboard().setText(copied(table, rows, columns))
        said = ngettext("{number} test was copied.", "{number} tests were copied.", len(rows))
        announce(self, said.format(number=len(rows)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, and open the result of the current cell."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        points = self.currentIndex().data(POINTS) or ()
        if points:
            self.opened.emit(points[0].id)

    def _fit(self) -> None:
        """Make rows and columns as large as their words."""
        look = theme.current()
        body, below = QFontMetrics(look.font()), QFontMetrics(look.font(Text.SMALL))
        tall = body.height() + below.height() + 2 * Space.SMALL
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        for heads in (rows, columns):
            heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(tall)
        most = body.horizontalAdvance("0") * _WIDEST_CHARS
        for at in range(self.tests.columnCount()):
            self.setColumnWidth(at, min(most, self._natural(at)) + 2 * Space.MEDIUM)
        columns.setFixedHeight(2 * below.height() + 2 * Space.SMALL)
        names = [body.horizontalAdvance(name) for name in self._names()]
        self._widest_name = max(names, default=0) + 2 * Space.LARGE
        self._share_width()

    def _share_width(self) -> None:
        """Give the names what they need, a third of the width at most."""
        rows = self.verticalHeader()
        most = max(self.width() // _HEAD_SHARE, rows.defaultSectionSize() * 3)
        rows.setFixedWidth(min(self._widest_name, most))

    def _names(self) -> list[str]:
        way = Qt.Orientation.Vertical
        heads = (self.tests.headerData(at, way) for at in range(self.tests.rowCount()))
        return [part for head in heads for part in head.split("\n")]

    def _natural(self, column: int) -> int:
        """Return the width of a column's words, measured in bold, which is wider."""
        look = theme.current()
        body = QFontMetrics(look.font(Text.BODY, Weight.BOLD))
        head = QFontMetrics(look.font(Text.SMALL, Weight.BOLD))
        words = self.tests.headerData(column, Qt.Orientation.Horizontal).rsplit(" ", 1)
        widths = [head.horizontalAdvance(part) + 1 for part in words]
        date = self.tests.table.dates[column]
        for row, line in enumerate(self.tests.table.lines):
            if date in line.cells:
                at = self.tests.index(row, column)
                widths.append(body.horizontalAdvance(at.data()) + 1)
                widths.append(head.horizontalAdvance(at.data(BELOW)))
        return max(widths)

    def resizeEvent(self, event: Any) -> None:
        """Share the width between names and dates anew."""
        super().resizeEvent(event)
        self._share_width()

    def minimumSizeHint(self) -> QSize:
        """Return room for a name and a few lines."""
        line = theme.current().line_height()
        return QSize(line * 8, line * 6)


def _first_cell(table: DateTable) -> tuple[int, int]:
    """Return the row and column of the first result near the newest dates, which stay in sight."""
    newest = table.dates[:_NEWEST]
    for row, line in enumerate(table.lines[:_NEWEST]):
        for column, date in enumerate(newest):
            if date in line.cells:
                return row, column
    return 0, 0


class _Heads(QHeaderView):
    """Tests or dates: the first line bold, what follows small below it."""

    def __init__(self, way: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(way, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        """Draw one heading."""
        look = theme.current()
        dates = self.orientation() is Qt.Orientation.Horizontal
        words = self.model().headerData(section, self.orientation())
        first, _gap, second = words.rpartition(" ") if dates else words.partition("\n")
        painter.save()
        painter.fillRect(area, look.colour("surface"))
        painter.setPen(QPen(look.colour("edge" if dates else "divider"), look.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if not dates:
            painter.drawLine(area.topRight(), area.bottomRight())
        top = Text.SMALL if dates else Text.BODY
        _two_lines(painter, area, (first, second) if first else (second, ""), top)
        painter.restore()


class _Cells(QStyledItemDelegate):
    """A value, and below it in words where it lies."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell; the current one has an edge."""
        look, area = theme.current(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, look.colour("primary_tint" if chosen else "surface"))
        painter.setPen(QPen(look.colour("divider"), look.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("text"), 3))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        below = index.data(BELOW)
        weight = Weight.BOLD if below and not below.startswith("(") else Weight.REGULAR
        _two_lines(painter, area, (index.data(), below), Text.BODY, weight)
        painter.restore()


def _two_lines(
    painter: QPainter,
    area: QRect,
    words: tuple[str, str],
    top: Text,
    weight: Weight = Weight.BOLD,
) -> None:
    look = theme.current()
    room = area.adjusted(Space.MEDIUM, Space.SMALL, -Space.MEDIUM, -Space.SMALL)
    parts = ((words[0], look.font(top, weight), "text"), (words[1], look.font(Text.SMALL), "muted"))
    for text, font, colour in parts:
        painter.setFont(font)
        painter.setPen(look.colour(colour))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, shown)
        room = room.adjusted(0, metrics.height(), 0, 0)
