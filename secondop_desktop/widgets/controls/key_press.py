"""A key that does something wherever in a widget the focus is."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def on_key(key: str | QKeySequence.StandardKey, owner: QWidget, does: Callable[[], object]) -> None:
    """Let a key do something while the focus is in ``owner``."""
    shortcut = QShortcut(QKeySequence(key), owner)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(does)
