"""A list to choose from in a narrow column: the answer chosen wraps, so that it is read whole."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionComboBox, QWidget

from secondop_desktop.widgets.controls.combo_box import StillCombo

_KIND = QStyle.ComplexControl.CC_ComboBox
_FIELD = QStyle.SubControl.SC_ComboBoxEditField
_TALL = 10_000


class WrappingCombo(StillCombo):
    """As wide as its column, and as tall as the answer chosen needs at that width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.currentTextChanged.connect(lambda _text: self.updateGeometry())

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the answer at a width in device-independent pixels."""
        option = self._option()
        option.rect = QRect(0, 0, width, _TALL)
        room = self.style().subControlRect(_KIND, option, _FIELD, self)
        metrics, wrap = self.fontMetrics(), Qt.TextFlag.TextWordWrap
        words = metrics.boundingRect(QRect(0, 0, room.width(), _TALL), wrap, self.currentText())
        return super().sizeHint().height() + max(words.height() - metrics.height(), 0)

    def sizeHint(self) -> QSize:
        """Return the usual width, and the height that is needed now."""
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def cuts_its_answer(self) -> bool:
        """Return that it never does."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box as ever, and the words on as many lines as they need."""
        painter, option = QPainter(self), self._option()
        self.style().drawComplexControl(_KIND, option, painter, self)
        room = self.style().subControlRect(_KIND, option, _FIELD, self)
        painter.setPen(option.palette.buttonText().color())
        level = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(level) | int(Qt.TextFlag.TextWordWrap), self.currentText())

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option
