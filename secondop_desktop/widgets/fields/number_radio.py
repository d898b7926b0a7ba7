"""A radio button with its number above it, so that 0 to 10 fit one row at large text too."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QStyle, QStyleOptionButton, QWidget

from secondop_desktop.widgets.theme import Space

_METRIC = QStyle.PixelMetric


class NumberRadio(QRadioButton):
    """The number over the button; a press anywhere on either chooses it."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(str(number), parent)

    def sizeHint(self) -> QSize:
        """Make room for the number above the button."""
        metrics, mark = self.fontMetrics(), self._mark()
        width = max(mark.width(), metrics.horizontalAdvance(self.text())) + 2 * Space.SMALL
        return QSize(width, metrics.height() + mark.height() + 3 * Space.HAIR)

    def minimumSizeHint(self) -> QSize:
        """Never be squeezed."""
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        """Take a press on the number as one on the button."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the number, then the button as the style draws it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter, metrics = QPainter(self), self.fontMetrics()
        number = QRect(0, Space.HAIR, self.width(), metrics.height())
        self.style().drawItemText(
            painter,
            number,
            Qt.AlignmentFlag.AlignCenter.value,
            self.palette(),
            self.isEnabled(),
            self.text(),
            self.foregroundRole(),
        )
        mark = QRect(QPoint(0, 0), self._mark())
        mark.moveTopLeft(QPoint((self.width() - mark.width()) // 2, number.bottom() + Space.HAIR))
        option.rect = mark
        radio = QStyle.PrimitiveElement.PE_IndicatorRadioButton
        self.style().drawPrimitive(radio, option, painter, self)

    def _mark(self) -> QSize:
        width = self.style().pixelMetric(_METRIC.PM_ExclusiveIndicatorWidth, None, self)
        return QSize(width, width)
