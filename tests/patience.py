"""How long a test waits for what is under way: against hanging only, not to measure anything.

What a busy computer does slowly is no fault, so no test may fail of it.
"""

from typing import Any

from pytestqt.qtbot import QtBot

SECONDS = 300
MILLISECONDS = SECONDS * 1000


class PatientBot(QtBot):
    """Waits as long for each signal and each state; the plugin itself gives up after 5 seconds."""

    def waitSignal(self, signal: Any, *, timeout: int = MILLISECONDS, **how: Any) -> Any:
        """Wait for one signal."""
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitSignals(self, signals: Any, *, timeout: int = MILLISECONDS, **how: Any) -> Any:
        """Wait for several signals."""
        return super().waitSignals(signals, timeout=timeout, **how)

    def waitUntil(self, callback: Any, *, timeout: int = MILLISECONDS) -> None:
        """Wait until something is so."""
        super().waitUntil(callback, timeout=timeout)

    def waitActive(self, widget: Any, *, timeout: int = MILLISECONDS) -> Any:
        """Wait until keys go to a window."""
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: Any, *, timeout: int = MILLISECONDS) -> Any:
        """Wait until a window is on the screen."""
        return super().waitExposed(widget, timeout=timeout)
