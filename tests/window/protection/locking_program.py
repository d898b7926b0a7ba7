"""Opens a journal in a window, visits its pages and locks, for the test that reads the memory.

Told a journal, it reads the passphrase from stdin, opens, says so, and locks at the next line.
Without one it is the program that took its place.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from secondop_desktop.journal.protection.unlocking import unlock
from secondop_desktop.sample import write_sample
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme
from secondop_desktop.window.application import application
from secondop_desktop.window.main import Main
from secondop_desktop.window.protection.unlock_page import UnlockPage
from secondop_desktop.window.shell import Shell

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
    say("open")
    sys.stdin.readline()
    main.lock()


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
