"""Our program on a journal until Home is seen with what is in it."""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from secondop_desktop import __main__, app
from secondop_desktop.window.shell import Shell
from tests.benchmarks.programs.telling import tell


class OnPaint(QObject):
    """Tells when the first paint has reached the screen."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint, in nobody's way."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, tell)
        return False


def fill(shell: Shell, journal: Path | None) -> None:
    """Open the journal as the program does, and watch the page that comes up."""
    usual(shell, journal)
    if page := shell.pages.currentWidget():
        page.installEventFilter(OnPaint(page))


usual, app._fill = app._fill, fill
__main__.main([sys.argv[2]])
