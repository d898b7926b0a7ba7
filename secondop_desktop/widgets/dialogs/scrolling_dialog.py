"""What every window over the page has: content that scrolls, and buttons that stay in sight."""

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QDialog, QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.background.press import pressed
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.layout.screen_room import screen_room, stay_on_screen
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.widgets.theme import Space

_PAGE_KEYS = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class ScrollingDialog(QDialog):
    """As tall as its content asks for while the screen has the room; beyond that it scrolls.

    ``content`` takes what is said and asked, ``buttons`` what stays in sight under it, and
    ``head`` what stays over it.
    """

    chars: ClassVar[int] = 64
    """How wide it is, in letters of usual width."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.column = ScrollColumn(self, wide=True)
        self.content = self.column.content
        self.content.setSpacing(Space.MEDIUM)
        self.content.setContentsMargins(Space.ROOMY, Space.WIDE, Space.ROOMY, Space.MEDIUM)
        self.buttons = Flow()
        self.head, self.foot = QVBoxLayout(), QVBoxLayout()
        self._stack()
        bar = self.column.verticalScrollBar()
        bar.rangeChanged.connect(lambda: QTimer.singleShot(0, self, self._grow))

    def _stack(self) -> None:
        self.head.setSpacing(Space.SMALL)
        self.foot.setContentsMargins(Space.ROOMY, Space.SMALL, Space.ROOMY, Space.WIDE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self.head)
        whole.addWidget(self.column, 1)
        whole.addLayout(self.foot)
        self.foot.addLayout(self.buttons)
        self.setMinimumWidth(self._width())

    def keep_above(self, *parts: QWidget) -> None:
        """Keep these in sight over what scrolls."""
        self.head.setContentsMargins(Space.ROOMY, Space.WIDE, Space.ROOMY, Space.SMALL)
        self.content.setContentsMargins(Space.ROOMY, 0, Space.ROOMY, Space.MEDIUM)
        for part in parts:
            self.head.addWidget(part)

    def add_cancel(self) -> Button:
        """Add the button that leaves without an answer, as Escape does."""
        button = Button(_("Cancel"))
        button.clicked.connect(self.reject)
        self.buttons.addWidget(button)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height of what stands here once it is wrapped."""
        self.fit_height()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by keys also where nothing in the content takes the focus."""
        action = _PAGE_KEYS.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self.column.verticalScrollBar().triggerAction(action)

    def fit_height(self) -> None:
        """Be as tall as is needed at this width: Qt itself stops at two thirds of the screen."""
        width, parts = self._width(), (self.head, self.content, self.foot)
        wanted = sum(part.totalHeightForWidth(width) for part in parts)
        self.resize(width, min(wanted, screen_room(self).height()))

    def _grow(self) -> None:
        """Give room to what has come or grown, but not while a button is held down."""
        hidden = self.column.verticalScrollBar().maximum()
        height = min(self.height() + hidden, screen_room(self).height())
        if self.isVisible() and height > self.height() and not pressed():
            self.resize(self.width(), height)
            stay_on_screen(self)

    def _width(self) -> int:
        wanted = self.fontMetrics().averageCharWidth() * self.chars
        return min(wanted, screen_room(self).width())
