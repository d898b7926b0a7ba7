"""Fusion with our own tick boxes, lists, arrows and borders: its outlines are too faint to see."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionGroupBox,
    QStyleOptionSpinBox,
    QWidget,
)

from secondop_desktop.widgets.theme import drawing
from secondop_desktop.widgets.theme.drawing import DOWN, LEFT, RIGHT, UP, Brushwork
from secondop_desktop.widgets.theme.sizes import Radius, Space
from secondop_desktop.widgets.theme.tokens import LIGHT, Tokens

_PE = QStyle.PrimitiveElement
_PM = QStyle.PixelMetric
_CE = QStyle.ControlElement
_CC = QStyle.ComplexControl
_SC = QStyle.SubControl
_CT = QStyle.ContentsType
_SH = QStyle.StyleHint
_State = QStyle.StateFlag
_BOXES: Final = (_PE.PE_IndicatorCheckBox, _PE.PE_IndicatorItemViewItemCheck)
_FRAMES: Final = (
    _PE.PE_FrameGroupBox,
    _PE.PE_FrameMenu,
    _PE.PE_FrameTabWidget,
    _PE.PE_FrameLineEdit,
    _PE.PE_PanelLineEdit,
    _PE.PE_PanelButtonCommand,
    _PE.PE_Frame,
)
_INDICATORS: Final = (
    _PM.PM_IndicatorWidth,
    _PM.PM_IndicatorHeight,
    _PM.PM_ExclusiveIndicatorWidth,
    _PM.PM_ExclusiveIndicatorHeight,
)
_SPACES: Final = {
    _PM.PM_CheckBoxLabelSpacing: Space.MEDIUM,
    _PM.PM_RadioButtonLabelSpacing: Space.MEDIUM,
}
_UNSTYLED: Final = (_PM.PM_DefaultFrameWidth, _PM.PM_MenuButtonIndicator)
"""What the style sheet says otherwise: frames, and the arrow of a button that opens a menu."""
_ARROWS: Final = {
    _PE.PE_IndicatorArrowDown: DOWN,
    _PE.PE_IndicatorArrowUp: UP,
    _PE.PE_IndicatorArrowRight: RIGHT,
    _PE.PE_IndicatorArrowLeft: LEFT,
}
_OWN_HINTS: Final = {
    _SH.SH_ComboBox_Popup: 0,
    _SH.SH_Widget_Animation_Duration: 0,
    _SH.SH_ListViewExpand_SelectMouseType: QEvent.Type.MouseButtonRelease.value,
}
ALIKE: Final = (
    _SH.SH_Widget_ShareActivation,
    _SH.SH_ScrollView_FrameOnlyAroundContents,
    _SH.SH_MainWindow_SpaceBelowMenuBar,
    _SH.SH_ItemView_ShowDecorationSelected,
    _SH.SH_ItemView_ScrollMode,
)
"""Asked most often, a thousand times a page, and answered alike for every widget."""
_ICONS: Final = (_PM.PM_SmallIconSize, _PM.PM_ButtonIconSize, _PM.PM_ListViewIconSize)
_LISTS: Final = (_CT.CT_ComboBox, _CT.CT_SpinBox)
_PADDED: Final = (_CT.CT_PushButton, _CT.CT_LineEdit, *_LISTS)
_PAD: Final = 10
_ITEM_PAD: Final = 14


class OwnStyle(QProxyStyle):
    """Draws what a style sheet cannot tint, and all borders when there is no style sheet."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self._tokens: Tokens = LIGHT
        self._line = 1
        self._indicator = 24
        alike = {hint: super(OwnStyle, self).styleHint(hint) for hint in ALIKE}
        self._hints = alike | _OWN_HINTS

    def use(self, tokens: Tokens, line: int, line_height: int) -> None:
        """Draw with these colours, border width and line height (pixels) from now on."""
        self._tokens = tokens
        self._line = line
        self._indicator = max(24, round(line_height * 1.1))

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        """Open lists under their box, and branches when a press ends; nothing moves by itself."""
        kept = self._hints.get(hint)
        return super().styleHint(hint, option, widget, returned) if kept is None else kept

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Return indicator sizes that grow with the text."""
        if metric in _INDICATORS:
            return self._indicator
        if metric in _ICONS:
            return self._indicator - 4
        if metric in _SPACES:
            return _SPACES[metric]
        if metric is _PM.PM_FocusFrameHMargin and isinstance(widget, QAbstractItemView):
            return Space.MEDIUM - 1
        if metric in _UNSTYLED and self._line > 1:
            return self._line if metric is _PM.PM_DefaultFrameWidth else 0
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
        if kind is _CT.CT_ItemViewItem:
            return QSize(result.width(), result.height() + _ITEM_PAD)
        if kind in _LISTS or (self._line > 1 and kind in _PADDED):
            least = option.fontMetrics.height() + 2 * (_PAD + self._line)
            if isinstance(option, QStyleOptionButton) and not option.text:
                return QSize(least, least)
            return QSize(result.width() + Space.ROOMY, max(result.height(), least))
        return result

    def subElementRect(
        self, part: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None
    ) -> QRect:
        """Return where typed text goes, away from the border where no style sheet pads it."""
        result = super().subElementRect(part, option, widget)  # type: ignore[arg-type]
        if part is QStyle.SubElement.SE_LineEditContents and self._line > 1 and _framed(option):
            return result.adjusted(_PAD, 0, -_PAD, 0)
        return result

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Return where the text and the arrows of lists and number boxes go."""
        if control is _CC.CC_ComboBox:
            found = self._list_part(option.rect, part)
        elif control is _CC.CC_SpinBox:
            found = self._number_part(option.rect, part)
        elif isinstance(option, QStyleOptionGroupBox) and not option.text:
            found = QRect(option.rect) if part is _SC.SC_GroupBoxContents else None
        else:
            found = None
        if found is not None:
            return found
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]

    def _list_part(self, area: QRect, part: QStyle.SubControl) -> QRect | None:
        room = self._indicator + Space.SMALL
        if part is _SC.SC_ComboBoxEditField:
            return area.adjusted(Space.MEDIUM, self._line, -room, -self._line)
        if part is _SC.SC_ComboBoxArrow:
            return QRect(area.right() + 1 - room, area.y(), room, area.height())
        return None

    def _number_part(self, area: QRect, part: QStyle.SubControl) -> QRect | None:
        room = self._indicator + Space.SMALL
        if part is _SC.SC_SpinBoxEditField:
            return area.adjusted(Space.MEDIUM, self._line, -2 * room, -self._line)
        if part is _SC.SC_SpinBoxDown:
            return QRect(area.right() + 1 - 2 * room, area.y(), room, area.height())
        if part is _SC.SC_SpinBoxUp:
            return QRect(area.right() + 1 - room, area.y(), room, area.height())
        return None

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw lists and number boxes ourselves."""
        if isinstance(option, QStyleOptionComboBox):
            self._list(option, painter, widget)
        elif isinstance(option, QStyleOptionSpinBox):
            self._number(option, painter, widget)
        elif self._line > 1 and control is _CC.CC_ScrollBar:
            self._scroll_bar(option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def _list(
        self, option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None
    ) -> None:
        work = self._work(option)
        self._ground(option, painter, widget)
        arrow = self.subControlRect(_CC.CC_ComboBox, option, _SC.SC_ComboBoxArrow, widget)
        drawing.arrow(painter, arrow, work, DOWN, self._indicator / 4)

    def _scroll_bar(
        self, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None
    ) -> None:
        painter.fillRect(option.rect, QColor(self._tokens.background))
        handle = self.subControlRect(_CC.CC_ScrollBar, option, _SC.SC_ScrollBarSlider, widget)
        painter.fillRect(handle.adjusted(2, 2, -2, -2), QColor(self._tokens.edge))

    def _number(
        self, option: QStyleOptionSpinBox, painter: QPainter, widget: QWidget | None
    ) -> None:
        work = self._work(option)
        self._ground(option, painter, widget)
        for part, shape in ((_SC.SC_SpinBoxDown, DOWN), (_SC.SC_SpinBoxUp, UP)):
            area = self.subControlRect(_CC.CC_SpinBox, option, part, widget)
            drawing.arrow(painter, area, work, shape, self._indicator / 4)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Shorten what a list has no room for with an ellipsis, so that it shows as cut.

        A button that opens a menu says so by its own icon: it gets no second arrow. The name
        over the list of screens begins where the words below it do.
        """
        if element is _CE.CE_PushButtonLabel and isinstance(option, QStyleOptionButton):
            name = widget is not None and widget.property("kind") == "whose"
            if name and self._line > 1:
                self._name(option, painter)
                return
        if element is _CE.CE_PushButtonBevel and isinstance(option, QStyleOptionButton):
            option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu
        if element is _CE.CE_ComboBoxLabel and isinstance(option, QStyleOptionComboBox):
            part = _SC.SC_ComboBoxEditField
            room = self.subControlRect(_CC.CC_ComboBox, option, part, widget).width()
            if not option.currentIcon.isNull():
                room -= option.iconSize.width() + Space.SMALL
            elide = Qt.TextElideMode.ElideRight
            option.currentText = option.fontMetrics.elidedText(option.currentText, elide, room)
        super().drawControl(element, option, painter, widget)

    def _name(self, option: QStyleOptionButton, painter: QPainter) -> None:
        """Draw icon and words from the left, where no style sheet does it."""
        area = option.rect.adjusted(Space.SMALL, 0, -Space.HAIR, 0)
        side = option.iconSize
        spot = QRect(area.left(), area.center().y() - side.height() // 2, *side.toTuple())
        option.icon.paint(painter, spot)
        words = area.adjusted(side.width() + Space.HAIR, 0, 0, 0)
        painter.setPen(option.palette.buttonText().color())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, flags | Qt.TextFlag.TextShowMnemonic, option.text)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw our own indicators, arrows, focus and high-contrast frames."""
        if element in _BOXES:
            drawing.tick_box(painter, option.rect, self._work(option), _mark(option))
        elif element is _PE.PE_IndicatorMenuCheckMark:
            if option.state & _State.State_On:
                drawing.tick(painter, option.rect, self._menu_ink(option))
        elif element is _PE.PE_IndicatorRadioButton:
            chosen = bool(option.state & _State.State_On)
            drawing.radio(painter, option.rect, self._work(option), chosen=chosen)
        elif element in _ARROWS:
            reach = self._indicator / 4
            drawing.arrow(painter, option.rect, self._work(option), _ARROWS[element], reach)
        elif element is _PE.PE_FrameFocusRect:
            self._current_item(option, painter, widget)
        elif self._line > 1 and element in _FRAMES and _framed(option):
            self._ground(option, painter, widget, 0 if element is _PE.PE_Frame else Radius.CONTROL)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def _work(self, option: QStyleOption) -> Brushwork:
        return Brushwork(self._tokens, bool(option.state & _State.State_Enabled), self._line)

    def _menu_ink(self, option: QStyleOption) -> QColor:
        chosen = bool(option.state & _State.State_Selected)
        return QColor(self._tokens.on_focus if chosen else self._tokens.text)

    def _ground(
        self,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None,
        radius: int = Radius.CONTROL,
    ) -> None:
        down = option.state & (_State.State_Sunken | _State.State_On)
        marked = isinstance(widget, QAbstractButton) and bool(down)
        leading = isinstance(widget, QAbstractButton) and widget.property("kind") == "primary"
        fill = "primary" if leading else "surface"
        work = self._work(option)
        drawing.frame(painter, option.rect, work, fill, marked=marked, radius=radius)

    def _current_item(
        self, option: QStyleOption, painter: QPainter, widget: QWidget | None
    ) -> None:
        """Mark the current item of a view; whole widgets are marked by the focus ring."""
        if isinstance(widget, QAbstractItemView):
            painter.save()
            painter.setPen(QPen(QColor(self._tokens.text), 3))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
            painter.restore()


def _mark(option: QStyleOption) -> drawing.Shape | None:
    if option.state & _State.State_On:
        return drawing.TICK
    return drawing.DASH if option.state & _State.State_NoChange else None


def _framed(option: QStyleOption) -> bool:
    """Say whether a control has a border; an edit inside a list or number box has none."""
    return not isinstance(option, QStyleOptionFrame) or option.lineWidth > 0
