"""What a screen shows while it is empty: what it is for, and the one next thing to do."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import Label, heading
from secondop_desktop.widgets.controls.panel import Panel
from secondop_desktop.widgets.theme import Space, icons
from secondop_desktop.widgets.theme.sizes import STACK_PERCENT


class Empty(Panel):
    """An icon, a heading, a sentence, one button; ``pressed`` is sent when it is used."""

    pressed = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        action: str = "",
        parent: QWidget | None = None,
        *,
        action_icon: str = "add",
    ) -> None:
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(title)
        self.button = Button(action, action_icon, Rank.PRIMARY)
        if not action:
            self.button.hide()
        self.button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.ROOMY, Space.ROOMY, Space.ROOMY, Space.ROOMY)
        column.setSpacing(Space.MEDIUM)
        for part in (_Picture(icon, self), heading(title, 2), Label(text)):
            column.addWidget(part)
        column.addSpacing(Space.HAIR)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)


class _Picture(QWidget):
    """The icon of the screen on a round tint."""

    def __init__(self, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Leave the room to the words and the button where the text is large."""
        self.setVisible(theme.current().percent < STACK_PERCENT)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        side = icons.side() * 2 + Space.LARGE
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().colour("primary_tint"))
        painter.drawEllipse(self.rect())
        inset = self.width() * 0.24
        spot = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        icons.paint(painter, spot, self._icon, "primary")
