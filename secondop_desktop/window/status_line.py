"""The line at the foot of the window: what was saved and copied last, and the way to help."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.labels import set_role
from secondop_desktop.widgets.theme import Space, Text

STATUS_HEIGHT = 24
"""Of the line at the usual text size, in device-independent pixels."""


class StatusLine(QWidget):
    """As low as a line of small text; not Qt's own, which keeps room around its parts."""

    def __init__(self) -> None:
        super().__init__()
        self.saved, self.copied = QLabel(), QLabel()
        self.help_button = QToolButton()
        self.help_button.setText(_("Help"))
        self.help_button.setAccessibleName(_("Help for this screen"))
        self.help_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.help_button.setProperty("kind", "status")
        policy = QSizePolicy.Policy
        self.saved.setSizePolicy(policy.Ignored, policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.LARGE, 0, Space.LARGE, 0)
        row.setSpacing(Space.MEDIUM)
        row.addWidget(self.saved, 1)
        for part in (self.copied, self.help_button):
            row.addWidget(part)
        for label in (self.saved, self.copied):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for part in (self.saved, self.copied, self.help_button):
            set_role(part, Text.SMALL)
        theme.current().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        height = max(STATUS_HEIGHT, self.help_button.sizeHint().height())
        self.help_button.setFixedHeight(height)
        self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say both where there is room for both."""
        super().resizeEvent(event)
        self._share()

    def event(self, event: QEvent) -> bool:
        """Share the width anew when one of them says something else."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share()
        return super().event(event)

    def _share(self) -> None:
        """Leave out the safe copy where what was saved would be cut; Home tells of it too."""
        parts = (self.saved, self.copied, self.help_button)
        needed = sum(part.sizeHint().width() for part in parts) + 2 * (Space.MEDIUM + Space.LARGE)
        self.copied.setVisible(needed <= self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that parts it from the page."""
        look, painter = theme.current(), QPainter(self)
        painter.setPen(QPen(look.colour("divider"), look.line))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())
