"""Hears that the screen was locked or that the computer goes to sleep, where the desktop tells.

On Linux desktops tell it over D-Bus, a pipe on this computer (freedesktop.org: "ScreenSaver", and
systemd's login1). Where there is none, the time without a touch and a sleep noticed afterwards
(``idle``) lock all the same.
"""

import os
import sys

from PySide6.QtCore import QObject, Signal, Slot

_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver",
           "org.mate.ScreenSaver", "org.xfce.ScreenSaver")  # fmt: skip
_LOGIN = "org.freedesktop.login1"


class ScreenLock(QObject):
    """Sends ``locked``; ``heard`` tells how many ways of hearing it there are."""

    locked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.heard = _connected(self) if _has_bus() else 0

    @Slot(bool)
    def on_switched(self, on: bool) -> None:
        """Take the news of a screen saver, or of sleep that begins."""
        if on:
            self.locked.emit()

    @Slot()
    def on_asked(self) -> None:
        """Take the request of the session to lock."""
        self.locked.emit()


def _has_bus() -> bool:
    return sys.platform == "linux" and bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))


def _connected(receiver: ScreenLock) -> int:
    """Ask both buses for the news; returns how many requests were taken."""
    try:
        from PySide6.QtDBus import QDBusConnection
    except ImportError:  # of a system without the library it needs
        return 0
    session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
    switched, asked = b"1on_switched(bool)", b"1on_asked()"
    savers = _SAVERS if session.isConnected() else ()
    taken = [session.connect("", "", one, "ActiveChanged", receiver, switched) for one in savers]
    if system.isConnected():
        manager, own = f"{_LOGIN}.Manager", f"{_LOGIN}.Session"
        taken.append(system.connect(_LOGIN, "", manager, "PrepareForSleep", receiver, switched))
        taken.append(system.connect(_LOGIN, "", own, "Lock", receiver, asked))
    return sum(map(bool, taken))
