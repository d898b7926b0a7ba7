"""Status tags: a word with an icon on a tint, as a widget or drawn into a list."""

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.panel import paint_panel
from secondop_desktop.widgets.theme import Space, Text, Weight, icons
from secondop_desktop.widgets.theme.sizes import Radius
from secondop_desktop.widgets.theme.tone import Tone

_SIDE: Final = Space.SMALL
_ABOVE: Final = 3


class Status(NamedTuple):
    """The word of a tag, its tone and its icon; without an icon the tone's own is used."""

    word: str
    tone: Tone = Tone.PLAIN
    icon: str = ""

    @property
    def symbol(self) -> str:
        """The name of the icon shown, or an empty text."""
        return self.icon or self.tone.icon


class Tag(QLabel):
    """One status, as wide as its word."""

    def __init__(self, status: Status, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_status(status)
        theme.current().changed.connect(self._resize)

    def set_status(self, status: Status) -> None:
        """Show another status."""
        self.status = status
        self.setText(status.word)
        self._resize()

    def _resize(self) -> None:
        self.setFixedSize(size(self.status))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tag."""
        paint(QPainter(self), QRectF(self.rect()), self.status)


def size(status: Status) -> QSize:
    """Return the size of a tag in device-independent pixels."""
    metrics = _metrics()
    width = metrics.horizontalAdvance(status.word) + 2 * _SIDE
    if status.symbol:
        width += _icon_side(metrics) + Space.HAIR
    return QSize(width, metrics.height() + 2 * _ABOVE)


def paint(painter: QPainter, area: QRectF, status: Status) -> None:
    """Draw a tag into an area of the size that ``size`` gives."""
    look, metrics = theme.current(), _metrics()
    ink, edge = look.colour(status.tone.ink), look.colour(status.tone.edge)
    paint_panel(painter, area, look.colour(status.tone.tint), edge, Radius.TAG)
    left = area.x() + _SIDE
    if status.symbol:
        side = _icon_side(metrics)
        top = area.center().y() - side / 2
        icons.paint(painter, QRectF(left, top, side, side), status.symbol, status.tone.ink)
        left += side + Space.HAIR
    painter.setPen(ink)
    painter.setFont(_font())
    words = QRectF(left, area.y(), area.right() - left, area.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, status.word)


def _font() -> QFont:
    return theme.current().font(Text.SMALL, Weight.BOLD)


def _metrics() -> QFontMetrics:
    return QFontMetrics(_font())


def _icon_side(metrics: QFontMetrics) -> int:
    return round(metrics.height() * 0.8)
