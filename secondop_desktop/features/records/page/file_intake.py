"""The ways into the records: files that are chosen, and what is dropped or pasted."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.features.records.form import as_picture
from secondop_desktop.features.records.operations.keeping import keep
from secondop_desktop.features.records.page.adding_files import take_files
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.given_files import given_files, on_clipboard
from secondop_desktop.widgets.dialogs.file_dialogs import ask_sources


class WaysIn(QObject):
    """Keeps what comes in as records of one person; dialogs open over ``page``.

    ``kept`` carries their ids, none when all were in the journal already; ``failed`` says why
    something was not kept; ``nothing`` says that there was nothing to take.
    """

    kept = Signal(tuple)
    failed = Signal(str)
    nothing = Signal(str)

    def __init__(self, journal: Journal, person: str, given: Mapping[str, Any], page: QWidget):
        super().__init__(page)
        self._journal, self._person, self._given, self._page = journal, person, given, page

    def choose(self) -> None:
        """Ask which files to take."""
        self.take(ask_sources(self._page, _("Add files")))

    def drop(self, data: QMimeData) -> None:
        """Take what was dropped once the program it came from is free again."""
        found = given_files(data)
        if any(path.is_dir() for path in found.paths):
            self.failed.emit(_("A folder or a disc is read under “Bring in files”. Drop it there."))
        elif found:
            QTimer.singleShot(0, self, lambda: self.take_in(found.paths, found.image))
        else:
            self.failed.emit(_("Only files can be kept."))

    def paste(self) -> None:
        """Take what was copied elsewhere: files or a picture."""
        found = on_clipboard()
        if found:
            self.take_in(found.paths, found.image)
        else:
            self.nothing.emit(_("Nothing to paste. Copy a file or a picture first."))

    def take_in(self, paths: Sequence[Path], image: QImage | None) -> None:
        """Take files, or else a picture."""
        if paths:
            self.take(paths)
        elif image is not None:
            self._take_picture(image)

    def take(self, paths: Sequence[Path]) -> None:
        """Keep files as records; several photos may become one record, if the person says so."""
        if not paths:
            return
        try:
            told: list[str] = []
            ids = take_files(self._page, self._journal, self._person, paths, told.append)
        except UserError as error:
            self.failed.emit(str(error))
            return
        if ids is not None:
            self.kept.emit(ids)
        if told:
            self.failed.emit(told[0])

    def _take_picture(self, image: QImage) -> None:
        try:
            made = keep(self._journal, as_picture(image), None, self._given)
        except UserError as error:
            self.failed.emit(str(error))
            return
        self.kept.emit((made,))
