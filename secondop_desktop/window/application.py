"""The one QApplication of the program."""

import sys

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from secondop_desktop.paths import resource
from secondop_desktop.widgets import access
from secondop_desktop.widgets.background.garbage_timer import Collector

DESKTOP_FILE = "org.secondop.Secondop"
"""The name of the desktop file, by which Wayland and docks know whose a window is."""


def application() -> QApplication:
    """Return the application, made and named at the first call."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        app.setApplicationName("Secondop")
        app.setDesktopFileName(DESKTOP_FILE)
        app.setWindowIcon(QIcon(str(resource("program", "secondop.svg"))))
        Collector(app)
        access.install()
    return app
