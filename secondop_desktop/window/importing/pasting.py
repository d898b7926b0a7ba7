"""A table on the clipboard, kept as a file of this run until its plan is done with."""

from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Final

from PySide6.QtGui import QGuiApplication

from secondop_desktop import paths
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.printed_results.pasted import as_table, is_block
from secondop_desktop.exchange.tables.html_tables import table_text
from secondop_desktop.journal.storage.private_files import (
    sweep,
    work_folder,
    write_private,
)
from secondop_desktop.journal.storage.private_folders import made_private
from secondop_desktop.lang import _

_LONGEST: Final = 20_000_000
"""Characters of a table that is pasted at most."""


def copied_table() -> str:
    """Return the table that was copied in a spreadsheet or a web page, empty for other things."""
    copied = QGuiApplication.clipboard().mimeData()
    if copied is None:  # an empty clipboard of some systems
        return ""
    if copied.hasHtml() and (table := table_text(copied.html()[:_LONGEST])):
        return table
    text = copied.text()[:_LONGEST]
    rows = text.strip("\r\n").split("\n")
    return text if len(rows) > 1 and all("\t" in row for row in rows[:2]) else ""


def copied_lines() -> str:
    """Return what was copied if it may hold results: a table, or the lines of a PDF."""
    if table := copied_table():
        return table
    text = QGuiApplication.clipboard().text()[:_LONGEST]
    return text if is_block(text) else ""


class PastedFile:
    """Holds a pasted table in a private folder; it goes when another takes its place."""

    def __init__(self) -> None:
        self._held = ExitStack()

    def write(self, text: str) -> Path:
        """Put a table into a file that can be read like any other; raises UserError."""
        self.let_go()
        folder = paths.runtime_folder()
        if not made_private(folder):
            raise UserError(_("There is no private place on this computer for what is pasted."))
        with suppress(OSError):
            sweep(folder)
        path = self._held.enter_context(work_folder(folder)) / _("Pasted table.txt")
        write_private(path, as_table(text).encode())
        return path

    def let_go(self) -> None:
        """Take the file away; nothing of it stays."""
        self._held.close()
