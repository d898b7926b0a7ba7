"""How a rich row of a long list is drawn: every row has one height, from font metrics."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from secondop_desktop.widgets import icons, tag, theme
from secondop_desktop.widgets.tag import Status
from secondop_desktop.widgets.theme import Space, Text, Weight

ITEM: Final = Qt.ItemDataRole.UserRole
_NARROW_CHARS: Final = 52
_LEADING: Final = 3
_State = QStyle.StateFlag
_WRAP: Final = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True)
class RowItem:
    """One row: its key, a title, a line below it, a date on the right, a status, an icon.

    The date may have two lines; in a narrow list they become one, below the text.
    """

    key: object
    title: str
    detail: str = ""
    date: str = ""
    status: Status | None = None
    icon: str = ""

    def spoken(self) -> str:
        """Return everything the row says, for screen readers."""
        word = self.status.word if self.status else ""
        parts = (self.title, self.detail, *self.date.splitlines(), word)
        return ". ".join(part for part in parts if part)


class RowDelegate(QStyledItemDelegate):
    """Draws rows; only what is seen is ever measured, so a list may be very long."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.narrow = False
        self._detailed = True
        self._dates = 1
        self._tagged = True

    def measure(self, items: Sequence[RowItem]) -> None:
        """Make room for what these rows show."""
        self._detailed = any(item.detail for item in items)
        self._dates = max((len(item.date.splitlines()) for item in items), default=0)
        self._tagged = any(item.status for item in items)

    def fit(self, width: int) -> bool:
        """Put date and status below the text in a narrow list; returns whether that changed."""
        least = QFontMetrics(_title_font()).averageCharWidth() * _NARROW_CHARS
        before, self.narrow = self.narrow, width < least
        return before is not self.narrow

    def height(self) -> int:
        """Return the height of every row, in device-independent pixels."""
        title, small = _height(_title_font()), _height(_small_font())
        text = [title, small] if self._detailed else [title]
        tagged = [tag.size(Status("x")).height()] if self._tagged else []
        if self.narrow and (self._dates or tagged):
            tall = _stacked([title, *text, max([small, *tagged])])
        else:
            tall = max(_stacked(text), _stacked([small] * self._dates + tagged))
        return tall + 2 * Space.MEDIUM

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height all rows have."""
        return QSize(0, self.height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        _ground(painter, area, state)
        inner = area.adjusted(Space.LARGE, Space.MEDIUM, -Space.LARGE, -Space.MEDIUM)
        item: RowItem = index.data(ITEM)
        inner.setLeft(inner.left() + _icon(painter, inner, item))
        draw = _draw_stacked if self.narrow else _draw_beside
        draw(painter, inner, item)
        painter.restore()


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


def _icon(painter: QPainter, area: QRect, item: RowItem) -> int:
    """Draw the icon level with the title and return the room it takes."""
    if not item.icon:
        return 0
    side = icons.side()
    top = area.top() + max(0, (_height(_title_font()) - side) // 2)
    icons.paint(painter, QRectF(area.left(), top, side, side), item.icon, "primary")
    return side + Space.MEDIUM


def _draw_beside(painter: QPainter, area: QRect, item: RowItem) -> None:
    """Draw title and detail with date and status to their right."""
    dates = item.date.splitlines()
    tag_width = tag.size(item.status).width() if item.status else 0
    right = max([tag_width, *(room(line, _small_font()) for line in dates)])
    text = area.adjusted(0, 0, -(right + Space.LARGE) if right else 0, 0)
    title, detail = _height(_title_font()), _height(_small_font())
    block = _stacked([title, detail] if item.detail else [title])
    top = area.top() + (area.height() - block) // 2
    _line(painter, QRect(text.left(), top, text.width(), title), item.title, _title_font(), "text")
    below = QRect(text.left(), top + title + _LEADING, text.width(), detail)
    _line(painter, below, item.detail, _small_font(), "muted")
    _draw_side(painter, area, item, right)


def _draw_side(painter: QPainter, area: QRect, item: RowItem, width: int) -> None:
    dates, line = item.date.splitlines(), _height(_small_font())
    status = tag.size(item.status) if item.status else QSize(0, 0)
    tall = _stacked([line] * len(dates) + ([status.height()] if item.status else []))
    top = area.top() + (area.height() - tall) // 2
    left = area.right() + 1 - width
    for text in dates:
        spot = QRect(left, top, width, line)
        _line(painter, spot, text, _small_font(), "muted", right=True)
        top += line + _LEADING
    if item.status:
        corner = QPoint(area.right() + 1 - status.width(), top)
        tag.paint(painter, QRectF(QRect(corner, status)), item.status)


def _draw_stacked(painter: QPainter, area: QRect, item: RowItem) -> None:
    """Draw a title of up to two lines, the detail, then date and status on a line of their own."""
    metrics = QFontMetrics(_title_font())
    column = QRect(0, 0, area.width(), 10_000)
    wanted = metrics.boundingRect(column, _WRAP, item.title).height()
    title = min(wanted, 2 * metrics.height())
    detail = _height(_small_font()) if item.detail else 0
    last = tag.size(Status("x")).height() if item.date or item.status else 0
    block = _stacked([title, *(part for part in (detail, last) if part)])
    top = area.top() + max(0, area.height() - block) // 2
    _title(painter, QRect(area.left(), top, area.width(), title), item.title)
    top += title + _LEADING
    if detail:
        spot = QRect(area.left(), top, area.width(), detail)
        _line(painter, spot, item.detail, _small_font(), "muted")
        top += detail + _LEADING
    _draw_last(painter, QRect(area.left(), top, area.width(), last), item)


def _draw_last(painter: QPainter, area: QRect, item: RowItem) -> None:
    left = area.left()
    if item.date:
        date = " · ".join(item.date.splitlines())
        width = min(room(date, _small_font()), area.width())
        spot = QRect(left, area.top(), width, area.height())
        _line(painter, spot, date, _small_font(), "muted")
        left += width + Space.MEDIUM
    if item.status:
        size = tag.size(item.status)
        tag.paint(painter, QRectF(left, area.top(), size.width(), size.height()), item.status)


def _title(painter: QPainter, area: QRect, text: str) -> None:
    """Draw a title of at most two lines; what is left out ends in an ellipsis."""
    metrics = QFontMetrics(_title_font())
    two_lines = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(area.width() * 1.85))
    painter.setFont(_title_font())
    painter.setPen(theme.current().colour("text"))
    painter.drawText(area, _WRAP, two_lines)


def _line(
    painter: QPainter, area: QRect, text: str, font: QFont, token: str, *, right: bool = False
) -> None:
    if text:
        painter.setFont(font)
        painter.setPen(theme.current().colour(token))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _stacked(heights: Sequence[int]) -> int:
    return sum(heights) + _LEADING * max(0, len(heights) - 1)


def room(text: str, font: QFont) -> int:
    """Return a width in which a text is certainly not cut: the exact one is often a hair short."""
    return ceil(QFontMetricsF(font).horizontalAdvance(text)) + 2


def _height(font: QFont) -> int:
    return QFontMetrics(font).height()


def _title_font() -> QFont:
    return theme.current().font(Text.BODY, Weight.BOLD)


def _small_font() -> QFont:
    return theme.current().font(Text.SMALL)
