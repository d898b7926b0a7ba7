"""Fields are tried in a window that really has the focus."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.theme import Theme

Show = Callable[[QWidget], QPushButton]


def focused() -> QWidget:
    """Return the widget that keys go to now."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.fixture
def show(look: Theme, qtbot: QtBot) -> Show:
    """Put a field into an active window above a button, and return the button."""

    kept: list[QWidget] = []

    def place(field: QWidget) -> QPushButton:
        window, other = QWidget(), QPushButton("other")
        kept.append(window)
        column = QVBoxLayout(window)
        column.addWidget(field)
        column.addWidget(other)
        qtbot.addWidget(window)
        window.resize(700, 400)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return other

    return place
