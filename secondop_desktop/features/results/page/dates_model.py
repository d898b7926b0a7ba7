"""The table of tests by dates as Qt asks for it: what a cell shows, says and copies."""

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from secondop_desktop.features.results.page.series_view import side_word, titled, valued
from secondop_desktop.features.results.rules.by_date import DateTable, TestLine
from secondop_desktop.features.results.rules.series import Point, side_words
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Side
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
BELOW: Final = _Role.UserRole
"""The second line of a cell: below or above in words, and its own range where that differs."""
POINTS: Final = BELOW + 1
"""The results that stand in a cell."""


class DatesModel(QAbstractTableModel):
    """A line for each test, a column for each date; nothing is worked out before it is asked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.table = DateTable((), ())

    def replace(self, table: DateTable) -> None:
        """Show another table."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of tests."""
        return 0 if parent.isValid() else len(self.table.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of dates."""
        return 0 if parent.isValid() else len(self.table.dates)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return what a cell shows or says."""
        line, date = self.table.lines[index.row()], self.table.dates[index.column()]
        points = line.cells.get(date, ())
        if role == POINTS:
            return points
        if role == _Role.DisplayRole:
            return "; ".join(_shown(point) for point in points)
        if role == BELOW:
            return " · ".join(dict.fromkeys(_below(line, points)))
        if role == _Role.ToolTipRole:
            return plain_tip(spoken(line, date, points))
        if role == _Role.AccessibleTextRole:
            return spoken(line, date, points)
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """Return a date, or a test with the range printed with it."""
        if role not in {_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole}:
            return None
        if way is Qt.Orientation.Horizontal:
            return date_words(self.table.dates[section])
        line = self.table.lines[section]
        said = "\n".join(part for part in (titled(line.series), line.range) if part)
        return plain_tip(said) if role == _Role.ToolTipRole else said


def date_words(date: PartialDate | None) -> str:
    """Say the date of a column."""
    return date.words() if date else _("No date")


def spoken(line: TestLine, date: PartialDate | None, points: Iterable[Point]) -> str:
    """Say a cell with its test and date, its unit, and where it lies."""
    said = [
        ", ".join(part for part in (valued(one, line.series.unit), side_words(one.side)) if part)
        for one in points
    ]
    words = "; ".join(said) or _("no result")
    return f"{line.series.test}, {date_words(date)}: {words}"


def copied(table: DateTable, rows: Iterable[int], columns: Iterable[int]) -> str:
    """Return cells with their headings, parted by tabs, as spreadsheets take them."""
    dates = [table.dates[at] for at in columns]
    head = [_("Test"), _("Unit"), _("Range"), *map(date_words, dates)]
    lines = [head]
    for line in (table.lines[at] for at in rows):
        values = ["; ".join(str(p.value) for p in line.cells.get(date, ())) for date in dates]
        specimen = f" ({line.series.specimen})" if line.series.specimen else ""
        lines.append([f"{line.series.test}{specimen}", line.series.unit, line.range, *values])
    return "\n".join("\t".join(cells) for cells in lines)


def _shown(point: Point) -> str:
    return f"{point.value} {point.flag}".strip()


def _below(line: TestLine, points: Iterable[Point]) -> Iterable[str]:
    for point in points:
        if point.side is not Side.WITHIN and (word := side_word(point.side)):
            yield word
        if point.range and str(point.range) != line.range:
            yield f"({point.range})"
