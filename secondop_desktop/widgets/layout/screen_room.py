"""How large a window over the page may be, so that all of it is on the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from secondop_desktop.widgets.theme import Space


def screen_room(window: QWidget) -> QSize:
    """Return what the screen has for a window, in device-independent pixels, without its frame."""
    return window.screen().availableGeometry().size() - QSize(Space.HUGE, Space.HUGE)


def stay_on_screen(window: QWidget) -> None:
    """Move a window up when it has grown over the foot of its screen."""
    area, frame = window.screen().availableGeometry(), window.frameGeometry()
    if frame.bottom() > area.bottom():
        window.move(frame.left(), max(area.top(), area.bottom() - frame.height() + 1))
