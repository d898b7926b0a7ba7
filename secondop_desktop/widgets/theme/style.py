"""Fusion with our own tick boxes, arrows and borders: its outlines are too faint to see."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QWidget,
)

from secondop_desktop.widgets.theme.scale import Radius, Space
from secondop_desktop.widgets.theme.tokens import LIGHT, Tokens

_PE = QStyle.PrimitiveElement
_PM = QStyle.PixelMetric
_CT = QStyle.ContentsType
_State = QStyle.StateFlag
_BOXES: Final = (_PE.PE_IndicatorCheckBox, _PE.PE_IndicatorItemViewItemCheck)
_FRAMES: Final = (_PE.PE_FrameLineEdit, _PE.PE_PanelLineEdit, _PE.PE_PanelButtonCommand)
_INDICATORS: Final = (
    _PM.PM_IndicatorWidth,
    _PM.PM_IndicatorHeight,
    _PM.PM_ExclusiveIndicatorWidth,
    _PM.PM_ExclusiveIndicatorHeight,
)
_ARROWS: Final = {
    _PE.PE_IndicatorArrowDown: ((-1.0, -0.5), (0.0, 0.5), (1.0, -0.5)),
    _PE.PE_IndicatorArrowUp: ((-1.0, 0.5), (0.0, -0.5), (1.0, 0.5)),
    _PE.PE_IndicatorArrowRight: ((-0.5, -1.0), (0.5, 0.0), (-0.5, 1.0)),
    _PE.PE_IndicatorArrowLeft: ((0.5, -1.0), (-0.5, 0.0), (0.5, 1.0)),
    _PE.PE_IndicatorSpinDown: ((-1.0, -0.5), (0.0, 0.5), (1.0, -0.5)),
    _PE.PE_IndicatorSpinUp: ((-1.0, 0.5), (0.0, -0.5), (1.0, 0.5)),
}
_TICK: Final = ((0.22, 0.53), (0.42, 0.73), (0.79, 0.30))
_PADDED: Final = (_CT.CT_PushButton, _CT.CT_LineEdit, _CT.CT_ComboBox, _CT.CT_SpinBox)


class OwnStyle(QProxyStyle):
    """Draws what a style sheet cannot tint, and all borders when there is no style sheet."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self._tokens: Tokens = LIGHT
        self._line = 1
        self._indicator = 24

    def use(self, tokens: Tokens, line: int, line_height: int) -> None:
        """Draw with these colours, border width and line height (pixels) from now on."""
        self._tokens = tokens
        self._line = line
        self._indicator = max(24, round(line_height * 1.1))

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Return indicator sizes that grow with the text."""
        if metric in _INDICATORS:
            return self._indicator
        if metric in {_PM.PM_CheckBoxLabelSpacing, _PM.PM_RadioButtonLabelSpacing}:
            return Space.MEDIUM
        return super().pixelMetric(metric, option, widget)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        """Return room for a comfortable target where no style sheet gives padding."""
        result = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        if self._line > 1 and kind in _PADDED:
            least = option.fontMetrics.height() + 2 * (Space.SMALL + self._line)
            return QSize(result.width() + Space.LARGE, max(result.height(), least))
        return result

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw our own indicators, arrows, focus and high-contrast frames."""
        if element in _BOXES:
            self._box(option, painter)
        elif element is _PE.PE_IndicatorRadioButton:
            self._radio(option, painter)
        elif element in _ARROWS:
            self._arrow(element, option, painter)
        elif element is _PE.PE_FrameFocusRect:
            self._focused_item(option, painter, widget)
        elif self._line > 1 and element in _FRAMES:
            self._frame(option, painter, widget)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def _colour(self, option: QStyleOption, name: str) -> QColor:
        enabled = bool(option.state & _State.State_Enabled)
        return QColor(getattr(self._tokens, name if enabled else "muted"))

    def _begin(self, option: QStyleOption, painter: QPainter) -> QRectF:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(option.rect.width(), option.rect.height()) - 2.0
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(option.rect).center())
        return square

    def _box(self, option: QStyleOption, painter: QPainter) -> None:
        square = self._begin(option, painter)
        filled = option.state & (_State.State_On | _State.State_NoChange)
        edge = self._colour(option, "primary" if filled else "edge")
        painter.setPen(QPen(edge, 2))
        painter.setBrush(edge if filled else QColor(self._tokens.surface))
        painter.drawRoundedRect(square, Radius.TAG, Radius.TAG)
        painter.setPen(self._mark_pen(square))
        if option.state & _State.State_On:
            painter.drawPolyline(_points(_TICK, square))
        elif option.state & _State.State_NoChange:
            painter.drawPolyline(_points(((0.25, 0.5), (0.75, 0.5)), square))
        painter.restore()

    def _mark_pen(self, square: QRectF) -> QPen:
        pen = QPen(QColor(self._tokens.on_primary), max(2.5, square.width() / 9))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def _radio(self, option: QStyleOption, painter: QPainter) -> None:
        square = self._begin(option, painter)
        chosen = bool(option.state & _State.State_On)
        edge = self._colour(option, "primary" if chosen else "edge")
        painter.setPen(QPen(edge, 2))
        painter.setBrush(QColor(self._tokens.surface))
        painter.drawEllipse(square)
        if chosen:
            inset = square.width() * 0.25
            painter.setBrush(edge)
            painter.drawEllipse(square.adjusted(inset, inset, -inset, -inset))
        painter.restore()

    def _arrow(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter
    ) -> None:
        self._begin(option, painter)
        centre = QRectF(option.rect).center()
        reach = min(self._indicator / 4, min(option.rect.width(), option.rect.height()) / 2.5)
        pen = QPen(self._colour(option, "text"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        corners = [centre + QPointF(x * reach, y * reach) for x, y in _ARROWS[element]]
        painter.drawPolyline(QPolygonF(corners))
        painter.restore()

    def _focused_item(
        self, option: QStyleOption, painter: QPainter, widget: QWidget | None
    ) -> None:
        """Mark the current item of a view; whole widgets are marked by the focus ring."""
        if isinstance(widget, QAbstractItemView):
            painter.save()
            painter.setPen(QPen(QColor(self._tokens.text), 3))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
            painter.restore()

    def _frame(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        down = option.state & (_State.State_Sunken | _State.State_On)
        marked = isinstance(widget, QAbstractButton) and down
        inset = self._line // 2
        painter.setPen(QPen(self._colour(option, "edge"), self._line * (2 if marked else 1)))
        painter.setBrush(QColor(self._tokens.surface))
        frame = QRect(option.rect).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, Radius.CONTROL, Radius.CONTROL)
        painter.restore()


def _points(shape: tuple[tuple[float, float], ...], square: QRectF) -> QPolygonF:
    corner, side = square.topLeft(), square.width()
    return QPolygonF([corner + QPointF(x * side, y * side) for x, y in shape])
