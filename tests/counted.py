"""A hand that counts: each click, each key, and each text typed or pasted is one action."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget

from tests.window.keyboard import press, target

_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


class Hand:
    """Clicks on what is in sight, presses keys and types, as a person does, and counts."""

    def __init__(self) -> None:
        self.actions = 0
        self.texts = 0
        """How many of the actions were texts."""

    def click(self, part: QWidget) -> None:
        """Click what is in sight, through its window; what is not in sight is a fault."""
        seen = part.visibleRegion().boundingRect()
        assert not seen.isEmpty(), f"not in sight: {part.accessibleName() or part}"
        self._click_at(part, seen.center())

    def click_row(self, listed: QAbstractItemView, row: int) -> None:
        """Click a row of a list that is in sight."""
        place = listed.visualRect(listed.model().index(row, 0))
        assert listed.viewport().rect().contains(place.center()), f"row {row} is not in sight"
        self._click_at(listed.viewport(), place.center())

    def _click_at(self, part: QWidget, spot: QPoint) -> None:
        self.actions += 1
        handle = part.window().windowHandle()
        QTest.mouseClick(handle, _LEFT, _NONE, part.mapTo(part.window(), spot))
        QApplication.processEvents()

    def key(self, keys: str) -> None:
        """Press a key, such as Return or Ctrl+N."""
        self.actions += 1
        press(keys, _target())
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type a text into what has the focus."""
        self.actions += 1
        self.texts += 1
        for letter in text:
            QTest.keyClicks(_target(), letter)

    def other(self) -> None:
        """Count what is done with the mouse otherwise, such as dropping a file."""
        self.actions += 1


def _target() -> QWidget:
    """Return what keys go to: under a list of suggestions, the text that is being typed.

    A list that was given a key stays the active window once it has gone, without a desktop.
    """
    text = QApplication.focusWidget()
    return text if isinstance(text, QLineEdit) else target()
