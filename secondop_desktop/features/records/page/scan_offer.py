"""The offer to read the words on pages that are pictures, where a record has no words yet."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from secondop_desktop.features.records.page.reading_scan import ReadingScan
from secondop_desktop.journal.files.scan_words import absence, program
from secondop_desktop.lang import _
from secondop_desktop.sandbox.picture_types import PHOTOS
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.theme import Space

PDF = "application/pdf"


def may_be_scan(row: Any) -> bool:
    """Tell whether a record keeps pages that may be pictures."""
    return bool(row.file) and (row.file_type in PHOTOS or row.file_type == PDF)


class ScanOffer(QWidget):
    """A button while there is something to offer, and how far it is once it was pressed.

    ``read`` carries the words, ``failed`` why there are none. Nothing is ever read unasked.
    """

    read = Signal(str)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.start = Button(_("Make its words searchable"), "search")
        self.start.setToolTip(_("Reads the words on the pages. They may hold mistakes."))
        self.stop = Button(_("Stop reading"))
        self.said = Label()
        self.said.setWordWrap(False)
        self._reading: ReadingScan | None = None
        row = Flow(self, spacing=Space.SMALL)
        for part in (self.start, self.said, self.stop):
            row.addWidget(part)
        self.stop.clicked.connect(self.leave)
        self.show_offer(offered=False)

    def offer(self) -> None:
        """Offer it, where the computer has what it takes; else there is nothing to offer."""
        self.show_offer(offered=bool(program()) and self._reading is None)

    def begin(self, data: bytes, file_type: str) -> None:
        """Read the words of these pages, or say what is missing."""
        if not program():
            self.failed.emit(absence())
            return
        if self._reading is None:
            self._reading = ReadingScan(data, file_type, self)
            self._reading.at_page.connect(self._tell)
            self._reading.done.connect(self._done)
            self._reading.failed.connect(self._fail)
            self._tell(1, 1)
            self.show_offer(offered=False)
            self._reading.begin()

    def leave(self) -> None:
        """Stop, with nothing kept, and offer it again."""
        if self._reading is not None:
            self._reading.stop()
            self._reading = None
            self.show_offer(offered=True)
            self.start.setFocus()

    def withdraw(self) -> None:
        """Offer nothing, because another file is shown, or its words are known."""
        if self._reading is not None:
            self._reading.stop()
            self._reading = None
        self.show_offer(offered=False)

    def _tell(self, page: int, pages: int) -> None:
        said = _("Reading page {page} of {count}…").format(page=page, count=pages)
        self.said.setText(said)

    def _done(self, words: str) -> None:
        self.withdraw()
        announce(self, _("The words can be searched now."))
        self.read.emit(words)

    def _fail(self, why: str) -> None:
        self.withdraw()
        self.failed.emit(why)

    def show_offer(self, *, offered: bool) -> None:
        """Show the button, or how far it is."""
        reading = self._reading is not None
        self.start.setVisible(offered and not reading)
        self.said.setVisible(reading)
        self.stop.setVisible(reading)
        self.setVisible(offered or reading)
