"""Opens a journal in a window, visits its pages and locks, for the test that reads the memory.

Told a journal, it reads the passphrase from stdin, opens, says so, and locks at the next line: in
the midst of typing, of showing a file, and of work that does not end. It says how many seconds
that took, until nothing of it was left. Without a journal it is the program that took its place.
"""

import os
import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from secondop_desktop.journal.protection.unlocking import unlock
from secondop_desktop.sample import write_sample
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.kind_pages.kind_page import KindPage
from secondop_desktop.widgets.theme import Scheme
from secondop_desktop.window.application import application
from secondop_desktop.window.main import Main
from secondop_desktop.window.protection.unlock_page import UnlockPage
from secondop_desktop.window.shell import Shell

TYPED = "A cough in the night"
VISITED = ("home", "timeline", "person", "medicine", "question", "record", "pdf", "copies")


def say(word: str) -> None:
    """Tell the test how far it is."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def go(main: Main) -> None:
    """Open, visit, and lock when told to; or say that it is locked."""
    if len(sys.argv) == 1:
        main.start(None)
        say("locked" if isinstance(main.shell.page(), UnlockPage) else "open")
        return
    path = Path(sys.argv[1])
    unlock(path, sys.stdin.readline().rstrip("\n"))
    main.open(path)
    for key in VISITED:
        main.shell.place_wanted.emit(key)
        main.shell.grab()
    be_busy(main)
    say("open")
    sys.stdin.readline()
    began, replace = time.perf_counter(), os.execv

    def gone(*words: object) -> None:
        say(f"{time.perf_counter() - began:.3f}")
        replace(*words)  # type: ignore[arg-type]

    os.execv = gone  # type: ignore[assignment]
    main.lock()


def be_busy(main: Main) -> None:
    """Leave a file that is being shown, an entry that is being typed, and work in both lanes."""
    main.shell.activateWindow()
    QTest.qWaitForWindowActive(main.shell)
    main.shell.place_wanted.emit("record")
    main.shell.place_wanted.emit("symptom")
    page = main.session.page if main.session else None
    assert isinstance(page, KindPage)
    page.start_new()
    line = QApplication.focusWidget()
    assert line is not None
    QTest.keyClicks(line, TYPED)
    for journal in (True, False):
        main.lanes(hang, journal=journal)


def hang() -> None:
    """Work on, far longer than anybody waits."""
    threading.Event().wait(60)


def run() -> int:
    """Show the window and begin."""
    app = application()
    theme.apply(app, Scheme.LIGHT, 100)
    shell = Shell()
    main = Main(shell, write_sample)
    shell.show()
    QTimer.singleShot(0, lambda: go(main))
    return app.exec()


if __name__ == "__main__":
    sys.exit(run())
