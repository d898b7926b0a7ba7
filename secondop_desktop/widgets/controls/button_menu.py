"""Buttons that find no room on their line, offered in a menu instead."""

from PySide6.QtWidgets import QMenu

from secondop_desktop.widgets.controls.button import Button, IconButton
from secondop_desktop.widgets.theme import icons


def offer(menu: QMenu, button: Button | IconButton) -> None:
    """Add what presses a button to a menu, with its words and its icon, on or off as it is."""
    act = menu.addAction(button.text() or button.accessibleName())
    act.setCheckable(button.isCheckable())
    act.setChecked(button.isChecked())
    act.setEnabled(button.isEnabled())
    act.triggered.connect(button.click)
    if button.icon_name:
        act.setIcon(icons.menu_icon(button.icon_name))
