"""The focus ring: one halo that follows the keyboard to whatever widget it reaches."""

from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QFocusFrame,
    QMenu,
    QMenuBar,
    QProxyStyle,
    QRadioButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid

from secondop_desktop.widgets.theme.sizes import Radius
from secondop_desktop.widgets.theme.tokens import LIGHT, Tokens

HALO: Final = 3
EDGE: Final = 3
_MARGINS: Final = (
    QStyle.PixelMetric.PM_FocusFrameHMargin,
    QStyle.PixelMetric.PM_FocusFrameVMargin,
)


class _RingStyle(QProxyStyle):
    """Places the frame above its widget, a halo's width outside it."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint is QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return super().styleHint(hint, option, widget, returned)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric not in _MARGINS:
            return super().pixelMetric(metric, option, widget)
        return HALO + EDGE if isinstance(widget, _Ring) and widget.around else HALO


class _Ring(QFocusFrame):
    """A yellow halo outside the widget and a dark edge inside it.

    What has no ground of its own gets the edge outside too: it would lie on mark and words.
    """

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.tokens = tokens

    @property
    def around(self) -> bool:
        """Whether halo and edge are both outside the widget."""
        return isinstance(self.widget(), QCheckBox | QRadioButton)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw halo and edge; the middle stays clear for the widget itself."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        _outline(painter, whole, HALO, self.tokens.focus)
        inner = whole.adjusted(HALO, HALO, -HALO, -HALO)
        filled = isinstance(self.widget(), QAbstractButton) and not self.around
        _outline(painter, inner, EDGE, self.tokens.on_focus if filled else self.tokens.text)


class FocusRing(QObject):
    """Moves the ring when the focus moves."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._style = _RingStyle("Fusion")
        self._style.setParent(self)
        self._tokens: Tokens = LIGHT
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._follow)

    def use(self, tokens: Tokens) -> None:
        """Draw with these colours from now on."""
        self._tokens = tokens
        ring = self._alive()
        if ring is not None:
            ring.tokens = tokens
            ring.update()

    def _alive(self) -> _Ring | None:
        return self._ring if self._ring is not None and isValid(self._ring) else None

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        target = ringed(new) if new is not None else None
        ring = self._alive()
        if target is None:
            if ring is not None:
                ring.hide()
            return
        if ring is None:
            ring = self._ring = _Ring(self._tokens)
            ring.setStyle(self._style)
        ring.setWidget(target)
        ring.show()


def ringed(widget: QWidget) -> QWidget | None:
    """Return the widget to mark for a focused one: a box with its inner edit counts as one."""
    if isinstance(widget, QMenu | QMenuBar) or widget.isWindow():
        return None
    if widget.window().windowType() is Qt.WindowType.Popup:
        return None
    parent = widget.parentWidget()
    return parent if isinstance(parent, QComboBox | QAbstractSpinBox) else widget


def _outline(painter: QPainter, area: QRectF, width: int, colour: str) -> None:
    half = width / 2
    painter.setPen(QPen(QColor(colour), width))
    painter.drawRoundedRect(area.adjusted(half, half, -half, -half), Radius.CONTROL, Radius.CONTROL)
