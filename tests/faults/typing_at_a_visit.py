"""A child process in which somebody types at an appointment without ever pausing.

It says how many letters are in the text and how many are saved.
"""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from secondop_desktop.catalogue import KINDS
from secondop_desktop.features.appointments.page.during import DuringView
from secondop_desktop.features.appointments.page.visit import Visit
from secondop_desktop.journal.file import Journal

EVERY_MS = 30
"""A letter comes every so many milliseconds: faster than any pause that is waited for."""


def tell(what: str, letters: int) -> None:
    """Print one line: what it is about, and how many letters."""
    sys.stdout.write(f"{what} {letters}\n")
    sys.stdout.flush()


def main(path: Path) -> None:
    """Type for ever; the parent ends this."""
    app = QApplication([])
    with Journal.open(path, KINDS) as journal:
        (visit,) = journal.entries("appointment")
        view = DuringView(Visit(journal, visit.id))
        view.show()
        assert view.box is not None
        text = view.box.text.text

        def type_one() -> None:
            text.insertPlainText("x")
            tell("typed", len(text.toPlainText()))

        view.box.saved.connect(lambda: tell("saved", len(journal.entries("answer")[0].text)))
        timer = QTimer(view)
        timer.timeout.connect(type_one)
        timer.start(EVERY_MS)
        app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
