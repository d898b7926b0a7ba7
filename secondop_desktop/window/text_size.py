"""Larger and smaller text, by the menu and its keys; kept on this device."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from secondop_desktop import settings
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme

USUAL = "usual"
STEPS = {"larger": 25, "smaller": -25}
"""What the acts of the menu add, in per cent."""
_LEAST, _MOST = 100, 200
"""Per cent."""


def resize_text(act: str) -> None:
    """Show all text larger, smaller or as usual, and remember it."""
    percent = _LEAST if act == USUAL else theme.current().percent + STEPS[act]
    percent = min(_MOST, max(_LEAST, percent))
    chosen, app = settings.load(), QApplication.instance()
    if isinstance(app, QApplication):
        theme.apply(app, Scheme(chosen.scheme), percent)
    settings.save(replace(chosen, text_percent=percent))
