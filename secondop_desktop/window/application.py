"""The one QApplication of the program."""

import sys

from PySide6.QtWidgets import QApplication

from secondop_desktop.widgets import access
from secondop_desktop.widgets.background.garbage_timer import Collector


def application() -> QApplication:
    """Return the application, made and named at the first call."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        app.setApplicationName("Secondop")
        app.setDesktopFileName("secondop")
        Collector(app)
        access.install()
    return app
