"""An icon as a widget."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import icons


class Symbol(QWidget):
    """One icon beside a text; the text says what it means, so it has no name of its own."""

    def __init__(self, name: str, token: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._token = name, token
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._resize)

    def set_icon(self, name: str, token: str) -> None:
        """Show another icon."""
        self._name, self._token = name, token
        self.update()

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of an icon beside body text."""
        return QSize(icons.side(), icons.side())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        if self._name:
            icons.paint(QPainter(self), QRectF(self.rect()), self._name, self._token)
