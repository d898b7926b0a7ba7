"""Keys, and the right mouse button, that do something wherever in a widget they are pressed."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def on_key(key: str | QKeySequence.StandardKey, owner: QWidget, does: Callable[[], object]) -> None:
    """Let a key do something while the focus is in ``owner``."""
    shortcut = QShortcut(QKeySequence(key), owner)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(does)


def on_menu_wanted(owner: QWidget, opens: Callable[[QPoint], object]) -> None:
    """Open a menu for the right button, the Menu key and Shift+F10; it gets the spot on screen."""
    owner.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    owner.customContextMenuRequested.connect(lambda spot: opens(owner.mapToGlobal(spot)))
    for key in ("Menu", "Shift+F10"):
        on_key(key, owner, lambda: opens(owner.mapToGlobal(owner.rect().center())))
