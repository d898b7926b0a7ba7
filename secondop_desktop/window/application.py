"""The one QApplication of the program."""

import sys

from PySide6.QtCore import QEvent
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from secondop_desktop.paths import resource
from secondop_desktop.widgets.background.garbage_timer import Collector
from secondop_desktop.window.opened_by_system import OpenedBySystem

DESKTOP_FILE = "org.secondop.Secondop"
"""The name of the desktop file, by which Wayland and docks know whose a window is."""


class Application(QApplication):
    """The application of the program; the system hands it journals while it runs."""

    def __init__(self) -> None:
        super().__init__([*sys.argv[:1], "-style", "fusion"])
        self.from_system = OpenedBySystem()

    def event(self, event: QEvent) -> bool:
        """Hear of files; no filter, as that would see every event of every widget."""
        return self.from_system.takes(event) or super().event(event)


def application() -> QApplication:
    """Return the application, made and named at the first call."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = Application()
        app.setApplicationName("Secondop")
        app.setDesktopFileName(DESKTOP_FILE)
        app.setWindowIcon(QIcon(str(resource("program", "secondop.svg"))))
        Collector(app)
    return app
