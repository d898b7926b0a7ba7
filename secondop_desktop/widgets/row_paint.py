"""How a row is laid out and drawn; it grows with its text instead of cutting it."""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from secondop_desktop.widgets import icons, tag, theme
from secondop_desktop.widgets.tag import Status
from secondop_desktop.widgets.theme import Space, Text, Weight

LEAST_CHARS: Final = 20
_WRAP: Final = Qt.TextFlag.TextWordWrap
_TALL: Final = 100_000


@dataclass(frozen=True)
class Row:
    """What a row says: a title, a line below it, words or a status on the right."""

    title: str
    detail: str = ""
    trailing: str = ""
    status: Status | None = None
    icon: str = ""

    def spoken(self) -> str:
        """Return everything the row says, for screen readers."""
        word = self.status.word if self.status else ""
        return ". ".join(part for part in (self.title, self.detail, self.trailing, word) if part)


@dataclass
class Places:
    """Where the parts of a row go, in the row's own device-independent pixels."""

    title: QRect
    detail: QRect = field(default_factory=QRect)
    trailing: QRect = field(default_factory=QRect)
    status: QRect = field(default_factory=QRect)
    icon: QRect = field(default_factory=QRect)
    height: int = 0


@dataclass(frozen=True)
class Inks:
    """The colours of a row's parts."""

    title: QColor
    rest: QColor


def places(row: Row, area: QRect, title_font: QFont) -> Places:
    """Lay a row out in an area whose height does not matter yet; ``height`` says what it needs."""
    metrics = QFontMetrics(title_font)
    left, icon = area.left(), QRect()
    if row.icon:
        side = icons.side()
        icon = QRect(left, area.top(), side, side)
        left += side + Space.MEDIUM
    right = _right_size(row)
    least = metrics.averageCharWidth() * LEAST_CHARS
    beside = right.width() and area.right() - left - right.width() - Space.LARGE >= least
    width = area.right() + 1 - left - (right.width() + Space.LARGE if beside else 0)
    found = _stack(row, QRect(left, area.top(), max(width, 1), 0), metrics)
    found.icon = icon
    if right.width():
        _put_right(row, found, area, right, beside=bool(beside))
    found.height = max(found.height, icon.height())
    if beside:
        found.height = max(found.height, right.height())
    _centre(found, area.top(), metrics, beside=bool(beside))
    return found


def _right_size(row: Row) -> QSize:
    if row.status:
        return tag.size(row.status)
    if row.trailing:
        metrics = QFontMetrics(theme.current().font())
        return QSize(metrics.horizontalAdvance(row.trailing) + 2, metrics.height())
    return QSize(0, 0)


def _stack(row: Row, column: QRect, metrics: QFontMetrics) -> Places:
    title = _wrapped(column, row.title, metrics)
    found = Places(title, height=title.height())
    if row.detail:
        below = QRect(column.left(), title.bottom() + 1 + 2, column.width(), 0)
        found.detail = _wrapped(below, row.detail, QFontMetrics(detail_font()))
        found.height = found.detail.bottom() + 1 - column.top()
    return found


def _wrapped(column: QRect, text: str, metrics: QFontMetrics) -> QRect:
    room = QRect(0, 0, column.width(), _TALL)
    needed = metrics.boundingRect(room, _WRAP, text).height()
    return QRect(column.left(), column.top(), column.width(), max(needed, metrics.height()))


def _put_right(row: Row, found: Places, area: QRect, size: QSize, *, beside: bool) -> None:
    if beside:
        spot = QRect(area.right() + 1 - size.width(), area.top(), size.width(), size.height())
    else:
        top = area.top() + found.height + Space.HAIR
        width = min(size.width(), found.title.width())
        spot = QRect(found.title.left(), top, width, size.height())
        found.height += size.height() + Space.HAIR
    if row.status:
        found.status = spot
    else:
        found.trailing = spot


def _centre(found: Places, top: int, metrics: QFontMetrics, *, beside: bool) -> None:
    """Put icon and status level with the middle of the first line."""
    middle = top + max(metrics.height(), found.icon.height()) // 2
    if found.title.height() < 2 * metrics.height() and found.detail.isNull():
        middle = top + found.height // 2
        found.title.moveTop(middle - found.title.height() // 2)
    found.icon.moveTop(middle - found.icon.height() // 2)
    if beside:
        for spot in (found.status, found.trailing):
            spot.moveTop(max(top, middle - spot.height() // 2))


def detail_font() -> QFont:
    """Return the font of the second line."""
    return theme.current().font(Text.SMALL)


def title_font(weight: Weight = Weight.REGULAR) -> QFont:
    """Return the font of the first line."""
    return theme.current().font(Text.BODY, weight)


def paint(painter: QPainter, row: Row, spots: Places, font: QFont, inks: Inks) -> None:
    """Draw the parts of a row where ``places`` put them."""
    painter.setFont(font)
    painter.setPen(inks.title)
    painter.drawText(spots.title, _WRAP, row.title)
    painter.setPen(inks.rest)
    if row.detail:
        painter.setFont(detail_font())
        painter.drawText(spots.detail, _WRAP, row.detail)
    if row.status:
        tag.paint(painter, QRectF(spots.status), row.status)
    elif row.trailing:
        painter.setFont(theme.current().font())
        painter.drawText(spots.trailing, Qt.AlignmentFlag.AlignVCenter, row.trailing)
