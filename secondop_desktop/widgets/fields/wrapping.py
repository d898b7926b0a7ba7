"""Check boxes and radio buttons whose words wrap, so that none widens or leaves its form."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from secondop_desktop.widgets.theme import Space

_LEAST_CHARS = 16
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic
_TALL = 100_000
_PE = QStyle.PrimitiveElement
_PM = QStyle.PixelMetric


class WrapCheck(QCheckBox):
    """A check box with words of any length."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _let_wrap(self)

    def minimumSizeHint(self) -> QSize:
        """Ask for a few words of room; the rest wraps."""
        return _least(self, super().sizeHint())

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words wrapped at a width in device-independent pixels."""
        return _Places(self, width).height

    def hitButton(self, place: QPoint) -> bool:
        """Take a press on the mark and on the words."""
        return _Places(self, self.width()).taken.contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box level with the first line."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        _paint(self, option, _PE.PE_IndicatorCheckBox)


class WrapRadio(QRadioButton):
    """A radio button with words of any length."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _let_wrap(self)

    def minimumSizeHint(self) -> QSize:
        """Ask for a few words of room; the rest wraps."""
        return _least(self, super().sizeHint())

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words wrapped at a width in device-independent pixels."""
        return _Places(self, width).height

    def hitButton(self, place: QPoint) -> bool:
        """Take a press on the mark and on the words."""
        return _Places(self, self.width()).taken.contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle level with the first line."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        _paint(self, option, _PE.PE_IndicatorRadioButton)


class _Places:
    """Where mark and words go at a width, all in device-independent pixels."""

    def __init__(self, button: QAbstractButton, width: int) -> None:
        side = button.style().pixelMetric(_PM.PM_IndicatorWidth, None, button)
        metrics, left = button.fontMetrics(), side + Space.MEDIUM
        room = QRect(left, 0, max(width - left, 1), _TALL)
        words = metrics.boundingRect(room, _FLAGS.value, button.text())
        first = max(side, metrics.height())
        # The mark is level with the first line, also where that is lower than the mark.
        above = (first - metrics.height()) // 2
        self.mark = QRect(0, (first - side) // 2, side, side)
        self.words = QRect(left, above, room.width(), words.height())
        self.height = max(first, words.height() + 2 * above)
        self.taken = QRect(0, 0, left + words.width(), self.height)


def _let_wrap(button: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


def _least(button: QAbstractButton, whole: QSize) -> QSize:
    words = button.fontMetrics().averageCharWidth() * _LEAST_CHARS
    mark = button.style().pixelMetric(_PM.PM_IndicatorWidth, None, button)
    return QSize(min(whole.width(), mark + Space.MEDIUM + words), whole.height())


def _paint(button: QAbstractButton, option: QStyleOptionButton, mark: _PE) -> None:
    painter, places = QPainter(button), _Places(button, button.width())
    option.rect = places.mark
    button.style().drawPrimitive(mark, option, painter, button)
    button.style().drawItemText(
        painter,
        places.words,
        _FLAGS.value,
        button.palette(),
        button.isEnabled(),
        button.text(),
        button.foregroundRole(),
    )
