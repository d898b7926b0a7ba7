"""How a row is laid out and drawn; it grows with its text instead of cutting it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls import tag
from secondop_desktop.widgets.controls.long_words import held, parted
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.theme import Space, Text, Weight, icons

LEAST_CHARS: Final = 20
LEADING: Final = 3
_WRAP: Final = Qt.TextFlag.TextWordWrap
_ELIDE: Final = Qt.TextElideMode.ElideRight
_TALL: Final = 100_000


class Row(NamedTuple):
    """What a row says: a title, a line below it, words and a status on the right.

    The words on the right may have two lines; below the text they become one. ``marked`` are
    places of the detail (from, length) drawn as if marked with a pen.
    """

    title: str
    detail: str = ""
    trailing: str = ""
    status: Status | None = None
    icon: str = ""
    marked: tuple[tuple[int, int], ...] = ()

    def spoken(self) -> str:
        """Return everything the row says, for screen readers."""
        word = self.status.word if self.status else ""
        parts = (self.title, self.detail, *self.trailing.splitlines(), word)
        return ". ".join(part for part in parts if part)


@dataclass
class Places:
    """Where the parts of a row go, in the row's own device-independent pixels."""

    title: QRect
    detail: QRect = field(default_factory=QRect)
    trailing: QRect = field(default_factory=QRect)
    status: QRect = field(default_factory=QRect)
    icon: QRect = field(default_factory=QRect)
    height: int = 0
    beside: bool = False

    def move(self, by: int) -> None:
        """Move everything down."""
        for spot in (self.title, self.detail, self.trailing, self.status, self.icon):
            spot.translate(0, by)


class Inks(NamedTuple):
    """The colours of a row's parts."""

    title: QColor
    rest: QColor


def places(row: Row, area: QRect, font: QFont, beside: bool | None = None) -> Places:
    """Lay a row out from the top of an area; ``height`` says how much of it is needed.

    ``beside`` puts words and status to the right of the text or below it; None lets the
    room decide. ``font`` is that of the title.
    """
    left, icon = area.left(), QRect()
    if row.icon:
        side = icons.side()
        icon = QRect(left, area.top(), side, side)
        left += side + Space.MEDIUM
    right = _right_size(row)
    if beside is None:
        least = QFontMetrics(font).averageCharWidth() * LEAST_CHARS
        beside = area.right() - left - right.width() - Space.LARGE >= least
    taken = right.width() + Space.LARGE if beside and right.width() else 0
    column = QRect(left, area.top(), max(1, area.right() + 1 - left - taken), 0)
    found = _stack(row, column, font)
    found.icon, found.beside = icon, beside
    if beside:
        _put_beside(row, found, area, right)
    else:
        _put_below(row, found, column)
    _level_icon(found, font)
    return found


def _stack(row: Row, column: QRect, font: QFont) -> Places:
    title = _wrapped(column, row.title, font)
    found = Places(title, height=title.height())
    if row.detail:
        below = column.translated(0, title.height() + LEADING)
        found.detail = _wrapped(below, row.detail, small_font())
        found.height = found.detail.bottom() + 1 - column.top()
    return found


def _wrapped(column: QRect, text: str, font: QFont) -> QRect:
    metrics = QFontMetrics(font)
    words = parted(text, font, column.width())
    needed = metrics.boundingRect(QRect(0, 0, column.width(), _TALL), _WRAP, words).height()
    return QRect(column.left(), column.top(), column.width(), max(needed, metrics.height()))


def _right_size(row: Row) -> QSize:
    lines, line = row.trailing.splitlines(), QFontMetrics(small_font()).height()
    mark = tag.size(row.status) if row.status else QSize(0, 0)
    width = max([mark.width(), *(room(text, small_font()) for text in lines)])
    return QSize(width, stacked([line] * len(lines) + ([mark.height()] if row.status else [])))


def _put_beside(row: Row, found: Places, area: QRect, size: QSize) -> None:
    """Put the right-hand block level with the text: one line with one line, else at the top."""
    text = found.height
    found.height = max(text, size.height(), found.icon.height())
    one_line = not row.detail and text < 2 * QFontMetrics(small_font()).height()
    middle = area.top() + found.height // 2
    if one_line:
        found.title.moveTop(middle - found.title.height() // 2)
    top = middle - size.height() // 2
    corner = QPoint(area.right() + 1 - size.width(), max(area.top(), top))
    if row.trailing:
        line = QFontMetrics(small_font()).height() * len(row.trailing.splitlines())
        found.trailing = QRect(corner, QSize(size.width(), line))
        corner.setY(corner.y() + line + LEADING)
    if row.status:
        mark = tag.size(row.status)
        found.status = QRect(QPoint(area.right() + 1 - mark.width(), corner.y()), mark)


def _put_below(row: Row, found: Places, column: QRect) -> None:
    """Put words and status on a line of their own, or on two where they do not fit."""
    corner = QPoint(column.left(), column.top() + found.height + LEADING)
    mark = tag.size(row.status) if row.status else QSize(0, 0)
    if row.trailing:
        width = room(in_one_line(row.trailing), small_font())
        line = QFontMetrics(small_font()).height()
        shares = width + Space.MEDIUM + mark.width() <= column.width()
        tall = max(line, mark.height()) if shares and row.status else line
        found.trailing = QRect(corner, QSize(min(width, column.width()), tall))
        found.height = found.trailing.bottom() + 1 - column.top()
        step = QPoint(width + Space.MEDIUM, 0) if shares else QPoint(0, tall + LEADING)
        corner += step
    if row.status:
        found.status = QRect(corner, mark.boundedTo(QSize(column.width(), mark.height())))
        found.height = max(found.height, found.status.bottom() + 1 - column.top())


def _level_icon(found: Places, font: QFont) -> None:
    """Put the icon level with the middle of the title's first line."""
    middle = found.title.top() + QFontMetrics(font).height() // 2
    found.icon.moveTop(max(0, middle - found.icon.height() // 2))


def shortened(row: Row, width: int, font: QFont, lines: int) -> Row:
    """Return a row whose title fits into one or two lines of a width, its detail into one."""
    wide = width if lines == 1 else round(width * 1.85)
    title = QFontMetrics(font).elidedText(row.title, _ELIDE, wide)
    detail = QFontMetrics(small_font()).elidedText(row.detail, _ELIDE, width)
    return row._replace(title=title, detail=detail)


def paint(painter: QPainter, row: Row, spots: Places, font: QFont, inks: Inks) -> None:
    """Draw the words and the status of a row where ``places`` put them."""
    painter.setFont(font)
    painter.setPen(inks.title)
    painter.drawText(spots.title, _WRAP, parted(row.title, font, spots.title.width()))
    painter.setFont(small_font())
    painter.setPen(inks.rest)
    if row.marked:
        _draw_marked(painter, row, spots.detail)
    elif row.detail:
        words = parted(row.detail, small_font(), spots.detail.width())
        painter.drawText(spots.detail, _WRAP, words)
    if row.trailing:
        level = Qt.AlignmentFlag.AlignVCenter
        side = Qt.AlignmentFlag.AlignRight if spots.beside else Qt.AlignmentFlag.AlignLeft
        words = row.trailing if spots.beside else in_one_line(row.trailing)
        painter.drawText(spots.trailing, side | level, words)
    if row.status:
        tag.paint(painter, QRectF(spots.status), row.status)


def _draw_marked(painter: QPainter, row: Row, spot: QRect) -> None:
    """Draw the detail with its marked words; a mark takes no room, so that nothing moves."""
    layout = QTextLayout(held(row.detail), small_font())
    layout.setFormats([_pen(row.detail, *place) for place in row.marked])
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(spot.width())
        line.setPosition(QPointF(0, top))
        top += QFontMetricsF(small_font()).lineSpacing()
    layout.endLayout()
    layout.draw(painter, QPointF(spot.topLeft()))


def _pen(text: str, start: int, length: int) -> QTextLayout.FormatRange:
    """Mark a place of a text, which Qt counts in units of UTF-16."""
    look, pen = theme.current(), QTextCharFormat()
    pen.setBackground(look.colour("focus"))
    pen.setForeground(look.colour("on_focus"))
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = (
        _units(text[:start]),
        _units(text[start:][:length]),
        pen,
    )
    return found


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def in_one_line(words: str) -> str:
    """Return the words of the right-hand side as they are said below the text."""
    return " · ".join(words.splitlines())


def stacked(heights: Sequence[int]) -> int:
    """Return the height of lines below one another."""
    return sum(heights) + LEADING * max(0, len(heights) - 1)


def room(text: str, font: QFont) -> int:
    """Return a width in which a text is certainly not cut: the exact one is often a hair short."""
    return ceil(QFontMetricsF(font).horizontalAdvance(text)) + 2


def small_font() -> QFont:
    """Return the font of all but the title."""
    return theme.current().font(Text.SMALL)


def title_font(weight: Weight = Weight.REGULAR) -> QFont:
    """Return the font of the first line."""
    return theme.current().font(Text.BODY, weight)
