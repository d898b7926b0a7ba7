"""Goes through a window by Tab, as a person without a mouse does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def tabbed(start: QWidget) -> list[QWidget]:
    """Return what the Tab key reaches from a widget of a visible window, each once, in order.

    Keys are pressed because asking Qt for its chain makes PySide delete widgets twice.
    """
    found: list[QWidget] = []
    at = start
    at.setFocus()
    while at not in found:
        found.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
        at = start.window().focusWidget()
    return found
