"""How a rich row of a list is drawn, whole in a short list and shortened in a very long one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls import tag
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.lists import rich_row_painting
from secondop_desktop.widgets.lists.rich_row_painting import Inks, Places, Row, stacked
from secondop_desktop.widgets.lists.row_heights import RowHeights
from secondop_desktop.widgets.theme import Space, Weight, icons

ITEM: Final = Qt.ItemDataRole.UserRole
WHOLE_ROWS: Final = 400
_NARROW_CHARS: Final = 52
_State = QStyle.StateFlag


@dataclass(frozen=True)
class RowItem:
    """One row: its key, a title, a line below it, a date on the right, a status, an icon.

    The date may have two lines; in a narrow list they become one, below the text. ``marked`` are
    places of the detail (from, length) that a pen marks. ``heading`` stands over the row, for it
    and those that follow; only a list of rows that are as tall as their words shows it.
    """

    key: object
    title: str
    detail: str = ""
    date: str = ""
    status: Status | None = None
    icon: str = ""
    marked: tuple[tuple[int, int], ...] = ()
    heading: str = ""

    @property
    def row(self) -> Row:
        """What the row shows."""
        return Row(self.title, self.detail, self.date, self.status, self.icon, self.marked)

    def spoken(self) -> str:
        """Return everything the row says, for screen readers, with the heading over it."""
        said = self.row.spoken()
        return f"{self.heading}. {said}" if self.heading else said


class RowDelegate(QStyledItemDelegate):
    """Draws rows: up to 400 are as tall as their own words, more have all the same height."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.whole = True
        self._width = 0
        self._narrow = False
        self._detailed = True
        self._dates = 1
        self._tagged = True
        self._heights: RowHeights | None = None

    def measure(self, items: Sequence[RowItem]) -> None:
        """Make room for what these rows show."""
        self.whole = len(items) <= WHOLE_ROWS
        self._detailed = any(item.detail for item in items)
        self._dates = max((len(item.date.splitlines()) for item in items), default=0)
        self._tagged = any(item.status for item in items)

    def expect(self, number: int, *, tagged: bool, detailed: bool, dated: bool) -> None:
        """Make room for so many rows that are made when they are asked for."""
        self.whole = number <= WHOLE_ROWS
        self._detailed = detailed
        self._dates = int(dated)
        self._tagged = tagged

    def fit(self, width: int) -> bool:
        """Take the list's width; returns whether rows have to be laid out again for it."""
        least = QFontMetrics(_title_font()).averageCharWidth() * _NARROW_CHARS
        before = (self._width if self.whole else 0, self._narrow)
        self._width, self._narrow = width, width < least
        self._heights = None
        return before != (self._width if self.whole else 0, self._narrow)

    def height(self) -> int:
        """Return the height of a row of a long list, in device-independent pixels."""
        title = QFontMetrics(_title_font()).height()
        small = QFontMetrics(rich_row_painting.small_font()).height()
        text = [title, small] if self._detailed else [title]
        tagged = [tag.size(Status("x")).height()] if self._tagged else []
        if self._narrow and (self._dates or tagged):
            below = [small] if self._dates else []  # a long date leaves no room for a tag beside it
            tall = stacked([title, *text, *below, *tagged])
        else:
            tall = max(stacked(text), stacked([small] * self._dates + tagged))
        return tall + 2 * Space.MEDIUM

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row."""
        if not self.whole:
            return QSize(0, self.height())
        item: RowItem = index.data(ITEM)
        if self._heights is None:
            width = _inner(QRect(0, 0, self._width, 0)).width()
            self._heights = RowHeights(width, _title_font(), beside=not self._narrow)
        return QSize(0, self._heights.of(item.row) + 2 * Space.MEDIUM + _heading_height(item))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        item: RowItem = index.data(ITEM)
        area = self._under_heading(painter, item, option.rect)
        _ground(painter, area, option.state)
        look, inner = theme.current(), _inner(area)
        row, spots = self._laid(item, inner)
        spots.move(max(0, inner.height() - spots.height) // 2)
        inks = Inks(look.colour("text"), look.colour("muted"))
        rich_row_painting.paint(painter, row, spots, _title_font(), inks)
        if row.icon:
            icons.paint(painter, QRectF(spots.icon), row.icon, "primary")
        painter.restore()

    def _under_heading(self, painter: QPainter, item: RowItem, area: QRect) -> QRect:
        """Draw the heading over a row, if it has one, and return what is left for the row."""
        if not (item.heading and self.whole):
            return area
        look, strip = theme.current(), QRect(area)
        strip.setHeight(_heading_height(item))
        painter.fillRect(strip, look.colour("background"))
        painter.setPen(look.colour("muted"))
        painter.setFont(_title_font())
        words = strip.adjusted(Space.LARGE, 0, -Space.LARGE, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, item.heading)
        return area.adjusted(0, strip.height(), 0, 0)

    def _laid(self, item: RowItem, inner: QRect) -> tuple[Row, Places]:
        row, font, beside = item.row, _title_font(), not self._narrow
        spots = rich_row_painting.places(row, inner, font, beside)
        if not self.whole:
            row = rich_row_painting.shortened(row, spots.title.width(), font, 1 if beside else 2)
            spots = rich_row_painting.places(row, inner, font, beside)
        return row, spots


def _heading_height(item: RowItem) -> int:
    return QFontMetrics(_title_font()).height() + Space.MEDIUM if item.heading else 0


def _inner(area: QRect) -> QRect:
    return area.adjusted(Space.LARGE, Space.MEDIUM, -Space.LARGE, -Space.MEDIUM)


def _ground(painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
    """Draw the ground: a tint and a bar for the current row, an edge while it has the focus."""
    look = theme.current()
    chosen = bool(state & _State.State_Selected)
    hovered = bool(state & _State.State_MouseOver)
    tint = "primary_tint" if chosen else "alternate" if hovered else "surface"
    painter.fillRect(area, look.colour(tint))
    painter.setPen(QPen(look.colour("divider"), look.line))
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    if chosen:
        bar = QRect(area.left(), area.top(), Space.HAIR, area.height())
        painter.fillRect(bar, look.colour("primary"))
    if state & _State.State_HasFocus:
        painter.setPen(QPen(look.colour("text"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(1, 1, -2, -2))


def _title_font() -> QFont:
    return rich_row_painting.title_font(Weight.BOLD)
