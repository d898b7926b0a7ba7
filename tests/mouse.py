"""What a person does with a mouse, whole."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

_LEFT = Qt.MouseButton.LeftButton


def double_click(widget: QWidget, at: QPoint) -> None:
    """Press twice and let go: the toolkit's own double click leaves the button down."""
    QTest.mouseDClick(widget, _LEFT, pos=at)
    QTest.mouseRelease(widget, _LEFT, pos=at)
